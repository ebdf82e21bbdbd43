package dev.tierzero.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a page is due for review. */
final class ReviewsTest {

    private static List<String> findings(String day, String... metadata) {
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        for (int i = 0; i < metadata.length; i += 2) {
            values.put(
                    metadata[i], new Metadata.Value(metadata[i + 1], new SourcePosition("content/a.md", 2 + i / 2, 1)));
        }
        ParsedDocument page = new ParsedDocument(
                "a.md",
                "content/a.md",
                Markup.MARKDOWN,
                "page",
                "A",
                new Metadata(values),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
        return Reviews.findings(List.of(page), LocalDate.parse(day)).stream()
                .map(ReviewsTest::line)
                .toList();
    }

    private static String line(Diagnostic d) {
        return d.position() + " " + d.severity().word() + " " + d.code() + ": " + d.message() + " / " + d.hint();
    }

    @ParameterizedTest
    @CsvSource({
        "90 days, 2026-10-01, 2026-12-30",
        "1 day, 2026-02-28, 2026-03-01",
        "2 weeks, 2026-10-01, 2026-10-15",
        "1 month, 2026-01-31, 2026-02-28",
        "1 year, 2024-02-29, 2025-02-28"
    })
    void aPageIsDueTheDayAfterItsReviewEnds(String period, String reviewed, String last) {
        assertEquals(List.of(), findings(last, "reviewed", reviewed, "review-every", period));
        assertEquals(
                List.of("content/a.md:2:1 warning AU001: the review of this page was due on " + last
                        + " / let its owner read it, mend it, and write the day after reviewed:"),
                findings(LocalDate.parse(last).plusDays(1).toString(), "reviewed", reviewed, "review-every", period));
    }

    @Test
    void theOwnerIsNamed() {
        assertEquals(
                List.of("content/a.md:3:1 warning AU001: the review of this page was due on 2026-10-02"
                        + " / let platform-team read it, mend it, and write the day after reviewed:"),
                findings("2026-12-01", "owner", "platform-team", "reviewed", "2026-10-01", "review-every", "1 day"));
    }

    @Test
    void aReviewToComeIsNone() {
        assertEquals(
                List.of(
                        "content/a.md:2:1 warning AU002: the page was reviewed on 2026-12-02, a day that is still to come"
                                + " / write the day on which its owner last confirmed it"),
                findings("2026-12-01", "reviewed", "2026-12-02", "review-every", "1 year"));
        assertEquals(List.of(), findings("2026-12-02", "reviewed", "2026-12-02"));
    }

    @Test
    void aPageThatDoesNotSayIsNeverDue() {
        assertEquals(List.of(), findings("2036-12-01", "reviewed", "2026-12-02"));
        assertEquals(List.of(), findings("2036-12-01", "review-every", "1 day"));
        assertEquals(List.of(), findings("2036-12-01", "reviewed", "soon", "review-every", "often"));
    }
}
