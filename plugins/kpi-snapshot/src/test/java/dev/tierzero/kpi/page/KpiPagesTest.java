package dev.tierzero.kpi.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Insert;
import dev.tierzero.kpi.chart.Xml;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class KpiPagesTest {

    private static final String PAGE = "kpis/startup.html";

    private static List<String> ids(String html) {
        return Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }

    @Test
    void eachKpiHasAPageAFileAndThreeWaysToQuoteIt() {
        List<String> names = Fixture.weekly("84").contributions().stream()
                .map(c -> c instanceof ContributedPage page
                        ? page.path()
                        : c instanceof ContributedFile file ? file.path() : ((Insert) c).name())
                .toList();
        assertEquals(
                List.of(
                        "kpis/dashboard.html",
                        PAGE,
                        "kpis/startup.csv",
                        "kpi:startup",
                        "kpi-target:startup",
                        "kpi-tile:startup",
                        "kpi-table:all"),
                names);
    }

    @Test
    void aSiteWithoutKpisGetsNoPages() {
        assertEquals(List.of(), TestView.of("").contributions());
    }

    @Test
    void pagesAreWellFormedAndTheirIdsUnique() {
        TestView site = Fixture.weekly("120", "", "", "95", "84");
        for (String path : List.of(PAGE, "kpis/dashboard.html")) {
            String html = site.page(path);
            Xml.parse("<body>" + html + "</body>", path);
            assertEquals(ids(html).stream().distinct().toList(), ids(html), path);
        }
    }

    @Test
    void theChartIsAnImageWithAWordyTwin() {
        String html = Fixture.weekly("120", "", "95", "84").page(PAGE);
        assertTrue(html.contains(
                "role=\"img\" aria-labelledby=\"chart-startup-chart-wide-title chart-startup-chart-wide-desc\""));
        assertTrue(
                html.contains(
                        "Line chart of 3 values, 2026-10-26 to 2026-11-16: first 120\u00a0s, lowest 84\u00a0s,"
                                + " highest 120\u00a0s, last 84\u00a0s. Target &lt;\u00a090\u00a0s. The values are in the table below."));
        assertTrue(html.contains("A gap in the line is a time without a value."));
    }

    @Test
    void theTableHasTheNewestFirstAndHoldsEachAgainstItsTarget() {
        String words = TestView.plain(Fixture.weekly("95", "84").page(PAGE));
        assertTrue(
                words.contains("Observed Value Target Group size Fetched"
                        + " 2026-11-16 84 s ✓ Met 200 2026-11-16 2026-11-09 95 s ✗ Not met 200 2026-11-09"),
                words);
    }

    @Test
    void aUnitOfWordsStandsInTheHeadOfItsColumn() {
        String words = TestView.plain(
                Fixture.declared("unit: tickets/week", "95", "84").page(PAGE));
        assertTrue(
                words.contains("Observed Tickets per week Target Group size Fetched 2026-11-16 84 ✓ Met 200"), words);
    }

    @Test
    void theFileHasTheOldestFirst() {
        assertEquals(
                List.of(
                        "observed-at,fetched-at,value,unit,group,demo",
                        "2026-11-09T00:00:00Z,2026-11-09T06:00:00Z,95,s,200,false",
                        "2026-11-16T00:00:00Z,2026-11-16T06:00:00Z,84,s,200,false",
                        ""),
                List.of(Fixture.weekly("95", "84").text("kpis/startup.csv").split("\r\n", -1)));
    }

    @Test
    void withoutAnyValueThePageSaysSo() {
        String html = Fixture.weekly().page(PAGE);
        assertFalse(html.contains("<svg"));
        String words = TestView.plain(html);
        assertTrue(words.contains("There is no value yet. The chart begins with the first."), words);
        assertTrue(words.contains("No values yet."), words);
    }

    @Test
    void fiveHundredValuesAreThinnedInTheChartAloneWhichSaysSo() {
        String[] values =
                new Random(3).ints(500, 20, 200).mapToObj(String::valueOf).toArray(String[]::new);
        String html = Fixture.declared("cadence: weekly", values).page(PAGE);
        String words = TestView.plain(html);
        assertTrue(words.matches(
                ".*The chart draws \\d{3} of 500 values, the lowest and the highest of each stretch among them.*"));
        assertTrue(words.contains("474 older values"));
        assertEquals(502, html.split("<tr>", -1).length - 1, "500 values and two heads");
    }

    @Test
    void targetsByDateAreListedAndStepInTheChart() {
        String html = Fixture.declared(
                        "target: { operator: \"<\", by-date: [{ from: 2026-10-01, value: 120 }, { from: 2026-11-10, value: 90 }] }",
                        "130",
                        "110",
                        "100",
                        "95")
                .page(PAGE);
        String words = TestView.plain(html);
        assertTrue(words.contains("Target From < 120 s 2026-10-01 < 90 s 2026-11-10"), words);
        assertTrue(html.contains("target 120\u00a0s") && html.contains(">90\u00a0s</text>"));
        assertTrue(words.contains("2026-11-16 95 s ✗ Not met 200 2026-11-16 2026-11-09 100 s ✓ Met"), words);
    }

    @Test
    void targetsByStageNameTheStageThatHasNoDateYet() {
        String words = TestView.plain(Fixture.declared(
                        "target: { operator: \"<\", by-stage: [{ stage: pilot, value: 120 }, { stage: all, value: 90 }] }",
                        "95")
                .with(
                        "_data/stages.yaml",
                        "- { id: pilot, title: Pilot, from: 2026-08-03 }\n- { id: all, title: Everybody }\n")
                .page(PAGE));
        assertTrue(words.contains("Stage Target From Pilot < 120 s 2026-08-03 Everybody < 90 s no date yet"), words);
    }

    @Test
    void eventsAreNumberedInTheChartAndNamedBelowIt() {
        String html = Fixture.weekly("95", "90", "84")
                .with(
                        "_data/events.yaml",
                        "- { date: 2026-11-12, title: Wave 2 <b> }\n- { date: 2020-01-01, title: Long ago }\n")
                .page(PAGE);
        assertTrue(
                html.contains(
                        "<ol class=\"kpi-events\"><li><time datetime=\"2026-11-12\">2026-11-12</time> Wave 2 &lt;b&gt;</li></ol>"));
    }

    @Test
    void theBaselineIsComparedInPerCent() {
        String words = TestView.plain(Fixture.declared("baseline: 140", "84").page(PAGE));
        assertTrue(words.contains("Baseline 140 s; since then −40 %"), words);
    }

    @Test
    void demoDataIsMarkedOnEveryPageAndQuote() {
        TestView site = Fixture.declared("demo: true", "84");
        assertTrue(TestView.plain(site.page(PAGE))
                .startsWith("Demo data The figures on this page are made up for demonstration."));
        assertTrue(TestView.plain(site.page("kpis/dashboard.html"))
                .startsWith("Demo data All figures on this page are made up for demonstration."));
        assertEquals("84 s(2026-11-16) (demo)", site.words("kpi:startup"));
        assertTrue(site.words("kpi-table:all").startsWith("KPIs at a glance (demo data)"));
        assertTrue(site.text("kpis/startup.csv").endsWith(",200,true\r\n"));
    }

    @Test
    void theDashboardBeginsWithTheSumOfItAll() {
        String words = TestView.plain(Fixture.declared("max-age: 2 days", "84").page("kpis/dashboard.html"));
        assertTrue(words.startsWith("1 of 1 target met; 1 figure is not fresh, as of 2026-11-20."), words);
    }

    @Test
    void tilesAreGroupedByAudienceWhereOneIsDeclared() {
        String html = Fixture.declared("audience: developers", "84").page("kpis/dashboard.html");
        assertTrue(
                html.contains(
                        "<h2>Developers</h2><div class=\"kpi-tiles\"><div class=\"kpi\"><h3 class=\"kpi-title\" id=\"startup\">"));
    }

    @Test
    void aFigureIsQuotedWithItsUnitItsDayAndALink() {
        TestView site = Fixture.weekly("84");
        assertEquals(
                "<span class=\"kpi-quote\"><a href=\"/kpis/startup.html\" title=\"Cold start, 2026-11-16\">"
                        + "<data value=\"84\">84\u00a0s</data></a><time class=\"vh\" datetime=\"2026-11-16T00:00:00Z\">(2026-11-16)</time></span>",
                site.insert("kpi:startup"));
        assertEquals("< 90 s", site.words("kpi-target:startup"));
        assertEquals("no data", Fixture.weekly().words("kpi:startup"));
    }

    @Test
    void ownersAreNamedByTheirTitle() {
        String words = TestView.plain(Fixture.weekly("84")
                .with("_data/owners.yaml", "- { id: platform-team, title: Platform team }\n")
                .page(PAGE));
        assertTrue(words.contains("Owner Platform team"), words);
    }

    @Test
    void theSameDataGiveTheSamePages() {
        String[] values =
                new Random(5).ints(40, 20, 200).mapToObj(String::valueOf).toArray(String[]::new);
        assertEquals(
                Fixture.weekly(values).contributions(), Fixture.weekly(values).contributions());
    }
}
