package dev.tierzero.kpi.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.kpi.KpiSnapshot;
import dev.tierzero.kpi.page.Fixture;
import dev.tierzero.kpi.page.TestPage;
import dev.tierzero.kpi.page.TestView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FindingsTest {

    private static List<String> findings(String criteria) {
        TestView site = Fixture.weekly("84")
                .with(TestPage.of("rollout/pilot.adoc", "page", "Pilot", Map.of())
                        .heading("cohort", "Cohort"))
                .with("_data/criteria.yaml", criteria);
        return new KpiSnapshot()
                .check(site).stream()
                        .sorted()
                        .map(d -> d.position().toString().replace("content/_data/criteria.yaml:", "") + " " + d.code()
                                + ": " + d.message() + " | " + d.hint())
                        .toList();
    }

    /** The finding about one condition, which begins at 6:13. */
    private static List<String> of(String condition) {
        return findings("""
                - id: pilot
                  title: Pilot
                  criteria:
                    - id: P-1
                      text: All is well
                      when: %s
                """.formatted(condition));
    }

    @Test
    void anUnknownKpiIsNamedWithTheOneThatWasMeant() {
        assertEquals(
                List.of("6:20 KP050: no KPI is called \"strtup\" | did you mean startup?"),
                of("{ kpi: strtup, is: met }"));
        assertEquals(
                List.of("6:20 KP050: no KPI is called \"money\" | declare it in kpis.yaml"),
                of("{ kpi: money, is: met }"));
    }

    @Test
    void anUnknownFactIsNamedWithTheOneThatWasMeant() {
        assertEquals(
                List.of(
                        "6:21 KP051: the build knows no fact \"codes-without-pages\" | did you mean codes-without-page?"),
                of("{ fact: codes-without-pages }"));
    }

    @Test
    void aConditionSaysOneThing() {
        assertEquals(
                List.of("6:13 KP052: the condition says nothing | write one of: kpi, fact, manual, all, any, not"),
                of("{ }"));
        assertEquals(
                List.of("6:13 KP052: the condition says several things at once: kpi, fact | join them: { all: [ … ] }"),
                of("{ kpi: startup, fact: codes-without-page }"));
        assertEquals(List.of("6:20 KP052: all needs a list of conditions | write all: [ … ]"), of("{ all: [] }"));
    }

    @Test
    void aKpiHasATargetOrALimitAndNotBoth() {
        String hint = "write is: met for its own target, or a limit such as below: 3";
        assertEquals(List.of("6:21 KP052: the condition over the KPI has no limit | " + hint), of("{ kpi:  startup }"));
        assertEquals(
                List.of("6:20 KP052: the condition over the KPI has both a limit and \"is\" | " + hint),
                of("{ kpi: startup, is: met, below: 3 }"));
        assertEquals(
                List.of("6:33 KP052: a target is not \"good\" | write met or not met"),
                of("{ kpi: startup, is: good }"));
        assertEquals(
                List.of(
                        "6:47 KP052: the condition has several limits: below, above | keep one, or join two conditions: { all: [ … ] }"),
                of("{ kpi: startup, below: 90, above: 10 }"));
    }

    @Test
    void valuesThatAreNoneAreNamed() {
        assertEquals(
                List.of("6:43 KP052: \"for\" is no length of time | write for example: for: 6 weeks"),
                of("{ kpi: startup, is: met, for: a while }"));
        assertEquals(
                List.of("6:23 KP052: a criterion is not \"yes\" | write met, not met or unknown"),
                of("{ manual: yes }"));
        assertEquals(
                List.of("6:50 KP052: at-most is no number | write for example: at-most: 3"),
                of("{ fact: codes-without-page, at-most: few }"));
    }

    @Test
    void aKeyThatDoesNotBelongIsNamedWithTheOneThatWasMeant() {
        assertEquals(
                List.of("6:42 KP052: a condition over kpi has no fo | did you mean for?"),
                of("{ kpi: startup, is: met, fo: 6 weeks }"));
        assertEquals(
                List.of("6:63 KP052: a condition over fact has no evidence | delete it"),
                of("{ fact: codes-without-page, at-most: 1, evidence: x }"));
    }

    @Test
    void nobodyAttestsWithoutEvidence() {
        assertEquals(
                List.of(
                        "6:23 KP053: \"met\" without evidence and date | say in evidence and date what was seen, and when"),
                of("{ manual: met }"));
        assertEquals(
                List.of(
                        "6:23 KP053: \"not met\" without evidence and date | say in evidence and date what was seen, and when",
                        "6:54 KP052: date is not a date | write it as year-month-day: 2026-11-20"),
                of("{ manual: not met, evidence: seen, date: yesterday }"));
    }

    @Test
    void seeNamesAPageAndAHeadingThatAreThere() {
        assertEquals(List.of(), of("{ manual: unknown, see: rollout/pilot.adoc#cohort }"));
        assertEquals(
                List.of("6:37 KP054: rollout/pilot.adoc has no id \"coHort\" | did you mean #cohort?"),
                of("{ manual: unknown, see: rollout/pilot.adoc#coHort }"));
        assertEquals(
                List.of("6:37 KP054: there is no page rollout/pilot.md | did you mean rollout/pilot.adoc?"),
                of("{ manual: unknown, see: /rollout/pilot.md }"));
        assertEquals(
                List.of("6:37 KP054: there is no page elsewhere.md | name a page by its file below the content folder,"
                        + " such as guide/setup.md#linux"),
                of("{ manual: unknown, see: elsewhere.md }"));
    }

    @Test
    void idsAreUniqueOverAllStages() {
        assertEquals(
                List.of(
                        "7:11 KP055: the criterion P-1 is declared twice | give one of the two another id",
                        "10:7 KP055: the stage pilot is declared twice | give one of the two another id"),
                findings("""
                        - id: pilot
                          title: Pilot
                          criteria:
                            - id: P-1
                              text: One
                              when: { manual: unknown }
                            - id: P-1
                              text: Two
                              when: { manual: unknown }
                        - id: pilot
                          title: Again
                          criteria: []
                        """));
    }

    @Test
    void aConditionNestedTooDeeplyIsRefused() {
        String deep = "{ not: ".repeat(12) + "{ manual: unknown }" + " }".repeat(12);
        assertEquals(
                List.of("the condition is nested too deeply"),
                of(deep).stream()
                        .map(f -> f.replaceAll(".*KP052: ", "").replaceAll(" \\|.*", ""))
                        .toList());
    }
}
