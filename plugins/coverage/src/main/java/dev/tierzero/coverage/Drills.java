package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.SiteView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The drills on record.
 *
 * @param all newest first
 * @param findings about files that are no complete record
 */
record Drills(List<Drill> all, List<Diagnostic> findings) {

    /** Where the records are, below the content folder. */
    static final String FOLDER = "_data/drills";

    static Drills of(SiteView site) {
        List<Drill> all = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (String path : site.files(FOLDER)) {
            if (path.matches(".*\\.(ya?ml|json)") && !path.contains("/_")) {
                site.data(path).map(data -> DrillReading.read(path, data)).ifPresent(result -> {
                    result.drill().ifPresent(all::add);
                    findings.addAll(result.findings());
                });
            }
        }
        all.sort(Comparator.comparing(Drill::date)
                .thenComparing(Drill::start)
                .reversed()
                .thenComparing(Drill::path));
        return new Drills(List.copyOf(all), List.copyOf(findings));
    }

    /** The records of a playbook, newest first. */
    List<Drill> of(Document playbook) {
        return all.stream().filter(drill -> isOf(drill.scenario(), playbook)).toList();
    }

    /** The last exercise of a playbook that counts. */
    Optional<Drill> last(Document playbook) {
        return of(playbook).stream().filter(Drill::counts).findFirst();
    }

    boolean anyDemo() {
        return all.stream().anyMatch(Drill::demo);
    }

    /** Whether a record's scenario means this playbook. */
    static boolean isOf(String scenario, Document playbook) {
        return scenario.equals(playbook.path()) || scenario.equals(name(playbook));
    }

    /** Name of a playbook's file without its ending: what records call its scenario. */
    static String name(Document playbook) {
        String path = playbook.path();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    }
}
