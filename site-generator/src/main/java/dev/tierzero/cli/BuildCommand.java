package dev.tierzero.cli;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tier0 build}: the finished site in one folder, or the old one and the reasons. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the site and puts it in place at once.",
            "With an error the old site stays and the failed one is kept aside."
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, dev.tierzero.source.SettingsException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Outcome outcome;
        double seconds;
        try (Terminal terminal = new Terminal()) {
            outcome = new Build(options.request(false), terminal).publish(options.failOn().limit);
            seconds = terminal.seconds();
        }
        out.print(options.format().format(outcome.diagnostics()));
        out.flush();
        // Findings for programs own the standard output; what people read beside them goes to the error stream.
        PrintWriter talk = options.format() == FindingFormat.TEXT ? out : err;
        talk.println(Summary.of(outcome, seconds));
        talk.println(closing(outcome));
        talk.flush();
        return outcome.reaches(options.failOn().limit) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static String closing(Outcome outcome) {
        Path folder = outcome.output().orElse(Path.of(""));
        int pages = outcome.published().pages();
        return switch (outcome.state()) {
            case PUBLISHED ->
                String.format(
                        Locale.ROOT,
                        "Built %,d %s. Open %s",
                        pages,
                        pages == 1 ? "page" : "pages",
                        folder.resolve("index.html").toUri());
            case UNCHANGED ->
                "Nothing has changed. Open " + folder.resolve("index.html").toUri();
            case REFUSED -> "Not published: the site stands as it was. The failed build is in " + folder;
            case CHECKED -> "Checked.";
        };
    }
}
