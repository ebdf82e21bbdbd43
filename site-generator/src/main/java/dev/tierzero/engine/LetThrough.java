package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.findings.EmergencyFile;
import dev.tierzero.findings.EmergencyLog;
import dev.tierzero.model.Emergency;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is reported of findings when the gates may be open.
 *
 * @param reported in total order; in an emergency errors that it lets through are warnings
 * @param emergency with what was let through; empty on any other day
 */
record LetThrough(List<Diagnostic> reported, Optional<Emergency> emergency) {

    /**
     * Opens the gates, if there is an emergency.
     *
     * @param limit what else would forbid publishing
     */
    static LetThrough of(Inputs inputs, List<Diagnostic> settled, Optional<Severity> limit) {
        Optional<Emergency> standing = inputs.emergencies().standing();
        if (standing.isEmpty()) {
            return new LetThrough(settled, Optional.empty());
        }
        Severity least = limit.orElse(Severity.ERROR);
        List<Diagnostic> failing = settled.stream()
                .filter(d -> d.severity().compareTo(least) <= 0
                        && inputs.emergencies().lets(d))
                .toList();
        Emergency emergency = EmergencyFile.recorded(standing.get(), failing);
        List<Diagnostic> reported = new ArrayList<>();
        settled.forEach(finding -> reported.add(inputs.emergencies().lets(finding) ? opened(finding) : finding));
        reported.add(EmergencyLog.letThrough(emergency));
        return new LetThrough(reported.stream().sorted().distinct().toList(), Optional.of(emergency));
    }

    private static Diagnostic opened(Diagnostic finding) {
        return finding.severity() == Severity.ERROR
                ? new Diagnostic(
                        Severity.WARNING,
                        finding.code(),
                        finding.position(),
                        finding.includedFrom(),
                        finding.message(),
                        finding.hint())
                : finding;
    }

    /** The stage as it is published: in an emergency every page tells what the whole site was found to be. */
    static Stage told(Inputs inputs, Stage stage, Optional<Severity> limit) throws IOException {
        Optional<Emergency> standing = inputs.emergencies().standing();
        if (standing.isEmpty()) {
            return stage;
        }
        List<Diagnostic> found = new ArrayList<>(stage.found());
        found.addAll(Judged.findings(inputs, stage, stage.rendering().site().pages(), () -> {}));
        LetThrough known = of(inputs, Settlement.of(inputs, stage).settled(found), limit);
        return stage.with(
                inputs,
                inputs.circumstancesOfSite().notices().in(known.emergency().orElseThrow()));
    }
}
