package dev.tierzero.kpi.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.kpi.page.Board;
import dev.tierzero.kpi.page.Fixture;
import dev.tierzero.kpi.page.TestPage;
import dev.tierzero.kpi.page.TestView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ConditionTest {

    /** Verdict and evidence of one condition over a site. */
    private static String outcome(TestView site, String condition) {
        TestView whole = site.with("_data/criteria.yaml", """
                - id: pilot
                  title: Pilot
                  criteria:
                    - id: P-1
                      text: All is well
                      when: %s
                """.formatted(condition));
        Board board = Board.of(whole);
        Criteria criteria = Criteria.of(board);
        assertEquals(List.of(), criteria.findings());
        Outcome outcome = criteria.stages().get(0).criteria().get(0).condition().outcome(board);
        String evidence = outcome.evidence().stream().map(Evidence::words).collect(Collectors.joining(" / "));
        return (outcome.verdict().words() + ": " + evidence).replace('\u00a0', ' ');
    }

    @Test
    void aKpiIsHeldAgainstItsOwnTarget() {
        assertEquals("met: 84 s", outcome(Fixture.weekly("84"), "{ kpi: startup, is: met }"));
        assertEquals("not met: 96 s", outcome(Fixture.weekly("84", "96"), "{ kpi: startup, is: met }"));
        assertEquals("met: 96 s", outcome(Fixture.weekly("84", "96"), "{ kpi: startup, is: not met }"));
    }

    @Test
    void aKpiIsHeldAgainstALimitOfTheCriterion() {
        assertEquals("met: 84 s", outcome(Fixture.weekly("84"), "{ kpi: startup, at-most: 84 }"));
        assertEquals("not met: 84 s", outcome(Fixture.weekly("84"), "{ kpi: startup, below: 84 }"));
        assertEquals("not met: 84 s", outcome(Fixture.weekly("84"), "{ kpi: startup, above: 84 }"));
    }

    @Test
    void withoutAValueNothingIsKnown() {
        assertEquals("unknown: no value yet", outcome(Fixture.weekly(), "{ kpi: startup, is: met }"));
    }

    @Test
    void aValueThatIsTooOldProvesNothing() {
        assertEquals(
                "unknown: 84 s, too old: more than 3 days",
                outcome(Fixture.declared("max-age: 3 days", "84"), "{ kpi: startup, is: met }"));
        assertEquals(
                "unknown: 84 s, too old: more than 3 days",
                outcome(Fixture.declared("max-age: 3 days", "84"), "{ not: { kpi: startup, is: met } }"));
    }

    @Test
    void forATimeEachValueInItCounts() {
        String condition = "{ kpi: startup, is: met, for: 3 weeks }";
        assertEquals(
                "met: 84 s; 3 of 3 values since 2026-11-02",
                outcome(Fixture.weekly("120", "80", "85", "84"), condition));
        assertEquals(
                "not met: 84 s; 2 of 3 values since 2026-11-02",
                outcome(Fixture.weekly("80", "95", "85", "84"), condition));
    }

    @Test
    void aTimeThatIsNotFilledIsUnknownUnlessAValueInItFails() {
        String condition = "{ kpi: startup, is: met, for: 4 weeks }";
        assertEquals(
                "unknown: 84 s; 2 of 2 values since 2026-11-09, which is not the whole of 28 days",
                outcome(Fixture.weekly("80", "84"), condition));
        assertEquals(
                "unknown: 84 s; 3 of 3 values since 2026-10-26, which is not the whole of 28 days",
                outcome(Fixture.weekly("80", "80", "", "80", "84"), condition));
        assertEquals("not met: 84 s; 1 of 2 values since 2026-11-09", outcome(Fixture.weekly("95", "84"), condition));
    }

    @Test
    void eachValueIsHeldAgainstTheTargetOfItsDay() {
        TestView site = Fixture.declared(
                "target: { operator: \"<\", by-date: [{ from: 2026-10-01, value: 120 }, { from: 2026-11-10, value: 90 }] }",
                "110",
                "100",
                "84");
        assertEquals(
                "met: 84 s; 3 of 3 values since 2026-11-02", outcome(site, "{ kpi: startup, is: met, for: 3 weeks }"));
    }

    @Test
    void holesInRegistersAreCountedAndNamed() {
        TestView site = Fixture.weekly("84").with("_data/teams.yaml", """
                - { id: web, title: Web, champions: 2, migration: done }
                - { id: mobile, title: Mobile, champions: 0, migration: planned, exception: null }
                - { id: risk, title: Risk, champions: 1, migration: planned, exception: kernel module }
                """);
        assertEquals(
                "not met: 1 of 3 teams without a champion: Mobile", outcome(site, "{ fact: teams-without-champion }"));
        assertEquals(
                "met: 1 of 3 teams without a champion: Mobile",
                outcome(site, "{ fact: teams-without-champion, at-most: 1 }"));
        assertEquals("not met: 1 of 3 teams not migrated: Mobile", outcome(site, "{ fact: teams-not-migrated }"));
    }

    @Test
    void whereThereIsNothingToLookAtNothingIsKnown() {
        assertEquals(
                "unknown: There are no alerts to look at",
                outcome(Fixture.weekly(), "{ fact: alerts-without-runbook }"));
        assertEquals(
                "unknown: There are no pages to look at",
                outcome(Fixture.weekly(), "{ fact: pages-without-owner, in: nowhere }"));
    }

    @Test
    void entriesAreHeldAgainstPages() {
        TestView site = Fixture.weekly("84")
                .with(
                        "_data/alerts.yaml",
                        "- { id: Down, runbook: ops/down.md }\n- { id: Slow, runbook: ops/slow.md }\n")
                .with("_data/codes.yaml", "- { code: E1, page: ops/down.md }\n")
                .with("_data/deliverables.yaml", "- { id: D1, title: Book, page: ops/down.md#verify }\n")
                .with(TestPage.of("ops/down.md", "runbook", "Down", Map.of("owner", "ops")));
        assertEquals(
                "not met: 1 of 2 alerts without a runbook: Slow", outcome(site, "{ fact: alerts-without-runbook }"));
        assertEquals("met: 0 of 1 codes without a page", outcome(site, "{ fact: codes-without-page }"));
        assertEquals("met: 0 of 1 deliverables without a page", outcome(site, "{ fact: deliverables-without-page }"));
        assertEquals(
                "not met: 1 of 1 pages in ops without a date of review: Down",
                outcome(site, "{ fact: pages-without-review, in: ops }"));
        assertEquals("met: 0 of 1 pages without an owner", outcome(site, "{ fact: pages-without-owner }"));
    }

    @Test
    void onlyExercisesThatWereHeldCountAsDrills() {
        String record = "{ scenario: %s, date: 2026-11-05, start: '09:30', actions: ['0: begun'], response: Two led."
                + ", time-to-recovery: '38:12', lessons: [Print it.], outside-participant: champion, kind: %s }";
        TestView site = Fixture.weekly("84")
                .with(TestPage.of("dr/vault.md", "dr-playbook", "Vault", Map.of()))
                .with(TestPage.of("dr/git.md", "dr-playbook", "Git", Map.of()))
                .with(TestPage.of("dr/nexus.adoc", "dr-playbook", "Nexus", Map.of()))
                .with(TestPage.of("dr/harbor.md", "dr-playbook", "Harbor", Map.of()))
                .with(TestPage.of("dr/mail.md", "dr-playbook", "Mail", Map.of()))
                .with("_data/drills/1.yaml", record.formatted("vault", "exercise"))
                .with("_data/drills/2.yaml", record.formatted("nexus", "incident"))
                .with("_data/drills/3.yaml", record.formatted("harbor", "exercise, demo: true"))
                .with("_data/drills/4.json", record.formatted("dr/git.md", "exercise"))
                .with("_data/drills/5.yaml", "{ scenario: mail, date: 2026-11-05, kind: exercise }")
                .with("_data/drills/_template.yaml", record.formatted("mail", "exercise"));
        assertEquals(
                "not met: 3 of 5 recovery playbooks without a recorded drill: Nexus, Harbor, Mail",
                outcome(site, "{ fact: playbooks-without-drill }"));
    }

    @Test
    void kpisWithoutAnyValueAreCounted() {
        assertEquals(
                "not met: 1 of 1 KPIs without a value: Cold start",
                outcome(Fixture.weekly(), "{ fact: kpis-without-value }"));
        assertEquals("met: 0 of 1 KPIs without a value", outcome(Fixture.weekly("84"), "{ fact: kpis-without-value }"));
    }

    @Test
    void whatPeopleAttestStandsWithItsEvidence() {
        assertEquals(
                "not met: 12 visitors last week",
                outcome(Fixture.weekly(), "{ manual: not met, date: 2026-11-18, evidence: 12 visitors last week }"));
        assertEquals("unknown: Nothing recorded yet", outcome(Fixture.weekly(), "{ manual: unknown }"));
    }

    @Test
    void conditionsCombine() {
        TestView site = Fixture.weekly("84");
        String met = "{ kpi: startup, is: met }";
        String unknown = "{ manual: unknown }";
        assertEquals("unknown: 84 s / Nothing recorded yet", outcome(site, "{ all: [" + met + ", " + unknown + "] }"));
        assertEquals("met: 84 s / Nothing recorded yet", outcome(site, "{ any: [" + met + ", " + unknown + "] }"));
        assertEquals(
                "not met: 84 s / Nothing recorded yet",
                outcome(site, "{ all: [{ not: " + met + " }, " + unknown + "] }"));
    }
}
