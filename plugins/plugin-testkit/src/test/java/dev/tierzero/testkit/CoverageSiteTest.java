package dev.tierzero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.coverage.Coverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage in a whole build: the generator's registers, inserts, facts, addresses and pages in both markups. */
final class CoverageSiteTest {

    private static final String SITE = """
            -- site.yaml --
            title: Example
            plugins:
              coverage:
                categories: [startup]
            -- content/_data/codes.yaml --
            - code: BOX-E1
              title: Start is slow
              category: startup
              message: "BOX-E1: not started"
              summary: The start took too long.
              fix: Run box update.
              page: help/e1.adoc
              since: "1.0"
            - code: BOX-E9
              title: No cable
              category: startup
              message: "BOX-E9: no cable"
              since: "1.0"
              status: retired
              retired-in: "1.1"
              replaced-by: BOX-E1
            -- content/_data/services.yaml --
            - id: store
              title: Store
              rto: 1-2 h
              playbook: recovery/store-failure.md
            -- content/_data/drills/2026-10-05-store.json --
            {"scenario": "store-failure", "date": "2026-10-05", "start": "09:30", "actions": ["0: alert read"],
             "response": "Two led.", "time-to-recovery": "38:12", "lessons": ["Print the page."],
             "outside-participant": "champion"}
            -- content/help/e1.adoc --
            = Start is slow
            :type: faq
            :code: BOX-E1
            :aliases: /e/BOX-E1/
            :category: startup

            {coverage:codes} codes are covered.

            ----
            BOX-E1: not started
            ----
            -- content/recovery/store-failure.md --
            ---
            title: Store failure
            type: dr-playbook
            service: store
            ---
            {drills:grid}
            """;

    @Test
    void aWholeSiteIsCovered() {
        Run run = TestSite.of(SITE).at(Instant.parse("2026-12-01T00:00:00Z")).run(new Coverage());
        assertEquals(List.of(), run.lines());
        assertTrue(run.output("help/e1.html").contains("<p>2 of 2 codes are covered.</p>"), run.output("help/e1.html"));
        assertTrue(run.output("e/BOX-E1/index.html").contains("../../help/e1.html"));
        assertTrue(run.output("e/BOX-E9/index.html").contains("../../help/retired-codes.html"));
        assertTrue(run.output("help-index.json").contains("\"code\": \"BOX-E9\", \"status\": \"retired\""));
        String playbook = run.output("recovery/store-failure.html");
        assertTrue(
                playbook.contains("<a href=\"drill-records.html#2026-10-05-store\""
                        + " data-to=\"Drill records: recovery/drill-records.html#2026-10-05-store\">38:12</a>"),
                playbook);
        assertTrue(playbook.contains("Exercise: recovered in 38:12 (within the RTO of 1-2 h)"), playbook);
    }

    @Test
    void theChecksFindTheLineInBothMarkupsAndInRegisters() {
        TestSite.of(SITE.replace(":code: BOX-E1", ":code: BOX-E2 // expect CV002")
                        .replace("  page: help/e1.adoc", "  page: help/e1.adoc # expect CV003")
                        .replace("service: store\n---", "service: stor # expect CV024 CV032\n---"))
                .verify(new Coverage());
    }

    @Test
    void anAuditTellsWhatIsOverdue() {
        assertEquals(
                List.of(
                        "content/recovery/store-failure.md: warning CV034: the last exercise was on 2026-10-05, and one is due every 3 months"),
                TestSite.of(SITE)
                        .asOf(LocalDate.parse("2027-01-06"))
                        .run(new Coverage())
                        .lines());
    }
}
