package dev.gabion.cel.eval;

/**
 * {@code indexOf} and {@code lastIndexOf}, which both strings and lists have. In strings positions count code points,
 * the empty text is found wherever one looks, even outside, and nothing else is.
 */
final class Positions implements Function {
    private final String name;
    private final boolean last;

    Positions(String name) {
        this.name = name;
        this.last = name.equals("lastIndexOf");
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (Lists.isList(args[0])) {
            return args.length == 2 ? inList(args[0], args[1], frame) : CelError.noOverload(name, args);
        }
        boolean texts = args[0] instanceof String && args[1] instanceof String;
        return texts && (args.length == 2 || args[2] instanceof Long)
                ? inText((String) args[0], (String) args[1], args)
                : CelError.noOverload(name, args);
    }

    private Object inList(Object list, Object value, Frame frame) {
        int size = Lists.size(list);
        CelError unread = null;
        for (int i = 0; i < size; i++) {
            frame.tick();
            int at = last ? size - 1 - i : i;
            Object item = Lists.get(list, at);
            if (item instanceof CelError error) {
                unread = error;
            } else if (Equality.equal(item, value, frame)) {
                return unread == null ? (Object) (long) at : unread;
            }
        }
        return unread == null ? Long.valueOf(-1) : unread;
    }

    private Object inText(String text, String part, Object[] args) {
        int length = text.codePointCount(0, text.length());
        long from = args.length == 3 ? (Long) args[2] : last ? length - 1 : 0;
        if (part.isEmpty()) {
            return args.length == 3 ? from : last ? (long) length : 0L;
        }
        if (from < 0 && args.length == 3) {
            return CelError.range(from);
        }
        if (from < 0 || from >= length) {
            return -1L;
        }
        int start = text.offsetByCodePoints(0, (int) from);
        int at = last ? text.lastIndexOf(part, start) : text.indexOf(part, start);
        return at < 0 ? -1L : (long) text.codePointCount(0, at);
    }
}
