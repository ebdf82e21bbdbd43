package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.SourcePosition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The record of a run that was held: a file in {@code _data/drills/}. Something that was only planned has no record.
 *
 * @param id unique in the site: the file's name without its ending, {@code -2} added when another file has it
 * @param path of the file below the content folder
 * @param data as it was written, for the places of its fields
 * @param demo whether nobody held it: it shows what a record looks like
 * @param scenario name of the procedure's file without its ending, or the procedure's path
 * @param page path of the procedure; empty where only the scenario says which it was
 * @param date local day on which the outage began
 * @param start local time of day at which the outage began, as written: {@code 09:30}
 * @param zone that both are of; empty: that of the site
 * @param timeToRecovery from the beginning of the outage to a passed verification
 * @param actions what was done, each with minutes since the start: {@code 6: key holders called}
 * @param response how people and tools reacted
 * @param outsideParticipant role of somebody from outside the owning team; may be empty for an incident
 * @param steps in the order of the page; none in a record that was written by hand
 * @param parameters what readers typed, without what is secret
 * @param changed whether the page changed during the run
 * @param clock what was odd about the clock; may be empty
 */
public record RunRecord(
        String id,
        String path,
        DataNode data,
        Kind kind,
        boolean demo,
        String scenario,
        String page,
        LocalDate date,
        String start,
        Optional<ZoneId> zone,
        Duration timeToRecovery,
        List<String> actions,
        String response,
        String outsideParticipant,
        List<RunStep> steps,
        List<RunLesson> lessons,
        Map<String, String> parameters,
        boolean changed,
        String clock) {

    /** The format of the records that run mode writes. */
    public static final String FORMAT = "tier0-run/1";

    /** What a run was. */
    public enum Kind {
        /** Nothing was broken. */
        EXERCISE,
        /** Something was. */
        INCIDENT;

        /** As records write it: {@code incident}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies. */
    public RunRecord {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(timeToRecovery, "timeToRecovery");
        actions = List.copyOf(actions);
        steps = List.copyOf(steps);
        lessons = List.copyOf(lessons);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Whether it shows that a procedure was exercised: incidents and demonstrations do not. */
    public boolean isExercise() {
        return kind == Kind.EXERCISE && !demo;
    }

    /** Whether it was a run of this page. The page's path decides where the record has it: two procedures may have one file name. */
    public boolean isOf(Document procedure) {
        return page.isEmpty()
                ? scenario.equals(procedure.path()) || scenario.equals(scenario(procedure.path()))
                : page.equals(procedure.path());
    }

    /** What records call a procedure: the name of its file without its ending. */
    public static String scenario(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
    }

    /** The lessons that nobody has acted on yet. */
    public List<RunLesson> openLessons() {
        return lessons.stream().filter(lesson -> !lesson.done()).toList();
    }

    /** The steps that were skipped. */
    public List<RunStep> skipped() {
        return steps.stream()
                .filter(step -> step.state() == RunStep.State.SKIPPED)
                .toList();
    }

    /** Where a field's value is written. */
    public SourcePosition at(String field) {
        return data.position(field);
    }

    /** The same record with another id. */
    RunRecord withId(String other) {
        return new RunRecord(
                other,
                path,
                data,
                kind,
                demo,
                scenario,
                page,
                date,
                start,
                zone,
                timeToRecovery,
                actions,
                response,
                outsideParticipant,
                steps,
                lessons,
                parameters,
                changed,
                clock);
    }
}
