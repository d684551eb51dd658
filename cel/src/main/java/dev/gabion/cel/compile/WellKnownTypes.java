package dev.gabion.cel.compile;

import com.google.protobuf.Duration;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ProtoMessageTypeProvider;
import java.util.List;
import java.util.Optional;

/** Protobuf's own messages, which every CEL environment knows. Loaded when an expression first names one. */
final class WellKnownTypes {
    static final String PACKAGE = "google.protobuf.";

    /** One message of a file brings the whole file. */
    private static final CelTypeProvider PROVIDER = ProtoMessageTypeProvider.newBuilder()
            .addDescriptors(List.of(
                    Value.getDescriptor(),
                    Int32Value.getDescriptor(),
                    Duration.getDescriptor(),
                    Timestamp.getDescriptor()))
            .build();

    private WellKnownTypes() {}

    static Optional<CelType> find(String name) {
        return isValue(name) ? PROVIDER.findType(name) : Optional.empty();
    }

    /** Whether messages of the type stand for plain values. */
    static boolean isValue(String name) {
        return name.startsWith(PACKAGE)
                && switch (name.substring(PACKAGE.length())) {
                    case "BoolValue",
                            "BytesValue",
                            "DoubleValue",
                            "FloatValue",
                            "Int32Value",
                            "Int64Value",
                            "StringValue",
                            "UInt32Value",
                            "UInt64Value",
                            "Value",
                            "Struct",
                            "ListValue",
                            "Duration",
                            "Timestamp" -> true;
                    default -> false;
                };
    }
}
