package dev.gabion.kube.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * How near two files are. Unrelated applications in one tree may use the same names, so a reference means the nearest
 * candidate: same file, then same directory, then by steps through the tree. Source: rulings, section 3.7.
 */
final class Proximity {
    private Proximity() {}

    /** The entries nearest to a file, all at the same distance. */
    static List<Entry> nearest(String file, List<Entry> candidates) {
        List<Entry> best = new ArrayList<>();
        int bestDistance = Integer.MAX_VALUE;
        for (Entry candidate : candidates) {
            int distance = distance(file, candidate.object().document().file());
            if (distance < bestDistance) {
                bestDistance = distance;
                best.clear();
            }
            if (distance == bestDistance) {
                best.add(candidate);
            }
        }
        return best;
    }

    /** The entries in the nearest directory that has any; a file counts as its directory. */
    static List<Entry> nearestDirectory(String file, List<Entry> candidates) {
        List<Entry> best = new ArrayList<>();
        int bestDistance = Integer.MAX_VALUE;
        for (Entry candidate : candidates) {
            int distance =
                    Math.max(1, distance(file, candidate.object().document().file()));
            if (distance < bestDistance) {
                bestDistance = distance;
                best.clear();
            }
            if (distance == bestDistance) {
                best.add(candidate);
            }
        }
        return best;
    }

    /** 0 for the same file, 1 for the same directory, and one more for each step up or down between directories. */
    static int distance(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int common = 0;
        int lastSlash = -1;
        while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
            if (a.charAt(common) == '/') {
                lastSlash = common;
            }
            common++;
        }
        return 1 + slashes(a, lastSlash + 1) + slashes(b, lastSlash + 1);
    }

    private static int slashes(String path, int from) {
        int count = 0;
        for (int i = from; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                count++;
            }
        }
        return count;
    }
}
