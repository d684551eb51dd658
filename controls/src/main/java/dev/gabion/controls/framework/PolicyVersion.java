package dev.gabion.controls.framework;

import org.jspecify.annotations.Nullable;

/** A version of the Pod Security Standards: {@code v1.25}, or {@code latest}. */
public record PolicyVersion(int minor) {
    /** The newest policy this program knows. */
    public static final PolicyVersion NEWEST = new PolicyVersion(37);

    /**
     * Reads a version as namespace labels write it. A version above the newest known evaluates as the newest.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PolicyVersion parse(String text) {
        PolicyVersion version = orNull(text);
        if (version == null) {
            throw new IllegalArgumentException("want a policy version such as v1.25 or latest, not " + text);
        }
        return version;
    }

    private static @Nullable PolicyVersion orNull(String text) {
        if (text.equals("latest")) {
            return NEWEST;
        }
        if (!text.startsWith("v1.") || text.length() > 7 || text.length() == 3) {
            return null;
        }
        String minor = text.substring(3);
        for (int i = 0; i < minor.length(); i++) {
            if (minor.charAt(i) < '0' || minor.charAt(i) > '9') {
                return null;
            }
        }
        boolean padded = minor.length() > 1 && minor.charAt(0) == '0';
        return padded ? null : new PolicyVersion(Math.min(Integer.parseInt(minor), NEWEST.minor));
    }

    /** The older of the two: {@code latest} of a cluster is the newest policy that cluster knows. */
    public PolicyVersion atMost(int clusterMinor) {
        return minor <= clusterMinor ? this : new PolicyVersion(clusterMinor);
    }

    @Override
    public String toString() {
        return "v1." + minor;
    }
}
