package dev.gabion.cel.eval;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression becomes once its repetitions are written out. Go refuses more than 1,000 copies of
 * anything, nesting included, groups nested more than 1,000 deep, and programs beyond a size; RE2J checks only the
 * count of a single repetition. Syntax is not checked here.
 */
final class RegexWeight {
    private static final int MAX_COPIES = 1_000;
    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_SIZE = 1_000_000;

    private final String regex;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group current = new Group();
    private int at;

    /** What stands between two parentheses. */
    private static final class Group {
        private long size = 1;
        private long lastSize;
        private long copies = 1;
        private long lastCopies = 1;

        void atom(long atomSize, long atomCopies) {
            size += atomSize;
            lastSize = atomSize;
            lastCopies = atomCopies;
            copies = Math.max(copies, atomCopies);
        }

        void repeat(long times) {
            size += lastSize * (times - 1);
            lastSize *= times;
            lastCopies *= times;
            copies = Math.max(copies, lastCopies);
        }
    }

    private RegexWeight(String regex) {
        this.regex = regex;
    }

    /** The number of instructions, about. */
    static int of(String regex) throws PatternSyntaxException {
        return new RegexWeight(regex).weigh();
    }

    private int weigh() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> open();
                case ')' -> close();
                case '[' -> bracket();
                case '\\' -> escape();
                case '{' -> repetition();
                default -> current.atom(1, 1);
            }
            if (current.size > MAX_SIZE) {
                throw new PatternSyntaxException("expression too large", regex);
            }
        }
        return (int) current.size;
    }

    private void open() {
        if (groups.size() >= MAX_DEPTH) {
            throw new PatternSyntaxException("expression nests too deeply", regex);
        }
        groups.push(current);
        current = new Group();
    }

    private void close() {
        if (!groups.isEmpty()) {
            Group inner = current;
            current = groups.pop();
            current.atom(inner.size, inner.copies);
        }
    }

    private void bracket() {
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
                at = regex.indexOf(":]", at) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at = Math.min(at + 1, regex.length());
        current.atom(1, 1);
    }

    private void escape() {
        char c = at < regex.length() ? regex.charAt(at) : '\\';
        at++;
        if (c == 'Q') {
            int end = regex.indexOf("\\E", at);
            int length = (end < 0 ? regex.length() : end) - at;
            at += end < 0 ? length : length + 2;
            current.atom(Math.max(length, 1), 1);
            return;
        }
        if ((c == 'p' || c == 'P' || c == 'x') && at < regex.length() && regex.charAt(at) == '{') {
            int end = regex.indexOf('}', at);
            at = end < 0 ? regex.length() : end + 1;
        }
        current.atom(1, 1);
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; a brace that is none of these is an ordinary character. */
    private void repetition() {
        int end = regex.indexOf('}', at);
        String body = end < 0 ? "" : regex.substring(at, end);
        int comma = body.indexOf(',');
        int least = number(comma < 0 ? body : body.substring(0, comma));
        int most = comma < 0 ? least : comma == body.length() - 1 ? least : number(body.substring(comma + 1));
        if (least < 0 || most < 0) {
            current.atom(1, 1);
            return;
        }
        at = end + 1;
        int times = Math.max(most, 1);
        if (times > 1 && current.lastCopies * times > MAX_COPIES) {
            throw new PatternSyntaxException("invalid repeat count", "{" + body + "}");
        }
        current.repeat(times);
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
