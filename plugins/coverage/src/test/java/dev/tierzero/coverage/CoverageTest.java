package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is missing is found at its place, and nothing else. */
final class CoverageTest {

    @Test
    void aSiteInWhichNothingIsMissingHasNoFindings() {
        assertEquals("", GoodSite.site().findings());
    }

    @Test
    void aSiteWithoutRegistersHasNoFindings() {
        assertEquals(
                "", TextSite.of("-- index.md --\n---\ntitle: Home\n---\nText").findings());
        assertEquals(
                0,
                TextSite.of("-- index.md --\n---\ntitle: Home\n---\nText").contributions().stream()
                        .filter(c -> !(c instanceof dev.tierzero.api.Insert))
                        .count());
    }

    @Test
    void theSettingsMakeHolesErrors() {
        String finding = GoodSite.with("champions: 2", "champions: 0").findings();
        String strict = TextSite.of(
                        "-- _data/teams.yaml --\n- id: web\n  champions: 0\n-- settings --\nseverity: error")
                .findings();
        assertEquals("warning", finding.split(" ", 3)[1]);
        assertEquals("error", strict.split(" ", 3)[1]);
    }

    @Test
    void aCodeWithoutAPageIsAHole() {
        TextSite site = TextSite.of("""
                -- _data/codes.yaml --
                - code: BOX-E1
                  title: Start is slow
                  category: startup
                  message: "BOX-E1: slow"
                  summary: The start took too long.
                  fix: Start again.
                  since: "1.0"
                -- settings --
                categories: []
                """);
        assertEquals(
                "content/_data/codes.yaml:1:9: warning CV001: BOX-E1 has no page -> write a page of type faq with \"code: BOX-E1\", and name it here as its page",
                site.findings());
    }

    @Test
    void onlyAnAuditLooksAtTheDate() {
        assertEquals("", GoodSite.site().asOf("2027-01-05").findings());
        assertEquals(
                "content/recovery/store-failure.md:7:1: warning CV034: the last exercise was on 2026-10-05, and one is due every 3 months -> hold one, and put its record into content/_data/drills/",
                GoodSite.site().asOf("2027-01-06").findings());
        assertEquals(
                "",
                GoodSite.with("date: 2026-10-05", "date: 2026-11-30")
                        .asOf("2027-01-31")
                        .findings());
        assertEquals(
                "content/_data/teams.yaml:5:23: warning CV042: the term of the champion of team web ended on 2027-01-31 -> agree on a successor or a further term, and write its end here",
                GoodSite.with("date: 2026-10-05", "date: 2026-11-30")
                        .asOf("2027-02-01")
                        .findings());
        assertEquals(
                "content/_data/drills/2026-10-05-store.yaml:3:7: error CV037: the drill is dated 2026-10-05, which is not over yet -> a record is written after the exercise; plans belong into a calendar",
                GoodSite.site().asOf("2026-10-04").findings());
    }

    @Test
    void quartersEndOnLeapDaysAndYearsToo() {
        assertEquals(
                "2024 Q1", Quarter.of(java.time.LocalDate.parse("2024-02-29")).toString());
        assertEquals(
                "2024-03-31", Quarter.parse("2024-Q1").orElseThrow().lastDay().toString());
        assertEquals("2027 Q1", Quarter.parse("2026-Q4").orElseThrow().plus(1).toString());
        assertEquals(
                "2024-05-29",
                Interval.of("3 months")
                        .orElseThrow()
                        .after(java.time.LocalDate.parse("2024-02-29"))
                        .toString());
    }
}
