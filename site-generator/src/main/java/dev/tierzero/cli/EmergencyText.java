package dev.tierzero.cli;

import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.Request;
import dev.tierzero.model.Emergency;
import java.util.ArrayList;
import java.util.List;

/** What the command line says and asks about an emergency. */
final class EmergencyText {

    private EmergencyText() {}

    /**
     * The reason as it is published.
     *
     * @throws UsageException when it is none that readers can be shown
     */
    static String reason(String written) {
        String reason = written.strip();
        int length = reason.codePointCount(0, reason.length());
        if (length < Emergency.SHORTEST_REASON || length > Emergency.LONGEST_REASON) {
            throw new UsageException("--emergency takes a reason of " + Emergency.SHORTEST_REASON + " to "
                    + Emergency.LONGEST_REASON + " characters, and this has " + length
                    + ": say what is wrong and why it cannot wait");
        }
        if (!Printable.of(reason).equals(reason)) {
            throw new UsageException("--emergency takes a reason of one line, without invisible characters");
        }
        Request.Declared.person(reason).ifPresent(person -> {
            throw new UsageException("the reason is published on every page: " + person);
        });
        return reason;
    }

    /** What follows the closing line. */
    static List<String> of(Outcome.InEmergency standing) {
        Emergency emergency = standing.emergency();
        List<String> lines = new ArrayList<>();
        boolean declared = !standing.file().isEmpty();
        lines.add("EMERGENCY: " + (declared ? "" : "by its record, ")
                + (emergency.count() == 0
                        ? "no finding would have stopped this site"
                        : counted(emergency.count()) + " let through")
                + " until " + emergency.until() + ". Every page says so.");
        if (declared && standing.unwritten().isEmpty()) {
            lines.add("Commit " + standing.file() + ": builds of that commit let through what it lists until then.");
            lines.add(
                    "To end it: mend what is listed, add resolved: and done: to its entry, commit. Until then audit fails.");
        } else if (declared) {
            lines.add("The record could not be written (" + standing.unwritten() + "). Write into " + standing.file()
                    + ":");
            lines.addAll(standing.asRecorded());
        }
        return lines;
    }

    private static String counted(int count) {
        return count == 1 ? "1 finding" : count + " findings";
    }
}
