package dev.gabion.kube.select;

/** Which keys and values labels can have. Source: Kubernetes documentation, "Labels and selectors". */
final class LabelSyntax {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;

    private LabelSyntax() {}

    /** {@code app} or {@code example.org/app}. */
    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        return (slash < 0 || isPrefix(key.substring(0, slash))) && !name.isEmpty() && isValue(name);
    }

    /** Letters, digits, {@code - _ .}, with a letter or digit at both ends; or nothing. */
    static boolean isValue(String value) {
        if (value.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            boolean edge = i == 0 || i == value.length() - 1;
            char c = value.charAt(i);
            if (!isAlphanumeric(c) && (edge || (c != '-' && c != '_' && c != '.'))) {
                return false;
            }
        }
        return true;
    }

    /** A DNS subdomain. */
    private static boolean isPrefix(String prefix) {
        if (prefix.length() > LONGEST_PREFIX) {
            return false;
        }
        for (String label : prefix.split("\\.", -1)) {
            if (!isDnsLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDnsLabel(String label) {
        for (int i = 0; i < label.length(); i++) {
            boolean edge = i == 0 || i == label.length() - 1;
            if (!isLowerOrDigit(label.charAt(i)) && (edge || label.charAt(i) != '-')) {
                return false;
            }
        }
        return !label.isEmpty();
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }
}
