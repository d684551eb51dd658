package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/** One finding a line, as the JSON report has it, for streams. */
final class JsonlPrinter implements Printer {
    @Override
    public void print(Report report, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        for (Finding finding : report.findings()) {
            FindingJson.write(json.nextDocument(), finding);
            json.newline();
        }
        json.flush();
    }
}
