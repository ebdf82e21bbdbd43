package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.PageFact;
import dev.tierzero.api.PageFact.Tone;
import dev.tierzero.api.run.RunLesson;
import dev.tierzero.api.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the runs on record say about a procedure: shown in its card, and true without a script. */
final class RunFacts {

    private final Inventory inventory;
    private final Document page;

    private RunFacts(Inventory inventory, Document page) {
        this.inventory = inventory;
        this.page = page;
    }

    static List<PageFact> of(Inventory inventory, Document page) {
        RunFacts facts = new RunFacts(inventory, page);
        List<PageFact> all = new ArrayList<>();
        all.add(facts.lastRun());
        facts.times().ifPresent(all::add);
        facts.open().ifPresent(all::add);
        return all;
    }

    private PageFact lastRun() {
        List<RunRecord> own = inventory.runs().held(page);
        if (!own.isEmpty()) {
            return held(own.get(0), page, "");
        }
        Optional<Document> playbook = playbookOfService();
        List<RunRecord> others = playbook.map(inventory.runs()::held).orElse(List.of());
        return others.isEmpty()
                ? none()
                : held(
                        others.get(0),
                        playbook.get(),
                        ", of the playbook " + playbook.get().title());
    }

    private PageFact held(RunRecord run, Document procedure, String of) {
        Rto rto = DrillAxis.rto(inventory, procedure);
        String text = Cells.words(run.kind().word()) + ": recovered in " + Clock.of(run.timeToRecovery()) + " ("
                + rto.verdict(run.timeToRecovery()) + ")" + of;
        Tone kept = rto.limit().isPresent() ? Tone.GOOD : Tone.NEUTRAL;
        Tone tone = rto.exceeded(run.timeToRecovery()) ? Tone.BAD : kept;
        return new PageFact(
                        page.path(),
                        "Last run",
                        text,
                        RunPlaces.record(inventory, run),
                        run.date().toString(),
                        tone)
                .withValue(run.timeToRecovery().toString());
    }

    /** A demonstration shows what the fact will look like; it is called one, and has neither date nor value. */
    private PageFact none() {
        Optional<RunRecord> demo = inventory.runs().of(page).stream().findFirst();
        boolean mustBe = page.type().equals("dr-playbook");
        return new PageFact(
                page.path(),
                "Last run",
                "No run on record"
                        + demo.map(run -> "; demonstration: " + Clock.of(run.timeToRecovery()))
                                .orElse(""),
                demo.map(run -> RunPlaces.record(inventory, run)).orElse(""),
                "",
                mustBe ? Tone.ATTENTION : Tone.NEUTRAL);
    }

    private Optional<Document> playbookOfService() {
        return page.metadata()
                .text("service")
                .flatMap(inventory.registers()::service)
                .flatMap(Service::playbook)
                .flatMap(inventory.site()::document);
    }

    private Optional<PageFact> times() {
        RunStatistics statistics = RunStatistics.of(inventory, page);
        if (!statistics.saysMore()) {
            return Optional.empty();
        }
        Tone tone = statistics.rto().exceeded(statistics.median())
                ? Tone.BAD
                : statistics.rto().exceeded(statistics.worst()) ? Tone.ATTENTION : Tone.NEUTRAL;
        return Optional.of(new PageFact(
                        page.path(), "Time to recovery", statistics.text(), RunPlaces.runs(inventory, page), "", tone)
                .withValue(statistics.median().toString()));
    }

    /** What its own runs found, and what other runs found about it. */
    private Optional<PageFact> open() {
        List<RunRecord> with = inventory.runs().all().stream()
                .filter(run -> !run.demo() && count(run) > 0)
                .toList();
        return with.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageFact(
                                page.path(),
                                "Open findings",
                                String.valueOf(
                                        with.stream().mapToLong(this::count).sum()),
                                with.size() == 1
                                        ? "/" + RunPlaces.review(inventory, with.get(0)) + "#open"
                                        : "/" + RunPlaces.reviewList(inventory) + "#open",
                                "",
                                Tone.ATTENTION)
                        .withValue(String.valueOf(
                                with.stream().mapToLong(this::count).sum())));
    }

    private long count(RunRecord run) {
        List<RunLesson> open = run.openLessons();
        return run.isOf(page)
                ? open.size()
                : open.stream()
                        .filter(lesson ->
                                lesson.page().filter(page.path()::equals).isPresent())
                        .count();
    }
}
