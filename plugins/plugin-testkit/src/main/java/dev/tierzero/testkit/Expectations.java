package dev.tierzero.testkit;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.testkit.SiteText.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares findings with marks. */
final class Expectations {

    private Expectations() {}

    /** A line that tells a difference, where. */
    private record Difference(Mark place, String text) {}

    /** Every difference, by place: two lines each. */
    static List<String> differences(SiteText text, List<Diagnostic> findings) {
        List<Mark> missing = new ArrayList<>(text.marks());
        List<Difference> differences = new ArrayList<>();
        for (Diagnostic finding : findings) {
            Mark place = new Mark(
                    finding.position().file(), Math.max(1, finding.position().line()), finding.code());
            if (!missing.remove(place)) {
                differences.add(new Difference(
                        place,
                        "not marked: " + finding.position() + ": "
                                + finding.severity().word() + " " + finding.code() + ": " + finding.message()));
            }
        }
        missing.forEach(mark -> differences.add(
                new Difference(mark, "not found:  " + mark.file() + ":" + mark.line() + ": " + mark.code())));
        return differences.stream()
                .sorted(Comparator.comparing((Difference d) -> d.place().file())
                        .thenComparing(d -> d.place().line())
                        .thenComparing(Difference::text))
                .map(d -> "  " + d.text() + "\n              | "
                        + text.line(d.place().file(), d.place().line()))
                .toList();
    }
}
