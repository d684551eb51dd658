package dev.gabion.cli;

/** Exit codes of every command. Source: command-line contract, section 2. */
final class ExitCode {
    static final int OK = 0;
    static final int POLICY = 1;
    static final int ERROR = 2;
    static final int INCOMPLETE = 3;

    private ExitCode() {}
}
