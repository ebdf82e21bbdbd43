package dev.tierzero.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Suppression;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which comments silence what, in which lines. */
final class SuppressionTextTest {

    private static final String OK = "until 2027-03-31: moves in March";

    private static String markdown(String text) {
        return said(SuppressionText.ofPage("content/a.md", Markup.MARKDOWN, text, 1, line -> false));
    }

    private static String asciidoc(String text) {
        return said(SuppressionText.ofPage("content/a.adoc", Markup.ASCIIDOC, text, 1, line -> false));
    }

    private static String data(String text) {
        return said(SuppressionText.ofData("content/_data/a.yaml", text));
    }

    /** One a line: place, codes, first and last line covered; then the findings. */
    private static String said(SuppressionText text) {
        return text.suppressions().stream().map(SuppressionTextTest::line).collect(Collectors.joining())
                + text.diagnostics().stream().map(SuppressionTextTest::line).collect(Collectors.joining());
    }

    private static String line(Suppression s) {
        return s.position().line() + ":" + s.position().column() + " " + String.join(",", s.codes()) + " "
                + s.lines().first() + "-" + s.lines().last() + "\n";
    }

    private static String line(Diagnostic d) {
        return d.position().line() + ":" + d.position().column() + " "
                + d.severity().word() + " " + d.code() + ": " + d.message() + " / " + d.hint() + "\n";
    }

    @Test
    void aCommentCoversTheBlockBelowIt() {
        assertEquals("3:1 RB012,RB013 4-5\n", markdown("""
                Before.

                <!-- tier0: ignore RB012, RB013 until 2027-03-31: moves in March -->
                One line
                and another.

                Not this.
                """));
        assertEquals("3:1 RB012,RB013 5-6\n", asciidoc("""
                Before.

                // tier0: ignore RB012, RB013 until 2027-03-31: moves in March

                One line
                and another.

                Not this.
                """));
    }

    @Test
    void emptyLinesWithinCodeEndNoBlock() {
        assertEquals(
                "1:1 RB012 2-6\n", markdown("<!-- tier0: ignore RB012 " + OK + " -->\n```bash\na\n\nb\n```\n\nx\n"));
        assertEquals(
                "1:1 RB012 2-7\n",
                asciidoc("// tier0: ignore RB012 " + OK + "\n[source,bash]\n----\na\n\nb\n----\n\nx\n"));
    }

    @Test
    void aboveAHeadingItCoversTheHeadingsLineOnly() {
        String comment = "<!-- tier0: ignore RB012 " + OK + " -->\n";
        assertEquals("1:1 RB012 2-2\n", markdown(comment + "## Verification\nText\n"));
        assertEquals("1:1 RB012 2-2\n", markdown(comment + "Verification\n------------\nText\n"));
        String line = "// tier0: ignore RB012 " + OK + "\n";
        assertEquals("1:1 RB012 2-2\n", asciidoc(line + "== Verification\nText\n"));
        assertEquals("1:1 RB012 2-3\n", asciidoc(line + "[#verify]\n== Verification\nText\n"));
    }

    @Test
    void commentsOneBelowTheOtherCoverTheSameBlock() {
        assertEquals(
                "1:1 RB012 3-3\n2:1 RB013 3-3\n",
                markdown("<!-- tier0: ignore RB012 " + OK + " -->\n<!-- tier0: ignore RB013 " + OK + " -->\nText\n"));
    }

    @Test
    void aCommentMayHaveLinesAndStandInAQuoteOrAnItem() {
        assertEquals(
                "1:1 RB012 3-3\n",
                markdown("<!-- tier0: ignore RB012 until 2027-03-31:\n     moves in March -->\nText\n"));
        assertEquals("2:3 RB012 3-3\n", markdown("> a\n> <!-- tier0: ignore RB012 " + OK + " -->\n> b\n\nc\n"));
        assertEquals("3:4 RB012 4-4\n", markdown("1. a\n\n   <!-- tier0: ignore RB012 " + OK + " -->\n   b\n\nc\n"));
    }

    @Test
    void aPageMayShowTheSyntaxInCode() {
        String comment = "<!-- tier0: ignore RB012 " + OK + " -->";
        assertEquals("", markdown("```markdown\n" + comment + "\n```\n"));
        assertEquals("", markdown("1. a\n\n   ~~~~\n   ~~~\n   " + comment + "\n   ~~~~\n"));
        assertEquals("", markdown("Write `" + comment + "` above it.\n"));
        assertEquals("", asciidoc("----\n// tier0: ignore RB012 " + OK + "\n----\n"));
        assertEquals("", asciidoc("....\n// tier0: ignore RB012 " + OK + "\n....\n"));
        assertEquals("", asciidoc("////\n// tier0: ignore RB012 " + OK + "\n////\n"));
        assertEquals(
                "",
                said(SuppressionText.ofPage(
                        "content/a.md", Markup.MARKDOWN, "Text\n\n    " + comment + "\n", 1, comment::equals)));
    }

    @Test
    void aCommentOfTheOtherMarkupIsText() {
        assertEquals("", markdown("// tier0: ignore RB012 " + OK + "\ntext\n"));
        assertEquals("", asciidoc("<!-- tier0: ignore RB012 " + OK + " -->\ntext\n"));
    }

    @Test
    void inRegistersItCoversTheEntryBelow() {
        assertEquals("3:1 CV012 4-6\n5:3 CV013 6-6\n", data("""
                - id: a

                # tier0: ignore CV012 until 2027-03-31: moves in March
                - id: b
                  # tier0: ignore CV013 until 2027-03-31: moves in March
                  runbook: c
                - id: d
                """));
    }

    @Test
    void atTheEndItCoversNothing() {
        assertEquals("1:1 RB012 3-2\n", markdown("<!-- tier0: ignore RB012 " + OK + " -->\n"));
        assertEquals("1:1 RB012 3-1\n", data("# tier0: ignore RB012 " + OK + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ignore RB012: moves in March | IG003: the suppression has no last day
            ignore RB012 until soon: moves in March | IG003: "soon" is no day
            ignore RB012 until 2027-02-30: moves in March | IG003: "2027-02-30" is no day
            ignore RB012 until 2027-03-31 | IG004: the suppression gives no reason
            ignore RB012 until 2027-03-31: | IG004: the suppression gives no reason
            ignore RB012 until 2027-03-31: TODO | IG004: the suppression gives no reason in words: "TODO"
            ignore RB012 until 2027-03-31 because it moves | IG004: the suppression gives no reason
            ignore until 2027-03-31: moves in March | IG002: the suppression names no code
            ignore RB* until 2027-03-31: moves in March | IG002: "RB*" would silence more than one code
            ignore RB until 2027-03-31: moves in March | IG002: "RB" would silence more than one code
            ignore all until 2027-03-31: moves in March | IG002: "all" would silence more than one code
            ignore lk001 until 2027-03-31: moves in March | IG005: there is no finding with the code "lk001"
            ignore LK999 until 2027-03-31: moves in March | IG005: there is no finding with the code "LK999"
            ignore SR001 until 2027-03-31: moves in March | IG006: SR001 cannot be silenced
            ignore FM001 until 2027-03-31: moves in March | IG006: FM001 cannot be silenced
            ignore BL002 until 2027-03-31: moves in March | IG006: BL002 cannot be silenced
            disable RB012 until 2027-03-31: moves in March | IG001: after tier0: only the word ignore is understood
            """)
    void whatIsMissingIsAnErrorAndNothingIsSilenced(String clause, String finding) {
        for (SuppressionText text : List.of(
                SuppressionText.ofPage(
                        "content/a.md", Markup.MARKDOWN, "<!-- tier0: " + clause + " -->\ntext\n", 1, line -> false),
                SuppressionText.ofPage(
                        "content/a.adoc", Markup.ASCIIDOC, "// tier0: " + clause + "\ntext\n", 1, line -> false),
                SuppressionText.ofData("content/_data/a.yaml", "# tier0: " + clause + "\n- id: a\n"))) {
            assertEquals(List.of(), text.suppressions());
            assertEquals(
                    List.of(finding),
                    text.diagnostics().stream()
                            .map(d -> d.code() + ": " + d.message())
                            .toList());
        }
    }

    @Test
    void aMistypedCodeIsCorrectedAndTheOthersCount() {
        assertEquals(
                "2:1 LK001 3-3\n2:1 error IG005: there is no finding with the code \"HD0002\" / did you mean HD002?\n",
                markdown("\n<!-- tier0: ignore LK001, HD0002 " + OK + " -->\ntext\n"));
    }

    @Test
    void linesAreCountedFromTheTopOfTheFile() {
        assertEquals(
                "10:1 RB012 11-11\n",
                said(SuppressionText.ofPage(
                        "content/a.md",
                        Markup.MARKDOWN,
                        "<!-- tier0: ignore RB012 " + OK + " -->\ntext\n",
                        10,
                        line -> false)));
    }
}
