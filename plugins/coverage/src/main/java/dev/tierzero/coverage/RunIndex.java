package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunRecords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of runs again and again, found once: a site of many years has thousands of them.
 *
 * @param byRun the procedure of each run that has one, by the run's id
 * @param ids of the page of records: by the path of a procedure, and by the id of a run with the name of a part of it
 * @param written paths of the reviews that somebody wrote, by where they are published: in the place of one that is made
 */
record RunIndex(Map<String, Document> byRun, Map<String, String> ids, Map<String, String> written) {

    /** What a record has of its own headings. */
    static final List<String> PARTS = List.of("parameters", "actions", "steps", "lessons");

    static RunIndex of(List<Document> procedures, RunRecords runs, SiteView site, String reviews) {
        return new RunIndex(byRun(procedures, runs), ids(procedures, runs), written(site, reviews));
    }

    private static Map<String, Document> byRun(List<Document> procedures, RunRecords runs) {
        Map<String, Document> paths = new HashMap<>();
        Map<String, Document> names = new HashMap<>();
        for (Document procedure : procedures) {
            paths.put(procedure.path(), procedure);
            names.putIfAbsent(procedure.path(), procedure);
            names.putIfAbsent(RunRecord.scenario(procedure.path()), procedure);
        }
        Map<String, Document> found = new HashMap<>();
        for (RunRecord run : runs.all()) {
            Optional.ofNullable(run.page().isEmpty() ? names.get(run.scenario()) : paths.get(run.page()))
                    .ifPresent(procedure -> found.put(run.id(), procedure));
        }
        return found;
    }

    /** The runs keep their ids, to which links lead from everywhere; what else has an id there takes one that is left. */
    private static Map<String, String> ids(List<Document> procedures, RunRecords runs) {
        Set<String> taken = new HashSet<>();
        runs.all().forEach(run -> taken.add(run.id()));
        Map<String, String> ids = new HashMap<>();
        for (Document procedure : procedures) {
            String name =
                    "runs-" + procedure.path().replaceFirst("\\.[^./]*$", "").toLowerCase(Locale.ROOT);
            ids.put(procedure.path(), free(name.replaceAll("[^a-z0-9]+", "-").replaceFirst("-$", ""), taken));
        }
        for (RunRecord run : runs.all()) {
            PARTS.forEach(part -> ids.put(part(run, part), free(run.id() + "-" + part, taken)));
        }
        return ids;
    }

    private static String free(String wanted, Set<String> taken) {
        String id = wanted;
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }

    /** No path of a page has a colon and no ending. */
    private static String part(RunRecord run, String part) {
        return run.id() + ":" + part;
    }

    private static Map<String, String> written(SiteView site, String reviews) {
        Map<String, String> written = new HashMap<>();
        for (Document page : site.documents()) {
            site.output(page.path())
                    .filter(output -> output.startsWith(reviews))
                    .ifPresent(output -> written.putIfAbsent(output, page.path()));
        }
        return written;
    }

    Optional<Document> procedure(RunRecord run) {
        return Optional.ofNullable(byRun.get(run.id()));
    }

    /** The id of the part of the page of records that is about a procedure. */
    String section(Document procedure) {
        return ids.getOrDefault(procedure.path(), "");
    }

    /** The id of a heading within a record. */
    String heading(RunRecord run, String part) {
        return ids.getOrDefault(part(run, part), "");
    }
}
