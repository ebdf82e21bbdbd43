package dev.tierzero.cli;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tier0 check}: every check of a build, nothing published. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"Runs every check and publishes nothing.", "What it finds is what a build would find."})
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, dev.tierzero.source.SettingsException {
        PrintWriter out = spec.commandLine().getOut();
        Outcome outcome;
        double seconds;
        try (Terminal terminal = new Terminal()) {
            outcome = new Build(options.request(false), terminal).check();
            seconds = terminal.seconds();
        }
        out.print(options.format().format(outcome.diagnostics()));
        out.flush();
        PrintWriter talk = options.format() == FindingFormat.TEXT
                ? out
                : spec.commandLine().getErr();
        talk.println(Summary.of(outcome, seconds));
        talk.flush();
        return outcome.reaches(options.failOn().limit) ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
