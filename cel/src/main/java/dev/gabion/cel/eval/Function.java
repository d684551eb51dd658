package dev.gabion.cel.eval;

/** What a call runs once its arguments are known. Arguments are never errors; the result may be one. */
@FunctionalInterface
interface Function {
    Object call(Object[] args, Frame frame);
}
