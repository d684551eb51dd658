package dev.gabion.controls.compile;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a control says of itself: objects it passes and objects it fails. */
public record Examples(List<Example> pass, List<Example> fail) {
    /** What an example stands for: a whole object, a pod spec, or one container. */
    public enum Form {
        OBJECT("object"),
        POD("pod"),
        CONTAINER("container");

        private final String key;

        Form(String key) {
            this.key = key;
        }
    }

    /**
     * One example.
     *
     * @param with objects that are there besides it
     * @param params overrides of parameters
     * @param fields that offend, from the example's own root; empty for passing ones
     * @param pssVersion the policy version to judge by, or null for the newest
     * @param source where it stands in the control's file
     */
    public record Example(
            Form form,
            MapNode content,
            List<MapNode> with,
            MapNode params,
            List<String> fields,
            @Nullable String pssVersion,
            YamlMap source) {}

    static Examples read(YamlMap control, Consumer<ControlProblem> problems) {
        YamlMap examples = control.map("examples");
        if (examples == null) {
            control.reportAt("examples", "a control needs examples that pass and that fail");
            return new Examples(List.of(), List.of());
        }
        examples.allow(Set.of("pass", "fail"));
        Examples all = new Examples(list(examples, "pass"), list(examples, "fail"));
        if (all.pass.isEmpty() || all.fail.isEmpty()) {
            control.reportAt("examples", "a control needs an example that passes and one that fails");
        }
        return all;
    }

    private static List<Example> list(YamlMap examples, String key) {
        List<Example> all = new ArrayList<>();
        for (YamlMap source : examples.maps(key)) {
            Example example = one(source);
            if (example != null) {
                all.add(example);
            }
        }
        return all;
    }

    private static @Nullable Example one(YamlMap source) {
        source.allow(Set.of("object", "pod", "container", "with", "params", "fields", "pssVersion", "why"));
        for (Form form : Form.values()) {
            if (source.has(form.key)) {
                YamlMap content = source.map(form.key);
                YamlMap params = source.map("params");
                return content == null
                        ? null
                        : new Example(
                                form,
                                content.node(),
                                with(source),
                                params == null ? MapNode.EMPTY : params.node(),
                                source.strings("fields"),
                                source.optional("pssVersion"),
                                source);
            }
        }
        source.reportAt("with", "an example has object, pod or container");
        return null;
    }

    private static List<MapNode> with(YamlMap source) {
        List<MapNode> all = new ArrayList<>();
        ListNode list = source.node().list("with");
        for (Node item : list) {
            if (item instanceof MapNode map) {
                all.add(map);
            }
        }
        return all;
    }
}
