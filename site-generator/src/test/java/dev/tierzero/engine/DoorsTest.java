package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Site;
import dev.tierzero.site.SitePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoorsTest {

    @Test
    void aPortalOfPlainPagesHasNoDoors() {
        assertEquals(List.of(), doors("index.md page", "a/x.md page"));
    }

    @Test
    void eachReaderIsLedToTheSectionThatHasMostForThem() {
        assertEquals(
                List.of(
                        "fix help/index.html",
                        "run ops/index.html",
                        "read book/index.html",
                        "write contribute/index.html"),
                doors(
                        "help/a.md faq",
                        "help/deep/b.md faq",
                        "other/c.md faq",
                        "ops/a.md runbook",
                        "recovery/a.md dr-playbook",
                        "book/a.md handbook",
                        "contribute/x.md page"));
    }

    @Test
    void playbooksServeWhereThereIsNoRunbookAndOfEqualSectionsTheFirstByName() {
        assertEquals(
                List.of("fix a/index.html", "run recovery/index.html"),
                doors("b/x.md faq", "a/x.md faq", "recovery/a.md dr-playbook"));
    }

    private static List<String> doors(String... pages) {
        Site site = new SitePlan("Portal", Map.of(), Map.of(), Map.of())
                .site(Stream.of(pages)
                        .map(page -> page.split(" "))
                        .map(page -> document(page[0], page[1]))
                        .toList());
        return Doors.of(site).stream()
                .map(door -> door.key() + " " + door.href())
                .toList();
    }

    private static ParsedDocument document(String path, String type) {
        return new ParsedDocument(
                path,
                "content/" + path,
                Markup.MARKDOWN,
                type,
                path,
                Metadata.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
    }
}
