package dev.gabion.report;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values. Source: RFC 4180. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        Csv csv = new Csv(text);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalStateException("a row does not end at " + at);
        }
        at += 2;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (text.charAt(at) != '"') {
            while (",\r".indexOf(text.charAt(at)) < 0) {
                if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
                    throw new IllegalStateException("a bare cell holds a quote or a line feed at " + at);
                }
                cell.append(text.charAt(at++));
            }
            return cell.toString();
        }
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            at += text.charAt(at) == '"' ? 1 : 0;
            cell.append(text.charAt(at++));
        }
        at++;
        return cell.toString();
    }
}
