package dev.gabion.report;

import dev.gabion.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/** Prints a report in one format. */
@FunctionalInterface
public interface Printer {
    void print(Report report, OutputStream out) throws IOException;
}
