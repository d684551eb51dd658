package dev.gabion.cli;

/** A command line or configuration that cannot be followed; ends with exit code 2 and one line. */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
