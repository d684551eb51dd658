package dev.gabion.cli;

import dev.gabion.controls.catalogue.*;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.scan.*;
import dev.gabion.controls.scan.Scanner;
import dev.gabion.finding.*;
import dev.gabion.kube.read.InputFinder;
import dev.gabion.kube.schema.Schema;
import dev.gabion.report.PrintOptions;
import dev.gabion.report.Printers;
import java.io.*;
import java.nio.file.Path;
import java.util.*;

/** Spike. */
public final class Main {
    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("gabion.home"));
        Catalogue c = CatalogueFormat.read(home.resolve("catalogue.bin"));
        Schema schema = Schema.load(home.resolve("fields-v1.36.txt"));
        List<ActiveControl> active = new ArrayList<>();
        for (Control k : c.controls()) {
            active.add(new ActiveControl(k, k.head().params(), "v1.37"));
        }
        int rep = Integer.getInteger("rep", 1);
        for (int r = 0; r < rep; r++) {
            long t = System.nanoTime();
            Scanner s =
                    new Scanner(active, JavaChecks::of, schema, ScanOptions.DEFAULT, ExceptionRules.NONE, (a, b) -> {});
            InputFinder f = new InputFinder(s::problem);
            for (String a : args) {
                f.add(a);
            }
            try (ScanResult res = s.scan(f.files())) {
                Tally all = new Tally();
                res.tallies().values().forEach(all::add);
                List<ControlDescription> ds = new ArrayList<>();
                for (ActiveControl a : active) {
                    ds.add(a.control().description());
                }
                Report rep2 = new Report(
                        "0.1.0",
                        new ReportTarget("files", args[0], "v1.36"),
                        null,
                        res.diagnostics(),
                        ds,
                        res.findings(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        new Summary(
                                res.objects(),
                                active.size(),
                                all,
                                res.findings().size(),
                                Map.of(),
                                0,
                                res.documentsSeen(),
                                res.documentsRead(),
                                null,
                                null),
                        "");
                OutputStream o = rep > 1 ? OutputStream.nullOutputStream() : new FileOutputStream(FileDescriptor.out);
                Printers.of("json", PrintOptions.PLAIN).print(rep2, o);
            }
            if (rep > 1) {
                System.err.println((System.nanoTime() - t) / 1000000);
            }
        }
    }
}
