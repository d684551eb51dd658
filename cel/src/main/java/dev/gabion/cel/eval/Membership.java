package dev.gabion.cel.eval;

/** Whether a list has an item equal to a value. */
final class Membership {
    private Membership() {}

    static boolean contains(Object list, Object value) {
        for (int i = 0; i < Lists.size(list); i++) {
            if (Equality.equal(value, Lists.get(list, i))) {
                return true;
            }
        }
        return false;
    }
}
