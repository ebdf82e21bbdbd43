package dev.tierzero.cli;

import dev.tierzero.engine.Ratchet;
import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tier0 check}: every check of a build, nothing published. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {"Runs every check and publishes nothing.", "What it finds is what a build would find."})
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @ArgGroup
    private BaselineOption baseline = new BaselineOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is done to the baseline before the check. */
    static final class BaselineOption {

        @Option(
                names = "--init-baseline",
                description =
                        "First write content/_data/baseline.yaml: the errors and warnings there are now may stay.")
        private boolean begin;

        @Option(
                names = "--update-baseline",
                description = "First lower the counts of content/_data/baseline.yaml to what is still there.")
        private boolean lower;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Request request = options.request(false);
        CheckRun run = new CheckRun(options, spec);
        if (baseline.begin || baseline.lower) {
            run.talk().println(written(request));
        }
        return run.of(request);
    }

    private String written(Request request) throws IOException, SettingsException {
        try (Terminal terminal = new Terminal()) {
            Ratchet ratchet = new Ratchet(request, terminal);
            Ratchet.Result result = baseline.begin ? ratchet.begin() : ratchet.lower();
            if (result.entries() == 0) {
                return "Nothing is left for " + result.file() + (result.changed() ? ": deleted." : ".");
            }
            return (result.changed() ? "Wrote " : "Nothing to change in ") + result.file() + ": "
                    + counted(result.findings(), "known finding", "known findings") + " in "
                    + counted(result.entries(), "entry", "entries") + ".";
        } catch (Ratchet.Refusal e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String counted(int count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
