package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format of text, type {@code kubernetes.NamedFormat}. The length is that of the regular expression it is charged as. */
enum NamedFormat implements LibraryValue {
    DNS1123_LABEL("dns1123Label", 30),
    DNS1123_SUBDOMAIN("dns1123Subdomain", 60),
    DNS1035_LABEL("dns1035Label", 30),
    QUALIFIED_NAME("qualifiedName", 60),
    DNS1123_LABEL_PREFIX("dns1123LabelPrefix", 30),
    DNS1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix", 60),
    DNS1035_LABEL_PREFIX("dns1035LabelPrefix", 30),
    LABEL_VALUE("labelValue", 40),
    URI("uri", 1104),
    UUID("uuid", 70),
    BYTE("byte", 84),
    DATE("date", 71),
    DATETIME("datetime", 71);

    private final String id;
    private final int regexLength;

    NamedFormat(String id, int regexLength) {
        this.id = id;
        this.regexLength = regexLength;
    }

    String id() {
        return id;
    }

    int regexLength() {
        return regexLength;
    }

    @Override
    public String typeName() {
        return "kubernetes.NamedFormat";
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof NamedFormat ? (Object) (this == other) : CelError.noOverload();
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return function.equals("validate") && args.length == 2 && args[1] instanceof String text
                ? validate(text)
                : null;
    }

    private OptionalValue validate(String text) {
        List<String> faults = faults(text);
        return faults.isEmpty() ? OptionalValue.NONE : OptionalValue.of(ListValue.copyOf(faults));
    }

    private List<String> faults(String text) {
        return switch (this) {
            case DNS1123_LABEL -> DnsNames.labelFaults(text);
            case DNS1123_SUBDOMAIN -> DnsNames.subdomainFaults(text);
            case DNS1035_LABEL -> DnsNames.label1035Faults(text);
            case QUALIFIED_NAME -> DnsNames.qualifiedNameFaults(text);
            case DNS1123_LABEL_PREFIX -> DnsNames.labelFaults(DnsNames.masked(text));
            case DNS1123_SUBDOMAIN_PREFIX -> DnsNames.subdomainFaults(DnsNames.masked(text));
            case DNS1035_LABEL_PREFIX -> DnsNames.label1035Faults(DnsNames.masked(text));
            case LABEL_VALUE -> DnsNames.labelValueFaults(text);
            case URI -> uri(text);
            case UUID -> unless(isUuid(text), "does not match the UUID format");
            case BYTE -> unless(isBase64(text), "invalid base64");
            case DATE -> unless(isDate(text), "invalid date");
            case DATETIME -> unless(isDateTime(text), "invalid datetime");
        };
    }

    private static List<String> unless(boolean valid, String fault) {
        return valid ? List.of() : List.of(fault);
    }

    private static List<String> uri(String text) {
        List<String> faults = new ArrayList<>();
        Object parsed = UrlText.request(text);
        if (parsed instanceof String fault) {
            faults.add(fault);
        }
        return faults;
    }

    private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};

    /** Hexadecimal digits in groups; the dashes between the groups may be left out. */
    private static boolean isUuid(String text) {
        int at = 0;
        for (int group = 0; group < UUID_GROUPS.length; group++) {
            if (group > 0 && at < text.length() && text.charAt(at) == '-') {
                at++;
            }
            int end = at + UUID_GROUPS[group];
            for (; at < end; at++) {
                if (at >= text.length() || text.charAt(at) >= 128 || Character.digit(text.charAt(at), 16) < 0) {
                    return false;
                }
            }
        }
        return at == text.length();
    }

    private static boolean isBase64(String text) {
        if (text.isEmpty() || text.length() % 4 != 0) {
            return false;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        for (int i = 0; i < text.length() - padding; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && CivilTime.isDate(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    /** The number, or -1 where a character is no digit. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A date, {@code t} in either case, a time of day, and a zone; what follows another {@code t} is not looked at. */
    private static boolean isDateTime(String text) {
        int t = indexOfT(text, 0);
        if (t < 0 || !isDate(text.substring(0, t))) {
            return false;
        }
        int end = indexOfT(text, t + 1);
        return isTime(text.substring(t + 1, end < 0 ? text.length() : end));
    }

    private static int indexOfT(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == 't' || text.charAt(i) == 'T') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTime(String time) {
        if (time.length() < 9 || time.charAt(2) != ':' || time.charAt(5) != ':') {
            return false;
        }
        int hour = digits(time, 0, 2);
        int minute = digits(time, 3, 5);
        int second = digits(time, 6, 8);
        boolean inRange = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        return inRange && (isZone(time, 8) || isZone(time, afterFraction(time)));
    }

    /** Any character and digits after it; the regular expression in use forgets to escape the dot. */
    private static int afterFraction(String time) {
        int at = 9;
        while (at < time.length() && time.charAt(at) >= '0' && time.charAt(at) <= '9') {
            at++;
        }
        return at == 9 ? time.length() : at;
    }

    private static boolean isZone(String time, int at) {
        int length = time.length() - at;
        if (length == 1) {
            return time.charAt(at) == 'z' || time.charAt(at) == 'Z';
        }
        return length == 6
                && (time.charAt(at) == '+' || time.charAt(at) == '-')
                && time.charAt(at + 3) == ':'
                && digits(time, at + 1, at + 3) >= 0
                && digits(time, at + 4, at + 6) >= 0;
    }
}
