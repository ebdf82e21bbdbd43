package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions, the baseline and audits over whole sites. */
class SettlementTest {

    private static final String SUPPRESSED = """
            -- content/a.md --
            ---
            title: Alpha
            ignore:
              - code: HD002
                until: 2027-03-31
                reason: The outline is redone in March
            ---
            ## One

            #### Too deep

            <!-- tier0: ignore LK001 until 2027-03-31: the page comes in March -->
            [a](nowhere.md)

            [b](neither.md)
            -- content/b.adoc --
            = Beta

            // tier0: ignore LK001 until 2027-03-31: the page comes in March
            xref:nowhere.adoc[a]

            xref:neither.adoc[b]
            -- content/_part.md --
            <!-- tier0: ignore LK001 until 2027-03-31: the page comes in March -->
            [c](gone.md)
            -- content/c.md --
            # Gamma

            --8<-- "_part.md"
            """;

    @TempDir
    Path folder;

    private static List<String> errors(Outcome outcome) {
        return TestSite.brief(outcome.diagnostics());
    }

    @Test
    void bothMarkupsPartialsAndWholePagesCanBeSilenced() {
        TestSite site = TestSite.in(folder, SUPPRESSED);
        List<String> left = List.of("content/a.md:15:1 LK001", "content/b.adoc:6:1 LK001");
        assertEquals(left, errors(site.check()));
        assertEquals(left, errors(site.check()), "as the last run said");
        site.write("content/d.md", "# Delta\n");
        assertEquals(left, errors(site.check()), "from the cache of parsed pages");
        assertEquals(left, errors(site.buildAnyway()));
    }

    @Test
    void aPreviewIsSettledLikeABuild() throws Exception {
        TestSite site = TestSite.in(folder, SUPPRESSED);
        LiveSite live = LiveSite.load(site.request(), Progress.NONE);
        assertEquals(List.of("content/a.md:15:1 LK001", "content/b.adoc:6:1 LK001"), TestSite.brief(live.findings()));
        assertEquals(List.of("content/a.md:15:1 LK001"), TestSite.brief(live.findings("a.html")));
        assertEquals(List.of(), TestSite.brief(live.findings("c.html")));
    }

    @Test
    void anIncompleteEntryInFrontMatterIsAnErrorAtItsPlace() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                ---
                title: Alpha
                ignore:
                  - code: LK001
                    until: 2027-03-31
                  - code: LK001
                    until: soon
                    reason: too soon
                  - code: SR001
                    until: 2027-03-31
                    reason: moves in March
                ---
                [a](nowhere.md)
                """);
        assertEquals(
                List.of(
                        "content/a.md:3:1: error IG006: SR001 cannot be silenced / mend what it says: something is"
                                + " broken as long as it is found",
                        "content/a.md:4:5: error FM007: ignore has no reason / add \"reason: …\"",
                        "content/a.md:7:12: error FM005: \"soon\" is not a date / write it as year-month-day:"
                                + " 2026-11-20",
                        "content/a.md:13:1: error LK001: link target nowhere.md does not exist / correct the path"
                                + " (relative to this page), or write the page"),
                TestSite.whole(site.check().diagnostics()));
    }

    @Test
    void aDraftsSuppressionsWaitUntilItIsShown() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                ---
                title: Alpha
                draft: true
                ---
                <!-- tier0: ignore LK001 until 2027-03-31: the page comes in March -->
                [a](nowhere.md)
                -- content/index.md --
                # Home
                """);
        assertEquals(List.of(), errors(site.check()));
    }

    /** Finds something on every page; on a day also something else. */
    private record Watchful() implements DocumentCheck, SiteCheck {
        @Override
        public String id() {
            return "watchful";
        }

        @Override
        public Set<String> auditCodes() {
            return Set.of("ZZ002");
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            return document.blocks().stream()
                    .map(block -> Diagnostic.warning("ZZ001", block.position(), "seen", "look away"))
                    .toList();
        }

        @Override
        public List<Diagnostic> check(SiteView site) {
            return site.asOf().stream()
                    .flatMap(day -> site.documents().stream()
                            .map(d -> Diagnostic.error(
                                    "ZZ002", new SourcePosition(d.file(), 4, 1), "late on " + day, "hurry")))
                    .toList();
        }
    }

    private Outcome run(TestSite site, Optional<LocalDate> day) throws IOException, SettingsException {
        Request.Plugged plugged =
                new Request.Plugged(true, day, () -> Instant.EPOCH, name -> Optional.empty(), List.of(new Watchful()));
        return new Build(site.request().with(plugged), Progress.NONE).check();
    }

    @Test
    void findingsOfPluginsAreSettledLikeAllOthers() throws Exception {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                # Alpha

                <!-- tier0: ignore ZZ001, ZZ002 until 2027-03-31: nobody minds this -->
                One.

                Two.
                """);
        assertEquals(List.of("content/a.md:6:1 ZZ001"), errors(run(site, Optional.empty())));
        assertEquals(List.of("content/a.md:6:1 ZZ001"), errors(run(site, Optional.of(LocalDate.of(2027, 3, 31)))));
        assertEquals(
                List.of(
                        "content/a.md:3:1 IG008",
                        "content/a.md:4:1 ZZ001",
                        "content/a.md:4:1 ZZ002",
                        "content/a.md:6:1 ZZ001"),
                errors(run(site, Optional.of(LocalDate.of(2027, 4, 1)))));
        assertEquals(List.of("content/a.md:6:1 ZZ001"), errors(run(site, Optional.empty())));
    }

    @Test
    void onlyAnAuditLooksAtTheDay() throws Exception {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                ---
                title: Alpha
                owner: platform-team
                reviewed: 2026-01-15
                review-every: 90 days
                ---
                Text.
                """);
        Request.Plugged plugged = Request.Plugged.NONE.on(LocalDate.of(2026, 4, 16));
        Outcome audit = new Build(site.request().with(plugged), Progress.NONE).check();
        assertEquals(List.of("content/a.md:4:1 AU001"), errors(audit));
        assertEquals(List.of(), errors(site.check()));
        assertEquals(
                List.of(),
                errors(new Build(site.request().with(Request.Plugged.NONE.on(LocalDate.of(2026, 4, 15))), Progress.NONE)
                        .check()));
    }

    private static final String LEGACY = """
            -- content/a.md --
            # Alpha

            [a](nowhere.md)

            [b](neither.md)
            -- content/b.md --
            # Beta

            [c](gone.md)
            """;

    private static final String HEAD = """
            # Findings that were there when checking began. A count may fall and never rise:
            #   ./tier0 check --update-baseline
            """;

    private Ratchet ratchet(TestSite site) {
        return new Ratchet(site.request(), Progress.NONE);
    }

    private String baseline() throws IOException {
        return Files.readString(folder.resolve("content/_data/baseline.yaml"));
    }

    @Test
    void legacyContentIsLetInAndCanOnlyGetBetter() throws Exception {
        TestSite site = TestSite.in(folder, LEGACY);
        assertEquals(
                new Ratchet.Result("content/_data/baseline.yaml", 3, 2, true),
                ratchet(site).begin());
        String both = HEAD
                + "- file: content/a.md\n  code: LK001\n  count: 2\n"
                + "- file: content/b.md\n  code: LK001\n  count: 1\n";
        assertEquals(both, baseline());
        assertEquals(List.of(), errors(site.check()));
        site.write("content/a.md", "# Alpha\n\nMoved.\n\n[b](neither.md)\n\nText.\n\n[a](nowhere.md)\n");
        assertEquals(List.of(), errors(site.check()), "lines may move");
        site.write("content/a.md", "# Alpha\n\n[a](nowhere.md)\n\n[b](neither.md)\n\n[n](new.md)\n");
        assertEquals(
                List.of(
                        "content/a.md BL002",
                        "content/a.md:3:1 LK001",
                        "content/a.md:5:1 LK001",
                        "content/a.md:7:1 LK001"),
                errors(site.check()));
        ratchet(site).lower();
        assertEquals(both, baseline(), "it does not rise");
        site.write("content/a.md", "# Alpha\n\n[a](nowhere.md)\n").write("content/b.md", "# Beta\n");
        assertEquals(
                List.of("content/_data/baseline.yaml:5:10 BL003", "content/_data/baseline.yaml:8:10 BL003"),
                errors(site.check()));
        assertEquals(
                new Ratchet.Result("content/_data/baseline.yaml", 1, 1, true),
                ratchet(site).lower());
        assertEquals(HEAD + "- file: content/a.md\n  code: LK001\n  count: 1\n", baseline());
        assertEquals(
                new Ratchet.Result("content/_data/baseline.yaml", 1, 1, false),
                ratchet(site).lower());
        site.write("content/a.md", "# Alpha\n");
        assertEquals(
                new Ratchet.Result("content/_data/baseline.yaml", 0, 0, true),
                ratchet(site).lower());
        assertFalse(Files.exists(folder.resolve("content/_data/baseline.yaml")));
    }

    @Test
    void aBaselineThatWouldRiseOrCannotBeReadIsLeftAlone() throws Exception {
        TestSite site = TestSite.in(folder, LEGACY);
        assertEquals(
                "there is no content/_data/baseline.yaml; begin one with --init-baseline",
                assertThrows(Ratchet.Refusal.class, () -> ratchet(site).lower()).getMessage());
        ratchet(site).begin();
        String before = baseline();
        site.write("content/b.md", "# Beta\n\n[c](gone.md)\n\n[d](lost.md)\n");
        assertEquals(
                "content/_data/baseline.yaml is there already and no count may rise: content/b.md has 2 of LK001,"
                        + " 1 are known",
                assertThrows(Ratchet.Refusal.class, () -> ratchet(site).begin()).getMessage());
        assertEquals(before, baseline());
        site.write("content/_data/baseline.yaml", "- file: content/a.md\n  code: LK001\n");
        String refusal = String.valueOf(
                assertThrows(Ratchet.Refusal.class, () -> ratchet(site).lower()).getMessage());
        assertTrue(refusal.startsWith("content/_data/baseline.yaml:1:3: "), refusal);
        assertEquals(
                List.of("content/_data/baseline.yaml:1:3 RG002"),
                errors(site.check()).stream().filter(l -> l.contains("_data")).toList());
    }

    @Test
    void anEntryOfARegisterCanBeSilenced() {
        TestSite site = TestSite.in(folder, """
                -- content/_data/baseline.yaml --
                # tier0: ignore BL003 until 2027-03-31: not now please
                - file: content/a.md
                  code: LK001
                  count: 1
                # tier0: ignore RG002 until 2027-03-31: not now please
                - file: content/a.md
                  code: LK001
                -- content/a.md --
                # Alpha
                """);
        assertEquals(
                List.of("content/_data/baseline.yaml:1:1 IG006", "content/_data/baseline.yaml:4:10 BL003"),
                errors(site.check()));
    }
}
