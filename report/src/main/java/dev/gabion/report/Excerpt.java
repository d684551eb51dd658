package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.SecretFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines around a finding as reports may show them: secrets masked, harmful characters made visible, common
 * indentation taken away, long lines cut.
 *
 * @param firstLine number of the first line
 * @param marked index of the line that offends
 * @param from first char of that line that is meant
 * @param to char after the last one meant
 */
record Excerpt(int firstLine, List<String> lines, int marked, int from, int to) {
    private static final int LONGEST = 300;
    private static final int BEFORE_MARK = 60;
    private static final String CUT = "...";

    /**
     * The excerpt of a finding.
     *
     * @param around lines before and after
     * @return null where the file cannot be shown
     */
    static @Nullable Excerpt of(Finding finding, Sources sources, int around) {
        String file = finding.place().file();
        int line = finding.place().line();
        if (line < 1 || file.isEmpty()) {
            return null;
        }
        SourceLine source = sources.line(file, line);
        if (source == null) {
            return null;
        }
        boolean secret = isMasked(finding);
        List<String> lines = new ArrayList<>();
        int first = before(sources, file, line, around, lines);
        Mark mark = Mark.in(
                blanked(source.text()), source.offset(Math.max(finding.place().column(), 1)));
        if (secret) {
            mark = mark.masked();
        }
        int marked = lines.size();
        lines.add(mark.line());
        after(finding, sources, around, secret, lines);
        return shaped(first, lines, marked, mark);
    }

    private static boolean isMasked(Finding finding) {
        String value = finding.value();
        return value != null && value.length() == SecretFields.MASK.length() + 2 && value.contains(SecretFields.MASK);
    }

    private static int before(Sources sources, String file, int line, int around, List<String> lines) {
        int first = line;
        for (int i = line - 1; i >= Math.max(1, line - around); i--) {
            SourceLine source = sources.line(file, i);
            if (source == null) {
                break;
            }
            lines.addFirst(blanked(source.text()));
            first = i;
        }
        return first;
    }

    private static void after(Finding finding, Sources sources, int around, boolean secret, List<String> lines) {
        int line = finding.place().line();
        for (int i = line + 1; i <= line + around; i++) {
            SourceLine source = sources.line(finding.place().file(), i);
            if (source == null) {
                return;
            }
            boolean within = secret && i <= finding.place().endLine();
            lines.add(within ? SecretFields.MASK : blanked(source.text()));
        }
    }

    private static String blanked(String line) {
        return line.replace('\t', ' ');
    }

    private static Excerpt shaped(int first, List<String> lines, int marked, Mark mark) {
        int indent = indent(lines);
        Mark meant = mark.without(Math.min(indent, mark.from()), LONGEST, BEFORE_MARK)
                .visible();
        for (int i = 0; i < lines.size(); i++) {
            if (i == marked) {
                lines.set(i, meant.line());
            } else {
                String line = lines.get(i);
                lines.set(i, Visible.line(cut(line.substring(Math.min(indent, line.length())))));
            }
        }
        return new Excerpt(first, List.copyOf(lines), marked, meant.from(), meant.to());
    }

    private static int indent(List<String> lines) {
        int least = Integer.MAX_VALUE;
        for (String line : lines) {
            int blanks = 0;
            while (blanks < line.length() && line.charAt(blanks) == ' ') {
                blanks++;
            }
            if (blanks < line.length()) {
                least = Math.min(least, blanks);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + CUT;
    }
}
