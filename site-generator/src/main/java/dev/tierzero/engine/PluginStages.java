package dev.tierzero.engine;

import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.Insert;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.extension.Extension;
import dev.tierzero.extension.Guard;
import dev.tierzero.model.OutputPath;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages of the build that belong to plugins, after parsing.
 *
 * @param contributions taken from them
 * @param ofPages findings about single pages: of checks, and about what pages ask of plugins
 * @param others findings about the site, its data, and plugins
 * @param checked what was found on pages, for the next run
 */
record PluginStages(
        Contributions contributions, List<Diagnostic> ofPages, List<Diagnostic> others, CheckedPages checked) {

    /** A check or a contribution over the whole site may take so long. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Where a finding about what a plugin contributes stands: its settings are there, or would be. */
    static final SourcePosition SETTINGS = SourcePosition.ofFile(SettingsFile.NAME);

    PluginStages {
        ofPages = List.copyOf(ofPages);
        others = List.copyOf(others);
    }

    /** All findings. */
    List<Diagnostic> diagnostics() {
        return Stream.concat(ofPages.stream(), others.stream()).toList();
    }

    /**
     * Runs them over the pages that are shown.
     *
     * @param before what was found on pages in the last run
     */
    static PluginStages of(
            Plugins plugins,
            List<ParsedDocument> documents,
            Circumstances given,
            Collection data,
            Workers workers,
            Surroundings around,
            CheckedPages before) {
        ParsedSite pages =
                new ParsedSite(documents, given, plugins.request().plugged().asOf());
        Map<String, List<Diagnostic>> found = new TreeMap<>();
        List<Document> again = new ArrayList<>();
        for (Document page : pages.documents()) {
            before.known(around.digest(), page.path(), around.of(page.path()))
                    .ifPresentOrElse(known -> found.put(page.path(), new ArrayList<>(known)), () -> again.add(page));
        }
        List<Diagnostic> about = new ArrayList<>();
        List<Diagnostic> others = new ArrayList<>(plugins.extensions().diagnostics());
        others.addAll(data.diagnostics());
        List<Contributions.Share> shares = new ArrayList<>();
        for (Extension extension : plugins.extensions().all()) {
            View view = view(plugins, extension, pages, data);
            about.addAll(pageFindings(extension, view, again, workers, found));
            others.addAll(siteFindings(extension, view));
            shares.add(new Contributions.Share(extension.id(), contribute(extension, view, others)));
        }
        Contributions contributions = Contributions.of(shares, outputs(documents, given), paths(documents));
        others.addAll(contributions.diagnostics());
        List<Diagnostic> ofPages = new ArrayList<>(about);
        found.values().forEach(ofPages::addAll);
        documents.forEach(document -> ofPages.addAll(asked(document, contributions)));
        others.addAll(plugins.siteData().diagnostics());
        return new PluginStages(
                contributions, ofPages, others, about.isEmpty() ? kept(found, around) : CheckedPages.NONE);
    }

    /** What is kept when no check failed: then every page has all its findings. */
    private static CheckedPages kept(Map<String, List<Diagnostic>> found, Surroundings around) {
        Map<String, CheckedPages.Page> pages = new HashMap<>();
        around.pages()
                .forEach((path, digest) -> pages.put(
                        path, new CheckedPages.Page(digest, List.copyOf(found.getOrDefault(path, List.of())))));
        return new CheckedPages(around.digest(), pages);
    }

    /**
     * The same after the text of some pages has changed: those are checked again, and nothing else is done.
     *
     * @param changed pages among {@code documents}
     */
    PluginStages rechecked(
            Plugins plugins,
            List<ParsedDocument> documents,
            List<ParsedDocument> changed,
            Circumstances given,
            Collection data,
            Workers workers) {
        ParsedSite pages =
                new ParsedSite(documents, given, plugins.request().plugged().asOf());
        Set<String> files = changed.stream().map(ParsedDocument::file).collect(Collectors.toSet());
        List<Diagnostic> fresh = new ArrayList<>(ofPages.stream()
                .filter(d -> !files.contains(d.position().file()))
                .toList());
        List<Document> again = List.copyOf(changed);
        for (Extension extension : plugins.extensions().all()) {
            Map<String, List<Diagnostic>> found = new TreeMap<>();
            fresh.addAll(pageFindings(extension, view(plugins, extension, pages, data), again, workers, found));
            found.values().forEach(fresh::addAll);
        }
        changed.forEach(document -> fresh.addAll(asked(document, contributions)));
        return new PluginStages(contributions, fresh, others, CheckedPages.NONE);
    }

    private static View view(Plugins plugins, Extension extension, ParsedSite pages, Collection data) {
        return new View(
                extension.id(),
                pages,
                plugins.siteData(),
                Optional.ofNullable(data.data().get(extension.id())));
    }

    /**
     * Checks pages.
     *
     * @param found takes the findings of each page
     * @return findings about the plugin itself
     */
    private static List<Diagnostic> pageFindings(
            Extension extension,
            View view,
            List<Document> documents,
            Workers workers,
            Map<String, List<Diagnostic>> found) {
        if (!(extension.plugin() instanceof DocumentCheck check) || documents.isEmpty()) {
            return List.of();
        }
        Guard.Answers<List<Diagnostic>> answers = Guard.each(
                extension,
                "check",
                LIMIT,
                workers.threads(),
                documents,
                Document::file,
                document -> check.check(document, view));
        for (int i = 0; i < documents.size(); i++) {
            List<Diagnostic> ofPage = found.computeIfAbsent(documents.get(i).path(), path -> new ArrayList<>());
            answers.values().get(i).ifPresent(ofPage::addAll);
        }
        return answers.diagnostics();
    }

    private static List<Diagnostic> siteFindings(Extension extension, View view) {
        if (!(extension.plugin() instanceof SiteCheck check)) {
            return List.of();
        }
        Guard.Answer<List<Diagnostic>> answer = Guard.call(extension, "check", LIMIT, () -> check.check(view));
        List<Diagnostic> found = new ArrayList<>(answer.diagnostics());
        answer.value().ifPresent(found::addAll);
        return found;
    }

    private static List<Contribution> contribute(Extension extension, View view, List<Diagnostic> found) {
        if (!(extension.plugin() instanceof PageContributor contributor)) {
            return List.of();
        }
        Guard.Answer<List<Contribution>> answer =
                Guard.call(extension, "contribute", LIMIT, () -> contributor.contribute(view));
        found.addAll(answer.diagnostics());
        return answer.value().orElse(List.of());
    }

    private static Set<String> outputs(List<ParsedDocument> documents, Circumstances given) {
        Set<String> outputs = new HashSet<>(given.assets().values());
        outputs.addAll(
                List.of(Page.SEARCH, Page.NOT_FOUND, Page.OFFLINE, Page.COPIES, Page.ESCALATION, Page.EMERGENCY));
        documents.forEach(document -> OutputPath.ofPage(document.path()).ifPresent(outputs::add));
        return outputs;
    }

    private static Set<String> paths(List<ParsedDocument> documents) {
        return documents.stream().map(ParsedDocument::path).collect(Collectors.toSet());
    }

    /** What is wrong with the inserts that a page asks for. A word that no plugin knows is text. */
    private static List<Diagnostic> asked(ParsedDocument document, Contributions contributions) {
        List<Diagnostic> found = new ArrayList<>();
        for (InsertReference asked : document.inserts()) {
            Insert insert = contributions.inserts().get(asked.name());
            if (insert == null) {
                unknown(asked, contributions.inserts().keySet()).ifPresent(found::add);
            } else if (insert.block() && !asked.alone()) {
                found.add(Diagnostic.error(
                        "CT006",
                        asked.position(),
                        "{" + asked.name() + "} is a block, and stands here within a paragraph",
                        "put it into a paragraph of its own, with an empty line before and after"));
            }
        }
        return found;
    }

    private static Optional<Diagnostic> unknown(InsertReference asked, Set<String> names) {
        String word = asked.name().substring(0, asked.name().indexOf(':') + 1);
        Set<String> alike =
                names.stream().filter(n -> n.startsWith(word)).collect(Collectors.toCollection(TreeSet::new));
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> near = Nearest.of(asked.name(), alike);
        return Optional.of(Diagnostic.error(
                "CT001",
                asked.position(),
                "there is no {" + asked.name() + "}"
                        + near.map(n -> "; did you mean {" + n + "}?").orElse(""),
                "write one of: " + alike.stream().limit(12).collect(Collectors.joining(", "))
                        + (alike.size() > 12 ? " …" : "")));
    }
}
