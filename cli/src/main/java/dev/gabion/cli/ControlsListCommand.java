package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.framework.Framework;
import dev.gabion.report.ControlListPrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code gabion controls list}. */
final class ControlsListCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        Home home = Home.find();
        Catalogue catalogue = ControlSet.catalogue(home, arguments, terminal);
        List<Framework> frameworks = ControlSet.frameworks(home, arguments);
        Set<String> wanted = new HashSet<>();
        frameworks.forEach(f -> f.rows().forEach(r -> wanted.addAll(r.decidedBy())));
        List<ControlListPrinter.Line> lines = new ArrayList<>();
        for (Control control : catalogue.controls()) {
            if (frameworks.isEmpty() || wanted.contains(control.id())) {
                lines.add(new ControlListPrinter.Line(
                        control.description(),
                        control.scope().word(),
                        control.head().enabled()));
            }
        }
        String format = arguments.one("output");
        switch (format == null ? "table" : format) {
            case "table" -> ControlListPrinter.table(lines, terminal.out());
            case "json" -> ControlListPrinter.json(lines, terminal.out());
            default -> throw new UsageException("controls list prints table or json, not " + format);
        }
        return ExitCode.OK;
    }
}
