package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.findings.EmergencyFile;
import dev.tierzero.findings.EmergencyLog;
import dev.tierzero.model.Emergency;
import dev.tierzero.source.Register;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is published although checks fail, its record, and how both end. */
final class EmergencyTest {

    private static final Instant AT = Instant.parse("2026-11-20T03:10:00Z");
    private static final String RECORD = "content/_data/emergencies.yaml";

    private final TestSite site;

    EmergencyTest(@TempDir Path folder) {
        this.site = TestSite.in(folder, """
                -- site.yaml --
                title: Portal
                portal-zip: true
                -- content/_data/owners.yaml --
                - {id: platform-team, title: Platform team, deputy: security-team}
                - {id: security-team, title: Security team, deputy: platform-team}
                -- content/good.md --
                # Good

                All is well.
                -- content/vault.md --
                # Vault

                See [the keys](keys.md).
                """);
    }

    private Request at(String version) {
        Map<String, String> environment = version.isEmpty()
                ? Map.of()
                : Map.of(
                        "SOURCE_DATE_EPOCH",
                        String.valueOf(Instant.parse(version).getEpochSecond()));
        Request.Plugged plugged =
                new Request.Plugged(true, Optional.empty(), () -> AT, name -> Optional.empty(), List.of());
        return new Request(site.folder(), Optional.empty(), 2, environment, true, false, plugged);
    }

    private Request emergency(String reason) {
        return at("2026-11-20T02:00:00Z")
                .with(new Request.Publishing(
                        Optional.of(new Request.Declared(reason, "platform-team")), Optional.empty()));
    }

    private static Outcome build(Request request) {
        return TestSite.build(request, Optional.of(Severity.ERROR));
    }

    private Outcome audit(String day) throws Exception {
        Request request = at("2026-11-20T03:20:00Z");
        return new Build(request.with(request.plugged().on(LocalDate.parse(day))), Progress.NONE).check();
    }

    @Test
    void theGatesOpenEveryPageSaysSoAndTheRecordTellsWhy() throws Exception {
        assertEquals(Outcome.State.REFUSED, build(at("2026-11-20T02:00:00Z")).state());
        Outcome outcome = build(emergency("Vault is sealed: the old page names the wrong keys."));
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        assertFalse(outcome.reaches(Optional.of(Severity.WARNING)));
        assertEquals(
                List.of(
                        "content/_data/emergencies.yaml: warning EM003: published in an emergency: 1 finding that would stop"
                                + " this build counts as a warning until 2026-11-21T03:10:00Z (Vault is sealed: the old"
                                + " page names the wrong keys.) / mend what it let through, then add resolved: with the day"
                                + " and done: with what was done",
                        "content/vault.md:3:5: warning LK001: link target keys.md does not exist / write the page, or"
                                + " correct the path"),
                TestSite.whole(outcome.diagnostics()).stream()
                        .map(line -> line.contains("LK001")
                                ? line.replaceFirst(" / .*", " / write the page, or correct the path")
                                : line)
                        .toList());
        String record = Files.readString(site.folder().resolve(RECORD));
        assertTrue(record.endsWith("""
                - at: 2026-11-20T03:10:00Z
                  until: 2026-11-21T03:10:00Z
                  by: platform-team
                  reason: "Vault is sealed: the old page names the wrong keys."
                  findings:
                    - {code: LK001, file: "content/vault.md", line: 3, message: "link target keys.md does not exist"}
                """), record);
        for (String page : List.of("good.html", "vault.html", "404.html", "search.html", "emergency.html")) {
            String html = site.output(page);
            assertTrue(page.equals("emergency.html") || html.contains("<aside class=\"alarm\""), page + ": no banner");
            assertTrue(html.contains("Platform team") && html.contains("wrong keys"), page);
        }
        assertTrue(site.output("vault.html").contains("<code>LK001</code> line 3"), "the page names its own finding");
        assertFalse(site.output("good.html").contains("LK001"), "and no other page does");
        String report = site.output("build.json");
        assertTrue(report.contains("\"letThrough\": 1") && report.contains("\"by\": \"platform-team\""), report);
    }

    @Test
    void theCommittedRecordCountsForVersionsOfOneDayAndThenNoMore() throws Exception {
        build(emergency("The registry is down, the runbook is needed."));
        assertEquals(
                List.of("content/_data/emergencies.yaml:5:3 EM004", "content/vault.md:3:5 LK001"),
                TestSite.brief(build(at("2026-11-20T02:00:00Z")).diagnostics()),
                "not committed: the version is older than the record");
        Request inTime = at("2026-11-21T03:09:59Z");
        assertEquals(Outcome.State.PUBLISHED, build(inTime).state());
        Map<String, String> first = site.outputs();
        Outcome again = build(inTime);
        assertEquals(Outcome.State.UNCHANGED, again.state());
        assertFalse(again.reaches(Optional.of(Severity.ERROR)));
        assertEquals(0, again.count(Severity.ERROR));
        TestSite.build(
                new Request(inTime.site(), inTime.output(), 1, inTime.environment(), false, false),
                Optional.of(Severity.ERROR));
        assertEquals(first, site.outputs(), "the same commit gives the same bytes");

        Outcome late = build(at("2026-11-21T03:10:01Z"));
        assertEquals(Outcome.State.REFUSED, late.state());
        assertEquals(
                List.of("content/_data/emergencies.yaml:5:3 EM002", "content/vault.md:3:5 LK001"),
                TestSite.brief(late.diagnostics()));
        assertEquals(
                List.of("content/_data/emergencies.yaml:5:3 EM004", "content/vault.md:3:5 LK001"),
                TestSite.brief(build(at("")).diagnostics()),
                "without a version nothing counts");
        assertEquals(first, site.outputs(), "what stands, stands");
    }

    @Test
    void aRecordLetsThroughWhatItListsAndNoErrorThatComesAfterIt() throws Exception {
        site.write("content/mended.md", "# Mended\n\n[a](gone.md)\n");
        build(emergency("The registry is down, the runbook is needed."));
        site.delete("content/mended.md");
        site.write("content/vault.md", "# Vault\n\nMoved down.\n\nSee [the keys](keys.md).\n");
        Request request = at("2026-11-20T04:00:00Z");
        Outcome fewer = build(request);
        assertEquals(Outcome.State.PUBLISHED, fewer.state(), "another line of the same file");
        Outcome again = build(request);
        assertEquals(Outcome.State.UNCHANGED, again.state());
        for (Outcome outcome : List.of(fewer, again)) {
            assertEquals(1, outcome.emergency().orElseThrow().emergency().count(), "of two that are recorded");
        }
        assertTrue(site.output("good.html").contains(">1 check failed</a>"), site.output("good.html"));
        assertTrue(site.output("build.json").contains("\"letThrough\": 1,"), site.output("build.json"));
        Map<String, String> before = site.outputs();
        site.write("content/good.md", "# Good\n\n[new](nowhere.md)\n");
        Outcome worse = build(request);
        assertEquals(Outcome.State.REFUSED, worse.state());
        assertTrue(worse.reaches(Optional.of(Severity.ERROR)));
        assertEquals(
                List.of("content/good.md:3:1 LK001 ERROR", "content/vault.md:5:5 LK001 WARNING"),
                worse.diagnostics().stream()
                        .filter(d -> d.code().equals("LK001"))
                        .map(d -> d.position() + " " + d.code() + " " + d.severity())
                        .toList());
        assertEquals(before, site.outputs());
    }

    @Test
    void theBannerCountsWhatIsFoundLast() throws Exception {
        site.delete("content/vault.md");
        byte[] map = new byte[2 << 20];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, map, 0, 8);
        site.write("content/map.png", map);
        site.write(
                "content/lost.md", "---\ntype: dr-playbook\ndescription: Lost.\n---\nThe ![map](map.png \"Map\").\n");
        Outcome outcome = TestSite.build(emergency("The map is needed tonight."), Optional.of(Severity.WARNING));
        assertTrue(outcome.diagnostics().stream().anyMatch(d -> d.code().equals("OF005")), outcome.toString());
        int count = outcome.emergency().orElseThrow().emergency().count();
        assertTrue(site.output("good.html").contains(">" + count + " checks failed</a>"), site.output("good.html"));
        assertTrue(site.output("build.json").contains("\"letThrough\": " + count + ","), site.output("build.json"));
    }

    @Test
    void anAuditFailsUntilItIsResolvedAndWarnsAfterADay() throws Exception {
        site.delete("content/vault.md");
        build(emergency("A page was wrong and is gone now."));
        assertEquals(
                List.of(
                        "content/_data/emergencies.yaml:5:3: error EM001: an emergency is not resolved: A page was wrong and is"
                                + " gone now. (no findings let through, until 2026-11-21T03:10:00Z) / mend what it let through,"
                                + " then add resolved: with the day and done: with what was done"),
                TestSite.whole(audit("2026-11-21").diagnostics()));
        assertEquals(
                List.of(
                        "content/_data/emergencies.yaml:5:3: warning EM002: the emergency of 2026-11-20T03:10:00Z is over and"
                                + " not resolved: it lets nothing through any more / mend what it let through, then add"
                                + " resolved: with the day and done: with what was done"),
                TestSite.whole(audit("2026-11-22").diagnostics()));
        String record = Files.readString(site.folder().resolve(RECORD));
        site.write(RECORD, record + "  resolved: 2026-11-21\n  done: \"wrote the page anew\"\n");
        assertEquals(List.of(), TestSite.brief(audit("2026-11-21").diagnostics()));
        assertEquals(
                List.of(),
                TestSite.brief(build(at("2026-11-20T04:00:00Z")).diagnostics()),
                "and its site has no banner");
        assertFalse(site.output("good.html").contains("class=\"alarm\""));
        assertTrue(site.output("build.json").endsWith("\"emergency\": null\n}\n"), site.output("build.json"));
    }

    @Test
    void aRecordThatStretchesTheTruthIsAnErrorAndStretchesNothing() {
        site.write(RECORD, """
                - at: 2026-11-20T03:10:00Z
                  until: 2026-12-31T00:00:00Z
                  by: somebody
                  reason: A very long emergency.
                - at: 2026-11-20T03:10:00Z
                  until: tomorrow
                  reason: Until tomorrow, then.
                - at: "-1000000000-01-01T00:00:00Z"
                  until: "+1000000000-12-31T23:59:59Z"
                  reason: From the beginning of time.
                - at: 2026-11-20T03:10:00Z
                  until: 2026-11-20T03:09:59Z
                  reason: Over before it began.
                """);
        assertEquals(
                List.of(
                        "content/_data/emergencies.yaml:1:3 EM002",
                        "content/_data/emergencies.yaml:2:10 EM005",
                        "content/_data/emergencies.yaml:3:7 EM005",
                        "content/_data/emergencies.yaml:6:10 EM005",
                        "content/_data/emergencies.yaml:8:7 EM005",
                        "content/_data/emergencies.yaml:9:10 EM005",
                        "content/_data/emergencies.yaml:12:10 EM005",
                        "content/vault.md:3:5 LK001"),
                TestSite.brief(build(at("2026-11-22T00:00:00Z")).diagnostics()));
    }

    @Test
    void aBrokenTemplateCostsTheLooksOfAPageAndNotItsText() {
        site.write("templates/layouts/page.peb", "{{ nothing.there }}");
        build(emergency("The theme is broken at the worst time."));
        assertTrue(site.output("good.html").contains("All is well."), site.output("good.html"));
        assertTrue(site.output("good.html").contains("The layout of this page is broken"));
    }

    @Test
    void aBrokenTemplateOfCopiesCostsCopiesAndNoPage() {
        site.write("templates/layouts/one-file.peb", "{{ nothing.there }}");
        for (String name : List.of("vault", "network")) {
            site.write("content/recovery/" + name + ".md", "---\ntype: dr-playbook\ndescription: Lost.\n---\nCall.\n");
        }
        Outcome outcome = build(emergency("The theme is broken at the worst time."));
        assertEquals(
                List.of("templates/layouts/one-file.peb:1 TH001"),
                TestSite.brief(outcome.diagnostics()).stream()
                        .filter(line -> line.endsWith("TH001"))
                        .toList());
        String page = site.output("recovery/vault.html");
        assertTrue(page.contains("<aside class=\"alarm\"") && !page.contains("layout of this page is broken"), page);
    }

    @Test
    void whatCannotBePublishedLeavesTheOldSiteAndNoRecord() throws Exception {
        site.delete("content/vault.md");
        build(at("2026-11-20T02:00:00Z"));
        Map<String, String> before = site.outputs();
        site.write("content/vault.md", "# Vault\n\n[a](keys.md)\n");
        Path room = site.folder().resolve(".tier0/publish");
        Files.move(room, room.resolveSibling("elsewhere"));
        Files.writeString(room, "in the way");
        assertThrows(UncheckedIOException.class, () -> build(emergency("There is no room on the disk.")));
        Files.delete(room);
        site.write("site.yaml", "titel: Portal\n");
        assertThrows(IllegalArgumentException.class, () -> build(emergency("The settings cannot be read.")));
        assertEquals(before, site.outputs());
        assertFalse(Files.exists(site.folder().resolve(RECORD)));
    }

    @Test
    void aFolderThatCannotBeWrittenToKeepsNothingFromBeingPublished() throws Exception {
        Path data = site.folder().resolve("content/_data");
        Path other = Files.createDirectories(site.folder().resolve("elsewhere"));
        Files.createSymbolicLink(data.resolve("emergencies.yaml"), other.resolve("log.yaml"));
        Outcome outcome = build(emergency("The disk of the checkout is read-only."));
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        assertFalse(outcome.emergency().orElseThrow().unwritten().isEmpty());
        assertFalse(Files.exists(other.resolve("log.yaml")));
        assertTrue(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))
                .startsWith("r"));
    }

    @Test
    void anEmptyListThatNothingCanBeAddedToIsNoLossOfTheRecord() throws Exception {
        for (String empty : List.of("[]\n", "{}\n", "--- []\n", "null\n", "# none yet\n", "---\n")) {
            site.write(RECORD, empty);
            build(emergency("The registry is down, the runbook is needed."));
            assertEquals(
                    Outcome.State.PUBLISHED, build(at("2026-11-20T04:00:00Z")).state(), empty);
        }
    }

    @Test
    void aRecordCanBeReadWhateverTheMessagesAre() {
        String face = "\ud83d\ude00";
        List<String> messages = List.of(face.repeat(400), "x" + face.repeat(400), "a\uffff\ufffe\u0085\u007f\ud83db");
        Request.Declared declared = new Request.Declared("A reason of \uffff and more.", "");
        Emergency emergency = new Emergency(
                AT,
                AT.plus(Emergency.LENGTH),
                declared.by(),
                declared.reason(),
                List.of(),
                0,
                Optional.empty(),
                "",
                SourcePosition.ofFile(RECORD));
        byte[] record = Emergencies.recorded(
                Optional.empty(),
                EmergencyFile.recorded(
                        emergency,
                        messages.stream()
                                .map(message ->
                                        Diagnostic.error("LK001", SourcePosition.ofLine("a.md", 1), message, "hint"))
                                .toList()));
        Register read = Register.readNameless(RECORD, record, EmergencyFile.SCHEMA);
        assertEquals(List.of(), TestSite.whole(read.diagnostics()));
        assertEquals(
                List.of(
                        "a\uffff\ufffe\u0085\u007f\ud83db",
                        "x" + face.repeat(299 / 2) + "…",
                        face.repeat(299 / 2) + "…"),
                EmergencyLog.of(read.entries(), java.util.Set.of()).entries().get(0).findings().stream()
                        .map(Emergency.Failed::message)
                        .toList());
    }

    @Test
    void whatStoodInARecordThatCannotBeReadIsKeptAsComments() throws Exception {
        site.write(RECORD, "at: yesterday\nby: [\n");
        build(emergency("The record was damaged by a merge."));
        String record = Files.readString(site.folder().resolve(RECORD));
        assertTrue(record.contains("# at: yesterday\n# by: [\n- at: 2026-11-20T03:10:00Z\n"), record);
        assertEquals(Outcome.State.PUBLISHED, build(at("2026-11-20T04:00:00Z")).state());
    }
}
