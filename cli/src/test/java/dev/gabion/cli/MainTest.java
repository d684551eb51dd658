package dev.gabion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path directory;

    @Test
    void noArguments_showTheCommands() {
        TestHome.Run run = TestHome.run();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: gabion COMMAND").contains("scan");
    }

    @ParameterizedTest
    @CsvSource({"scn, scan", "sacn, scan", "verison, version", "controls lst, controls list"})
    void anUnknownCommand_suggestsTheNearest(String typed, String meant) {
        TestHome.Run run = TestHome.run(typed.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("did you mean " + meant + "?").hasLineCount(1);
    }

    @Test
    void anUnknownOption_suggestsTheNearest() {
        assertThat(TestHome.run("scan", "--fail-onn", "low", "x").err()).contains("did you mean --fail-on?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --max",
                "scan --max x .",
                "scan --quiet=yes .",
                "scan --fail-on bad .",
                "scan --max 1 --max 2 ."
            })
    void aWrongValue_isOneLineAndExitTwo(String line) {
        TestHome.Run run = TestHome.run(line.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).hasLineCount(1).startsWith("gabion: ");
    }

    @Test
    void twoDashes_endTheOptions() throws Exception {
        assertThat(TestHome.run("scan", "--", "--strict").err()).contains("no such file or directory: --strict");
    }

    @Test
    void everyCommand_helpsAndShowsAnExample() {
        for (Command command : CommandTable.COMMANDS) {
            String[] words = (command.name() + " --help").split(" ");
            TestHome.Run run = TestHome.run(words);
            assertThat(run.code()).as(command.name()).isZero();
            assertThat(run.out())
                    .as(command.name())
                    .contains("Usage: gabion " + command.name())
                    .contains("Example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionScripts_nameEveryCommandAndOption(String shell) {
        String script = TestHome.run("completion", shell).out();
        assertThat(script).contains("scan", "controls", "list", "framework", "fail-on-new");
    }

    @Test
    void theBashCompletion_isValidBash() throws Exception {
        Path script = Files.writeString(
                directory.resolve("c.bash"), TestHome.run("completion", "bash").out());
        assertThat(shell("bash", "-n", script.toString())).isZero();
        Path use = Files.writeString(
                directory.resolve("use.bash"),
                ". " + script + "\nCOMP_WORDS=(gabion scan --min-); COMP_CWORD=2; _gabion\n"
                        + "[ \"${COMPREPLY[*]}\" = '--min-score --min-coverage' ]\n");
        assertThat(shell("bash", use.toString())).isZero();
    }

    private static int shell(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theManPage_documentsEveryOption() {
        String page = TestHome.run("help", "-o", "man").out();
        assertThat(page).startsWith(".TH GABION 1");
        for (Command command : CommandTable.COMMANDS) {
            for (Option option : command.options()) {
                assertThat(page).contains("\\-\\-" + option.name().replace("-", "\\-"));
            }
        }
    }

    @Test
    void aTerminalEscapeInAnArgument_isNotPrintedAsItIs() {
        assertThat(TestHome.run("scan", "\u001b[31mred").err())
                .doesNotContain("\u001b")
                .contains("\\u001b[31mred");
    }
}
