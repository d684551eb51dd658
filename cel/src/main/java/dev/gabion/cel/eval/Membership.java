package dev.gabion.cel.eval;

/** Whether a list has an item equal to a value. */
final class Membership {
    private Membership() {}

    /** A boolean, or an error where no item is equal but one cannot be read. */
    static Object find(Object list, Object value, Frame frame) {
        CelError unread = null;
        for (int i = 0; i < Lists.size(list); i++) {
            frame.tick();
            Object item = Lists.get(list, i);
            if (item instanceof CelError error) {
                unread = error;
            } else if (Equality.equal(value, item, frame)) {
                return true;
            }
        }
        return unread == null ? (Object) false : unread;
    }

    static boolean contains(Object list, Object value, Frame frame) {
        return Boolean.TRUE.equals(find(list, value, frame));
    }
}
