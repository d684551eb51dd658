package dev.gabion.controls.component;

/** What it means that a run does not set a flag. */
public sealed interface Unset {
    /** The program's own default holds. */
    record Default() implements Unset {}

    /** Another document sets the rest, and is judged where it is among the inputs. */
    record Elsewhere() implements Unset {}

    /** A part of the command line cannot be read, and may set it. */
    record Unknown(String evidence) implements Unset {}

    /** The program's own default holds. */
    Unset DEFAULT = new Default();

    /** Another document sets the rest. */
    Unset ELSEWHERE = new Elsewhere();
}
