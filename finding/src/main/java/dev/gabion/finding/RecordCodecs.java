package dev.gabion.finding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Codecs of findings and passes. */
public final class RecordCodecs {
    public static final Codec<Finding> FINDING = new FindingCodec();
    public static final Codec<Pass> PASS = new PassCodec();

    private RecordCodecs() {}

    private static void text(DataOutput out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String must(DataInput in) throws IOException {
        return Objects.requireNonNull(text(in));
    }

    private static void reference(DataOutput out, ObjectReference object) throws IOException {
        text(out, object.apiVersion());
        text(out, object.kind());
        text(out, object.namespace());
        text(out, object.name());
    }

    private static ObjectReference reference(DataInput in) throws IOException {
        return new ObjectReference(must(in), must(in), text(in), text(in));
    }

    private static final class FindingCodec implements Codec<Finding> {
        @Override
        public void write(Finding f, DataOutput out) throws IOException {
            text(out, f.control());
            text(out, f.verdict().word());
            text(out, f.severity().word());
            text(out, f.message());
            text(out, f.why() == null ? null : f.why().kind().name());
            text(out, f.why() == null ? null : f.why().detail());
            reference(out, f.object());
            text(out, f.container());
            text(out, f.path());
            place(out, f.place());
            text(out, f.value());
            text(out, f.expected());
            out.writeInt(f.fix().size());
            for (FixOperation fix : f.fix()) {
                text(out, fix.op());
                text(out, fix.path());
                text(out, fix.value());
            }
            text(out, f.fingerprint());
            text(out, f.baseline() == null ? null : f.baseline().name());
            text(out, f.exception());
            out.writeInt(f.provenance().size());
            for (Provenance step : f.provenance()) {
                text(out, step.kind());
                text(out, step.file());
                out.writeInt(step.line());
                out.writeInt(step.column());
                text(out, step.path());
            }
        }

        private static void place(DataOutput out, Place place) throws IOException {
            text(out, place.file());
            out.writeInt(place.document());
            out.writeInt(place.line());
            out.writeInt(place.column());
            out.writeInt(place.endLine());
            out.writeBoolean(place.missing());
        }

        @Override
        public Finding read(DataInput in) throws IOException {
            String control = must(in);
            Verdict verdict = Objects.requireNonNull(Verdict.of(must(in)));
            Severity severity = Objects.requireNonNull(Severity.of(must(in)));
            String message = must(in);
            String whyKind = text(in);
            String whyDetail = text(in);
            Why why = whyKind == null ? null : new Why(Why.Kind.valueOf(whyKind), String.valueOf(whyDetail));
            ObjectReference object = reference(in);
            String container = text(in);
            String path = must(in);
            Place place = new Place(must(in), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readBoolean());
            String value = text(in);
            String expected = text(in);
            List<FixOperation> fix = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                fix.add(new FixOperation(must(in), must(in), text(in)));
            }
            String fingerprint = must(in);
            String baseline = text(in);
            String exception = text(in);
            List<Provenance> provenance = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                provenance.add(new Provenance(must(in), must(in), in.readInt(), in.readInt(), text(in)));
            }
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
                    baseline == null ? null : Finding.BaselineState.valueOf(baseline),
                    exception,
                    List.copyOf(provenance));
        }
    }

    private static final class PassCodec implements Codec<Pass> {
        @Override
        public void write(Pass pass, DataOutput out) throws IOException {
            text(out, pass.control());
            reference(out, pass.object());
            text(out, pass.file());
            out.writeInt(pass.document());
            text(out, pass.reason());
        }

        @Override
        public Pass read(DataInput in) throws IOException {
            return new Pass(must(in), reference(in), must(in), in.readInt(), text(in));
        }
    }
}
