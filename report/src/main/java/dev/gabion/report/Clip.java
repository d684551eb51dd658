package dev.gabion.report;

/**
 * As much of a line as fits a number of cells, with what is marked in view.
 *
 * @param before cells in front of the mark
 * @param marked cells of the mark
 */
record Clip(String line, int before, int marked) {
    private static final String CUT = "...";

    /** Cells of context kept in front of a mark that would be out of view. */
    private static final int CONTEXT = 10;

    static Clip of(String line, int from, int to, int cells) {
        int room = Math.max(cells, CONTEXT + 2 * CUT.length() + 1);
        int start = 0;
        int before = TextWidth.of(line, 0, from);
        boolean tooLong = TextWidth.of(line) > room;
        if (tooLong && before > room / 2) {
            start = from;
            while (start > 0 && TextWidth.of(line, start, from) < CONTEXT) {
                start = line.offsetByCodePoints(start, -1);
            }
        }
        String head = start > 0 ? CUT : "";
        int end = fitting(line, start, room - head.length());
        if (end < line.length()) {
            end = fitting(line, start, room - head.length() - CUT.length());
        }
        String shown = head + line.substring(start, end) + (end < line.length() ? CUT : "");
        int offset = head.length() + TextWidth.of(line, start, from);
        return new Clip(shown, offset, Math.max(1, TextWidth.of(line, from, Math.max(from, Math.min(to, end)))));
    }

    /** The offset up to which the line fits, combining marks of the last character included. */
    private static int fitting(String line, int start, int room) {
        int used = 0;
        int end = start;
        while (end < line.length()) {
            int point = line.codePointAt(end);
            used += TextWidth.of(point);
            if (used > room) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
