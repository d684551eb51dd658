package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code 'text %s'.format([args])} with the clauses s d f e b x X o and a precision. Oddities are the API server's:
 * {@code %f} groups thousands, {@code %e} writes its exponent in superscript and takes the precision for a width.
 */
final class Format {
    private static final int DEFAULT_PRECISION = 6;

    private final String template;
    private final Object args;
    private final Frame frame;
    private final StringBuilder out = new StringBuilder();
    private int used;

    private Format(String template, Object args, Frame frame) {
        this.template = template;
        this.args = args;
        this.frame = frame;
    }

    static Object format(Object[] values, Frame frame) {
        if (!(values[0] instanceof String template) || !Lists.isList(values[1])) {
            return CelError.noOverload("format", values);
        }
        try {
            return new Format(template, values[1], frame).run();
        } catch (ClauseException e) {
            return e.error;
        }
    }

    /** A clause that does not fit its argument, or a malformed one. */
    static final class ClauseException extends Exception {
        private final transient CelError error;

        ClauseException(CelError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }
    }

    private static ClauseException malformed(String message) {
        return new ClauseException(
                new CelError(CelError.Kind.FORMAT_STRING, "could not parse formatting clause: " + message));
    }

    static ClauseException wrongType(String rule, Object arg) {
        return new ClauseException(new CelError(
                CelError.Kind.FORMAT_STRING, "error during formatting: " + rule + ", was given " + Types.nameOf(arg)));
    }

    private String run() throws ClauseException {
        frame.produce(template.length());
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i++);
            if (c != '%') {
                out.append(c);
            } else if (i < template.length() && template.charAt(i) == '%') {
                out.append('%');
                i++;
            } else {
                i = clause(i);
            }
        }
        return out.toString();
    }

    private int clause(int from) throws ClauseException {
        if (used >= Lists.size(args)) {
            throw new ClauseException(new CelError(CelError.Kind.INDEX_OR_RANGE, "index " + used + " out of range"));
        }
        if (from == template.length()) {
            throw new ClauseException(CelError.other("unexpected end of string"));
        }
        int i = from;
        int precision = DEFAULT_PRECISION;
        if (template.charAt(i) == '.') {
            int digits = ++i;
            while (i < template.length() && template.charAt(i) >= '0' && template.charAt(i) <= '9') {
                i++;
            }
            precision = precision(template.substring(digits, i));
        }
        if (i == template.length()) {
            throw new ClauseException(CelError.other("unexpected end of string"));
        }
        append(template.charAt(i), Lists.get(args, used++), precision);
        return i + 1;
    }

    private static int precision(String digits) throws ClauseException {
        if (digits.isEmpty() || digits.length() > 6) {
            throw malformed("error while parsing precision: error while converting precision to integer");
        }
        return Integer.parseInt(digits);
    }

    private void append(char verb, Object arg, int precision) throws ClauseException {
        if (arg instanceof CelError error) {
            throw new ClauseException(error);
        }
        if (verb == 's') {
            text(arg);
            return;
        }
        String rendered = switch (verb) {
            case 'd' -> NumberFormat.decimal(arg);
            case 'f' -> NumberFormat.fixed(arg, precision);
            case 'e' -> NumberFormat.scientific(arg, precision);
            case 'b' -> NumberFormat.binary(arg);
            case 'x' -> NumberFormat.hex(arg, false);
            case 'X' -> NumberFormat.hex(arg, true);
            case 'o' -> NumberFormat.octal(arg);
            default -> throw malformed("unrecognized formatting clause \"" + verb + "\"");
        };
        add(rendered);
    }

    private void add(String text) {
        frame.tick();
        frame.produce(text.length());
        out.append(text);
    }

    private void text(Object arg) throws ClauseException {
        if (arg instanceof NullValue) {
            add("null");
        } else if (arg instanceof TypeValue type) {
            add(type.name());
        } else if (Lists.isList(arg) || Maps.isMap(arg)) {
            frame.enter();
            try {
                if (Lists.isList(arg)) {
                    list(arg);
                } else {
                    map(arg);
                }
            } finally {
                frame.leave();
            }
        } else {
            scalar(arg);
        }
    }

    private void scalar(Object arg) throws ClauseException {
        boolean printable = !(arg instanceof LibraryValue) || arg instanceof Timestamp || arg instanceof DurationValue;
        Object text = printable ? Conversions.toText(arg) : null;
        if (text instanceof CelError error) {
            throw new ClauseException(error);
        }
        if (text == null) {
            throw wrongType(
                    "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types,"
                            + " durations, and timestamps",
                    arg);
        }
        add((String) text);
    }

    private void list(Object list) throws ClauseException {
        add("[");
        for (int i = 0; i < Lists.size(list); i++) {
            add(i == 0 ? "" : ", ");
            append('s', Lists.get(list, i), 0);
        }
        add("]");
    }

    /** Entries in the order of their keys' texts. */
    private void map(Object map) throws ClauseException {
        List<String[]> entries = new ArrayList<>();
        for (Object key : Maps.keys(map)) {
            Object value = Maps.get(map, key);
            if (value != null) {
                entries.add(new String[] {apart(key), apart(value)});
            }
        }
        entries.sort((a, b) -> a[0].compareTo(b[0]));
        add("{");
        for (int i = 0; i < entries.size(); i++) {
            add(i == 0 ? "" : ", ");
            add(entries.get(i)[0]);
            add(": ");
            add(entries.get(i)[1]);
        }
        add("}");
    }

    private String apart(Object value) throws ClauseException {
        Format part = new Format("", args, frame);
        part.append('s', value, 0);
        return part.out.toString();
    }
}
