package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code gabion controls docs DIR}: a page for each control and an index. */
final class ControlsDocsCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        if (arguments.rest().size() != 1) {
            throw new UsageException("name a directory: gabion controls docs site/controls");
        }
        Home home = Home.find();
        Catalogue catalogue = ControlSet.catalogue(home, arguments, terminal);
        Path directory = Files.createDirectories(Path.of(arguments.rest().getFirst()));
        StringBuilder index = new StringBuilder("# Controls\n\n| id | severity | title |\n|---|---|---|\n");
        for (Control control : catalogue.controls()) {
            String file = control.id() + ".md";
            Files.writeString(directory.resolve(file), ControlPage.of(control));
            index.append("| [").append(control.id()).append("](").append(file).append(") | ");
            index.append(control.severity().word()).append(" | ");
            index.append(control.description().title().replace("|", "\\|")).append(" |\n");
        }
        Files.writeString(directory.resolve("README.md"), index);
        terminal.print(catalogue.controls().size() + " pages written to " + directory);
        return ExitCode.OK;
    }
}
