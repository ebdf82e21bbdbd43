package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.PortalZip;
import dev.tierzero.publish.Publication;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        inputs.restriction().refusePublic(target);
        Before before = Before.of(inputs, last());
        Optional<Outcome> same = before.unchanged(inputs, target);
        if (same.isPresent()) {
            return same.get();
        }
        try (Publication publication = Publication.begin(target, request.work())) {
            Stage stage = LetThrough.told(inputs, Stage.of(inputs, before.collected(), progress), limit);
            List<Diagnostic> found = new ArrayList<>(stage.found());
            List<Page> pages = stage.rendering().site().pages();
            Searching searching = new Searching(inputs, pages).begun();
            found.addAll(render(pages, stage, publication));
            found.addAll(RenderingTools.run(inputs, stage.rendering()).publish(publication));
            write(inputs, stage, publication);
            write(searching.index().files(), publication);
            found.addAll(SearchChecks.findings(inputs, pages, searching));
            Keeping keeping = Keeping.of(inputs, stage.rendering());
            found.addAll(keeping.diagnostics(path -> size(publication, path, stage)));
            Outcome checked = outcome(inputs, stage, found, limit);
            publication.write(BuildReport.NAME, BuildReport.of(inputs, stage, checked));
            keeping.write(searching.index(), publication);
            if (inputs.settings().portalZip()) {
                publication.archive(PortalZip.NAME, PortalZip::isNeeded);
            }
            Outcome outcome = checked.withFiles(publication.files().size());
            remember(inputs, stage, outcome);
            if (outcome.reaches(limit)) {
                return outcome.with(Outcome.State.REFUSED, inputs.restriction().abandoned(publication));
            }
            EmergencyRecord record = EmergencyRecord.written(inputs, outcome.emergency());
            try {
                publication.publish(inputs.generator().name(), stage.fingerprint(inputs));
            } catch (IOException | RuntimeException e) {
                record.restore();
                throw e;
            }
            return outcome.with(Outcome.State.PUBLISHED, Optional.of(target)).recordedAs(record.outcome());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Runs every check and writes nothing but the cache; asks nothing outside the site's folder. */
    public Outcome check() throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request.with(request.plugged().withoutNetwork()));
        Optional<LastRun> last = last();
        Before before = Before.of(inputs, last);
        Optional<Outcome> same = before.checked(inputs);
        if (same.isPresent()) {
            return same.get();
        }
        Stage stage = Stage.of(inputs, before.collected(), progress);
        List<Diagnostic> found = new ArrayList<>(stage.found());
        VerifiedPages verified = request.cache() ? VerifiedPages.read(verifiedPages()) : VerifiedPages.NONE;
        List<Page> pages = stage.rendering().site().pages().stream()
                .filter(page -> !isVerified(page, stage, verified))
                .toList();
        AtomicInteger done = new AtomicInteger();
        found.addAll(Judged.findings(
                inputs, stage, pages, () -> progress.at("verify", done.incrementAndGet(), pages.size())));
        Outcome outcome = outcome(inputs, stage, found, Optional.of(Severity.ERROR));
        remember(inputs, stage, outcome);
        return outcome;
    }

    /** Whether a page, and what its copy shows, is as it was when it was verified. */
    private static boolean isVerified(Page page, Stage stage, VerifiedPages verified) {
        VerifiedPages now = stage.copies().pages();
        return page.document().filter(d -> verified.has(d.path(), now)).isPresent()
                && (!page.survives() || stage.rendering().rungs().takeOver(page));
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
            write(rendered.rungs(), publication);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rendered.diagnostics();
    }

    private static long size(Publication publication, String path, Stage stage) {
        long size = Optional.ofNullable(publication.files().get(path))
                .map(Manifest.Entry::size)
                .orElse(0L);
        stage.copies().measured(path, size);
        return size;
    }

    /** Writes what is no page: assets of content, the theme's files, the files for the host. */
    private static void write(Inputs inputs, Stage stage, Publication publication) throws IOException {
        write(stage.rendering().companions(), publication);
        for (ScannedFile asset : inputs.assets()) {
            publication.write(
                    asset.output(), Assets.published(asset, inputs.bytes(asset)).bytes());
        }
        write(inputs.restriction().files(), publication);
    }

    private static void write(Map<String, byte[]> files, Publication publication) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            publication.write(file.getKey(), file.getValue());
        }
    }

    private static Outcome outcome(Inputs inputs, Stage stage, List<Diagnostic> found, Optional<Severity> limit) {
        Map<FileClass, Integer> counts = new EnumMap<>(FileClass.class);
        for (ScannedFile file : inputs.files()) {
            boolean draft = stage.assembly().drafts().contains(file.path());
            counts.merge(draft ? FileClass.DRAFT : file.fileClass(), 1, Integer::sum);
        }
        int pages = stage.rendering().site().pages().size();
        LetThrough settled = LetThrough.of(inputs, Settlement.of(inputs, stage).settled(found), limit);
        return new Outcome(
                Outcome.State.CHECKED,
                Optional.empty(),
                counts,
                new Outcome.Published(pages, 0, stage.fresh().size()),
                settled.reported(),
                settled.emergency().map(known -> Outcome.InEmergency.standing(inputs.emergencies(), known)));
    }

    private Path lastRun() {
        String name = request.plugged().asOf().isPresent() ? "last-audit" : "last-run";
        return request.work().resolve("cache").resolve(name);
    }

    private Path verifiedPages() {
        return request.work().resolve("cache").resolve("verified-pages");
    }

    private Optional<LastRun> last() throws IOException {
        return request.cache() ? LastRun.read(lastRun()) : Optional.empty();
    }

    private void remember(Inputs inputs, Stage stage, Outcome outcome) throws IOException {
        if (request.cache()) {
            boolean clean = outcome.diagnostics().stream()
                    .noneMatch(d -> d.code().startsWith("VF") || d.code().startsWith("TH"));
            LastRun.LetThrough letThrough = outcome.emergency()
                    .map(standing -> LastRun.LetThrough.of(standing.emergency()))
                    .orElse(LastRun.LetThrough.NOTHING);
            new LastRun(inputs.fingerprint(), stage.data().mark(), outcome.counts(), outcome.diagnostics(), letThrough)
                    .write(lastRun());
            (clean ? stage.copies().pages() : VerifiedPages.NONE).write(verifiedPages());
            stage.copies().write();
        }
    }
}
