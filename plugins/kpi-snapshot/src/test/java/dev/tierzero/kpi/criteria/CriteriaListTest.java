package dev.tierzero.kpi.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.chart.Xml;
import dev.tierzero.kpi.page.Fixture;
import dev.tierzero.kpi.page.TestPage;
import dev.tierzero.kpi.page.TestView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CriteriaListTest {

    private static final String CRITERIA = """
            - id: pilot
              title: Pilot
              criteria:
                - { id: P-1, text: Ten <b>developers</b>, see: rollout/pilot.adoc#cohort, when: { manual: unknown } }
                - { id: P-2, text: Fast starts, when: { kpi: startup, is: met } }
            - id: general
              title: General rollout
              criteria:
                - { id: G-1, text: Very fast starts, when: { kpi: startup, below: 10 } }
            """;

    private static final TestView SITE = Fixture.declared("demo: true", "84")
            .with(TestPage.of("rollout/pilot.adoc", "page", "Pilot", Map.of()).heading("cohort", "Cohort"))
            .with("_data/criteria.yaml", CRITERIA)
            .with(
                    "_data/stages.yaml",
                    "- { id: pilot, title: Pilot, from: 2026-08-03 }\n- { id: general, title: General, from: 2027-01-01 }\n");

    @Test
    void aStageShowsTheSumTheMarkAndEachCriterionWithItsEvidence() {
        assertEquals(
                "1 of 2 met, 1 unknown We are here (demo) as of 2026-11-20"
                        + " ? Unknown P-1 Ten <b>developers</b>. Nothing recorded yet · Cohort"
                        + " ✓ Met P-2 Fast starts. Cold start: 84 s, 2026-11-16 (demo)",
                SITE.words("criteria:pilot"));
    }

    @Test
    void theOverviewSaysWhichStageMayEnd() {
        assertEquals(
                "Exit criteria, as of 2026-11-20Stage Verdict Criteria"
                        + " Pilot We are here (demo) ? Unknown 1 of 2 met, 1 unknown General rollout ✗ Not met 0 of 1 met",
                SITE.words("criteria:all").replaceAll(" +", " "));
    }

    @Test
    void theListIsWellFormedAndEscaped() {
        for (String name : List.of("criteria:pilot", "criteria:all")) {
            Xml.parse(SITE.insert(name), name);
        }
        assertTrue(SITE.insert("criteria:pilot").contains("Ten &lt;b&gt;developers&lt;/b&gt;."));
    }
}
