package dev.tierzero.cli;

import dev.tierzero.engine.Request;
import dev.tierzero.engine.SiteSearch;
import dev.tierzero.query.Answer;
import dev.tierzero.query.Answerer;
import dev.tierzero.query.EngineException;
import dev.tierzero.query.QueryEngine;
import dev.tierzero.query.QueryOptions;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tier0 search}: the search of the published site, in the terminal. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Searches the published site, with the same answers as in the browser and without a network.",
            "\"Quoted phrases\", codes, flags (after -- when they are also options here) and log lines are understood."
        },
        footer = {
            "",
            "Exit codes: 0 something is found · 1 nothing is found · 2 usage, settings, or no index",
            "Examples: ./tier0 search vault is sealed --type runbook",
            "          tail -1 agent.log | ./tier0 search -"
        })
final class SearchCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST = 200;

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for; - reads it from the input.")
    private List<String> words = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the finished site is (default: output/ in the site's folder).")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many pages (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Mixin
    private FilterOptions filters = new FilterOptions();

    @Option(names = "--exact", description = "Look for the words as written: no correction.")
    private boolean exact;

    @Option(names = "--fresh", description = "Search the content as it is now, not the published site.")
    private boolean fresh;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which pages are wanted. */
    static final class FilterOptions {

        @Option(names = "--type", paramLabel = "TYPE", description = "Only pages of this type; may be repeated.")
        private List<String> types = List.of();

        @Option(names = "--service", paramLabel = "ID", description = "Only pages about this service; may be repeated.")
        private List<String> services = List.of();

        @Option(names = "--severity", paramLabel = "SEV", description = "Only pages of this severity; may be repeated.")
        private List<String> severities = List.of();

        @Option(names = "--owner", paramLabel = "ID", description = "Only pages of this owner; may be repeated.")
        private List<String> owners = List.of();

        @Option(names = "--tag", paramLabel = "TAG", description = "Only pages with this tag; may be repeated.")
        private List<String> tags = List.of();

        SortedMap<String, List<String>> byFacet() {
            Map<String, List<String>> all =
                    Map.of("type", types, "service", services, "severity", severities, "owner", owners, "tags", tags);
            SortedMap<String, List<String>> given = new TreeMap<>(all);
            given.values().removeIf(List::isEmpty);
            return given;
        }
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        if (limit < 1 || limit > MOST) {
            throw new UsageException("--limit takes a number from 1 to " + MOST);
        }
        String query = QueryInput.of(words, System.in);
        if (query.isBlank()) {
            throw new UsageException("say what to look for: ./tier0 search vault is sealed");
        }
        SiteSearch search = search(new Request(
                site.path(), output, Math.max(1, Runtime.getRuntime().availableProcessors()), Map.of(), true, false));
        try {
            return answered(search, query);
        } catch (EngineException e) {
            throw new UsageException(e.line());
        }
    }

    private SiteSearch search(Request request) throws IOException, SettingsException {
        Optional<SiteSearch> published = fresh ? Optional.empty() : SiteSearch.published(request);
        if (published.isPresent()) {
            if (!published.get().current()) {
                note(
                        "the site has changed since it was built; --fresh searches it as it is, ./tier0 build publishes it");
            }
            return published.get();
        }
        try (Terminal terminal = new Terminal()) {
            SiteSearch now = SiteSearch.fresh(request, terminal);
            if (!fresh) {
                note("nothing is published yet, so this is from the content as it is; ./tier0 build makes it fast");
            }
            return now;
        }
    }

    private int answered(SiteSearch search, String query) throws IOException, EngineException {
        Answerer answerer = opened(search);
        QueryOptions first = exact ? QueryOptions.first(limit).asWritten() : QueryOptions.first(limit);
        Answer answer = answerer.answer(query, first.filtered(filters.byFacet()));
        if (answer.partial()) {
            note("a part of the index is missing or damaged, so pages may be missing here; ./tier0 build mends it");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(AnswerJson.of(answer, search.folder()));
        } else {
            out.print(new AnswerText(search.folder(), Terminal.styles(), AnswerText.width()).of(answer));
            if (answer.hits().isEmpty() && !filters.byFacet().isEmpty()) {
                out.print(AnswerText.unfiltered(answerer.answer(query, first).total()));
            }
        }
        out.flush();
        return answer.hits().isEmpty() ? ExitCode.NOTHING : ExitCode.FINE;
    }

    private static Answerer opened(SiteSearch search) throws EngineException {
        QueryEngine engine = QueryEngine.forFew(search.engine(), LIMIT);
        try {
            return engine.open(search.files());
        } catch (IOException e) {
            throw new UsageException(e.getMessage() + "; ./tier0 build makes it anew");
        }
    }

    private void note(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("tier0: " + text);
        err.flush();
    }
}
