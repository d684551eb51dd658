package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubeconfigs with credentials among the values of a ConfigMap. Source: hardening guide, CP-10. */
final class EmbeddedKubeconfig implements Check {
    private static final List<String> CREDENTIALS = List.of("client-key-data", "token", "password");
    private static final Pattern PLACEHOLDER = Pattern.compile("REDACTED|DATA\\+OMITTED|<.*>|\\$.*|\\{\\{.*|\\*+|");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode data = target.root().map("data");
        boolean found = false;
        for (int i = 0; data != null && i < data.size(); i++) {
            if (data.value(i) instanceof ScalarNode s && s.value() instanceof String text && mayBe(text)) {
                MapNode config = parsed(text);
                found |= config != null;
                String credential = config == null ? null : credential(config);
                if (credential != null) {
                    report.offends(FieldPath.keys("data").key(data.key(i)), "a kubeconfig carries a " + credential);
                }
            }
        }
        if (!found) {
            report.notApplicable("holds no kubeconfig");
        }
    }

    private static boolean mayBe(String text) {
        return text.contains("Config")
                && text.contains("users")
                && CREDENTIALS.stream().anyMatch(text::contains);
    }

    private static @Nullable MapNode parsed(String text) {
        try {
            Node node = DocumentParser.tree(text.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML);
            return node instanceof MapNode map && "Config".equals(map.string("kind")) ? map : null;
        } catch (IllegalArgumentException e) {
            // text that only mentions a kubeconfig is none
            return null;
        }
    }

    private static @Nullable String credential(MapNode config) {
        for (Node item : config.list("users")) {
            MapNode user = item instanceof MapNode each ? each.map("user") : null;
            for (String key : CREDENTIALS) {
                String value = user == null ? null : user.string(key);
                if (value != null && !PLACEHOLDER.matcher(value).matches()) {
                    return key;
                }
            }
        }
        return null;
    }
}
