package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Report;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A table of findings for spreadsheets. Source: RFC 4180. A cell a spreadsheet would compute begins with {@code '}. */
final class CsvPrinter implements Printer {
    private static final String HEAD = "severity,control,title,verdict,why,namespace,kind,name,apiVersion,container,"
            + "file,line,column,path,message,value,expected,baseline,exception,fingerprint\r\n";
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public void print(Report report, OutputStream out) throws IOException {
        TextOutput csv = new TextOutput(out);
        ControlTable controls = new ControlTable(report);
        csv.text(HEAD);
        for (Finding finding : report.findings()) {
            row(csv, finding, controls.title(finding.control()));
        }
        csv.flush();
    }

    private static void row(TextOutput csv, Finding f, String title) throws IOException {
        ObjectReference object = f.object();
        Place place = f.place();
        csv.text(f.severity().word());
        cell(csv, f.control());
        cell(csv, title);
        cell(csv, f.verdict().word());
        cell(csv, f.why() == null ? null : f.why().toString());
        cell(csv, object.namespace());
        cell(csv, object.kind());
        cell(csv, object.name());
        cell(csv, object.apiVersion());
        cell(csv, f.container());
        cell(csv, place.file());
        csv.text(',').number(place.line()).text(',').number(place.column());
        cell(csv, f.path());
        cell(csv, f.message());
        cell(csv, f.value());
        cell(csv, f.expected());
        cell(csv, f.baseline() == null ? null : f.baseline().word());
        cell(csv, f.exception());
        cell(csv, f.fingerprint());
        csv.text("\r\n");
    }

    private static void cell(TextOutput csv, @Nullable String text) throws IOException {
        csv.text(',');
        if (text != null && !text.isEmpty()) {
            csv.text(escaped(text));
        }
    }

    /** The one way text gets into a cell. */
    static String escaped(String text) {
        String line = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + Visible.line(text) : Visible.line(text);
        if (line.indexOf('"') < 0 && line.indexOf(',') < 0) {
            return line;
        }
        return '"' + line.replace("\"", "\"\"") + '"';
    }
}
