package dev.gabion.cli;

/** {@code gabion diff}. */
final class DiffCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        throw new UsageException("not here yet");
    }
}
