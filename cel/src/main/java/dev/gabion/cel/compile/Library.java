package dev.gabion.cel.compile;

/** What one library adds to an environment: functions with their overloads, and macros. */
@FunctionalInterface
interface Library {
    void declare(Declarations into);
}
