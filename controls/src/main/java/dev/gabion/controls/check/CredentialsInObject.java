package dev.gabion.controls.check;

import dev.gabion.controls.credential.Assignments;
import dev.gabion.controls.credential.CredentialNames;
import dev.gabion.controls.credential.CredentialShapes;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credentials in fields that are no secret. One control looks for shapes, which are certain, another for names, so that
 * each can have its own severity; a place the first reports is not the second's.
 *
 * @param place where to look
 * @param byName whether names count, or shapes
 */
record CredentialsInObject(Place place, boolean byName) implements Check {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Where texts stand in an object. */
    enum Place {
        ENVIRONMENT,
        COMMAND,
        CONFIG_MAP,
        ANNOTATIONS
    }

    /**
     * A text of the object.
     *
     * @param name it goes by, or null
     * @param next the argument after it on a command line, or null
     */
    private record Text(
            FieldPath path,
            @Nullable String name,
            String value,
            @Nullable String next) {}

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        for (Text text : texts(target)) {
            if (isCopyOfSecret(target, text)) {
                continue;
            }
            String shape = CredentialShapes.in(text.value);
            String found = byName && shape == null ? named(text) : byName ? null : shape;
            if (found != null) {
                report.offends(text.path, found);
            }
        }
    }

    /** Another control reports these, whatever is in them. */
    private static boolean isCopyOfSecret(Target target, Text text) {
        return target.object().kind().equals("Secret") && LAST_APPLIED.equals(text.name);
    }

    private @Nullable String named(Text text) {
        return switch (place) {
            case ENVIRONMENT -> named(text.name, text.value);
            case COMMAND ->
                text.name == null ? Assignments.inArgument(text.value, text.next) : named(text.name, text.value);
            case CONFIG_MAP -> {
                boolean file = text.value.strip().indexOf('\n') >= 0 || text.value.indexOf('=') > 0;
                String key = named(text.name, text.value);
                yield key == null && file ? Assignments.inFile(text.value) : key;
            }
            case ANNOTATIONS -> null;
        };
    }

    private static @Nullable String named(@Nullable String name, String value) {
        boolean credential = name != null
                && CredentialNames.names(name)
                && CredentialNames.isLiteral(value)
                && (CredentialNames.namesPassword(name) || CredentialNames.isKeyLike(value));
        return credential ? name : null;
    }

    private List<Text> texts(Target target) {
        List<Text> all = new ArrayList<>();
        Workload workload = target.workload();
        switch (place) {
            case CONFIG_MAP -> entries(target.root().map("data"), FieldPath.keys("data"), all);
            case ANNOTATIONS -> {
                entries(target.root().mapAt("metadata", "annotations"), FieldPath.keys("metadata", "annotations"), all);
                if (workload != null && workload.podPath().steps().size() > 1) {
                    FieldPath metadata = FieldPath.of(workload.podPath()
                                    .steps()
                                    .subList(0, workload.podPath().steps().size() - 1))
                            .key("metadata")
                            .key("annotations");
                    entries(workload.podMetadata().map("annotations"), metadata, all);
                }
            }
            case ENVIRONMENT, COMMAND -> {
                if (workload != null) {
                    for (PodContainer container : workload.containers()) {
                        container(container.node(), workload.podPath().plus(container.path()), all);
                    }
                }
            }
        }
        return all;
    }

    private static void entries(@Nullable MapNode map, FieldPath path, List<Text> into) {
        for (int i = 0; map != null && i < map.size(); i++) {
            String value = text(map.value(i));
            if (value != null) {
                into.add(new Text(path.key(map.key(i)), map.key(i), value, null));
            }
        }
    }

    private void container(MapNode container, FieldPath path, List<Text> into) {
        if (place == Place.ENVIRONMENT) {
            named(container.list("env"), path.key("env"), into);
            return;
        }
        words(container.list("command"), path.key("command"), into);
        words(container.list("args"), path.key("args"), into);
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            handler(container.map(probe), path.key(probe), into);
        }
        for (String hook : List.of("postStart", "preStop")) {
            handler(container.mapAt("lifecycle", hook), path.key("lifecycle").key(hook), into);
        }
    }

    private static void handler(@Nullable MapNode handler, FieldPath path, List<Text> into) {
        MapNode exec = handler == null ? null : handler.map("exec");
        MapNode http = handler == null ? null : handler.map("httpGet");
        if (exec != null) {
            words(exec.list("command"), path.key("exec").key("command"), into);
        }
        if (http != null) {
            named(http.list("httpHeaders"), path.key("httpGet").key("httpHeaders"), into);
        }
    }

    /** Lists of maps with {@code name} and {@code value}. */
    private static void named(ListNode list, FieldPath path, List<Text> into) {
        for (int i = 0; i < list.size(); i++) {
            MapNode entry = list.get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            String value = entry.string("value");
            if (value != null) {
                into.add(new Text(path.item(i).key("value"), String.valueOf(entry.string("name")), value, null));
            }
        }
    }

    private static void words(ListNode list, FieldPath path, List<Text> into) {
        for (int i = 0; i < list.size(); i++) {
            String word = text(list.get(i));
            if (word != null) {
                String next = i + 1 < list.size() ? text(list.get(i + 1)) : null;
                into.add(new Text(path.item(i), null, word, next));
            }
        }
    }

    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null;
    }
}
