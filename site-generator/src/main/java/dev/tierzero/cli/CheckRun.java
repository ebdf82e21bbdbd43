package dev.tierzero.cli;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Checks a site and says what was found: what {@code check} and {@code audit} have in common. */
final class CheckRun {

    private final SiteOptions options;
    private final CommandSpec spec;

    CheckRun(SiteOptions options, CommandSpec spec) {
        this.options = options;
        this.spec = spec;
    }

    /** Checks and returns the exit code. */
    int of(Request request) throws IOException, SettingsException {
        PrintWriter out = spec.commandLine().getOut();
        Outcome outcome;
        double seconds;
        try (Terminal terminal = new Terminal()) {
            outcome = new Build(request, terminal).check();
            seconds = terminal.seconds();
        }
        out.print(options.format().format(outcome.diagnostics()));
        out.flush();
        PrintWriter talk = talk();
        talk.println(Summary.of(outcome, seconds));
        talk.flush();
        return outcome.reaches(options.failOn().limit) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** Where words for people go: findings for programs own the standard output. */
    PrintWriter talk() {
        return options.format() == FindingFormat.TEXT
                ? spec.commandLine().getOut()
                : spec.commandLine().getErr();
    }
}
