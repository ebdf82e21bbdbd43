package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a call of a plugin. */
final class CallFindings {

    private static final int NAMED = 3;

    private CallFindings() {}

    /** @param what pages that it failed on; none when the call was about the whole site */
    static Diagnostic failed(Subject subject, String stage, List<String> what, Fault fault) {
        String who = subject.name() + " failed in " + stage + (what.isEmpty() ? "" : " on " + named(what));
        return switch (fault.kind()) {
            case NOTHING ->
                Diagnostic.error(
                        "PL013",
                        subject.position(),
                        subject.name() + " returned " + fault.text() + " in " + stage
                                + (what.isEmpty() ? "" : " for " + named(what)),
                        "return an empty list, or leave the entry out; until that is mended, " + off(subject));
            case LINKAGE ->
                Diagnostic.error(
                        "PL008",
                        subject.position(),
                        who + ": " + fault.text(),
                        "put what it needs into its jar, or build it against this generator's plugin-api");
            case THROWN ->
                Diagnostic.error(
                        "PL012",
                        subject.position(),
                        who + ": " + fault.text(),
                        "tell its author; until it is mended, " + off(subject));
        };
    }

    static Diagnostic late(Subject subject, String stage, List<String> what, Duration limit, String place) {
        return Diagnostic.error(
                "PL014",
                subject.position(),
                subject.name() + " did not finish " + stage + " within " + seconds(limit)
                        + (what.isEmpty() ? "" : ", busy with " + named(what))
                        + (place.isEmpty() ? "" : "; it was at " + place),
                "tell its author; until it is mended, " + off(subject));
    }

    static Diagnostic printed(Subject subject, String stage, String first, long lines) {
        return Diagnostic.info(
                "PL016",
                subject.position(),
                subject.name() + " printed " + (lines == 1 ? "a line" : String.format(Locale.ROOT, "%,d lines", lines))
                        + " in " + stage + ": \"" + Shown.of(first) + "\"",
                "return a finding instead; what plugins print to the standard output is not shown");
    }

    private static String off(Subject subject) {
        String jar = subject.position().file();
        return subject.name().startsWith("plugin ")
                ? "plugins." + subject.name().substring("plugin ".length()) + ".enabled: false switches it off"
                : "./tier0 plugin remove " + jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static String named(List<String> what) {
        String first = String.join(", ", what.subList(0, Math.min(NAMED, what.size())));
        int others = what.size() - NAMED;
        return others <= 0 ? first : String.format(Locale.ROOT, "%s and %,d more", first, others);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? limit.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1e3);
    }
}
