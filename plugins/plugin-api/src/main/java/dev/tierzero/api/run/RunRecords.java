package dev.tierzero.api.run;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static RunRecords of(SiteView site) {
        List<RunRecord> all = new ArrayList<>();
        List<RunFault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String path : site.files(FOLDER)) {
            if (path.matches(".*\\.(ya?ml|json)") && !path.contains("/_")) {
                site.data(path).ifPresent(data -> {
                    RunReading reading = new RunReading(path, data, run -> words(site, run));
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

    /** Title, headings and steps of the page that a run was of: what a record repeats. */
    private static String words(SiteView site, RunRecord run) {
        return (run.page().isEmpty() ? site.documents().stream().filter(run::isOf) : site.document(run.page()).stream())
                .flatMap(page -> Stream.concat(
                        Stream.concat(
                                Stream.of(page.title()),
                                page.headings().stream().map(Heading::text)),
                        page.steps().stream().map(Step::item).flatMap(RunRecords::texts)))
                .collect(Collectors.joining("\n"))
                .replaceAll("[^\\S\n]+", " ");
    }

    /** The words of a block and of all in it; code too, for a step may begin with it. */
    private static Stream<String> texts(Block block) {
        return Stream.concat(
                Stream.concat(Stream.of(block.text()), block.code().stream().map(CodeBlock::text)),
                block.children().stream().flatMap(RunRecords::texts));
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
