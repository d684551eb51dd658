package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Images whose tag is a version with a known hole. A tag that is no version says nothing. */
record ImageVersions() implements Check {
    private static final Pattern VERSION = Pattern.compile("^v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(.*)$");
    private static final Pattern BEFORE_RELEASE = Pattern.compile("^[-.]?(rc|alpha|beta|pre|dev).*$");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        if (target.workload() == null) {
            return;
        }
        for (PodContainer container : target.workload().containers()) {
            String image = container.node().string("image");
            Version version = image == null ? null : Version.of(tag(image));
            if (image == null || version == null) {
                continue;
            }
            for (Node item : params.list("versions")) {
                if (item instanceof MapNode row && concerns(row, name(image)) && isOpen(row, version)) {
                    report.offends(
                            target.workload().podPath().plus(container.path()).key("image"),
                            row.string("cve") + ", fixed in " + String.join(", ", texts(row.list("fixed"))));
                }
            }
        }
    }

    private static boolean concerns(MapNode row, String name) {
        String pattern = row.string("image");
        return pattern != null && Pattern.compile(pattern).matcher(name).find();
    }

    /** Open below the newest fix, unless the version's own branch has one that it contains. */
    private static boolean isOpen(MapNode row, Version version) {
        Version introduced = Version.of(row.string("introduced"));
        if (introduced != null && version.compareTo(introduced) < 0) {
            return false;
        }
        boolean open = false;
        for (String text : texts(row.list("fixed"))) {
            Version fixed = Version.of(text);
            if (fixed == null) {
                continue;
            }
            if (version.sameBranch(fixed) && version.compareTo(fixed) >= 0) {
                return false;
            }
            open |= version.compareTo(fixed) < 0;
        }
        return open;
    }

    private static List<String> texts(ListNode list) {
        List<String> all = new ArrayList<>();
        for (Node item : list) {
            if (item instanceof ScalarNode s && s.value() != null) {
                all.add(String.valueOf(s.value()));
            }
        }
        return all;
    }

    private static String name(String image) {
        String undigested = image.indexOf('@') < 0 ? image : image.substring(0, image.indexOf('@'));
        int colon = undigested.lastIndexOf(':');
        return colon > undigested.lastIndexOf('/') ? undigested.substring(0, colon) : undigested;
    }

    private static String tag(String image) {
        String undigested = image.indexOf('@') < 0 ? image : image.substring(0, image.indexOf('@'));
        int colon = undigested.lastIndexOf(':');
        return colon > undigested.lastIndexOf('/') ? undigested.substring(colon + 1) : "";
    }

    /** Up to three numbers; a release candidate comes before its release. */
    private record Version(int major, int minor, int patch, boolean released) implements Comparable<Version> {
        static @Nullable Version of(@Nullable String text) {
            Matcher matcher = text == null ? null : VERSION.matcher(text);
            if (matcher == null || !matcher.matches()) {
                return null;
            }
            String rest = matcher.group(4);
            return new Version(
                    number(matcher.group(1)),
                    number(matcher.group(2)),
                    number(matcher.group(3)),
                    rest == null || !BEFORE_RELEASE.matcher(rest).matches());
        }

        private static int number(@Nullable String text) {
            return text == null ? 0 : Integer.parseInt(text);
        }

        boolean sameBranch(Version other) {
            return major == other.major && minor == other.minor;
        }

        @Override
        public int compareTo(Version other) {
            int order = Integer.compare(major, other.major);
            order = order == 0 ? Integer.compare(minor, other.minor) : order;
            order = order == 0 ? Integer.compare(patch, other.patch) : order;
            return order == 0 ? Boolean.compare(released, other.released) : order;
        }
    }
}
