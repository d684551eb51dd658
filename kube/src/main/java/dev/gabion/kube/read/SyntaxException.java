package dev.gabion.kube.read;

/** A document that is not what its syntax demands, with the line and column from 1 within the document. */
final class SyntaxException extends Exception {
    private final String code;
    private final int line;
    private final int column;
    private final String remedy;

    SyntaxException(String code, int line, int column, String message, String remedy) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String remedy() {
        return remedy;
    }

    String text() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
