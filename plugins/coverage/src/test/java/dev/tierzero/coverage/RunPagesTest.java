package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.Insert;
import dev.tierzero.api.PageFact;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers see of runs: in cards, on the page of records, and in reviews. */
final class RunPagesTest {

    private static final String REVIEW = "recovery/reviews/2026-11-20-store-failure.html";

    @Test
    void aCardTellsTheLastRunTheMiddleAndTheWorstAndWhatIsOpen() {
        assertEquals(
                List.of(
                        "Last run: Incident: recovered in 38:12 (within the RTO of 1-2 h) (GOOD)",
                        "Time to recovery: Median 84:08, worst 130:04 (over the RTO of 1-2 h by 10:04), 2 runs (ATTENTION)",
                        "Open findings: 2 (ATTENTION)"),
                runs(longer(), "recovery/store-failure.md"));
    }

    @Test
    void anRtoThatNobodyDecidedIsNeitherKeptNorMissed() {
        assertEquals(
                List.of(
                        "Last run: Incident: recovered in 38:12 (RTO not decided) (NEUTRAL)",
                        "Time to recovery: Median 38:12, worst 38:12, 2 runs (NEUTRAL)",
                        "Open findings: 2 (ATTENTION)"),
                runs(
                        GoodRun.with(GoodSite.with("  rto: 1-2 h\n", "  rto: null\n"), "", ""),
                        "recovery/store-failure.md"));
    }

    @ParameterizedTest
    @CsvSource({"1 h 30 min, by 40:04", "1.5 h, by 40:04", "'2 h, not at night', by 10:04"})
    void anRtoIsReadAsTheRunSectionReadsIt(String rto, String over) {
        TextSite site = GoodSite.with("  rto: 1-2 h\n", "  rto: " + rto + "\n");
        String record = "_data/drills/2026-10-05-store.yaml";
        String text = site.files().getOrDefault(record, "").replace("38:12", "130:04");
        assertEquals(
                List.of("Last run: Exercise: recovered in 130:04 (over the RTO of " + rto + " " + over + ") (BAD)"),
                runs(site.file(record, text), "recovery/store-failure.md").subList(0, 1));
    }

    @Test
    void demonstrationsStandApartAndChangeNoFigure() {
        String before = "\"kind\": \"incident\",\n";
        TextSite site = GoodRun.with(longer(), before, before + "  \"demo\": true,\n");
        assertEquals(
                List.of(
                        "Last run: Exercise: recovered in 130:04 (over the RTO of 1-2 h by 10:04) (BAD)",
                        "Open findings: 1 (ATTENTION)"),
                runs(site, "recovery/store-failure.md"));
        assertEquals("false", page(site, REVIEW).metadata().get("search"));
        assertTrue(html(site, REVIEW).startsWith("<p><strong>Demonstration data:</strong>"), html(site, REVIEW));
        assertTrue(html(site, "recovery/reviews/index.html").contains("<td>none counted</td>"));
    }

    @Test
    void thePageOfRecordsShowsHowEachStepWent() {
        String html = html(GoodRun.site(), "recovery/drill-records.html");
        assertTrue(
                html.contains(
                        "<th scope=\"row\">05:00</th><td>Restore 1: Note the state.</td><td>done<br>Note: three nodes up</td>"),
                html);
        assertTrue(
                html.contains(
                        "<td>Restore 2: Stop the store. <small>(danger)</small></td><td><strong>skipped</strong>: it had stopped by itself</td>"),
                html);
        assertTrue(html.contains("<dt>node</dt><dd><code>store-1</code></dd>"), html);
        assertTrue(
                html.contains("<td>incident</td><td>38:12</td><td>within the RTO of 1-2 h</td><td>1</td><td>1</td>"),
                html);
    }

    @Test
    void aStepIsCalledByTheHeadingOfThePageNotByItsId() {
        String page = GoodRun.PLAYBOOK.replace("## Restore", "## RESTORE");
        TextSite site = GoodRun.site().file("recovery/store-failure.md", page);
        String name = "RESTORE 2: Stop the store.";
        assertTrue(html(site, "recovery/drill-records.html").contains("<td>" + name), html(site, REVIEW));
        assertTrue(html(site, REVIEW).contains("<td>" + name), html(site, REVIEW));
    }

    @Test
    void aReviewIsFilledFromTheRecord() {
        String html = html(GoodRun.site(), REVIEW);
        assertTrue(
                html.contains("<p>Incident of Store failure on 2026-11-20: recovered in 38:12, within the RTO of 1-2 h."
                        + " 3 of 4 steps were done, 1 skipped. One finding is open.</p>"),
                html);
        assertTrue(html.contains("<caption>Steps that were left out</caption>"), html);
        assertTrue(html.contains("The longest steps:</p><ul><li>22:00: Restore 3: Restore the snapshot.</li>"), html);
        assertTrue(html.contains("<td>verified</td>"), html);
        assertTrue(
                html.contains(
                        "<a href=\"/recovery/store-failure.md\">Store failure</a></td><td><strong>open</strong></td>"),
                html);
        assertTrue(html.contains(
                "save the text below as <code>content/recovery/reviews/2026-11-20-store-failure.md</code>"));
    }

    @Test
    void aStepThatTookMuchLongerThanBeforeIsNamed() {
        TextSite site = GoodRun.site()
                .file(
                        "_data/drills/before.json",
                        GoodRun.TEXT
                                .replace("2026-11-20", "2026-11-10")
                                .replace("T02:02:00.000Z", "T02:02:00.000Z ")
                                .replace("T02:30:00.000Z", "T02:11:00.000Z")
                                .replace("28:00", "09:00"));
        assertEquals("", site.findings());
        assertTrue(
                html(site, REVIEW)
                        .contains(
                                "<th scope=\"row\">Restore 3: Restore the snapshot.</th><td>22:00</td><td>03:00 (1 run)</td>"),
                html(site, REVIEW));
    }

    @Test
    void aReviewThatSomebodyWroteTakesThePlaceOfTheOneThatIsMade() {
        String written = REVIEW.replace(".html", ".md");
        TextSite site = GoodRun.site().file(written, "---\ntitle: Review\n---\nAnswers.\n");
        assertTrue(site.contributions().stream()
                .noneMatch(c -> c instanceof ContributedPage page && page.path().equals(REVIEW)));
        String html = html(site, "recovery/drill-records.html");
        assertTrue(html.contains("<a href=\"/" + written + "\">"), html);
        assertFalse(html.contains("/" + REVIEW), html);
    }

    @Test
    void notesBesideAReviewAreNoReview() {
        TextSite site = GoodRun.site().file(REVIEW.replace(".html", ".notes.md"), "---\ntitle: Notes\n---\nWords.\n");
        assertTrue(html(site, "recovery/drill-records.html").contains("<a href=\"/" + REVIEW + "\">"));
        assertTrue(html(site, REVIEW).contains("Questions to answer"));
    }

    @Test
    void noIdAndNoPathIsThereTwiceHoweverFilesAreCalled() {
        List<Contribution> all = oddNames().contributions();
        List<ContributedPage> pages = all.stream()
                .filter(ContributedPage.class::isInstance)
                .map(ContributedPage.class::cast)
                .toList();
        String html = pages.stream()
                .filter(page -> page.path().equals("recovery/drill-records.html"))
                .map(page -> page.html().toString())
                .findFirst()
                .orElse("");
        assertEquals(
                List.of("Review: 2026-10-05 a b"),
                pages.stream()
                        .filter(page -> page.path().equals("recovery/reviews/of-no-page.html"))
                        .map(ContributedPage::title)
                        .toList());
        List<String> ids = matches(html, " id=\"([^\"]*)\"");
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ids.stream().allMatch(id -> id.matches("[a-z0-9][a-z0-9-]{0,140}")), ids.toString());
        assertEquals(
                List.of(),
                matches(html, "href=\"/recovery/drill-records.html#([^\"]*)\"").stream()
                        .filter(id -> !ids.contains(id))
                        .toList());
        assertEquals(
                2,
                matches(
                                all.stream()
                                        .filter(c -> c instanceof Insert insert
                                                && insert.name().equals("runs:store"))
                                        .map(c -> ((Insert) c).html().toString())
                                        .findFirst()
                                        .orElse(""),
                                "(<table>)")
                        .size());
        List<String> paths = pages.stream().map(ContributedPage::path).toList();
        assertEquals(paths.stream().distinct().toList(), paths);
        assertTrue(paths.stream().allMatch(path -> path.matches("[a-z0-9/-]{1,160}\\.html")), paths.toString());
        assertEquals(
                List.of(
                        "runs-a-store-2",
                        "runs-a-store-3",
                        "runs-b-store",
                        "runs-recovery-store-failure-2",
                        "runs",
                        "runs-2"),
                all.stream()
                        .filter(c -> c instanceof PageFact fact && fact.label().equals("Time to recovery"))
                        .map(c -> ((PageFact) c).target().replaceFirst(".*#", ""))
                        .filter(id -> !id.equals("runs-recovery-store-failure"))
                        .toList());
    }

    private static TextSite oddNames() {
        String page = "---\ntitle: Store\ntype: runbook\n---\n";
        String byHand = "_data/drills/2026-10-05-store.yaml";
        TextSite site = GoodRun.site();
        String record = site.files().getOrDefault(byHand, "");
        for (String path :
                List.of("a/store.md", "b/store.md", "a-store.md", "日.md", "本.md", "recovery/Store-Failure.md")) {
            site = site.file(path, page)
                    .file("_data/drills/of-" + path + ".yaml", record + "page: " + path + "\n")
                    .file("_data/drills/again-" + path + ".yaml", record + "page: " + path + "\n");
        }
        for (String name : List.of(
                "runs-a-store",
                "runs-store",
                "index",
                "run-index",
                "readme",
                "CON",
                "..",
                "日",
                "a b",
                "a'<b>\"#?%2f",
                "x",
                "x-steps",
                "x-lessons",
                "x".repeat(250),
                "2026-10-05-store-actions")) {
            site = site.file("_data/drills/" + name + ".yaml", record);
        }
        return site.file(
                "_data/drills/of-no-page.yaml", record.replace("store-failure\nservice", "\"a\\0\\u2028b\"\nservice"));
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theTextToKeepHoldsNoMarkupOfTheRecord() {
        String html = html(GoodRun.with("Two led, one typed.", "Two *led* # <b>one</b> `typed`\\n# Heading"), REVIEW);
        assertTrue(html.contains("Two \\*led\\* \\# \\&lt;b\\&gt;one\\&lt;/b\\&gt; \\`typed\\` \\# Heading"), html);
    }

    @Test
    void noLineOfTheTextToKeepBeginsAList() {
        for (String start : List.of("- ", "+ ", "1. ", "12) ", "=== ")) {
            String escaped = start.replaceFirst("([-+=.)])", "\\\\$1");
            String html = html(GoodRun.with("Two led, one typed.", start + "Two led &amp; typed."), REVIEW);
            assertTrue(html.contains("\n" + escaped + "Two led \\&amp;amp; typed."), start + html);
        }
    }

    private static TextSite longer() {
        return GoodRun.site()
                .file(
                        "_data/drills/2026-10-05-store.yaml",
                        GoodRun.site()
                                .files()
                                .getOrDefault("_data/drills/2026-10-05-store.yaml", "")
                                .replace("38:12", "130:04"));
    }

    private static List<String> runs(TextSite site, String path) {
        return site.facts(path).stream()
                .filter(fact -> fact.matches("(Last run|Time to recovery|Open findings): .*"))
                .toList();
    }

    private static ContributedPage page(TextSite site, String path) {
        return site.contributions().stream()
                .filter(c -> c instanceof ContributedPage page && page.path().equals(path))
                .map(ContributedPage.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String html(TextSite site, String path) {
        return page(site, path).html().toString();
    }
}
