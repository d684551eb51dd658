package dev.gabion.controls.component;

import dev.gabion.finding.FixOperation;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a component's configuration file and the flags that say the same. Source: reference of the configuration
 * APIs v1beta1 (kubelet) and v1alpha1 (kube-proxy), which name the flag or the default of every field.
 */
final class ConfigurationFields {
    static final ConfigurationFields KUBELET = new ConfigurationFields(
            List.of(
                    "address address text",
                    "allowed-unsafe-sysctls allowedUnsafeSysctls list",
                    "anonymous-auth authentication.anonymous.enabled bool",
                    "authentication-token-webhook authentication.webhook.enabled bool",
                    "authorization-mode authorization.mode text",
                    "client-ca-file authentication.x509.clientCAFile text",
                    "container-log-max-files containerLogMaxFiles number",
                    "container-log-max-size containerLogMaxSize text",
                    "enable-debugging-handlers enableDebuggingHandlers bool",
                    "event-qps eventRecordQPS number",
                    "eviction-hard evictionHard thresholds",
                    "eviction-soft evictionSoft thresholds",
                    "feature-gates featureGates map",
                    "image-pull-credentials-verification-policy imagePullCredentialsVerificationPolicy text",
                    "kube-reserved kubeReserved map",
                    "make-iptables-util-chains makeIPTablesUtilChains bool",
                    "manifest-url staticPodURL text",
                    "pod-max-pids podPidsLimit number",
                    "protect-kernel-defaults protectKernelDefaults bool",
                    "read-only-port readOnlyPort number",
                    "rotate-certificates rotateCertificates bool",
                    "rotate-server-certificates serverTLSBootstrap bool",
                    "seccomp-default seccompDefault bool",
                    "streaming-connection-idle-timeout streamingConnectionIdleTimeout text",
                    "system-reserved systemReserved map",
                    "tls-cert-file tlsCertFile text",
                    "tls-cipher-suites tlsCipherSuites list",
                    "tls-min-version tlsMinVersion text",
                    "tls-private-key-file tlsPrivateKeyFile text"),
            Map.of(
                    "anonymous-auth", "false",
                    "authentication-token-webhook", "true",
                    "authorization-mode", "Webhook",
                    "read-only-port", "0"));

    static final ConfigurationFields KUBE_PROXY = new ConfigurationFields(
            List.of(
                    "bind-address bindAddress text",
                    "feature-gates featureGates map",
                    "healthz-bind-address healthzBindAddress text",
                    "metrics-bind-address metricsBindAddress text",
                    "nodeport-addresses nodePortAddresses list",
                    "profiling enableProfiling bool"),
            Map.of());

    static final ConfigurationFields KUBE_SCHEDULER =
            new ConfigurationFields(List.of("profiling enableProfiling bool"), Map.of());

    private final List<Entry> entries;
    private final Map<String, String> presets;

    private record Entry(String flag, FieldPath path, Type type) {
        static Entry parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Entry(
                    parts[0], FieldPath.parse(parts[1]), Type.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT)));
        }
    }

    /** How a value looks in the file. */
    private enum Type {
        TEXT,
        BOOL,
        NUMBER,
        LIST,
        MAP,
        THRESHOLDS
    }

    /** Takes lines of flag, field and type, and the defaults a file has that differ from the flags' own. */
    private ConfigurationFields(List<String> lines, Map<String, String> presets) {
        this.entries = lines.stream().map(Entry::parse).toList();
        this.presets = presets;
    }

    /** Whether the file can say what the flag says. */
    boolean has(String flag) {
        return entries.stream().anyMatch(e -> e.flag.equals(flag));
    }

    ComponentRun run(String component, MapNode root, FieldPath base, Unset unset) {
        Map<String, Flag> flags = new LinkedHashMap<>();
        Map<String, FieldPath> places = new LinkedHashMap<>();
        boolean whole = unset instanceof Unset.Default;
        for (Entry entry : entries) {
            FieldPath place = base.plus(entry.path);
            places.put(entry.flag, place);
            Node value = entry.path.in(root);
            String preset = whole ? presets.get(entry.flag) : null;
            if (value != null && !(value instanceof ScalarNode s && s.isNull())) {
                flags.put(entry.flag, new Flag(FlagKinds.normal(entry.flag, text(value, entry.type)), place, null));
            } else if (preset != null) {
                flags.put(entry.flag, new Flag(preset, place, null));
            }
        }
        return new ComponentRun(
                component, null, flags, base, unset, (flag, value) -> write(base, flag, value), places, List.of());
    }

    private static String text(Node value, Type type) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case ListNode list -> list.forEach(item -> add(out, Variables.text(item)));
            case MapNode map -> {
                for (int i = 0; i < map.size(); i++) {
                    add(out, map.key(i) + (type == Type.THRESHOLDS ? "<" : "=") + Variables.text(map.value(i)));
                }
            }
            default -> out.append(Variables.text(value));
        }
        return out.toString();
    }

    private static void add(StringBuilder out, String part) {
        out.append(out.isEmpty() ? "" : ",").append(part);
    }

    private @Nullable FixOperation write(FieldPath base, String flag, String value) {
        for (Entry entry : entries) {
            if (entry.flag.equals(flag)) {
                String json = switch (entry.type) {
                    case BOOL, NUMBER -> value;
                    case TEXT -> JsonText.of(ScalarNode.unwritten(value));
                    case LIST, MAP, THRESHOLDS -> null;
                };
                return json == null
                        ? null
                        : new FixOperation("set", base.plus(entry.path).toString(), json);
            }
        }
        return null;
    }
}
