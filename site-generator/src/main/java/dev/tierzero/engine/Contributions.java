package dev.tierzero.engine;

import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Insert;
import dev.tierzero.api.PageFact;
import dev.tierzero.markup.ContributedReading;
import dev.tierzero.model.OutputPath;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What plugins add to a site, each thing at most once.
 *
 * @param pages as if they had been parsed
 * @param files text by output path
 * @param inserts by name
 * @param facts by path of the page
 * @param diagnostics about what could not be taken
 */
record Contributions(
        List<ParsedDocument> pages,
        SortedMap<String, String> files,
        SortedMap<String, Insert> inserts,
        Map<String, List<PageFact>> facts,
        List<Diagnostic> diagnostics) {

    static final Contributions NONE =
            new Contributions(List.of(), new TreeMap<>(), new TreeMap<>(), Map.of(), List.of());

    Contributions {
        pages = List.copyOf(pages);
        files = Collections.unmodifiableSortedMap(files);
        inserts = Collections.unmodifiableSortedMap(inserts);
        facts = Map.copyOf(facts);
        diagnostics = List.copyOf(diagnostics);
    }

    /** What one plugin contributes. */
    record Share(String plugin, List<Contribution> contributions) {}

    /**
     * Puts the plugins' shares together; of two things for one place the first stays.
     *
     * @param shares in the order of the plugins' ids
     * @param taken output paths of pages and assets that authors wrote
     * @param pages paths of the pages that authors wrote
     */
    static Contributions of(List<Share> shares, Set<String> taken, Set<String> pages) {
        Gathering gathering = new Gathering(taken, pages);
        for (Share share : shares) {
            for (Contribution contribution : share.contributions()) {
                gathering.add(share.plugin(), contribution);
            }
        }
        return gathering.done();
    }

    /** Digest of all of it. */
    String digest() {
        Digest digest = new Digest();
        for (ParsedDocument page : pages) {
            digest.add(page.path())
                    .add(page.title())
                    .add(page.metadata())
                    .add(page.body().html());
        }
        files.forEach((path, text) -> digest.add(path).add(text));
        inserts.forEach((name, insert) -> digest.add(name).add(insert.html().toString()));
        new TreeMap<>(facts).forEach((path, all) -> digest.add(path).add(all.toString()));
        return digest.hex();
    }

    private static final class Gathering {

        private static final Pattern FILE = Pattern.compile(
                "([a-z0-9][a-z0-9._-]{0,99}/){0,6}[a-z0-9][a-z0-9._-]{0,99}\\.(json|csv|txt|xml|ics|svg)");
        private static final Set<String> HOST_FILES =
                Set.of("robots.txt", "sitemap.xml", "manifest.json", BuildReport.NAME);

        private final Set<String> taken;
        private final Set<String> authored;
        private final Map<String, String> outputs = new HashMap<>();
        /** What is taken, and what was contributed. */
        private final NavigableSet<String> all;

        private final List<ParsedDocument> pages = new ArrayList<>();
        private final SortedMap<String, String> files = new TreeMap<>();
        private final SortedMap<String, Insert> inserts = new TreeMap<>();
        private final Map<String, String> insertedBy = new HashMap<>();
        private final Map<String, List<PageFact>> facts = new TreeMap<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Gathering(Set<String> taken, Set<String> authored) {
            this.taken = taken;
            this.all = new TreeSet<>(taken);
            this.authored = authored;
        }

        Contributions done() {
            return new Contributions(pages, files, inserts, facts, diagnostics);
        }

        void add(String plugin, Contribution contribution) {
            if (contribution instanceof ContributedPage page) {
                page(plugin, page);
            } else if (contribution instanceof ContributedFile file) {
                file(plugin, file);
            } else if (contribution instanceof Insert insert) {
                insert(plugin, insert);
            } else if (contribution instanceof PageFact fact) {
                fact(plugin, fact);
            }
        }

        private void page(String plugin, ContributedPage page) {
            Optional<String> output = OutputPath.ofPage(page.path());
            if (output.isEmpty() || page.path().contains("..")) {
                refuse("CT002", plugin, "the path \"" + page.path() + "\" is none that a page can have");
            } else if (isFree(plugin, output.get(), "page")) {
                pages.add(ContributedReading.document(plugin, page));
            }
        }

        private void file(String plugin, ContributedFile file) {
            if (!FILE.matcher(file.path()).matches() || HOST_FILES.contains(file.path())) {
                refuse("CT003", plugin, "the path \"" + file.path() + "\" is none that a plugin's file can have");
            } else if (isFree(plugin, file.path(), "file")) {
                files.put(file.path(), file.text());
            }
        }

        private boolean isFree(String plugin, String output, String what) {
            if (taken.contains(output)) {
                refuse("CT002", plugin, "its " + what + " " + output + " is there already, written by an author");
                return false;
            }
            Optional<String> folder = standingInTheWay(output);
            if (folder.isPresent()) {
                refuse(
                        "CT002",
                        plugin,
                        "its " + what + " " + output + " would be a folder and a file at once: " + folder.get());
                return false;
            }
            all.add(output);
            String other = outputs.putIfAbsent(output, plugin);
            if (other != null) {
                refuse("CT002", plugin, "its " + what + " " + output + " is there already, from the plugin " + other);
            }
            return other == null;
        }

        /** An output that this one would be below, or the first one below this one. */
        private Optional<String> standingInTheWay(String output) {
            for (int end = output.indexOf('/'); end >= 0; end = output.indexOf('/', end + 1)) {
                String folder = output.substring(0, end);
                if (all.contains(folder)) {
                    return Optional.of(folder);
                }
            }
            return Optional.ofNullable(all.ceiling(output + "/")).filter(next -> next.startsWith(output + "/"));
        }

        private void insert(String plugin, Insert insert) {
            String other = insertedBy.putIfAbsent(insert.name(), plugin);
            if (other == null) {
                inserts.put(insert.name(), insert);
            } else {
                refuse("CT004", plugin, "{" + insert.name() + "} is given twice, first by the plugin " + other);
            }
        }

        private void fact(String plugin, PageFact fact) {
            if (authored.contains(fact.path())) {
                facts.computeIfAbsent(fact.path(), p -> new ArrayList<>()).add(fact);
            } else {
                refuse(
                        "CT005",
                        plugin,
                        "its fact \"" + fact.label() + "\" is about " + fact.path() + ", which is no page");
            }
        }

        private void refuse(String code, String plugin, String message) {
            diagnostics.add(Diagnostic.error(
                    code,
                    PluginStages.SETTINGS,
                    "the plugin " + plugin + ": " + message,
                    "change the plugin's settings or data; if that does not help, it is a defect of the plugin"));
        }
    }
}
