package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import java.util.ArrayList;
import java.util.List;

/** {@code gabion controls show ID}. */
final class ControlsShowCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        if (arguments.rest().size() != 1) {
            throw new UsageException("name one control: gabion controls show GBN-POD-001");
        }
        Home home = Home.find();
        Catalogue catalogue = ControlSet.catalogue(home, arguments, terminal);
        String id = arguments.rest().getFirst();
        Control control = catalogue.find(id);
        if (control == null) {
            List<String> ids = new ArrayList<>();
            catalogue.controls().forEach(c -> ids.add(c.id()));
            String near = Nearest.to(id, ids);
            throw new UsageException("no control is called " + id + (near == null ? "" : ", did you mean " + near + "?")
                    + "; see gabion controls list");
        }
        terminal.print(ControlPage.of(control).stripTrailing());
        return ExitCode.OK;
    }
}
