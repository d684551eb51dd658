package dev.gabion.controls.compile;

/** Something wrong in a control's file; line and column count from 1. Prints as one line an editor can jump to. */
public record ControlProblem(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
