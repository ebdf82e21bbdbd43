package dev.tierzero.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.testkit.TestSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A review is of a text and of a day. */
final class ReviewStampTest {

    private static final String SITE = """
            -- site.yaml --
            title: Reviews
            plugins:
              runbook-check:
                review-stamp: required
            """;

    private static List<String> codes(String page) {
        return TestSite.of(SITE + page).run(new RunbookCheck()).findings().stream()
                .filter(d -> d.code().startsWith("RB05"))
                .map(d -> d.code() + " line " + d.position().line())
                .toList();
    }

    /** The good page with the stamp that the check tells. */
    private static String stamped(String path, String page) {
        String file = "-- content/" + path + " --\n" + page;
        String hint = TestSite.of(SITE + file).run(new RunbookCheck()).findings().stream()
                .filter(d -> d.code().equals("RB051"))
                .map(d -> d.hint())
                .findFirst()
                .orElseThrow();
        String line = hint.substring(hint.indexOf("review-digest: "));
        return file.replace("reviewed: 2026-11-18\n", "reviewed: 2026-11-18\n" + line + "\n");
    }

    private static final String STAMPED = stamped("a.md", GoodPlaybook.MARKDOWN);

    @Test
    void aPageWithoutAStampIsToldTheLineToAdd() {
        assertEquals(List.of("RB051 line 5"), codes("-- content/a.md --\n" + GoodPlaybook.MARKDOWN));
    }

    @Test
    void aStampedPageIsReviewed() {
        assertEquals(List.of(), codes(STAMPED));
        assertEquals(List.of(), codes(stamped("b.adoc", GoodPlaybook.ASCIIDOC)));
    }

    @Test
    void theStampIsTheSameInBothMarkups() {
        assertEquals(
                STAMPED.lines().filter(l -> l.startsWith("review-digest")).toList(),
                stamped("b.adoc", GoodPlaybook.ASCIIDOC)
                        .lines()
                        .filter(l -> l.startsWith("review-digest"))
                        .toList());
    }

    @Test
    void lineBreaksCaseAndMarkupAreNoChange() {
        String same =
                STAMPED.replace("Every page is slow; nothing is lost.", "Every page\nis **slow**, Nothing is `lost`.");
        assertEquals(List.of(), codes(same));
    }

    @Test
    void oneLetterOfALongWordIsNoChange() {
        assertEquals(List.of(), codes(STAMPED.replace("nothing is lost", "nothnig is lost")));
        assertEquals(List.of(), codes(STAMPED.replace("Pages take longer", "Pages take longerr")));
        assertEquals(List.of(), codes(STAMPED.replace("Tell the duty officer", "Tell the duty oficer")));
    }

    @Test
    void oneLetterOfAShortWordIsAChange() {
        assertEquals(List.of("RB050 line 18"), codes(STAMPED.replace("Every page is slow", "Every page is slot")));
    }

    @Test
    void aLetterOfACommandIsAChange() {
        assertEquals(List.of("RB050 line 45"), codes(STAMPED.replace("-n 20 -g", "-n 21 -g")));
        assertEquals(
                List.of("RB050 line 45"), codes(STAMPED.replace("systemctl start redis", "systemctl stort redis")));
    }

    @Test
    void aWordTakenOutIsAChangeAtItsSection() {
        assertEquals(List.of("RB050 line 18"), codes(STAMPED.replace("nothing is lost", "something is lost")));
        assertEquals(List.of("RB050 line 13"), codes(STAMPED.replace("longer than three", "longer than")));
    }

    @Test
    void anotherTargetOfALinkIsAChange() {
        assertEquals(
                List.of("RB050 line 45"),
                codes(STAMPED.replace("[Restart](#restart), step 1", "[Restart](#free-space), step 1")));
    }

    @Test
    void aSectionTakenOutIsAChange() {
        assertEquals(
                List.of("RB050 line 6"),
                codes(STAMPED.replace("## Impact assessment\n\nEvery page is slow; nothing is lost.\n\n", "")));
    }

    @Test
    void aNewDateAloneIsNoReview() {
        assertEquals(List.of("RB052 line 5"), codes(STAMPED.replace("reviewed: 2026-11-18", "reviewed: 2026-12-01")));
    }

    @Test
    void aNewDateOnANewTextIsToldBoth() {
        String changed = STAMPED.replace("reviewed: 2026-11-18", "reviewed: 2026-12-01")
                .replace("nothing is lost", "something is lost");
        assertEquals(
                List.of(
                        "content/a.md:5:1: warning RB052: the review stamp is not of 2026-12-01, and the text has changed"
                                + " since: \"Impact assessment\""),
                TestSite.of(SITE + changed).run(new RunbookCheck()).lines());
    }

    @Test
    void aStampWithoutADayAndATextThatIsNoneAreToldApart() {
        assertEquals(List.of("RB053 line 5"), codes(STAMPED.replace("reviewed: 2026-11-18\n", "")));
        assertEquals(List.of("RB053 line 6"), codes(STAMPED.replace("review-digest: ", "review-digest: x")));
    }

    @Test
    void stampsAreOnlyAskedForWhereTheSettingsSaySo() {
        String site = SITE.replace("review-stamp: required", "review-stamp: [runbook]");
        assertEquals(
                List.of(),
                TestSite.of(site + "-- content/a.md --\n" + GoodPlaybook.MARKDOWN)
                        .run(new RunbookCheck())
                        .lines());
    }
}
