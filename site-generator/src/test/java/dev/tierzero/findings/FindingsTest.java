package dev.tierzero.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is reported in the end. */
final class FindingsTest {

    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    private static Diagnostic found(String code, String file, int line) {
        return Diagnostic.warning(code, new SourcePosition(file, line, 1), "m" + line, "h");
    }

    private static Suppression suppression(String file, int first, int last, String... codes) {
        return new Suppression(
                new SourcePosition(file, Math.max(1, first - 1), 1),
                List.of(codes),
                END,
                "moves in March",
                new Suppression.Lines(first, last));
    }

    private static Agreed agreed(Suppression... suppressions) {
        return agreed(Optional.empty(), Baseline.NONE, suppressions);
    }

    private static Agreed agreed(Optional<LocalDate> day, Baseline baseline, Suppression... suppressions) {
        return new Agreed(List.of(suppressions), baseline, day, Set.of("draft.md"), () -> Set.of("CV040"));
    }

    private static List<String> said(List<Diagnostic> found) {
        return found.stream()
                .map(d -> d.position() + " " + d.severity().word() + " " + d.code() + ": " + d.message() + " / "
                        + d.hint())
                .toList();
    }

    private static List<String> codes(List<Diagnostic> found) {
        return found.stream().map(d -> d.position() + " " + d.code()).toList();
    }

    private static Baseline baseline(Object... entries) {
        SourcePosition at = new SourcePosition("baseline.yaml", 1, 1);
        List<DataNode> nodes = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 3) {
            Map<String, DataNode> entry = new TreeMap<>();
            entry.put("file", DataNode.ofText(entries[i].toString(), at));
            entry.put("code", DataNode.ofText(entries[i + 1].toString(), at));
            entry.put("count", DataNode.ofText(entries[i + 2].toString(), at));
            nodes.add(DataNode.ofMap(entry, at));
        }
        return Baseline.of(nodes);
    }

    @Test
    void whatIsCoveredIsNotReported() {
        assertEquals(
                List.of("a.md:6:1 LK001", "a.md:5:1 HD002", "b.md:5:1 LK001").stream()
                        .sorted()
                        .toList(),
                codes(Findings.settled(
                                List.of(
                                        found("LK001", "a.md", 5),
                                        found("HD002", "a.md", 5),
                                        found("LK001", "a.md", 6),
                                        found("LK001", "b.md", 5)),
                                agreed(suppression("a.md", 4, 5, "LK001"))))
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsReportedIsInOrderAndTheSameThingOnce() {
        List<Diagnostic> found =
                List.of(found("LK001", "b.md", 1), found("LK001", "a.md", 2), found("LK001", "b.md", 1));
        assertEquals(List.of("a.md:2:1 LK001", "b.md:1:1 LK001"), codes(Findings.settled(found, agreed())));
    }

    @Test
    void aSuppressionOfAnIncludeCoversWhatComesFromThere() {
        Diagnostic included = found("LK001", "_part.md", 9).includedFrom(List.of(new SourcePosition("a.md", 4, 1)));
        assertEquals(List.of(), Findings.settled(List.of(included), agreed(suppression("a.md", 4, 4, "LK001"))));
        assertEquals(List.of(), Findings.settled(List.of(included), agreed(suppression("_part.md", 9, 9, "LK001"))));
    }

    @Test
    void aSuppressionForTheWholePageCoversAlsoTheFileAsAWhole() {
        Suppression whole = new Suppression(
                new SourcePosition("a.md", 4, 1), List.of("HD004"), END, "moves in March", Suppression.Lines.ALL);
        Diagnostic ofFile = Diagnostic.warning("HD004", SourcePosition.ofFile("a.md"), "m", "h");
        assertEquals(List.of(), Findings.settled(List.of(ofFile), agreed(whole)));
    }

    @Test
    void aSuppressionWithNothingToDoIsAWarning() {
        assertEquals(
                List.of("a.md:3:1 warning IG007: nothing to silence: HD002 is not found in the block below"
                        + " / take HD002 out of the suppression"),
                said(Findings.settled(
                        List.of(found("LK001", "a.md", 4)), agreed(suppression("a.md", 4, 5, "LK001", "HD002")))));
        assertEquals(
                List.of("a.md:3:1 warning IG007: nothing to silence: LK001, HD002 are not found in the block below"
                        + " / delete the suppression"),
                said(Findings.settled(List.of(), agreed(suppression("a.md", 4, 5, "LK001", "HD002")))));
    }

    @Test
    void aDraftsSuppressionMayHaveNothingToDo() {
        assertEquals(List.of(), Findings.settled(List.of(), agreed(suppression("draft.md", 4, 5, "LK001"))));
    }

    @Test
    void whatOnlyAnAuditFindsMayBeSilencedBeforehand() {
        Suppression ofADay = suppression("a.md", 4, 5, "CV040");
        assertEquals(List.of(), Findings.settled(List.of(), agreed(ofADay)));
        assertEquals(
                List.of("a.md:3:1 IG007"),
                codes(Findings.settled(List.of(), agreed(Optional.of(END), Baseline.NONE, ofADay))));
    }

    @Test
    void aPartOfTheFindingsSaysNothingAboutTheRest() {
        Agreed agreed = agreed(Optional.empty(), baseline("a.md", "LK001", "3"), suppression("a.md", 4, 5, "LK001"));
        assertEquals(List.of(), Findings.settledPart(List.of(), agreed));
        assertEquals(List.of("a.md BL001"), codes(Findings.settledPart(List.of(found("LK001", "a.md", 9)), agreed)));
    }

    @Test
    void anEndedSuppressionSilencesNothingInAnAuditAndEverythingInACheck() {
        List<Diagnostic> found = List.of(found("LK001", "a.md", 4));
        Suppression until = suppression("a.md", 4, 5, "LK001");
        assertEquals(List.of(), Findings.settled(found, agreed(Optional.of(END), Baseline.NONE, until)));
        assertEquals(
                List.of(
                        "a.md:3:1 error IG008: the suppression of LK001 ended on 2027-03-31"
                                + " / mend what it hides, or agree on a new day: moves in March",
                        "a.md:4:1 warning LK001: m4 / h"),
                said(Findings.settled(found, agreed(Optional.of(END.plusDays(1)), Baseline.NONE, until))));
        assertEquals(List.of(), Findings.settled(found, agreed(until)));
    }

    @Test
    void whatIsBrokenIsNeverSilentEvenIfACacheSaysSo() {
        Diagnostic broken = Diagnostic.error("VF001", new SourcePosition("a.md", 4, 1), "m", "h");
        assertEquals(
                List.of("a.md:4:1 VF001"),
                codes(Findings.settledPart(List.of(broken), agreed(suppression("a.md", 4, 4, "VF001")))));
    }

    @Test
    void knownFindingsAreOneRemarkPerFileAndCode() {
        List<Diagnostic> found = List.of(
                found("LK001", "a.md", 4),
                found("LK001", "a.md", 40),
                found("HD002", "a.md", 5),
                found("LK001", "b.md", 1));
        assertEquals(
                List.of(
                        "a.md info BL001: known: 2 findings of LK001 / mend them when you work on this file;"
                                + " then ./tier0 check --update-baseline",
                        "a.md:5:1 warning HD002: m5 / h",
                        "b.md:1:1 warning LK001: m1 / h"),
                said(Findings.settled(found, agreed(Optional.empty(), baseline("a.md", "LK001", "2")))));
    }

    @Test
    void oneMoreThanKnownAndAllAreReported() {
        List<Diagnostic> found = IntStream.rangeClosed(1, 3)
                .mapToObj(line -> found("LK001", "a.md", line))
                .toList();
        assertEquals(
                List.of(
                        "a.md error BL002: 3 findings of LK001, and the baseline knows 1 / mend at least 2 of them",
                        "a.md:1:1 warning LK001: m1 / h",
                        "a.md:2:1 warning LK001: m2 / h",
                        "a.md:3:1 warning LK001: m3 / h"),
                said(Findings.settled(found, agreed(Optional.empty(), baseline("a.md", "LK001", "1")))));
    }

    @Test
    void fewerThanKnownAndTheBaselineCanFall() {
        List<Diagnostic> found = List.of(found("LK001", "a.md", 1));
        assertEquals(
                List.of(
                        "a.md info BL001: known: 1 finding of LK001 / mend them when you work on this file;"
                                + " then ./tier0 check --update-baseline",
                        "baseline.yaml:1:1 warning BL003: the baseline can fall from 5 to 1: LK001 in a.md"
                                + " / run ./tier0 check --update-baseline and commit the file"),
                said(Findings.settled(found, agreed(Optional.empty(), baseline("a.md", "LK001", "5")))));
    }

    @Test
    void silencedFindingsAreNotCounted() {
        assertEquals(
                List.of("baseline.yaml:1:1 BL003"),
                codes(Findings.settled(
                        List.of(found("LK001", "a.md", 4)),
                        agreed(Optional.empty(), baseline("a.md", "LK001", "1"), suppression("a.md", 4, 4, "LK001")))));
    }

    @Test
    void aFaultToldThroughTwoIncludesIsOneAndRemarksAreNotCounted() {
        Diagnostic part = found("LK001", "_part.md", 9);
        assertEquals(
                Map.of(new Baseline.Key("_part.md", "LK001"), 1),
                Baseline.counts(List.of(
                        part.includedFrom(List.of(new SourcePosition("a.md", 4, 1))),
                        part.includedFrom(List.of(new SourcePosition("b.md", 4, 1))),
                        Diagnostic.info("FM020", new SourcePosition("a.md", 1, 1), "m", "h"),
                        Diagnostic.error("EN001", SourcePosition.ofFile("a.md"), "m", "h"))));
    }

    @Test
    void entriesThatMeanNothingAreErrors() {
        assertEquals(
                List.of(
                        "baseline.yaml:1:1 error BL004: SR001 cannot be in the baseline / mend what it says and delete"
                                + " the entry: something is broken as long as it is found",
                        "baseline.yaml:1:1 error BL005: a.md and LK001 are given twice / delete one of the two entries"),
                said(baseline("a.md", "SR001", "1", "a.md", "LK001", "2", "a.md", "LK001", "3")
                        .diagnostics()));
    }

    @Test
    void theBaselineFallsAndNeverRises() {
        Baseline baseline = baseline("a.md", "LK001", "5", "b.md", "LK001", "2", "c.md", "HD002", "1");
        Map<Baseline.Key, Integer> now = Map.of(
                new Baseline.Key("a.md", "LK001"), 3,
                new Baseline.Key("b.md", "LK001"), 9,
                new Baseline.Key("new.md", "LK001"), 1);
        assertEquals(
                Map.of(new Baseline.Key("a.md", "LK001"), 3, new Baseline.Key("b.md", "LK001"), 2),
                baseline.lowered(new TreeMap<>(now)));
        assertEquals(Optional.of("b.md has 9 of LK001, 2 are known"), baseline.rise(new TreeMap<>(now)));
        assertFalse(baseline.rise(new TreeMap<>(baseline.lowered(new TreeMap<>(now))))
                .isPresent());
    }

    @Test
    void theBaselineIsWrittenInOrder() {
        assertEquals(
                """
                # Findings that were there when checking began. A count may fall and never rise:
                #   ./tier0 check --update-baseline
                - file: "content/a b: c.md"
                  code: LK001
                  count: 3
                - file: content/b.md
                  code: HD002
                  count: 1
                """,
                Baseline.text(new TreeMap<>(Map.of(
                        new Baseline.Key("content/b.md", "HD002"), 1,
                        new Baseline.Key("content/a b: c.md", "LK001"), 3))));
    }
}
