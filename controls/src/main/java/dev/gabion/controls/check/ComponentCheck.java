package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.Unset;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** A check of every run of one program that an object describes. */
abstract class ComponentCheck implements Check {
    static final String API_SERVER = "kube-apiserver";

    private final String component;

    ComponentCheck(String component) {
        this.component = component;
    }

    @Override
    public final void run(Target target, MapNode params, FactSource facts, Report report) {
        boolean judged = false;
        for (ComponentRun run : target.runs()) {
            if (run.component().equals(component)) {
                judged |= check(run, new Context(target, params, facts), report);
            }
        }
        if (!judged) {
            report.notApplicable("nothing that runs " + component);
        }
    }

    /** What a check may look at besides the run. */
    record Context(Target target, MapNode params, FactSource facts) {}

    /** Judges a run; false where it says nothing of what is asked. */
    abstract boolean check(ComponentRun run, Context context, Report report);

    /** What is known of a flag. */
    enum Knowledge {
        /** Its value, or that it is left out and the default holds. */
        VALUE,
        /** Nothing, and that has been reported. */
        REPORTED,
        /** Nothing: another document says it. */
        ELSEWHERE
    }

    /** What the input tells of a flag; reports what is missing where something that cannot be read may set it. */
    static Knowledge knowledge(ComponentRun run, String flag, Report report) {
        String missing = run.unknown(flag);
        if (!run.has(flag)) {
            switch (run.unset(flag)) {
                case Unset.Elsewhere() -> {
                    return Knowledge.ELSEWHERE;
                }
                case Unset.Unknown(String evidence) -> missing = evidence;
                case Unset.Default() -> {}
            }
        }
        if (missing == null) {
            return Knowledge.VALUE;
        }
        report.undecided(run.place(flag), new Why(Why.Kind.MISSING_EVIDENCE, missing));
        return Knowledge.REPORTED;
    }

    /** The objects of a kind the control asked for. */
    static List<MapNode> objects(FactSource facts, String kind) {
        List<MapNode> all = new ArrayList<>();
        if (facts.get("objects." + kind) instanceof ListNode list) {
            for (Node item : list) {
                if (item instanceof MapNode map) {
                    all.add(map);
                }
            }
        }
        return all;
    }
}
