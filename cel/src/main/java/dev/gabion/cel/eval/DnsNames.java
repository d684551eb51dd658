package dev.gabion.cel.eval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules Kubernetes has for names, with its own words for what is wrong. */
final class DnsNames {
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;

    private static final String LABEL_FAULT = pattern(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character",
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            "my-name",
            "123-abc");
    private static final String SUBDOMAIN_FAULT = pattern(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character",
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            "example.com");
    private static final String LABEL_1035_FAULT = pattern(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                    + " character, and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "my-name",
            "abc-123");
    private static final String NAME_RULE = pattern(
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character",
            "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
            "MyName",
            "my.name",
            "123-abc");
    private static final String VALUE_FAULT = pattern(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character",
            "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
            "MyValue",
            "my_value",
            "12345");

    private DnsNames() {}

    private static String pattern(String rule, String regex, String... examples) {
        StringBuilder text = new StringBuilder(rule).append(" (e.g. ");
        for (int i = 0; i < examples.length; i++) {
            text.append(i == 0 ? "" : " or ").append('\'').append(examples[i]).append("', ");
        }
        return text.append("regex used for validation is '")
                .append(regex)
                .append("')")
                .toString();
    }

    private static void tooLong(String name, int limit, String unit, List<String> faults) {
        if (name.getBytes(StandardCharsets.UTF_8).length > limit) {
            faults.add("must be no more than " + limit + " " + unit);
        }
    }

    static List<String> labelFaults(String name) {
        List<String> faults = new ArrayList<>();
        tooLong(name, LABEL_LENGTH, "characters", faults);
        if (!isLabel(name)) {
            faults.add(isSubdomain(name) ? "must not contain dots" : LABEL_FAULT);
        }
        return faults;
    }

    static List<String> subdomainFaults(String name) {
        return subdomainFaults(name, "characters");
    }

    private static List<String> subdomainFaults(String name, String unit) {
        List<String> faults = new ArrayList<>();
        tooLong(name, SUBDOMAIN_LENGTH, unit, faults);
        if (!isSubdomain(name)) {
            faults.add(SUBDOMAIN_FAULT);
        }
        return faults;
    }

    static List<String> label1035Faults(String name) {
        List<String> faults = new ArrayList<>();
        tooLong(name, LABEL_LENGTH, "characters", faults);
        if (!isLabel(name) || !isLetter(name.charAt(0))) {
            faults.add(LABEL_1035_FAULT);
        }
        return faults;
    }

    static List<String> qualifiedNameFaults(String text) {
        List<String> faults = new ArrayList<>();
        int slash = text.indexOf('/');
        if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
            faults.add("a valid label key " + NAME_RULE + " with an optional DNS subdomain prefix and '/'"
                    + " (e.g. 'example.com/MyName')");
            return faults;
        }
        if (slash == 0) {
            faults.add("prefix part must be non-empty");
        } else if (slash > 0) {
            for (String fault : subdomainFaults(text.substring(0, slash), "bytes")) {
                faults.add("prefix part " + fault);
            }
        }
        String name = text.substring(slash + 1);
        if (name.isEmpty()) {
            faults.add("name part must be non-empty");
        }
        List<String> parts = new ArrayList<>();
        tooLong(name, LABEL_LENGTH, "bytes", parts);
        if (!isName(name)) {
            parts.add(NAME_RULE);
        }
        for (String fault : parts) {
            faults.add("name part " + fault);
        }
        return faults;
    }

    static List<String> labelValueFaults(String value) {
        List<String> faults = new ArrayList<>();
        tooLong(value, LABEL_LENGTH, "bytes", faults);
        if (!value.isEmpty() && !isName(value)) {
            faults.add(VALUE_FAULT);
        }
        return faults;
    }

    /**
     * What the API server checks of a prefix that ends in a dash: the last two characters make way for a letter. That
     * it takes two is a slip of its own.
     */
    static String masked(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLowerOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLabel(String name) {
        return isLabel(name, 0, name.length());
    }

    private static boolean isLabel(String name, int from, int to) {
        if (from >= to || !isLowerOrDigit(name.charAt(from)) || !isLowerOrDigit(name.charAt(to - 1))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isLowerOrDigit(name.charAt(i)) && name.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubdomain(String name) {
        int from = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
            if (!isLabel(name, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isLabel(name, from, name.length());
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || !isAlphanumeric(name.charAt(0)) || !isAlphanumeric(name.charAt(name.length() - 1))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }
}
