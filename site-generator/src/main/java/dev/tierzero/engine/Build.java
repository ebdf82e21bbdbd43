package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.publish.Publication;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One run over a site, from the files to the published folder. */
public final class Build {

    private final Request request;
    private final Progress progress;

    /** Prepares a run; nothing is read yet. */
    public Build(Request request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Builds the site and publishes it, unless findings reach the limit: then the old site stays.
     *
     * @param limit what forbids publishing; empty publishes whatever was found
     */
    public Outcome publish(Optional<Severity> limit) throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Path target = inputs.target();
        Optional<Outcome> same = unchanged(inputs, target);
        if (same.isPresent()) {
            return same.get();
        }
        try (Publication publication = Publication.begin(target, request.work())) {
            Stage stage = assemble(inputs);
            List<Diagnostic> found = new ArrayList<>(stage.found());
            found.addAll(render(stage.rendering().site().pages(), stage, publication));
            found.addAll(RenderingTools.run(inputs, stage.rendering()).publish(publication));
            write(inputs, stage, publication);
            Outcome outcome = outcome(inputs, stage, found, publication.files().size());
            remember(inputs, stage, outcome);
            if (outcome.reaches(limit)) {
                return with(outcome, Outcome.State.REFUSED, Optional.of(publication.abandon()));
            }
            publication.publish(inputs.generator().name(), inputs.fingerprint());
            return with(outcome, Outcome.State.PUBLISHED, Optional.of(target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Runs every check and writes nothing but the cache. */
    public Outcome check() throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Optional<LastRun> last = last();
        if (last.filter(l -> l.fingerprint().equals(inputs.fingerprint())).isPresent()) {
            return replay(last.get(), Outcome.State.CHECKED, Optional.empty(), 0);
        }
        Stage stage = assemble(inputs);
        List<Diagnostic> found = new ArrayList<>(stage.found());
        String state = verifiedState(inputs, stage);
        boolean known = last.filter(l -> l.verified().equals(state)).isPresent();
        List<Page> pages = stage.rendering().site().pages().stream()
                .filter(page -> !known
                        || page.document().map(d -> stage.isFresh(d.path())).orElse(true))
                .toList();
        AtomicInteger done = new AtomicInteger();
        inputs.workers()
                .map(
                        pages,
                        page -> stage.rendering().page(page).diagnostics(),
                        () -> progress.at("verify", done.incrementAndGet(), pages.size()))
                .forEach(found::addAll);
        found.addAll(RenderingTools.run(inputs, stage.rendering()).diagnostics());
        Outcome outcome = outcome(inputs, stage, found, 0);
        remember(inputs, stage, outcome);
        return outcome;
    }

    /** The stages between the files and the bytes. */
    private Stage assemble(Inputs inputs) throws IOException {
        ParseCache cache = new ParseCache(request.work().resolve("cache"));
        Map<String, ParseCache.Entry> cached = request.cache() ? cache.read() : Map.of();
        Parsing.Result parsing = inputs.parsing().parse(inputs.pages(), cached, progress);
        if (request.cache()
                && (parsing.fresh() > 0 || cached.size() != parsing.entries().size())) {
            cache.write(parsing.entries());
        }
        Assembly assembly = Assembly.of(parsing.parsed(), inputs.circumstancesOfSite(), inputs.workers());
        Rendering rendering = new Rendering(assembly, inputs.circumstancesOfSite(), inputs.theme());
        List<Diagnostic> found = new ArrayList<>(inputs.diagnostics());
        parsing.parsed().forEach(p -> found.addAll(p.diagnostics()));
        for (ScannedFile asset : inputs.assets()) {
            found.addAll(Assets.diagnostics(asset, inputs));
        }
        found.addAll(assembly.diagnostics());
        found.addAll(rendering.aliasDiagnostics());
        Set<String> fresh = new HashSet<>();
        for (int i = 0; i < parsing.entries().size(); i++) {
            ParseCache.Entry before =
                    cached.get(parsing.parsed().get(i).document().path());
            if (before == null || !before.isSame(parsing.entries().get(i))) {
                fresh.add(parsing.parsed().get(i).document().path());
            }
        }
        return new Stage(assembly, rendering, fresh, found);
    }

    private record Stage(Assembly assembly, Rendering rendering, Set<String> fresh, List<Diagnostic> found) {
        boolean isFresh(String path) {
            return fresh.contains(path);
        }
    }

    private List<Diagnostic> render(List<Page> pages, Stage stage, Publication publication) {
        AtomicInteger done = new AtomicInteger();
        Workers workers = new Workers(request.threads(), java.time.Duration.ofMinutes(1));
        List<Diagnostic> found = new ArrayList<>();
        workers.map(
                        spread(pages),
                        page -> written(page, stage, publication),
                        () -> progress.at("render", done.incrementAndGet(), pages.size()))
                .forEach(found::addAll);
        return found;
    }

    /** Neighbours apart, so that two threads seldom make files in one folder, where the file system lets them wait. */
    private static List<Page> spread(List<Page> pages) {
        int half = (pages.size() + 1) / 2;
        List<Page> spread = new ArrayList<>(pages.size());
        for (int i = 0; i < half; i++) {
            spread.add(pages.get(i));
            if (half + i < pages.size()) {
                spread.add(pages.get(half + i));
            }
        }
        return spread;
    }

    private static List<Diagnostic> written(Page page, Stage stage, Publication publication) {
        Rendering.Rendered rendered = stage.rendering().page(page);
        try {
            publication.write(page.href(), rendered.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rendered.diagnostics();
    }

    /** Writes what is no page: assets of content, the theme's files, the files for the host. */
    private static void write(Inputs inputs, Stage stage, Publication publication) throws IOException {
        for (Map.Entry<String, byte[]> file : stage.rendering().companions().entrySet()) {
            publication.write(file.getKey(), file.getValue());
        }
        for (ScannedFile asset : inputs.assets()) {
            publication.write(
                    asset.output(), Assets.published(asset, inputs.bytes(asset)).bytes());
        }
    }

    private Outcome outcome(Inputs inputs, Stage stage, List<Diagnostic> found, int files) {
        Map<FileClass, Integer> counts = new EnumMap<>(FileClass.class);
        for (ScannedFile file : inputs.files()) {
            boolean draft = stage.assembly().drafts().contains(file.path());
            counts.merge(draft ? FileClass.DRAFT : file.fileClass(), 1, Integer::sum);
        }
        int pages = stage.rendering().site().pages().size();
        return new Outcome(
                Outcome.State.CHECKED,
                Optional.empty(),
                counts,
                new Outcome.Published(pages, files, stage.fresh().size()),
                found.stream().sorted().distinct().toList());
    }

    private static Outcome with(Outcome outcome, Outcome.State state, Optional<Path> output) {
        return new Outcome(state, output, outcome.counts(), outcome.published(), outcome.diagnostics());
    }

    private Path lastRun() {
        return request.work().resolve("cache").resolve("last-run");
    }

    private Optional<LastRun> last() throws IOException {
        return request.cache() ? LastRun.read(lastRun()) : Optional.empty();
    }

    private void remember(Inputs inputs, Stage stage, Outcome outcome) throws IOException {
        if (request.cache()) {
            boolean clean = outcome.diagnostics().stream()
                    .noneMatch(d -> d.code().startsWith("VF") || d.code().startsWith("TH"));
            String verified = clean ? verifiedState(inputs, stage) : "";
            new LastRun(inputs.fingerprint(), verified, outcome.counts(), outcome.diagnostics()).write(lastRun());
        }
    }

    /** Digest of what a page that has not changed itself was verified against. */
    private static String verifiedState(Inputs inputs, Stage stage) {
        Digest digest = new Digest().add(inputs.circumstances());
        stage.rendering().outputs().forEach(digest::add);
        return digest.hex();
    }

    /** The same input was published before, and the folder is whole. */
    private Optional<Outcome> unchanged(Inputs inputs, Path target) throws IOException {
        Optional<LastRun> last = last().filter(l -> l.fingerprint().equals(inputs.fingerprint()));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        return Standing.of(target)
                .filter(standing -> standing.fingerprint().equals(inputs.fingerprint()))
                .map(standing -> replay(last.get(), Outcome.State.UNCHANGED, Optional.of(target), standing.pages()));
    }

    private static Outcome replay(LastRun last, Outcome.State state, Optional<Path> output, int pages) {
        return new Outcome(state, output, last.counts(), new Outcome.Published(pages, 0, 0), last.diagnostics());
    }
}
