package dev.gabion.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fail, undecided or excepted verdict at one field path of one object.
 *
 * @param why only of undecided ones
 * @param container name of the container the path leads through
 * @param path from the object's root
 * @param value what stands there, as JSON text; null where nothing does
 * @param expected what should stand there, as JSON text; null where there is no one right value
 * @param fingerprint hex, the same as long as control, object and field are
 * @param baseline against an earlier report, or null without one
 * @param exception id of the exception that covers it, or null
 * @param provenance from the judged text back to what a person wrote; empty where they are the same
 */
public record Finding(
        String control,
        Verdict verdict,
        Severity severity,
        String message,
        @Nullable Why why,
        ObjectReference object,
        @Nullable String container,
        String path,
        Place place,
        @Nullable String value,
        @Nullable String expected,
        List<FixOperation> fix,
        String fingerprint,
        @Nullable BaselineState baseline,
        @Nullable String exception,
        List<Provenance> provenance) {

    /** A finding about an object that stands in its file as a person wrote it. */
    public Finding(
            String control,
            Verdict verdict,
            Severity severity,
            String message,
            @Nullable Why why,
            ObjectReference object,
            @Nullable String container,
            String path,
            Place place,
            @Nullable String value,
            @Nullable String expected,
            List<FixOperation> fix,
            String fingerprint,
            @Nullable BaselineState baseline,
            @Nullable String exception) {
        this(
                control,
                verdict,
                severity,
                message,
                why,
                object,
                container,
                path,
                place,
                value,
                expected,
                fix,
                fingerprint,
                baseline,
                exception,
                List.of());
    }

    /** How a finding relates to a baseline. */
    public enum BaselineState {
        NEW("new"),
        UNCHANGED("unchanged");

        private final String word;

        BaselineState(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The same finding under an exception. */
    public Finding excepted(String id) {
        return new Finding(
                control,
                Verdict.EXCEPTED,
                severity,
                message,
                why,
                object,
                container,
                path,
                place,
                value,
                expected,
                fix,
                fingerprint,
                baseline,
                id,
                provenance);
    }

    /** The same finding compared with a baseline. */
    public Finding against(BaselineState state) {
        return new Finding(
                control,
                verdict,
                severity,
                message,
                why,
                object,
                container,
                path,
                place,
                value,
                expected,
                fix,
                fingerprint,
                state,
                exception,
                provenance);
    }
}
