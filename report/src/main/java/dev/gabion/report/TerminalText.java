package dev.gabion.report;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Text on a terminal of a known width. Whatever is written has been made visible before; colour is written only where
 * it was asked for.
 */
final class TerminalText {
    static final String BOLD = "1";
    static final String DIM = "2";
    static final String RED = "31";
    static final String GREEN = "32";
    static final String YELLOW = "33";
    static final String BLUE = "34";
    static final String CYAN = "36";
    static final String BOLD_RED = "1;31";

    private final TextOutput out;
    private final int width;
    private final boolean colour;
    private int column;

    TerminalText(OutputStream out, int width, boolean colour) {
        this.out = new TextOutput(out);
        this.width = Math.max(width, 40);
        this.colour = colour;
    }

    int width() {
        return width;
    }

    int column() {
        return column;
    }

    TerminalText text(String text) throws IOException {
        out.text(text);
        column += TextWidth.of(text);
        return this;
    }

    TerminalText text(String text, String style) throws IOException {
        return style(style).text(text).plain();
    }

    /** A text that stays in one piece, after a gap or, where it does not fit, on a line of its own. */
    TerminalText piece(String gap, String text, String style, int indent) throws IOException {
        if (column + gap.length() + TextWidth.of(text) > width) {
            newline().to(indent);
        } else {
            text(gap);
        }
        return text(text, style);
    }

    TerminalText number(long number) throws IOException {
        return text(Long.toString(number));
    }

    TerminalText style(String style) throws IOException {
        if (colour) {
            out.text("\u001b[").text(style).text('m');
        }
        return this;
    }

    TerminalText plain() throws IOException {
        if (colour) {
            out.text("\u001b[0m");
        }
        return this;
    }

    /** Blanks up to a column, one at least unless at the start of a line. */
    TerminalText to(int target) {
        return blanks(Math.max(target - column, column == 0 ? 0 : 1));
    }

    TerminalText blanks(int number) {
        out.blanks(number);
        column += number;
        return this;
    }

    TerminalText newline() {
        out.text('\n');
        column = 0;
        return this;
    }

    /** Words from here on; lines that follow begin at the indent. A word longer than a line is broken where it must. */
    TerminalText wrapped(String text, int indent) throws IOException {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            word(text, at, end, at == 0 ? 0 : 1, indent);
            at = end + 1;
        }
        return this;
    }

    private void word(String text, int from, int to, int gap, int indent) throws IOException {
        int cells = TextWidth.of(text, from, to);
        if (column + gap + cells > width && column > indent) {
            newline().to(indent);
        } else if (gap > 0) {
            out.text(' ');
            column++;
        }
        if (column + cells <= width) {
            out.text(text.substring(from, to));
            column += cells;
            return;
        }
        for (int i = from; i < to; ) {
            int next = i + Character.charCount(text.codePointAt(i));
            int own = TextWidth.of(text, i, next);
            if (own > 0 && column + own > width) {
                newline().to(indent);
            }
            out.text(text.substring(i, next));
            column += own;
            i = next;
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
