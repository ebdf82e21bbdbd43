package dev.tierzero.findings;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Emergency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of emergencies, see {@link EmergencyFile}. What it says counts by the time of the version that holds it, so that
 * every build of one commit does the same; only an audit looks at the day.
 *
 * @param entries in the order written, those that mean something
 * @param diagnostics about the others
 */
public record EmergencyLog(List<Emergency> entries, List<Diagnostic> diagnostics) {

    /** Without an entry. */
    public static final EmergencyLog NONE = new EmergencyLog(List.of(), List.of());

    /** A clock may be so much ahead of the one that made the commit. */
    private static final Duration SKEW = Duration.ofHours(1);

    /** Copies. */
    public EmergencyLog {
        entries = List.copyOf(entries);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Takes the entries of the file, which fit the schema.
     *
     * @param roles ids of all roles; empty when the site has no register of them
     */
    public static EmergencyLog of(List<DataNode> register, Set<String> roles) {
        List<Emergency> entries = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        for (DataNode node : register) {
            EmergencyEntry entry = new EmergencyEntry(node, roles);
            entry.emergency().ifPresent(entries::add);
            found.addAll(entry.diagnostics());
        }
        return new EmergencyLog(entries, found);
    }

    /** Entries that nobody has dealt with. One that was declared anew, for the same reason, is dealt with where it was declared last. */
    private List<Emergency> open() {
        List<Emergency> open = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Emergency entry = entries.get(i);
            boolean anew = entries.subList(i + 1, entries.size()).stream()
                    .anyMatch(later -> later.reason().equals(entry.reason()));
            if (entry.resolved().isEmpty() && !anew) {
                open.add(entry);
            }
        }
        return open;
    }

    /** The emergency that a version was published in, the latest of several. */
    public Optional<Emergency> standing(Optional<Instant> version) {
        return open().stream()
                .filter(entry -> version.isPresent() && counts(entry, version.get()))
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    private static boolean counts(Emergency entry, Instant version) {
        return !version.isAfter(entry.until()) && !version.isBefore(entry.at().minus(SKEW));
    }

    /** What a build says about entries that do not count for its version. */
    public List<Diagnostic> findings(Optional<Instant> version) {
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        for (Emergency entry : open()) {
            if (version.isEmpty() || version.get().isBefore(entry.at().minus(SKEW))) {
                found.add(Diagnostic.warning(
                        "EM004",
                        entry.position(),
                        "this emergency does not count here: "
                                + (version.isEmpty()
                                        ? "the site has no version whose time would tell"
                                        : "it began after this version was committed"),
                        "commit the record; until then only ./tier0 build --emergency lets findings through"));
            } else if (!counts(entry, version.get())) {
                found.add(over(entry));
            }
        }
        return found;
    }

    /** What an audit says about them on a day. */
    public List<Diagnostic> findings(LocalDate day) {
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        for (Emergency entry : open()) {
            boolean stands = !day.isAfter(LocalDate.ofInstant(entry.until(), ZoneOffset.UTC));
            found.add(stands ? standing(entry) : over(entry));
        }
        return found;
    }

    private static Diagnostic standing(Emergency entry) {
        return Diagnostic.error(
                "EM001",
                entry.position(),
                "an emergency is not resolved: " + entry.reason() + " (" + findings(entry.count())
                        + " let through, until " + entry.until() + ")",
                RESOLVE);
    }

    private static Diagnostic over(Emergency entry) {
        return Diagnostic.warning(
                "EM002",
                entry.position(),
                "the emergency of " + entry.at() + " is over and not resolved: it lets nothing through any more",
                RESOLVE);
    }

    private static final String RESOLVE =
            "mend what it let through, then add resolved: with the day and done: with what was done";

    /** The remark that goes with every site that was published in an emergency. */
    public static Diagnostic letThrough(Emergency emergency) {
        return Diagnostic.warning(
                "EM003",
                emergency.position(),
                "published in an emergency: " + findings(emergency.count()) + " that would stop this build "
                        + (emergency.count() == 1 ? "counts as a warning" : "count as warnings") + " until "
                        + emergency.until()
                        + " (" + emergency.reason() + ")",
                RESOLVE);
    }

    private static String findings(int count) {
        return (count == 0 ? "no" : String.valueOf(count)) + (count == 1 ? " finding" : " findings");
    }
}
