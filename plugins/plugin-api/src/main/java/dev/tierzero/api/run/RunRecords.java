package dev.tierzero.api.run;

import dev.tierzero.api.Document;
import dev.tierzero.api.SiteFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs on record: the one answer to which runs were held, which of them count, and of which procedure they are.
 *
 * @param all newest first
 * @param faults of files that are no record
 */
public record RunRecords(List<RunRecord> all, List<RunFault> faults) {

    /** Where the records are, below the content folder. Files and folders that begin with an underscore are none. */
    public static final String FOLDER = "_data/drills";

    /** Copies. */
    public RunRecords {
        all = List.copyOf(all);
        faults = List.copyOf(faults);
    }

    /** Reads every record of a site. A file that is no YAML or JSON is a finding of the host. */
    public static RunRecords of(SiteFiles site) {
        List<RunRecord> all = new ArrayList<>();
        List<RunFault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String path : site.files(FOLDER)) {
            if (path.matches(".*\\.(ya?ml|json)") && !path.contains("/_")) {
                site.data(path).ifPresent(data -> {
                    RunReading reading = new RunReading(path, data);
                    reading.read().map(read -> unique(read, ids)).ifPresent(all::add);
                    faults.addAll(reading.faults());
                });
            }
        }
        all.sort(Comparator.comparing(RunRecord::date)
                .thenComparing(RunRecord::start)
                .reversed()
                .thenComparing(RunRecord::path));
        return new RunRecords(all, faults);
    }

    private static RunRecord unique(RunRecord read, Set<String> ids) {
        String id = read.id();
        for (int n = 2; !ids.add(id); n++) {
            id = read.id() + "-" + n;
        }
        return read.withId(id);
    }

    /** The records of a procedure, demonstrations among them, newest first. */
    public List<RunRecord> of(Document procedure) {
        return all.stream().filter(run -> run.isOf(procedure)).toList();
    }

    /** The runs of a procedure that were really held, incidents and exercises, newest first. */
    public List<RunRecord> held(Document procedure) {
        return of(procedure).stream().filter(run -> !run.demo()).toList();
    }

    /** The last exercise of a procedure that was really held. */
    public Optional<RunRecord> lastExercise(Document procedure) {
        return of(procedure).stream().filter(RunRecord::isExercise).findFirst();
    }
}
