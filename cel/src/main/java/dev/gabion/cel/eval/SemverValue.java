package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A semantic version, type {@code kubernetes.Semver}. Build metadata does not count in comparisons. */
final class SemverValue implements LibraryValue {
    private static final int PARTS = 3;

    private final long[] numbers;
    private final List<String> prerelease;
    private final String text;

    private SemverValue(long[] numbers, List<String> prerelease, String text) {
        this.numbers = numbers;
        this.prerelease = prerelease;
        this.text = text;
    }

    /** A version or an error. */
    static Object parse(String text) {
        List<String> parts = split(text);
        if (parts.size() < PARTS) {
            return CelError.other(text.isEmpty() ? "Version string empty" : "No Major.Minor.Patch elements found");
        }
        String tail = parts.get(2);
        int plus = tail.indexOf('+');
        String build = plus < 0 ? null : tail.substring(plus + 1);
        String unbuilt = plus < 0 ? tail : tail.substring(0, plus);
        int dash = unbuilt.indexOf('-');
        String prerelease = dash < 0 ? null : unbuilt.substring(dash + 1);
        parts.set(2, dash < 0 ? unbuilt : unbuilt.substring(0, dash));
        long[] numbers = new long[PARTS];
        for (int i = 0; i < PARTS; i++) {
            CelError fault = numberFault(parts.get(i), new String[] {"major", "minor", "patch"}[i]);
            if (fault != null) {
                return fault;
            }
            numbers[i] = Long.parseUnsignedLong(parts.get(i));
        }
        List<String> identifiers = prerelease == null ? List.of() : List.of(prerelease.split("\\.", -1));
        CelError fault = prereleaseFault(identifiers);
        fault = fault == null && build != null ? buildFault(build) : fault;
        return fault == null ? new SemverValue(numbers, identifiers, text) : fault;
    }

    /** At most three parts; dots after the second stay in the third. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('.'); at >= 0 && parts.size() < PARTS - 1; at = text.indexOf('.', from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Drops a leading {@code v} and leading zeros, and fills up missing parts, before it parses. */
    static Object normalized(String text) {
        List<String> parts = split(text.startsWith("v") ? text.substring(1) : text);
        parts.replaceAll(SemverValue::withoutLeadingZeros);
        String last = parts.getLast();
        if (parts.size() < PARTS && (last.indexOf('+') >= 0 || last.indexOf('-') >= 0)) {
            return CelError.other("short version cannot contain PreRelease/Build meta data");
        }
        while (parts.size() < PARTS) {
            parts.add("0");
        }
        return parse(String.join(".", parts));
    }

    private static String withoutLeadingZeros(String part) {
        if (part.length() < 2) {
            return part;
        }
        int from = 0;
        while (from < part.length() && part.charAt(from) == '0') {
            from++;
        }
        String rest = part.substring(from);
        return rest.isEmpty() || !isDigit(rest.charAt(0)) ? "0" + rest : rest;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable CelError numberFault(String digits, String what) {
        if (!isNumeric(digits)) {
            return CelError.other("Invalid character(s) found in " + what + " number \"" + digits + "\"");
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            return CelError.other(what + " number must not contain leading zeroes \"" + digits + "\"");
        }
        return unsignedFault(digits);
    }

    private static @Nullable CelError unsignedFault(String digits) {
        String parsing = "strconv.ParseUint: parsing \"" + digits + "\": ";
        if (digits.isEmpty()) {
            return CelError.conversion(parsing + "invalid syntax");
        }
        return fitsUnsigned(digits) ? null : new CelError(CelError.Kind.INDEX_OR_RANGE, parsing + "value out of range");
    }

    private static boolean fitsUnsigned(String digits) {
        String largest = "18446744073709551615";
        return digits.length() < largest.length()
                || (digits.length() == largest.length() && digits.compareTo(largest) <= 0);
    }

    /** Digits only; the empty text too. */
    private static boolean isNumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable CelError prereleaseFault(List<String> identifiers) {
        for (String identifier : identifiers) {
            if (identifier.isEmpty()) {
                return CelError.other("Prerelease is empty");
            }
            boolean numeric = isNumeric(identifier);
            if (numeric && identifier.length() > 1 && identifier.charAt(0) == '0') {
                return CelError.other(
                        "Numeric PreRelease version must not contain leading zeroes \"" + identifier + "\"");
            }
            if (!numeric && !isAlphanumeric(identifier)) {
                return CelError.other("Invalid character(s) found in prerelease \"" + identifier + "\"");
            }
            if (numeric && !fitsUnsigned(identifier)) {
                return unsignedFault(identifier);
            }
        }
        return null;
    }

    private static @Nullable CelError buildFault(String build) {
        for (String part : build.split("\\.", -1)) {
            if (part.isEmpty()) {
                return CelError.other("Build meta data is empty");
            }
            if (!isAlphanumeric(part)) {
                return CelError.other("Invalid character(s) found in build meta data \"" + part + "\"");
            }
        }
        return null;
    }

    private int compare(SemverValue other) {
        for (int i = 0; i < PARTS; i++) {
            int order = Long.compareUnsigned(numbers[i], other.numbers[i]);
            if (order != 0) {
                return Integer.signum(order);
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        int shared = Math.min(prerelease.size(), other.prerelease.size());
        for (int i = 0; i < shared; i++) {
            int order = identifiers(prerelease.get(i), other.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int identifiers(String a, String b) {
        boolean numericA = isNumeric(a);
        boolean numericB = isNumeric(b);
        if (numericA != numericB) {
            return numericA ? -1 : 1;
        }
        int order =
                numericA ? Long.compareUnsigned(Long.parseUnsignedLong(a), Long.parseUnsignedLong(b)) : a.compareTo(b);
        return Integer.signum(order);
    }

    @Override
    public String typeName() {
        return "kubernetes.Semver";
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof SemverValue version ? (Object) (compare(version) == 0) : CelError.noOverload();
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        if (args.length == 1) {
            return switch (function) {
                case "major" -> numbers[0];
                case "minor" -> numbers[1];
                case "patch" -> numbers[2];
                default -> null;
            };
        }
        if (args.length != 2 || !(args[1] instanceof SemverValue other)) {
            return null;
        }
        return switch (function) {
            case "compareTo" -> (long) compare(other);
            case "isGreaterThan" -> compare(other) > 0;
            case "isLessThan" -> compare(other) < 0;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
