package dev.gabion.cli;

import org.jspecify.annotations.Nullable;

/**
 * An option of the command line.
 *
 * @param name the long name without dashes
 * @param letter the short name, or 0
 * @param value what help calls its value; null for a switch
 * @param repeatable whether it may be given several times
 * @param help one sentence
 */
record Option(String name, char letter, @Nullable String value, boolean repeatable, String help) {
    static Option flag(String name, String help) {
        return new Option(name, (char) 0, null, false, help);
    }

    static Option of(String name, String value, String help) {
        return new Option(name, (char) 0, value, false, help);
    }

    static Option many(String name, String value, String help) {
        return new Option(name, (char) 0, value, true, help);
    }

    Option letter(char c) {
        return new Option(name, c, value, repeatable, help);
    }

    boolean isSwitch() {
        return value == null;
    }

    /** {@code -o, --output FORMAT[=FILE]}, as help shows it. */
    String synopsis() {
        String shown = letter == 0 ? "    --" + name : "-" + letter + ", --" + name;
        return value == null ? shown : shown + " " + value;
    }
}
