package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.search.Message;
import dev.tierzero.search.SearchPage;
import dev.tierzero.search.SearchSection;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a page search sees. */
class SearchPagesTest {

    private static final String SECTIONS = """
            Lead with `aibox doctor` and **bold**.

            ## Find it

            | Sign | Cause |
            |---|---|
            | red | broken |

            - first
              - nested

            ```console
            $ aibox start --cold
            started
            ```

            ### On Windows

            > [!WARNING]
            > Mind the gap.

            ## Fix it

            Turn it off.[^1]

            [^1]: And on again.
            """;

    @TempDir
    private Path folder;

    @Test
    void aPageIsItsLeadAndItsSectionsWithTablesCodeNotesAndFootnotes() throws Exception {
        SearchPage page = page(pages("-- content/a.md --\n# Title\n\n" + SECTIONS), "a.html");
        assertEquals("Title", page.title());
        assertEquals(
                List.of(
                        new SearchSection(1, "", "", "Lead with aibox doctor and bold."),
                        new SearchSection(
                                2,
                                "find-it",
                                "Find it",
                                "Sign Cause red broken first nested $ aibox start --cold started"),
                        new SearchSection(3, "on-windows", "On Windows", "Warning Mind the gap."),
                        new SearchSection(2, "fix-it", "Fix it", "Turn it off. And on again.")),
                page.sections().stream().map(SearchPagesTest::spaced).toList());
    }

    @Test
    void theSamePageInAsciiDocGivesTheSameSections() throws Exception {
        Map<String, SearchPage> pages = pages("""
                -- content/a.md --
                # Title

                Lead.

                ## Find it

                - first

                > [!WARNING]
                > Mind the gap.

                ```bash
                ls -l
                ```
                -- content/b.adoc --
                = Title

                Lead.

                == Find it

                * first

                WARNING: Mind the gap.

                [source,bash]
                ----
                ls -l
                ----
                """);
        assertEquals(sections(page(pages, "a.html")), sections(page(pages, "b.html")));
    }

    @Test
    void whatAPageSaysAboutItselfBecomesKeysFacetsAndMessages() throws Exception {
        SearchPage page = page(pages("""
                        -- content/a.md --
                        ---
                        type: runbook
                        title: Vault is down
                        description: What to do.
                        owner: platform-team
                        service: vault
                        severity: sev1
                        alerts: [VaultSealed, VaultDown]
                        tags: [secrets, vault]
                        ---

                        Text.
                        """), "a.html");
        assertEquals("runbook", page.type());
        assertEquals("What to do.", page.description());
        assertEquals(List.of("VaultSealed", "VaultDown"), page.keys());
        assertEquals(
                Map.of(
                        "owner", List.of("platform-team"),
                        "service", List.of("vault"),
                        "severity", List.of("sev1"),
                        "tags", List.of("secrets", "vault")),
                page.facets());
        assertEquals(List.<Message>of(), page.messages());
    }

    @Test
    void aPageThatSaysSoIsNotFoundNorAreListings() throws Exception {
        Map<String, SearchPage> pages = pages("""
                -- content/a.md --
                ---
                search: false
                tags: [x]
                ---
                # Hidden
                -- content/b.md --
                # Found
                """);
        assertEquals(List.of("b.html"), List.copyOf(pages.keySet()));
    }

    private Map<String, SearchPage> pages(String files) throws IOException, SettingsException {
        TestSite site = TestSite.in(folder, files);
        Stage stage = Stage.of(Inputs.read(site.request()), Optional.empty(), Progress.NONE);
        return SearchPages.of(stage.rendering().site().pages()).stream()
                .collect(Collectors.toMap(SearchPage::href, Function.identity()));
    }

    private static SearchPage page(Map<String, SearchPage> pages, String href) {
        return Optional.ofNullable(pages.get(href)).orElseThrow();
    }

    private static List<String> sections(SearchPage page) {
        return page.sections().stream().map(s -> spaced(s).toString()).toList();
    }

    private static SearchSection spaced(SearchSection section) {
        return new SearchSection(
                section.level(),
                section.anchor(),
                section.heading(),
                section.text().strip().replaceAll("\\s+", " "));
    }
}
