package dev.gabion.report;

/**
 * Text for Markdown as GitHub and GitLab render it: no markup, no HTML, no table cell ends in it, nobody is mentioned,
 * no issue or address linked.
 */
final class MarkdownText {
    private static final String MARKUP = "\\`*_{}[]()!|~$^";

    /** Invisible when rendered; tears apart what would become a link. */
    private static final String GAP = "<!-- -->";

    private MarkdownText() {}

    static String escaped(String text) {
        String line = Visible.line(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@', '#' -> out.append(c).append(GAP);
                case ':' -> out.append(line.startsWith("://", i) ? c + GAP : ":");
                case '.' -> out.append(line.regionMatches(true, i - 3, "www", 0, 3) ? GAP + c : ".");
                case '-' -> out.append(line.regionMatches(true, i - 2, "GH", 0, 2) ? c + GAP : "-");
                default -> {
                    if (MARKUP.indexOf(c) >= 0) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** The text, cut where it is longer than fits a cell. */
    static String cell(String text, int longest) {
        if (text.length() <= longest) {
            return escaped(text);
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return escaped(text.substring(0, end)) + "...";
    }

    /** A name or a place, set as code. */
    static String code(String text, int longest) {
        return "<code>" + cell(text, longest) + "</code>";
    }
}
