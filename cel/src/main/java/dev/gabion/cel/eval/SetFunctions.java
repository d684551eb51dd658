package dev.gabion.cel.eval;

/** Lists as sets. */
final class SetFunctions implements Function {
    private final String name;

    SetFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (!Lists.isList(args[0]) || !Lists.isList(args[1])) {
            return CelError.noOverload(name, args);
        }
        return switch (name) {
            case "sets.contains" -> contains(args[0], args[1], frame);
            case "sets.intersects" -> intersects(args[0], args[1], frame);
            default -> equivalent(args[0], args[1], frame);
        };
    }

    private static Object equivalent(Object a, Object b, Frame frame) {
        Object forth = contains(a, b, frame);
        return Boolean.TRUE.equals(forth) ? contains(b, a, frame) : forth;
    }

    private static Object contains(Object list, Object part, Frame frame) {
        for (int i = 0; i < Lists.size(part); i++) {
            Object item = Lists.get(part, i);
            Object found = item instanceof CelError ? item : Membership.find(list, item, frame);
            if (!Boolean.TRUE.equals(found)) {
                return found;
            }
        }
        return true;
    }

    private static Object intersects(Object list, Object other, Frame frame) {
        Object answer = false;
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            Object found = item instanceof CelError ? item : Membership.find(other, item, frame);
            if (Boolean.TRUE.equals(found)) {
                return true;
            }
            answer = found instanceof CelError ? found : answer;
        }
        return answer;
    }
}
