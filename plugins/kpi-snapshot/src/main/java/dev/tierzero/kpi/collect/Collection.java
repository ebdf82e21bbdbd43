package dev.tierzero.kpi.collect;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.CollectedData;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.kpi.model.Declarations;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.Source;
import dev.tierzero.kpi.model.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One collection: what is committed, what was collected last and what the sources say now become a snapshot of each KPI. */
public final class Collection {

    private static final String HISTORIES = "_data/kpi";

    private final CollectRequest request;
    private final Instant now;
    private final Settings settings;
    private final Snapshots previous;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();

    private Collection(CollectRequest request) {
        this.request = request;
        this.now = request.now().truncatedTo(ChronoUnit.SECONDS);
        this.settings = Settings.of(request.settings(), findings);
        this.previous = request.previous()
                .map(CollectedData::text)
                .map(Snapshots::ofText)
                .orElse(Snapshots.NONE);
    }

    /**
     * Collects.
     *
     * @throws InterruptedException when the host ends the collection
     */
    public static Dataset of(CollectRequest request) throws InterruptedException {
        return new Collection(request).dataset();
    }

    private Dataset dataset() throws InterruptedException {
        Declarations declarations = Declarations.of(request);
        findings.addAll(declarations.findings());
        Set<SourcePosition> faulty = findings.stream().map(Diagnostic::position).collect(Collectors.toSet());
        List<Kpi> usable = new ArrayList<>();
        for (Kpi kpi : declarations.kpis()) {
            List<Diagnostic> refused = Preflight.findings(kpi, settings);
            findings.addAll(refused);
            boolean whole =
                    kpi.source().data().entries().values().stream().noneMatch(node -> faulty.contains(node.position()));
            if (refused.isEmpty() && whole) {
                usable.add(kpi);
            }
        }
        Map<Kpi, Outcome> outcomes = outcomes(usable);
        List<Snapshot> snapshots = new ArrayList<>();
        for (Kpi kpi : declarations.kpis()) {
            snapshots.add(snapshot(kpi, Optional.ofNullable(outcomes.get(kpi))));
        }
        unknownHistories(declarations);
        return new Dataset(new Snapshots(snapshots).text(), files, findings);
    }

    private Map<Kpi, Outcome> outcomes(List<Kpi> usable) throws InterruptedException {
        Map<Kpi, Outcome> outcomes = new LinkedHashMap<>();
        List<Kpi> live = new ArrayList<>();
        for (Kpi kpi : usable) {
            if (kpi.source().isOutside()) {
                live.add(kpi);
            } else if (kpi.source().type() != Source.Type.FILE) {
                outcomes.put(kpi, committed(kpi));
            }
        }
        if (!request.isOffline() && !live.isEmpty()) {
            outcomes.putAll(new LiveSources(request, settings).ask(live));
        }
        return outcomes;
    }

    /** A table that the site holds itself is read like one from outside, also offline. */
    private Outcome committed(Kpi kpi) throws InterruptedException {
        try {
            String path = kpi.source().data().text("path").orElse("");
            byte[] bytes = request.file(path).orElseThrow(() -> NoValue.noData("there is no such file"));
            if (bytes.length > Encoded.MOST_BYTES) {
                throw NoValue.invalid("the file is larger than " + Encoded.MOST_BYTES / 1024 + " KB");
            }
            String text = Encoded.text(bytes, "", Encoded.MOST_BYTES);
            return Outcome.of(new CsvSource(() -> text, kpi.source().data()).samples());
        } catch (NoValue e) {
            return Outcome.of(e);
        }
    }

    private Snapshot snapshot(Kpi kpi, Optional<Outcome> outcome) {
        History history = History.of(request, kpi, findings);
        List<Observation> known = known(kpi, history);
        if (outcome.isEmpty()) {
            State state = known.isEmpty() ? State.NO_DATA : State.FRESH;
            return new Snapshot(kpi.id(), state, known, "", Optional.empty());
        }
        Optional<Instant> attempt = kpi.source().isOutside() ? Optional.of(now) : Optional.empty();
        try {
            Admission admission = admission(kpi, outcome.get());
            keep(kpi, history, admission.observations());
            List<Observation> all = List.copyOf(History.merged(known, admission.observations()));
            admission.problem().ifPresent(problem -> report(kpi, problem));
            return new Snapshot(
                    kpi.id(),
                    admission.problem().map(NoValue::state).orElse(State.FRESH),
                    all,
                    admission.problem().map(NoValue::words).orElse(""),
                    attempt);
        } catch (NoValue e) {
            report(kpi, e);
            return new Snapshot(kpi.id(), e.state(), known, e.words(), attempt);
        }
    }

    private Admission admission(Kpi kpi, Outcome outcome) throws NoValue {
        if (outcome.failure().isPresent()) {
            throw outcome.failure().get();
        }
        return Admission.of(kpi, outcome.samples(), now);
    }

    /** The committed observations, and the last one collected when it is newer and may still be shown. */
    private List<Observation> known(Kpi kpi, History history) {
        List<Observation> known = new ArrayList<>(history.observations());
        previous.of(kpi.id()).last().ifPresent(last -> {
            boolean newer =
                    known.isEmpty() || known.get(known.size() - 1).observedAt().isBefore(last.observedAt());
            boolean admitted = !Admission.isSmall(last, kpi)
                    && kpi.range().holds(last.value())
                    && !last.observedAt().isAfter(now.plus(Snapshot.SKEW));
            if (newer && admitted) {
                known.add(last);
            }
        });
        return known;
    }

    /** The history with what was read now, when that adds to it and nothing that stands there is lost. */
    private void keep(Kpi kpi, History history, List<Observation> read) {
        if (!history.whole()) {
            return;
        }
        String text = History.text(History.merged(history.observations(), read));
        if (!read.isEmpty() && !text.equals(history.text())) {
            files.put(kpi.historyPath().substring("_data/".length()), text);
        }
    }

    private void report(Kpi kpi, NoValue reason) {
        String message = kpi.id() + " has no new value: " + reason.words();
        findings.add(Diagnostic.warning(reason.code(), Admission.position(kpi), message, reason.hint()));
    }

    private void unknownHistories(Declarations declarations) {
        for (String path : request.files(HISTORIES)) {
            if (declarations.kpis().stream().noneMatch(kpi -> kpi.historyPath().equals(path))) {
                findings.add(Diagnostic.warning(
                        "KP032",
                        SourcePosition.ofFile(request.name(path)),
                        "no KPI has this history",
                        "declare the KPI in kpis.yaml, correct the file's name, or delete it"));
            }
        }
    }
}
