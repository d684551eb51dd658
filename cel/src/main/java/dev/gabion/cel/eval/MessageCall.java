package dev.gabion.cel.eval;

/**
 * A message literal of one of protobuf's well-known types, such as {@code google.protobuf.Int32Value{value: 1}}. The
 * arguments alternate names of fields and their values.
 */
final class MessageCall extends Call {
    static final String PACKAGE = "google.protobuf.";

    private static final int COST = 40;

    MessageCall(Shape shape) {
        super(shape);
    }

    @Override
    public Object eval(Frame frame) {
        Object message = message(frame);
        frame.charge(COST);
        return message;
    }

    private Object message(Frame frame) {
        WellKnownMessage message = new WellKnownMessage(function().substring(PACKAGE.length()), frame);
        for (int i = 0; i < children().size(); i += 2) {
            Object value = children().get(i + 1).eval(frame);
            if (value instanceof CelError) {
                return value;
            }
            message.set((String) ((Constant) children().get(i)).value(), value);
        }
        return message.value();
    }
}
