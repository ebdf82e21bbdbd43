package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.PageFact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What coverage adds to a site. */
final class ContributionsTest {

    @Test
    void theHelpIndexHasOneLineForEachCodeWithTombstones() {
        ContributedFile index =
                added(GoodSite.site(), ContributedFile.class).findFirst().orElseThrow();
        assertEquals("help-index.json", index.path());
        assertEquals("""
                {
                  "format": "tier0-help-index/1",
                  "title": "Example",
                  "url": "https://portal.example",
                  "codes": [
                    {"code": "BOX-E1", "status": "active", "title": "Start is slow", "category": "startup", "message": "BOX-E1: not started within {seconds} s", "summary": "The start took too long.", "fix": "Run box update and start again.", "next-tier": 1, "since": "1.0", "path": "/e/BOX-E1/"},
                    {"code": "BOX-E2", "status": "active", "title": "No network", "category": "network", "message": "BOX-E2: no network", "summary": "No host answers.", "fix": "Run box network test.", "next-tier": 2, "since": "1.1", "path": "/e/BOX-E2/"},
                    {"code": "BOX-E9", "status": "retired", "title": "No cable", "category": "network", "message": "BOX-E9: no cable", "since": "1.0", "retired-in": "1.1", "replaced-by": "BOX-E2", "path": "/e/BOX-E9/"}
                  ]
                }
                """, index.text());
    }

    @Test
    void theOrderInTheRegisterDoesNotChangeTheHelpIndex() {
        String first = index(TextSite.of("-- _data/codes.yaml --\n- code: A\n- code: B\n"));
        assertEquals(first, index(TextSite.of("-- _data/codes.yaml --\n- code: B\n- code: A\n")));
    }

    @Test
    void textOfAnyKindIsJson() {
        assertEquals(
                "\"say \\\"no\\\" \\\\ \\u000a\\u2028 ü \\ud83d\\ude00\"", Json.string("say \"no\" \\ \n\u2028 ü 😀"));
    }

    private static String index(TextSite site) {
        return added(site, ContributedFile.class).findFirst().orElseThrow().text();
    }

    @Test
    void aRetiredCodeWhoseAddressNobodyKeepsGetsATombstone() {
        ContributedPage page = page(GoodSite.site(), "help/retired-codes.html");
        assertEquals("/e/BOX-E9/", page.metadata().get("aliases"));
        assertEquals(
                "<p>These codes are no longer printed. Update the tool to see what it says today.</p>"
                        + "<h2 id=\"box-e9\">BOX-E9: No cable</h2>"
                        + "<p>It meant: BOX-E9: no cable. Not printed since version 1.1.</p>"
                        + "<p>Look at <a href=\"/help/e2.md\">BOX-E2, No network</a>.</p>",
                page.html().toString());
    }

    @Test
    void aRetiredCodeWhoseAddressAPageKeepsNeedsNoTombstone() {
        TextSite site = GoodSite.with("aliases: [/e/BOX-E2]", "aliases: [/e/BOX-E2, /e/BOX-E9/]");
        assertEquals("", site.findings());
        assertTrue(
                added(site, ContributedPage.class).noneMatch(page -> page.path().contains("retired")));
    }

    @Test
    void theCoveragePageListsHolesFirstAndCountsWhatIsCovered() {
        String html = page(GoodSite.with("champions: 2", "champions: 0"), "contribute/coverage.html")
                .html()
                .toString();
        assertTrue(
                html.contains(
                        "<h2 id=\"holes\">Holes</h2><ul><li><strong>Team web has no champion.</strong><br>Find one, or name the page"
                                + " that says why not as &quot;exception&quot;. <code>CV040</code></li></ul>"),
                html);
        assertTrue(html.indexOf("id=\"holes\"") < html.indexOf("id=\"codes\""), html);
        assertTrue(html.contains("<a href=\"#teams\">Teams and their champions</a></th><td>1 of 2</td>"), html);
        assertTrue(html.contains("<td><strong>hole</strong></td>"), html);
    }

    @Test
    void holesThatAreMendedInOneWayStandTogetherWithTheirPages() {
        String html = page(
                        TextSite.of(
                                "-- a.md --\n---\ntitle: A\ntype: dr-playbook\n---\n-- b.md --\n---\ntitle: B\ntype: dr-playbook\n---\n"),
                        "contribute/coverage.html")
                .html()
                .toString();
        assertTrue(
                html.contains(
                        "<ul><li><strong><a href=\"/a.md\">A</a>: the playbook has no exercise on record.</strong><br>"
                                + "<strong><a href=\"/b.md\">B</a>: the playbook has no exercise on record.</strong><br>Hold one,"),
                html);
    }

    @Test
    void withoutHolesTheCoveragePageSaysSo() {
        String html = page(GoodSite.site(), "contribute/coverage.html").html().toString();
        assertTrue(html.contains("None: everything is covered."), html);
        assertFalse(html.contains("<strong>hole</strong>"), html);
    }

    @Test
    void aSentenceQuotesTheCount() {
        assertEquals("3 of 3", GoodSite.site().insert("coverage:codes"));
        assertEquals("1 of 2", GoodSite.with("champions: 2", "champions: 0").insert("coverage:teams"));
        assertEquals("1 hole", GoodSite.with("champions: 2", "champions: 0").insert("coverage:holes"));
        assertEquals(
                "1 of 1 scenarios has an exercise on record", GoodSite.site().insert("drills:state"));
    }

    @Test
    void aRegisterTellsItsStatesOnlyWhereSomethingIsNotCovered() {
        assertFalse(GoodSite.site().insert("coverage:deliverables-table").contains("covered"));
        assertTrue(GoodSite.with("#verification", "#verfication")
                .insert("coverage:deliverables-table")
                .contains("<td><strong>hole</strong></td>"));
    }

    @Test
    void theGridHasARowForEachQuarterAndSaysWhatIsOverdueWhenItIsRead() {
        String grid = GoodSite.site().builtAt("2027-02-01T10:00:00Z").insert("drills:grid");
        assertEquals(
                List.of("2026 Q4", "2027 Q1", "2027 Q2", "2027 Q3", "2027 Q4"),
                java.util.regex.Pattern.compile("\\d{4} Q\\d")
                        .matcher(grid)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .toList());
        assertTrue(
                grid.contains(
                        "<tr><th scope=\"row\">2026 Q4<br><small>to\u00a031\u00a0Dec</small></th>"
                                + "<td><a href=\"/recovery/drill-records.html#2026-10-05-store\">38:12</a></td></tr>"
                                + "<tr><th scope=\"row\">2027 Q1<br><small>to\u00a031\u00a0Mar</small></th>"
                                + "<td><time datetime=\"2027-01-05\" data-due=\"Overdue\">due by\u00a05\u00a0Jan</time></td></tr>"),
                grid);
    }

    @Test
    void demonstrationDataIsCalledThatWhereverItIsShownAndCountsForNothing() {
        TextSite site = GoodSite.with("date: 2026-10-05\n", "date: 2026-10-05\ndemo: true\n");
        assertEquals("No exercise has been recorded yet", site.insert("drills:state"));
        assertEquals("0 of 1", site.insert("coverage:playbooks"));
        assertTrue(site.insert("drills:grid").contains("38:12</a> demonstration<br><time"), site.insert("drills:grid"));
        assertTrue(site.insert("drills:grid").contains("<strong>Demonstration data:</strong>"));
        assertTrue(site.insert("coverage:playbooks-table").contains("<em>Demonstration data: </em>"));
        assertTrue(
                page(site, "recovery/drill-records.html").html().toString().contains("Exercise, demonstration data"));
        assertTrue(site.facts("recovery/store-failure.md")
                .contains("Last run: No run on record; demonstration: 38:12 (ATTENTION)"));
    }

    @Test
    void anIncidentIsOnRecordButFillsNoCellOfTheGrid() {
        TextSite site = GoodSite.with("date: 2026-10-05\n", "date: 2026-10-05\nkind: incident\n");
        assertFalse(site.insert("drills:grid").contains("38:12"));
        assertTrue(page(site, "recovery/drill-records.html").html().toString().contains("<dd>Incident</dd>"));
    }

    @Test
    void aRecordFromABrowserIsJson() {
        TextSite site = TextSite.of("""
                -- _data/drills/run.json --
                {"scenario": "store-failure", "date": "2026-10-05", "start": "09:30", "actions": ["0: alert read"],
                 "response": "Two led.", "time-to-recovery": "130:05", "lessons": ["Print the page."],
                 "outside-participant": "champion", "page": "recovery/store-failure.md", "digest": "0123456789ab"}
                -- recovery/store-failure.md --
                ---
                title: Store failure
                type: dr-playbook
                rto: 1-2 h
                ---
                """);
        assertEquals("", site.findings());
        assertTrue(
                site.insert("coverage:playbooks-table").contains("130:05, over the RTO of 1-2 h by 10:05"),
                site.insert("coverage:playbooks-table"));
    }

    @Test
    void aRunbookShowsWhatTheRegistersKnow() {
        assertEquals(
                List.of(
                        "RTO: 1-2 h (NEUTRAL)",
                        "Last run: Exercise: recovered in 38:12 (within the RTO of 1-2 h), of the playbook Store failure (GOOD)",
                        "Coverage: Opened by alert StoreDown (GOOD)",
                        "Deputy: Infrastructure (NEUTRAL)",
                        "Next review: By 2027-02-16, every 90 days (NEUTRAL)"),
                GoodSite.site().facts("operations/store-down.md"));
    }

    @Test
    void machinesReadTheRtoAsADurationOfIso8601() {
        assertEquals(
                List.of("PT2H"),
                GoodSite.site().contributions().stream()
                        .filter(c -> c instanceof PageFact fact
                                && fact.label().equals("RTO")
                                && fact.path().equals("recovery/store-failure.md"))
                        .map(c -> ((PageFact) c).value())
                        .toList());
    }

    @Test
    void aPlaybookShowsItsDrillAndWhatIsStillOpenOfIt() {
        assertEquals(
                List.of(
                        "RTO: 1-2 h (NEUTRAL)",
                        "Last run: Exercise: recovered in 38:12 (within the RTO of 1-2 h) (GOOD)",
                        "Open findings: 1 (ATTENTION)",
                        "Coverage: Playbook of Store (GOOD)",
                        "Deputy: Infrastructure (NEUTRAL)",
                        "Next review: No interval given (ATTENTION)"),
                GoodSite.site().facts("recovery/store-failure.md"));
    }

    @Test
    void whatNobodyDecidedOrDidIsSaidAloud() {
        assertTrue(GoodSite.with("  rto: 1-2 h\n", "  rto: null\n")
                .facts("recovery/store-failure.md")
                .contains("RTO: Not decided (ATTENTION)"));
        assertTrue(GoodSite.with("  active: true\n  deputy: platform", "  active: false\n  deputy: platform")
                .facts("recovery/store-failure.md")
                .contains("Deputy: None (ATTENTION)"));
        assertTrue(GoodSite.with("time-to-recovery: \"38:12\"", "time-to-recovery: \"130:00\"")
                .facts("recovery/store-failure.md")
                .contains("Last run: Exercise: recovered in 130:00 (over the RTO of 1-2 h by 10:00) (BAD)"));
    }

    @Test
    void anEntryShowsTheStatusOfItsCode() {
        assertEquals(
                List.of("Status: Active (NEUTRAL)", "Since: Version 1.0 (NEUTRAL)", "Who helps next: Tier 1 (NEUTRAL)"),
                GoodSite.site().facts("help/e1.md"));
    }

    @Test
    void theSameSiteGivesTheSameContributions() {
        assertEquals(
                GoodSite.site().contributions().toString(),
                GoodSite.site().contributions().toString());
    }

    private static ContributedPage page(TextSite site, String path) {
        return added(site, ContributedPage.class)
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Stream<T> added(TextSite site, Class<T> kind) {
        return site.contributions().stream().filter(kind::isInstance).map(kind::cast);
    }
}
