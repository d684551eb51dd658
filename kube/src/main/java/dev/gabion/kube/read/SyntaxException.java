package dev.gabion.kube.read;

/** A document that is not what its syntax demands, with the offset of the first byte that does not fit. */
final class SyntaxException extends Exception {
    private final String code;
    private final int offset;
    private final String text;
    private final String remedy;

    SyntaxException(String code, int offset, String text, String remedy) {
        super(text);
        this.code = code;
        this.offset = offset;
        this.text = text;
        this.remedy = remedy;
    }

    static SyntaxException tooDeep(int offset, Limits limits) {
        return new SyntaxException(
                "tooDeep",
                offset,
                "nested deeper than " + limits.depth() + " levels",
                "no Kubernetes object is; check how this file was made");
    }

    static SyntaxException tooManyValues(int offset, Limits limits) {
        return new SyntaxException(
                "documentTooLarge",
                offset,
                "the document has more than " + limits.nodes() + " values",
                "split it, or leave the file out with .gabionignore");
    }

    String code() {
        return code;
    }

    /** Bytes from the beginning of the document. */
    int offset() {
        return offset;
    }

    String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }
}
