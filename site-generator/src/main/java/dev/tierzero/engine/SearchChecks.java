package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Settings;
import dev.tierzero.query.EngineText;
import dev.tierzero.query.Ranks;
import dev.tierzero.query.SearchGate;
import dev.tierzero.query.SearchTests;
import dev.tierzero.query.Synonyms;
import dev.tierzero.render.Theme;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.site.Page;
import dev.tierzero.source.Register;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the authors of a site ask of its search: synonyms and tests. */
final class SearchChecks {

    private SearchChecks() {}

    /** The synonyms of a site, and what is wrong with their register. */
    static Synonyms synonyms(ContentFiles content) throws IOException {
        Optional<Register> register = register(content, Synonyms.PATH, Synonyms.SCHEMA);
        Synonyms read = register.map(r -> Synonyms.of(r.entries())).orElse(Synonyms.NONE);
        return new Synonyms(read.groups(), joined(register, read.diagnostics()));
    }

    /** The tests of a site's search, and what is wrong with their register. */
    static SearchTests tests(ContentFiles content, Map<String, String> pages) throws IOException {
        Optional<Register> register = register(content, SearchTests.PATH, SearchTests.SCHEMA);
        SearchTests read =
                register.map(r -> SearchTests.of(r.entries(), pages.keySet())).orElse(SearchTests.NONE);
        return new SearchTests(read.tests(), joined(register, read.diagnostics()));
    }

    private static Optional<Register> register(ContentFiles content, String path, String schema) throws IOException {
        return content.read(path).map(bytes -> Register.readNameless(content.file(path), bytes, schema));
    }

    private static List<Diagnostic> joined(Optional<Register> register, List<Diagnostic> more) {
        List<Diagnostic> all =
                new ArrayList<>(register.map(Register::diagnostics).orElse(List.of()));
        all.addAll(more);
        return all;
    }

    /**
     * What is wrong with synonyms and tests, and which tests fail. Makes the index, and starts the search engine, when there are tests
     * and they were not run on the same index before.
     *
     * @param pages of the site
     */
    static List<Diagnostic> findings(Inputs inputs, List<Page> pages, Searching searching) throws IOException {
        Map<String, String> hrefs = SearchPages.hrefs(pages);
        SearchTests tests = tests(inputs.content(), hrefs);
        List<Diagnostic> found = new ArrayList<>(synonyms(inputs.content()).diagnostics());
        found.addAll(tests.diagnostics());
        pages.forEach(page -> page.document().ifPresent(document -> found.addAll(anchors(document))));
        if (!tests.tests().isEmpty()) {
            Optional<EngineText> engine = engine(inputs.theme(), inputs.settings());
            found.addAll(
                    engine.isEmpty() ? noEngine() : failures(inputs, tests, hrefs, engine.get(), searching.index()));
        }
        return found;
    }

    /** Log messages that lead to a section which the page does not have. */
    private static List<Diagnostic> anchors(ParsedDocument document) {
        List<Diagnostic> found = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(document.ids());
        document.headings().forEach(heading -> ids.add(heading.id()));
        for (Map<String, Object> message : document.metadata().maps("messages")) {
            String anchor = String.valueOf(message.getOrDefault("anchor", ""));
            if (!anchor.isEmpty() && !ids.contains(anchor)) {
                found.add(Diagnostic.error(
                        "SE007",
                        document.metadata()
                                .position("messages")
                                .orElseGet(() -> SourcePosition.ofFile(document.file())),
                        "the log message \"" + message.getOrDefault("text", "") + "\" leads to #" + anchor
                                + ", which this page does not have",
                        Nearest.of(anchor, ids)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("write the id of the heading below which the message is explained")));
            }
        }
        return found;
    }

    private static List<Diagnostic> failures(
            Inputs inputs, SearchTests tests, Map<String, String> hrefs, EngineText engine, SearchIndex index)
            throws IOException {
        String key = SearchGate.key(index.gen(), engine, tests, hrefs);
        Request request = inputs.request();
        SearchTestRun file = new SearchTestRun(request.work().resolve("cache").resolve("search-tests"));
        Optional<SearchTestRun.Kept> before = request.cache() ? file.read() : Optional.empty();
        if (before.isPresent() && before.get().key().equals(key)) {
            return before.get().result().diagnostics();
        }
        SearchGate gate =
                new SearchGate(engine, path -> Optional.ofNullable(index.files().get(path)), hrefs, request.threads());
        SearchGate.Result result =
                gate.run(tests, before.map(kept -> kept.result().ranks()).orElse(Ranks.NONE));
        // An engine that failed may have had too little time.
        boolean ran = result.diagnostics().stream().noneMatch(d -> d.code().equals("SE006"));
        if (request.cache() && ran) {
            file.write(new SearchTestRun.Kept(key, result));
        }
        return result.diagnostics();
    }

    /** The search engine of the site's theme, as it was written: what browsers get is shrunk in a way that Rhino does not read. */
    static Optional<EngineText> engine(Theme theme, Settings settings) {
        String file = settings.folders().templates() + "/assets/" + EngineText.NAME;
        return theme.asset(EngineText.NAME).map(text -> new EngineText(file, text));
    }

    private static List<Diagnostic> noEngine() {
        return List.of(Diagnostic.error(
                "SE006",
                SourcePosition.ofFile("content/" + SearchTests.PATH),
                "the theme has no search engine: assets/" + EngineText.NAME + " is missing",
                "install the generator again"));
    }
}
