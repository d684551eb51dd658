package dev.gabion.report;

/**
 * What printers for people may use.
 *
 * @param sources where lines to quote come from
 * @param width cells of the terminal
 * @param colour whether escape sequences may be written
 * @param all whether long groups are shown in full
 * @param allHint what to do to see them in full, such as {@code --all shows them}; empty for no hint
 */
public record PrintOptions(Sources sources, int width, boolean colour, boolean all, String allHint) {
    /** Nothing to quote, no colour, 100 cells. */
    public static final PrintOptions PLAIN = new PrintOptions(Sources.NONE, 100, false, false, "");
}
