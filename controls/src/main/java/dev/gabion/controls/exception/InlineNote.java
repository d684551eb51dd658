package dev.gabion.controls.exception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The text of an exception inside a manifest: {@code GBN-POD-004 until=2026-12-31 reason=needs host metrics}. Ids come
 * first, several separated by blanks or commas; the reason runs to the end.
 */
record InlineNote(
        List<String> controls,
        @Nullable LocalDate until,
        String reason,
        @Nullable String fault) {
    static InlineNote parse(String text, Predicate<String> knownControl) {
        String reason = "";
        String rest = text.strip();
        int at = rest.indexOf("reason=");
        if (at >= 0) {
            reason = unquote(rest.substring(at + "reason=".length()).strip());
            rest = rest.substring(0, at);
        }
        List<String> controls = new ArrayList<>();
        String until = "";
        for (String word : rest.split("[\\s,]+", -1)) {
            if (word.startsWith("until=")) {
                until = word.substring("until=".length());
            } else if (!word.isEmpty()) {
                controls.add(word);
            }
        }
        LocalDate date = ExceptionFile.date(until);
        return new InlineNote(controls, date, reason, fault(controls, until, date, reason, knownControl));
    }

    private static @Nullable String fault(
            List<String> controls,
            String until,
            @Nullable LocalDate date,
            String reason,
            Predicate<String> knownControl) {
        if (controls.isEmpty()) {
            return "names no control";
        }
        for (String control : controls) {
            if (!knownControl.test(control)) {
                return "no control is called " + control;
            }
        }
        if (reason.isBlank()) {
            return "reason= is missing";
        }
        if (until.isEmpty()) {
            return "until= is missing";
        }
        return date == null ? "until= is no date such as 2026-12-31" : null;
    }

    private static String unquote(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
