package dev.tierzero.cli;

import dev.tierzero.api.Severity;
import dev.tierzero.engine.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class SiteOptions {

    /** Variables of the environment that a run looks at. */
    private static final List<String> LOOKED_AT = List.of(
            "CONTEXT",
            "NETLIFY",
            "PULL_REQUEST",
            "SOURCE_DATE_EPOCH",
            "VERCEL",
            "CF_PAGES",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "CI");

    /** What a run fails on. */
    enum FailOn {
        ERROR(Optional.of(Severity.ERROR)),
        WARNING(Optional.of(Severity.WARNING)),
        NEVER(Optional.empty());

        final Optional<Severity> limit;

        FailOn(Optional<Severity> limit) {
            this.limit = limit;
        }

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--site", paramLabel = "DIR", description = "The site's folder (default: here).")
    private Path site = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the finished site goes (default: output/ in the site's folder).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 1 on findings of this level or above: ${COMPLETION-CANDIDATES} (default: error).")
    private FailOn failOn = FailOn.ERROR;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How findings are printed: ${COMPLETION-CANDIDATES} (default: text).")
    private FindingFormat format = FindingFormat.TEXT;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work (default: one for each processor).")
    private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

    @Option(names = "--no-cache", description = "Use no earlier result and keep none.")
    private boolean noCache;

    @Option(names = "--drafts", description = "Show pages that are marked as drafts.")
    private boolean drafts;

    @Option(
            names = "--offline",
            description = "Ask nothing outside the site's folder: data is what was collected before.")
    private boolean offline;

    FailOn failOn() {
        return failOn;
    }

    FindingFormat format() {
        return format;
    }

    /** @throws UsageException when the folder does not exist or a number makes no sense */
    Request request(boolean alwaysDrafts) {
        if (!Files.isDirectory(site.toAbsolutePath())) {
            throw new UsageException("there is no folder " + site + "; name the site's folder with --site");
        }
        if (threads < 1 || threads > 256) {
            throw new UsageException("--threads takes a number from 1 to 256");
        }
        Map<String, String> environment = new TreeMap<>();
        for (String name : LOOKED_AT) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value));
        }
        Request.Plugged plugged = new Request.Plugged(
                offline,
                Optional.empty(),
                InstantSource.system(),
                name -> Optional.ofNullable(System.getenv(name)),
                List.of());
        return new Request(site, output, threads, environment, !noCache, drafts || alwaysDrafts, plugged);
    }
}
