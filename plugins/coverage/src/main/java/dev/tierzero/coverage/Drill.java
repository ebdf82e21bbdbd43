package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The record of an exercise or an incident that was held: a file in {@code _data/drills/}. Something that was only planned has no
 * record.
 *
 * @param path of the file below the content folder
 * @param scenario name of the playbook's file without its ending, or the playbook's path
 * @param start time of day as written: {@code 09:30}
 * @param actions what was done, each with minutes since the start: {@code 6: key holders called}
 */
record Drill(
        String path,
        DataNode entry,
        boolean incident,
        boolean demo,
        String scenario,
        LocalDate date,
        String start,
        List<String> actions,
        String response,
        Duration timeToRecovery,
        List<Lesson> lessons,
        String outsideParticipant) {

    /**
     * What must change.
     *
     * @param page that changes because of it, below the content folder
     * @param done whether the change was made
     */
    record Lesson(String text, Optional<String> page, boolean done, SourcePosition position) {}

    /** Whether it shows that a scenario has been exercised. */
    boolean counts() {
        return !incident && !demo;
    }

    /** Id of its section on the page of records. */
    String id() {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    String kind() {
        return incident ? "incident" : "exercise";
    }

    /** The time to recovery as {@code mm:ss}. */
    String time() {
        return minutes(timeToRecovery);
    }

    long openLessons() {
        return lessons.stream().filter(lesson -> !lesson.done()).count();
    }

    /** A time as {@code mm:ss}; minutes may exceed 59. */
    static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
