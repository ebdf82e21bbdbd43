package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search tests of a site, in its builds and checks: the real index and the real engine. */
final class SearchChecksTest {

    private static final String SITE = """
            -- content/index.md --
            # Home

            All of it.
            -- content/vault.md --
            # The secret store is sealed

            Type the three keys.
            -- content/keys.md --
            # Who has keys

            People with a safe: three of them have a key.
            -- content/_data/search-tests.yaml --
            - query: vault locked
              page: vault.md
              top: 1
              why: on-call says vault
            - query: who has keys
              page: keys.md
            """;

    private static final String SYNONYMS = """
            - [vault, secret store]
            - [locked, sealed]
            """;

    private static final String HINT =
            " / say it with these words in the page's title, headings or text, or make them synonyms in"
                    + " content/_data/synonyms.yaml; when another page answers it better, change the test";

    @TempDir
    Path folder;

    private TestSite site() {
        return TestSite.in(folder, SITE).write("content/_data/synonyms.yaml", SYNONYMS);
    }

    @Test
    void aSynonymThatATestNeedsCannotBeTakenAway() {
        TestSite site = site();
        assertEquals(List.of(), TestSite.whole(site.check().diagnostics()));
        assertEquals(Outcome.State.PUBLISHED, site.build().state());
        site.delete("content/_data/synonyms.yaml");
        List<String> red = List.of(
                "content/_data/search-tests.yaml:1:10: error SE001: \"vault locked\" no longer finds vault.md, which was at"
                        + " rank 1; it finds nothing (tested because: on-call says vault)" + HINT);
        assertEquals(red, TestSite.whole(site.check().diagnostics()));
        Outcome refused = site.build();
        assertEquals(Outcome.State.REFUSED, refused.state());
        assertEquals(red, TestSite.whole(refused.diagnostics()));
        site.write("content/_data/synonyms.yaml", SYNONYMS);
        assertEquals(List.of(), TestSite.whole(site.build().diagnostics()));
    }

    @Test
    void whatIsWrongWithTheRegistersIsFoundToo() {
        TestSite site = site().write("content/_data/synonyms.yaml", "- [vault, vaults, Vault]\n- [locked, sealed]\n")
                .write("content/_data/search-tests.yaml", "- query: keys\n  page: key.md\n");
        assertEquals(
                List.of(
                        "content/_data/search-tests.yaml:2:9: error SE002: there is no page key.md that search can find"
                                + " / did you mean keys.md?",
                        "content/_data/synonyms.yaml:1:19: error SE005: \"Vault\" stands in its group twice / delete"
                                + " one of the two; capitals and accents make no difference"),
                TestSite.whole(site.check().diagnostics()));
    }

    @Test
    void aPageThatSaysThatItIsNotFoundCannotBeTested() {
        TestSite site = site().write("content/keys.md", "---\nsearch: false\n---\n# Who has keys\n");
        assertEquals(
                List.of("content/_data/search-tests.yaml:6:9 SE002"),
                TestSite.brief(site.check().diagnostics()).stream()
                        .filter(found -> found.contains("SE"))
                        .toList());
    }

    @Test
    void aSearchEngineOfTheSitesOwnIsTakenAndItsFaultsHaveAPlace() {
        TestSite site = site().write(
                        "templates/assets/search-engine.js", "/* ours */\nconst TierZeroSearch = { open: () => x };\n");
        assertEquals(
                List.of(
                        "templates/assets/search-engine.js:2: error SE006: the search engine cannot be used: open fails:"
                                + " ReferenceError: \"x\" is not defined. / mend it, or delete"
                                + " templates/assets/search-engine.js: then the theme's own search engine is used"),
                TestSite.whole(site.check().diagnostics()));
    }

    @Test
    void aMessageThatLeadsNowhereIsNamed() {
        TestSite site = site().write("content/vault.md", """
                ---
                type: page
                messages:
                  - "vault <name>: seal is broken"
                  - text: "core: vault is sealed"
                    anchor: unsealing
                  - text: "core: no quorum left"
                    anchor: unseal
                ---
                # The secret store is sealed

                ## Unseal

                Type the three keys.
                """);
        assertEquals(
                List.of(
                        "content/vault.md:3:1: error SE007: the log message \"core: vault is sealed\" leads to #unsealing,"
                                + " which this page does not have / did you mean unseal?"),
                TestSite.whole(site.check().diagnostics()));
    }

    @Test
    void unchangedTestsOfAnUnchangedIndexAreNotRunAgain() throws Exception {
        TestSite site = site();
        site.check();
        Path kept = folder.resolve(".tier0/cache/search-tests");
        Files.setLastModifiedTime(kept, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        site.write("content/_data/other.yaml", "a: b\n").check();
        assertEquals(1_000_000_000_000L, Files.getLastModifiedTime(kept).toMillis(), "nothing was written");
        site.write("content/index.md", "# Home\n\nMore of it.\n").check();
        assertTrue(Files.getLastModifiedTime(kept).toMillis() > 1_000_000_000_000L, "the index is another");
        Files.write(kept, new byte[] {1, 2, 3});
        site.write("content/_data/other.yaml", "a: c\n");
        assertEquals(List.of(), TestSite.whole(site.check().diagnostics()), "a damaged file is as good as none");
    }

    @Test
    void withoutTestsNoIndexIsMadeByACheck() throws Exception {
        TestSite site = site().delete("content/_data/search-tests.yaml");
        site.check();
        try (Stream<Path> cache = Files.list(folder.resolve(".tier0/cache"))) {
            assertEquals(
                    List.of(),
                    cache.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("search"))
                            .toList());
        }
    }
}
