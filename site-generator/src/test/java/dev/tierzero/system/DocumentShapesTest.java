package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.TestSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents as programmes write them, not made for a portal: they build without an error and are told what is missing. */
class DocumentShapesTest {

    @TempDir
    Path folder;

    @Test
    void eightDiagramsWithoutAnAlternativeAreShownWithTheirSource() {
        StringBuilder text = new StringBuilder("# Strategy\n\n## Roadmap\n");
        for (int i = 1; i <= 8; i++) {
            text.append("\n### 1.")
                    .append(i)
                    .append(" Step: \"build & run\"\n\n```mermaid\ngraph LR\n    subgraph \"S ")
                    .append(i)
                    .append("\"\n        A[Team<br/>first] --> B\n    end\n```\n");
        }
        TestSite site = new TestSite(folder).write("content/strategy.md", text.toString());
        assertNoError(site);
        String page = site.output("strategy.html");
        assertEquals(8, page.split("class=\"language-mermaid\"", -1).length - 1);
        assertTrue(page.contains("A[Team&lt;br/&gt;first] --&gt; B"), page);
        assertEquals(
                8,
                site.check().diagnostics().stream()
                        .filter(d -> d.position().line() > 3)
                        .count(),
                "one finding for each diagram");
    }

    @Test
    void aFeedThatWasSavedAsAPageIsAPage() {
        TestSite site = new TestSite(folder)
                .write(
                        "content/phase-2.md",
                        "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"
                                + "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Phase 2</title>"
                                + "<link>http://wiki.example.net/phase-2/</link><generator>Hugo</generator>"
                                + "<atom:link href=\"http://wiki.example.net/index.xml\" rel=\"self\" type=\"application/rss+xml\"/>"
                                + "<item><title>Cohorts</title><pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>"
                                + "<description>&lt;h1 id=&#34;cohorts&#34;&gt;Cohorts&lt;a href=&#34;#cohorts&#34;&gt;#&lt;/a&gt;&lt;/h1&gt;\n"
                                + "&lt;p&gt;Don&amp;rsquo;t start with all.&lt;/p&gt;\n&lt;h2 id=&#34;cohort-1&#34;&gt;Cohort 1&lt;/h2&gt;\n"
                                + "</description></item></channel></rss>\n");
        assertNoError(site);
        String page = site.output("phase-2.html");
        assertTrue(page.contains("start with all."), page);
    }

    @Test
    void aPlanWithoutFrontMatterTakesItsTitleFromItsFirstHeading() {
        TestSite site = new TestSite(folder).write("content/rollout.md", """
                # Phase 6: Rollout & Operations

                **Phase**: 6 of 6
                **Team Size**: 2-3 engineers + champions
                **Status**: Not Started

                ---

                ## Overview

                ~200 developers. Pilot (10 devs) -> Early Adopters (30-40 devs).

                ## Deliverables

                | # | Deliverable | Stage |
                |---|-------------|-------|
                | D1 | Pilot cohort selected | Pilot |
                | D2 | `a|b` in <50% | Pilot |

                - [ ] Week 1: start
                - [x] Week 2: **done**
                """);
        assertNoError(site);
        String page = site.output("rollout.html");
        assertTrue(page.contains("<title>Phase 6: Rollout &amp; Operations"), page);
        assertTrue(page.contains("in &lt;50%"), page);
    }

    @Test
    void headingsThatComeAgainHaveIdsOfTheirOwn() {
        StringBuilder text = new StringBuilder("# Go-to-Market: Plan™\n## Adoption Strategy\n");
        for (int phase = 1; phase <= 4; phase++) {
            text.append("\n## Phase ")
                    .append(phase)
                    .append(": Foundation (Months 1-6)\n### Objectives\n- one\n### Success Metrics\n1. two\n");
        }
        TestSite site = new TestSite(folder).write("content/plan.md", text.toString());
        assertNoError(site);
        String page = site.output("plan.html");
        for (String id : List.of(
                "objectives", "objectives-1", "objectives-3", "success-metrics-3", "phase-4-foundation-months-1-6")) {
            assertEquals(1, page.split(" id=\"" + id + "\"", -1).length - 1, id);
        }
    }

    @Test
    void levelsThatAreSkippedAndTwoTitlesAreTaken() {
        TestSite site = new TestSite(folder)
                .write("content/skips.md", "# One\n#### Deep\n# Two\n### Less\n\n* a\n    * b\n        1. c\n");
        assertNoError(site);
        assertTrue(site.output("skips.html").contains("Less"));
    }

    private static void assertNoError(TestSite site) {
        Outcome outcome = site.build();
        assertEquals(Outcome.State.PUBLISHED, outcome.state(), () -> TestSite.whole(outcome.diagnostics())
                .toString());
    }
}
