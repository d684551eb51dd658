package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;

/** How a control's file names a flag where others name a field: {@code flags.anonymous-auth}. */
public final class FlagPath {
    private static final String HEAD = "flags";

    private FlagPath() {}

    /** Whether a path names a flag. */
    public static boolean is(FieldPath path) {
        return path.steps().size() == 2
                && path.steps().getFirst() instanceof FieldPath.Step.Key(String head)
                && head.equals(HEAD)
                && path.steps().getLast() instanceof FieldPath.Step.Key;
    }

    /** The flag a path names. */
    public static String flag(FieldPath path) {
        return ((FieldPath.Step.Key) path.steps().getLast()).name();
    }
}
