package dev.gabion.cli;

/** The option table as a man page in roff. */
final class ManPage {
    private final StringBuilder out = new StringBuilder();

    String text() {
        out.append(".TH GABION 1 \"\" \"gabion ").append(Home.version()).append("\" \"User Commands\"\n");
        section("NAME");
        line("gabion \\- harden Kubernetes: find, explain and mend weak manifests");
        section("SYNOPSIS");
        line(".B gabion");
        line(".I COMMAND");
        line("[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...");
        section("COMMANDS");
        for (Command command : CommandTable.COMMANDS) {
            command(command);
        }
        section("OPTIONS OF EVERY COMMAND");
        CommandTable.GLOBAL.forEach(this::option);
        section("EXIT STATUS");
        for (String status : new String[] {
            "0|done, nothing at or above the threshold",
            "1|policy failure",
            "2|usage, configuration or internal error",
            "3|incomplete: an input could not be read, or coverage is too low"
        }) {
            line(".TP");
            line(".B " + status.charAt(0));
            line(escape(status.substring(2)));
        }
        section("FILES");
        line(".TP");
        line(".I .gabion.yaml");
        line("options for a repository, searched upward from the first path");
        line(".TP");
        line(".I .gabionignore");
        line("files a scan leaves out, in gitignore syntax");
        return out.toString().stripTrailing();
    }

    private void command(Command command) {
        line(".SS gabion " + escape(command.name()) + " " + escape(command.arguments()));
        line(escape(command.summary()) + ".");
        command.options().forEach(this::option);
        for (String example : command.examples()) {
            line(".PP");
            line(".nf");
            line(escape(example));
            line(".fi");
        }
    }

    private void option(Option option) {
        line(".TP");
        line("\\fB" + escape(option.synopsis().strip()) + "\\fR");
        line(escape(option.help()));
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
