package dev.gabion.cli;

/**
 * Tells on standard error how far a scan is: a line that is rewritten on a terminal, a line every few seconds elsewhere if
 * asked for. Says nothing in the first second, which most scans do not outlive.
 */
final class Progress implements AutoCloseable {
    private static final long FIRST = 1_000_000_000L;
    private static final long REWRITE = 200_000_000L;
    private static final long PLAIN = 5_000_000_000L;

    private final Terminal terminal;
    private final Mode mode;
    private long next = System.nanoTime() + FIRST;
    private boolean shown;

    private enum Mode {
        REWRITTEN,
        PLAIN,
        NONE
    }

    private Progress(Terminal terminal, Mode mode) {
        this.terminal = terminal;
        this.mode = mode;
    }

    static Progress of(Arguments arguments, Terminal terminal) throws UsageException {
        String word = arguments.one("progress");
        boolean quiet = arguments.has("quiet");
        return new Progress(
                terminal,
                switch (word == null ? "auto" : word) {
                    case "auto" -> terminal.errorIsTerminal() && !quiet ? Mode.REWRITTEN : Mode.NONE;
                    case "plain" -> Mode.PLAIN;
                    case "none" -> Mode.NONE;
                    default -> throw new UsageException("--progress wants auto, plain or none, not " + word);
                });
    }

    void read(long documents, long objects) {
        if (mode == Mode.NONE || System.nanoTime() - next < 0) {
            return;
        }
        String text = "read " + documents + " documents, " + objects + " objects";
        terminal.show(mode == Mode.PLAIN ? text + "\n" : "\r" + text);
        shown = true;
        next = System.nanoTime() + (mode == Mode.PLAIN ? PLAIN : REWRITE);
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown && mode == Mode.REWRITTEN) {
            terminal.show("\r\033[K");
        }
    }
}
