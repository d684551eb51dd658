package dev.gabion.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code gabion version}. */
final class VersionCommand implements Command.Action {
    @Override
    public int run(@Nullable Arguments arguments, Terminal terminal) throws IOException {
        terminal.print("gabion " + Home.version());
        return ExitCode.OK;
    }
}
