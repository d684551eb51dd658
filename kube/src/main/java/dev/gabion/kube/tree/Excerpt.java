package dev.gabion.kube.tree;

/** Texts of a hostile document, cut to what people can read. */
public final class Excerpt {
    private static final int PART = 100;
    private static final int MESSAGE = 400;

    private Excerpt() {}

    /** A key or value for use in a message: the text, or its beginning and three dots. */
    public static String of(String text) {
        return cut(text, PART);
    }

    /** A whole message. */
    public static String message(String text) {
        return cut(text, MESSAGE);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "...";
    }
}
