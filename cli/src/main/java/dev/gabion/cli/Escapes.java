package dev.gabion.cli;

/** Keeps what manifests and paths say from steering the terminal. */
final class Escapes {
    private Escapes() {}

    /** The text in one line, control and format characters made visible. */
    static String line(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = (c >= ' ' && c < 0x7F) || (c > 0x9F && Character.getType(c) != Character.FORMAT);
            if (harmless && out != null) {
                out.append(c);
            } else if (!harmless) {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            }
        }
        return out == null ? text : out.toString();
    }
}
