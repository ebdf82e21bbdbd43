package dev.tierzero.cli;

import dev.tierzero.extension.PluginOutput;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code tier0}: builds, serves and checks a knowledge portal. */
@Command(
        name = "tier0",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Turns a folder of Markdown and AsciiDoc into a checked, static knowledge portal.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BuildCommand.class,
            ServeCommand.class,
            SearchCommand.class,
            CheckCommand.class,
            AuditCommand.class,
            DataCommand.class,
            PluginCommand.class,
            MigrateCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine · 1 findings at or above --fail-on · 2 usage or settings · 70 a defect of tier0",
            "Start with: ./tier0 build"
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    Main() {
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // UTF-8 whatever the locale: programs read this as well as people.
        PrintStream real = System.out;
        PrintWriter out = new PrintWriter(real, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.setOut(PluginOutput.over(real));
        ExitHook.install(System.err);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        // Threads of pages that were given up would keep the process alive.
        Runtime.getRuntime().halt(code);
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler((failure, command, result) -> Failures.report(failure, command.getErr()));
        // What people look for begins with hyphens now and then: tier0 search --log-entry
        Optional.ofNullable(line.getSubcommands().get("search"))
                .ifPresent(search -> search.setUnmatchedOptionsArePositionalParams(true));
        try {
            return line.execute(arguments);
        } catch (Error defect) {
            // picocli hands exceptions over, errors of the virtual machine pass it by: a damaged installation, no
            // memory left.
            return Failures.report(defect, err);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("wrong usage");
        PrintWriter err = command.getErr();
        err.println("tier0: " + message + suggestion(failure) + "; see '"
                + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(s -> "; did you mean " + s + "?")
                    .orElse("");
        }
        return "";
    }
}
