package dev.tierzero.cli;

import dev.tierzero.engine.Refresh;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tier0 data refresh}: writes what collectors bring to {@code content/_data/}. */
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = {
            "Collects from every source and writes the history to content/_data/.",
            "For a scheduled job that commits it; a source that fails leaves its history as it is."
        })
final class DataRefreshCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, dev.tierzero.source.SettingsException {
        PrintWriter out = spec.commandLine().getOut();
        Refresh.Result result = new Refresh(options.request(false)).run();
        out.print(options.format().format(result.diagnostics()));
        PrintWriter talk = new CheckRun(options, spec).talk();
        result.written().forEach(file -> talk.println("wrote " + file));
        talk.println(closing(result));
        out.flush();
        talk.flush();
        boolean failed = options.failOn().limit.stream().anyMatch(limit -> result.diagnostics().stream()
                .anyMatch(d -> d.severity().compareTo(limit) <= 0));
        return failed ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static String closing(Refresh.Result result) {
        return result.written().isEmpty() && result.unchanged() == 0
                ? "Nothing new: no source outside the site gave a value that is not in the history."
                : String.format(
                        Locale.ROOT,
                        "%d written, %d unchanged.",
                        result.written().size(),
                        result.unchanged());
    }
}
