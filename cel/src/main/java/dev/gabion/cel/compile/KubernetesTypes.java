package dev.gabion.cel.compile;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;

/** The types Kubernetes adds to CEL: opaque values of its libraries and the structs policies see. */
final class KubernetesTypes {
    private static final CelType STRING = SimpleType.STRING;
    private static final CelType STRINGS = ListType.create(SimpleType.STRING);
    private static final CelType STRING_MAP = MapType.create(SimpleType.STRING, SimpleType.STRING);

    private static final StructType GROUP_VERSION_KIND =
            struct("kubernetes.GroupVersionKind", Map.of("group", STRING, "version", STRING, "kind", STRING));
    private static final StructType GROUP_VERSION_RESOURCE =
            struct("kubernetes.GroupVersionResource", Map.of("group", STRING, "version", STRING, "resource", STRING));
    private static final StructType USER_INFO = struct(
            "kubernetes.UserInfo",
            Map.of(
                    "username", STRING,
                    "uid", STRING,
                    "groups", STRINGS,
                    "extra", MapType.create(SimpleType.STRING, STRINGS)));

    /** The admission request. Source: admission specification, section 2.1. */
    static final StructType REQUEST = struct(
            "kubernetes.AdmissionRequest",
            ImmutableMap.<String, CelType>builder()
                    .put("kind", GROUP_VERSION_KIND)
                    .put("resource", GROUP_VERSION_RESOURCE)
                    .put("subResource", STRING)
                    .put("requestKind", GROUP_VERSION_KIND)
                    .put("requestResource", GROUP_VERSION_RESOURCE)
                    .put("requestSubResource", STRING)
                    .put("name", STRING)
                    .put("namespace", STRING)
                    .put("operation", STRING)
                    .put("userInfo", USER_INFO)
                    .put("dryRun", SimpleType.BOOL)
                    .put("options", SimpleType.DYN)
                    .buildOrThrow());

    private static final StructType NAMESPACE_METADATA = struct(
            "kubernetes.NamespaceMetadata",
            ImmutableMap.<String, CelType>builder()
                    .put("name", STRING)
                    .put("generateName", STRING)
                    .put("namespace", STRING)
                    .put("labels", STRING_MAP)
                    .put("annotations", STRING_MAP)
                    .put("UID", STRING)
                    .put("creationTimestamp", SimpleType.TIMESTAMP)
                    .put("deletionGracePeriodSeconds", SimpleType.INT)
                    .put("deletionTimestamp", SimpleType.TIMESTAMP)
                    .put("generation", SimpleType.INT)
                    .put("resourceVersion", STRING)
                    .put("finalizers", STRINGS)
                    .buildOrThrow());
    private static final StructType NAMESPACE_CONDITION = struct(
            "kubernetes.NamespaceCondition",
            Map.of(
                    "status", STRING,
                    "type", STRING,
                    "lastTransitionTime", SimpleType.TIMESTAMP,
                    "message", STRING,
                    "reason", STRING));
    private static final StructType NAMESPACE_STATUS = struct(
            "kubernetes.NamespaceStatus", Map.of("conditions", ListType.create(NAMESPACE_CONDITION), "phase", STRING));
    private static final StructType NAMESPACE_SPEC = struct("kubernetes.NamespaceSpec", Map.of("finalizers", STRINGS));

    /** A Namespace as policies see it. */
    static final StructType NAMESPACE = struct(
            "kubernetes.Namespace",
            Map.of("metadata", NAMESPACE_METADATA, "spec", NAMESPACE_SPEC, "status", NAMESPACE_STATUS));

    private static final ImmutableMap<String, CelType> TYPES = ImmutableMap.<String, CelType>builder()
            .put(REQUEST.name(), REQUEST)
            .put(NAMESPACE.name(), NAMESPACE)
            .put(NAMESPACE_METADATA.name(), NAMESPACE_METADATA)
            .put(NAMESPACE_SPEC.name(), NAMESPACE_SPEC)
            .put(NAMESPACE_STATUS.name(), NAMESPACE_STATUS)
            .put(NAMESPACE_CONDITION.name(), NAMESPACE_CONDITION)
            .put(GROUP_VERSION_KIND.name(), GROUP_VERSION_KIND)
            .put(GROUP_VERSION_RESOURCE.name(), GROUP_VERSION_RESOURCE)
            .put(USER_INFO.name(), USER_INFO)
            .buildOrThrow();

    private KubernetesTypes() {}

    /** The struct of a policy's variables. */
    static StructType variables(Map<String, String> fields) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        fields.forEach((name, type) -> types.put(name, TypeText.ofVariable(type)));
        return struct("kubernetes.variables", types.buildOrThrow());
    }

    /** Finds types by name: the structs, and protobuf's messages that stand for values. */
    static CelTypeProvider provider(Map<String, String> variableFields) {
        StructType variables = variables(variableFields);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return TYPES.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                if (name.equals(variables.name())) {
                    return Optional.of(variables);
                }
                return name.startsWith(WellKnownTypes.PACKAGE)
                        ? WellKnownTypes.find(name)
                        : Optional.ofNullable(TYPES.get(name));
            }
        };
    }

    private static StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
        return StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
    }
}
