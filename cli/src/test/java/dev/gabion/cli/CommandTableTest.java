package dev.gabion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The option table says what the contract of the command line says. Names are public: change the contract first. */
class CommandTableTest {
    /** Options of {@code scan} that the contract names and a scan of files has. */
    private static final Set<String> SCAN = Set.of(
            "framework",
            "control",
            "skip",
            "severity",
            "pss-version",
            "kubernetes-version",
            "controls",
            "exceptions",
            "baseline",
            "write-baseline",
            "fail-on",
            "fail-on-new",
            "min-score",
            "min-coverage",
            "max",
            "strict",
            "include-passes",
            "all",
            "explain-score",
            "namespace",
            "no-inline-exceptions",
            "workers",
            "timeout");

    private static final Set<String> EVERY_COMMAND =
            Set.of("output", "quiet", "no-color", "timestamp", "progress", "no-config", "help");

    @Test
    void scan_hasTheOptionsOfTheContract() {
        Command scan = CommandTable.find(List.of("scan"));
        assertThat(names(scan.options())).isEqualTo(new TreeSet<>(SCAN));
    }

    @Test
    void everyCommand_hasTheCommonOptions() {
        assertThat(names(CommandTable.GLOBAL)).isEqualTo(new TreeSet<>(EVERY_COMMAND));
    }

    @Test
    void everyCommand_hasASummaryAndAnExampleOfItself() {
        for (Command command : CommandTable.COMMANDS) {
            assertThat(command.summary()).as(command.name()).isNotBlank().doesNotEndWith(".");
            assertThat(command.examples()).as(command.name()).anyMatch(e -> e.contains("gabion " + command.name()));
        }
    }

    @Test
    void optionNames_areDistinctAndSpelledInFull() {
        for (Command command : CommandTable.COMMANDS) {
            List<String> names =
                    CommandTable.options(command).stream().map(Option::name).toList();
            assertThat(names).as(command.name()).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z]+(-[a-z]+)*"));
        }
    }

    private static Set<String> names(List<Option> options) {
        Set<String> names = new TreeSet<>();
        options.forEach(o -> names.add(o.name()));
        return names;
    }
}
