package dev.gabion.finding;

import dev.gabion.kube.read.Problem;

/**
 * Something about the input or the run rather than the cluster. Line and column are 0 where they mean nothing.
 *
 * @param level {@code error}, {@code warning} or {@code info}
 */
public record Diagnostic(String level, String code, String file, int line, int column, String message, String remedy) {

    public static Diagnostic of(Problem problem) {
        String level = switch (problem.level()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
        return new Diagnostic(
                level,
                problem.code(),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message(),
                problem.remedy());
    }

    public boolean isError() {
        return level.equals("error");
    }
}
