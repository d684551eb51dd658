package dev.gabion.cel.eval;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles regular expressions as Go's library does: what that refuses and RE2J lets pass is refused here, and nothing
 * that is accepted can exhaust memory or stack.
 */
final class RegexPatterns {
    private RegexPatterns() {}

    /** A compiled expression and how many steps it may take per character. */
    record Compiled(Pattern pattern, int weight) {
        private static final int PLAIN_STEPS = 10_000;

        /** A matcher that stops at the frame's deadline. */
        Matcher matcher(String text, Frame frame) {
            boolean quick = (long) text.length() * weight < PLAIN_STEPS;
            return pattern.matcher(quick ? text : new TimedText(text, frame, weight));
        }
    }

    static Compiled compile(String regex) throws PatternSyntaxException {
        int weight = RegexWeight.of(regex);
        try {
            return new Compiled(Pattern.compile(regex), weight);
        } catch (StackOverflowError e) {
            // RE2J descends by recursion; the nesting allowed above can still be too deep for a small stack.
            throw new PatternSyntaxException("expression nests too deeply", regex);
        }
    }

    /** Text that looks at the clock while it is read. */
    private static final class TimedText implements CharSequence {
        private static final int HEAVY = 500;

        private final String text;
        private final Frame frame;
        private final boolean heavy;

        TimedText(String text, Frame frame, int weight) {
            this.text = text;
            this.frame = frame;
            this.heavy = weight > HEAVY;
        }

        @Override
        public char charAt(int index) {
            if (heavy) {
                frame.checkDeadline();
            } else {
                frame.tick();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
