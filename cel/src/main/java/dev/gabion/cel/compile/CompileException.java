package dev.gabion.cel.compile;

/** An expression that does not parse or type-check; line and column count from 1. */
public final class CompileException extends Exception {
    private final int line;
    private final int column;

    CompileException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong, in one line. */
    public String text() {
        String message = getMessage();
        return message == null ? "does not compile" : message;
    }
}
