package dev.tierzero.cli;

import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tier0 audit}: every check, and what depends on the day. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every check, and those that depend on the day: reviews that are due, suppressions that have ended.",
            "For a scheduled job; check and build never look at the date."
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day, as 2026-11-20 (default: today, UTC).")
    private Optional<String> asOf = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SettingsException {
        LocalDate day = asOf.map(AuditCommand::day)
                .orElseGet(() -> LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC));
        Request request = options.request(false);
        return new CheckRun(options, spec).of(request.with(request.plugged().on(day)));
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new UsageException("\"" + written + "\" is no day: write --as-of 2026-11-20");
        }
    }
}
