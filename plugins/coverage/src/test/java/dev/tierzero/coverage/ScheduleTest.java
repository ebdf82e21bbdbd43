package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When exercises are due: what readers see in the grid is what an audit says on the same day. */
final class ScheduleTest {

    private static final Pattern FLAG = Pattern.compile("<time datetime=\"([0-9-]+)\" data-due=\"Overdue\">");

    /** The last exercise, and the last day on which the next one is in time. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 3 months, 2027-01-05",
        "2026-09-30, 3 months, 2026-12-30",
        "2026-12-31, 3 months, 2027-03-31",
        "2026-11-30, 3 months, 2027-02-28",
        "2027-11-29, 3 months, 2028-02-29",
        "2028-02-29, 1 year, 2029-02-28",
        "2028-02-29, 90 days, 2028-05-29",
        "2026-10-05, 6 months, 2027-04-05"
    })
    void theGridTheTableAndAnAuditNameTheSameLastDay(String held, String every, String due) {
        TextSite site = GoodSite.with("date: 2026-10-05", "date: " + held);
        TextSite set = site.set("drills-from: 2026-Q3\ncategories: [startup, network]\ndrill-every: " + every);
        TextSite read = set.builtAt("2029-06-01T00:00:00Z");
        assertEquals(due, first(read.insert("drills:grid")));
        assertEquals(due, first(read.insert("coverage:playbooks-table")));
        assertEquals(List.of(), audit(set, due));
        assertEquals(
                1,
                audit(set, java.time.LocalDate.parse(due).plusDays(1).toString())
                        .size());
    }

    @Test
    void aScenarioThatNobodyEverExercisedIsDueAtTheEndOfTheFirstQuarter() {
        for (String none : List.of("kind: incident", "demo: true")) {
            TextSite site = GoodSite.with("date: 2026-10-05\n", "date: 2026-10-05\n" + none + "\n");
            assertEquals("2026-12-31", first(site.insert("drills:grid")));
            assertEquals(List.of(), audit(site, "2026-12-31"));
            assertEquals(
                    List.of(
                            "content/recovery/store-failure.md:7:1: warning CV034: no exercise was ever held, and the first was due by 2026-12-31 -> hold one, and put its record into content/_data/drills/"),
                    audit(site, "2027-01-01"));
        }
    }

    @Test
    void aGridOfManyYearsLeavesOutTheFirstNotTheLast() {
        String grid = GoodSite.site().builtAt("2046-06-01T00:00:00Z").insert("drills:grid");
        assertTrue(grid.contains("<th scope=\"row\">2047 Q1<br>"), grid);
        assertTrue(grid.contains("<th scope=\"row\">2037 Q2<br>") && !grid.contains("2037 Q1"), grid);
    }

    @Test
    void aQuarterThatWasMissedStaysVisibleAndIsNotCalledOverdueAfterwards() {
        String grid = GoodSite.with("date: 2026-10-05", "date: 2027-05-02")
                .builtAt("2027-06-01T00:00:00Z")
                .insert("drills:grid");
        assertTrue(grid.contains("<small>to\u00a031\u00a0Dec</small></th><td>none held</td>"), grid);
        assertTrue(
                grid.contains("<small>to\u00a030\u00a0Sept</small></th><td><time datetime=\"2027-08-02\"")
                        || grid.contains("<small>to\u00a030\u00a0Sep</small></th><td><time datetime=\"2027-08-02\""),
                grid);
    }

    @Test
    void theDayOfARunIsTheLocalOneOfItsOutage() {
        TextSite site = GoodSite.site()
                .file(
                        GoodRun.PATH,
                        GoodRun.TEXT
                                .replace("\"kind\": \"incident\",\n  \"scen", "\"kind\": \"exercise\",\n  \"scen")
                                .replace("\"outside-participant\": null", "\"outside-participant\": \"champion\"")
                                .replace("\"2026-11-20\"", "\"2027-01-01\"")
                                .replace("\"03:02\"", "\"00:02\"")
                                .replace("2026-11-20T02:", "2026-12-31T23:"));
        assertEquals(
                "", site.file("recovery/store-failure.md", GoodRun.PLAYBOOK).findings());
        String grid = site.insert("drills:grid");
        assertTrue(grid.indexOf("2027 Q1") < grid.indexOf("#2026-11-20-store-failure"), grid);
        assertEquals("2027-04-01", first(grid));
    }

    @Test
    void theScenarioThatWasExercisedLongestAgoIsNext() {
        String other = "---\ntitle: Git failure\ntype: dr-playbook\n---\n";
        assertEquals(
                "<a href=\"/recovery/store-failure.md\">Store failure</a>",
                GoodSite.site().insert("drills:next"));
        TextSite two = GoodSite.site().file("recovery/git-failure.md", other);
        assertEquals("<a href=\"/recovery/git-failure.md\">Git failure</a>", two.insert("drills:next"));
        TextSite both = two.file(
                "_data/drills/git.yaml",
                two.files()
                        .getOrDefault("_data/drills/2026-10-05-store.yaml", "")
                        .replace("store-failure\n", "git-failure\n"));
        assertEquals("<a href=\"/recovery/git-failure.md\">Git failure</a>", both.insert("drills:next"));
        assertEquals(
                "<a href=\"/recovery/store-failure.md\">Store failure</a>",
                both.file(
                                "_data/drills/git.yaml",
                                both.files()
                                        .getOrDefault("_data/drills/git.yaml", "")
                                        .replace("2026-10-05", "2026-10-06"))
                        .insert("drills:next"));
    }

    private static String first(String html) {
        return FLAG.matcher(html)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("none");
    }

    private static List<String> audit(TextSite site, String day) {
        return site.asOf(day)
                .findings()
                .lines()
                .filter(line -> line.contains(" CV034:"))
                .toList();
    }
}
