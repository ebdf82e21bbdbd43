package dev.tierzero.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.model.JsonText;
import dev.tierzero.query.Answer;
import dev.tierzero.query.Answer.Run;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code tier0 search}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchCommandTest {

    private static final String SITE = """
            -- content/index.md --
            # Home

            All of it.
            -- content/ops/vault.md --
            ---
            type: page
            owner: platform-team
            ---
            # Vault is sealed

            Every secret is refused while the vault is sealed.

            ## Repair

            Look first.

            ### Unseal

            Type the three unseal keys, from three people.
            -- content/ops/pods.md --
            # Pods wait

            The flag `--log-entry` says why. See also the vault.
            """;

    private TestSite site = new TestSite(Path.of(""));
    private String at = "";

    private record Said(int code, String out, String err) {}

    @BeforeAll
    void build(@TempDir Path folder) {
        site = TestSite.in(folder, SITE);
        site.build();
        at = folder.toString();
    }

    private static Said tier0(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int code = Main.run(outWriter, errWriter, arguments);
        outWriter.flush();
        errWriter.flush();
        return new Said(code, out.toString(), err.toString());
    }

    private Said search(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "search";
        all[1] = "--site";
        all[2] = at;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return tier0(all);
    }

    @Test
    void hitsAreGroupedByPageWithTheirSections() {
        Said said = search("refused", "flag");
        String output = Path.of(at).resolve("output").toUri().toString();
        assertEquals("", said.err());
        assertEquals(0, said.code());
        assertEquals("""
                No page has all of these words; these have some.

                1. Pods wait
                   ops/pods.html · page
                     The flag --log-entry says why. See also the vault.
                     %1$sops/pods.html

                2. Vault is sealed
                   ops/vault.html · page · platform-team
                     Every secret is refused while the vault is sealed.
                     %1$sops/vault.html

                2 pages.
                """.formatted(output), said.out());
    }

    @Test
    void aFlagIsLookedForAndNoOption() {
        for (Said said : List.of(search("--log-entry"), search("--", "--log-entry"))) {
            assertEquals(0, said.code(), said.err());
            assertTrue(said.out().startsWith("1. Pods wait\n"), said.out());
        }
    }

    @Test
    void theLimitLeavesTheRestOut() {
        Said said = search("vault", "--limit", "1");
        assertTrue(said.out().endsWith("\n1 of 2 pages; --limit shows more.\n"), said.out());
        assertEquals(
                "tier0: --limit takes a number from 1 to 200\n",
                search("a", "--limit", "0").err());
        assertEquals(2, search("a", "--limit", "201").code());
    }

    @Test
    void whatIsCorrectedIsSaid() {
        Said said = search("vualt");
        assertTrue(
                said.out().startsWith("These are for \"vault\"; --exact looks for \"vualt\" as written.\n\n1. "),
                said.out());
        Said exact = search("vualt", "--exact");
        assertEquals("Nothing found for \"vualt\".\n", exact.out());
        assertEquals(1, exact.code());
    }

    @Test
    void filtersAreSaidWhenTheyLeaveNothing() {
        assertTrue(search("vault", "--owner", "platform-team").out().endsWith("\n1 page.\n"));
        Said said = search("vault", "--type", "runbook");
        assertEquals("Nothing found for \"vault\".\nWithout the filters: 2 pages.\n", said.out());
        assertEquals(1, said.code());
        assertEquals(
                "Nothing found for \"xyzzy\".\n",
                search("xyzzy", "--type", "page", "--exact").out());
    }

    @Test
    void programsGetJson() {
        Said said = search("--json", "unseal");
        String url = "file://" + Path.of(at).toUri().getPath() + "output/ops/vault.html";
        assertEquals(0, said.code());
        assertEquals(
                """
                {
                  "query": "unseal",
                  "corrected": "",
                  "words": ["unseal"],
                  "total": 1,
                  "partial": false,
                  "any": false,
                  "hits": [
                    {"rank": 1, "title": "Vault is sealed", "href": "ops/vault.html", "url": %1$s, "type": "page", "facets":\
                 {"owner": ["platform-team"]}, "message": false, "score": N, "sections": [{"path": ["Repair", "Unseal"],\
                 "href": "ops/vault.html#unseal", "url": %2$s, "text": "Type the three unseal keys, from three people.",\
                 "runs": [["Type the three ", 0], ["unseal", 1], [" keys, from three people.", 0]]}]}
                  ]
                }
                """.formatted(JsonText.quoted(url), JsonText.quoted(url + "#unseal")),
                said.out().replaceAll("\"score\": [0-9.]+", "\"score\": N"));
        Said none = search("--json", "xyzzy", "--exact");
        assertEquals(1, none.code());
        assertEquals("""
                {
                  "query": "xyzzy",
                  "corrected": "",
                  "words": [],
                  "total": 0,
                  "partial": false,
                  "any": N,
                  "hits": []
                }
                """, none.out().replaceAll("\"any\": (true|false)", "\"any\": N"));
    }

    @Test
    void withoutAQueryItSaysHow() {
        for (Said said : List.of(search(), search(" "))) {
            assertEquals("tier0: say what to look for: ./tier0 search vault is sealed\n", said.err());
            assertEquals(2, said.code());
        }
    }

    @Test
    void aLogLineComesFromTheInput() throws Exception {
        byte[] line = "  2026-11-20 ERROR café\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("2026-11-20 ERROR café", QueryInput.of(List.of("-"), new ByteArrayInputStream(line)));
        assertEquals("- a", QueryInput.of(List.of("-", "a"), new ByteArrayInputStream(line)));
        byte[] much = "x ".repeat(500_000).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                9_999,
                QueryInput.of(List.of("-"), new ByteArrayInputStream(much)).length());
    }

    @Test
    void nothingThatIsAskedIsADefect() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            StringBuilder query = new StringBuilder("vault");
            for (int j = random.nextInt(40); j > 0; j--) {
                query.append((char) random.nextInt(0x10000));
            }
            Said said = search("--", query.toString());
            assertTrue(said.code() == 0 || said.code() == 1, () -> query + ": " + said.err());
        }
    }

    @Test
    void aSiteThatIsNotPublishedIsSearchedAsItIs(@TempDir Path folder) {
        TestSite.in(folder, SITE);
        Said said = tier0("search", "--site", folder.toString(), "keys", "people");
        assertEquals(
                "tier0: nothing is published yet, so this is from the content as it is; ./tier0 build makes it fast\n",
                said.err());
        assertEquals("""
                1. Vault is sealed
                   ops/vault.html · page · platform-team
                   > Repair > Unseal
                     Type the three unseal keys, from three people.
                     ops/vault.html#unseal

                1 page.
                """, said.out());
        assertFalse(Files.exists(folder.resolve("output")), "nothing is published by a search");
        Said json = tier0("search", "--site", folder.toString(), "--fresh", "--json", "keys");
        assertEquals("", json.err());
        assertFalse(json.out().contains("\"url\""), json.out());
    }

    @Test
    void aFolderThatIsNoSiteIsSaidToBeNone(@TempDir Path folder) {
        Said said = tier0("search", "--site", folder.toString(), "vault");
        assertEquals(2, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
    }

    @Test
    void whatHasChangedSinceTheBuildIsSaid(@TempDir Path folder) throws Exception {
        TestSite changed = TestSite.in(folder, SITE);
        changed.build();
        FileTime later = FileTime.fromMillis(4_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("content/index.md"), later);
        String[] query = {"search", "--site", folder.toString(), "quorum", "--exact"};
        assertEquals(new Said(1, "Nothing found for \"quorum\".\n", ""), tier0(query), "touched is not changed");
        changed.write("content/index.md", "# Home\n\nNo quorum.\n");
        assertEquals(
                new Said(
                        1,
                        "Nothing found for \"quorum\".\n",
                        "tier0: the site has changed since it was built; --fresh searches it as it is, ./tier0 build"
                                + " publishes it\n"),
                tier0(query));
        Said fresh = tier0("search", "--site", folder.toString(), "quorum", "--fresh");
        assertEquals("", fresh.err());
        assertTrue(fresh.out().startsWith("1. Home\n"), fresh.out());
    }

    @Test
    void aDamagedIndexOrEngineIsToldInOneLine(@TempDir Path folder) throws Exception {
        TestSite.in(folder, SITE).build();
        String[] query = {"search", "--site", folder.toString(), "vault"};
        Path search = folder.resolve("output/_search");
        Path gen;
        try (var files = Files.list(search)) {
            gen = files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Files.write(gen.resolve("w0.bin"), new byte[] {7});
        Said partial = tier0(query);
        assertEquals(
                "tier0: a part of the index is missing or damaged, so pages may be missing here; ./tier0 build mends it\n",
                partial.err());
        Files.write(search.resolve("root.bin"), new byte[] {7});
        assertEquals(
                new Said(2, "", "tier0: _search/root.bin is damaged; ./tier0 build makes it anew\n"), tier0(query));
        Files.delete(search.resolve("root.bin"));
        assertEquals(
                new Said(2, "", "tier0: _search/root.bin is missing; ./tier0 build makes it anew\n"), tier0(query));
        TestSite.in(folder, "-- templates/assets/search-engine.js --\nconst TierZeroSearch = ;\n");
        assertEquals(
                "tier0: templates/assets/search-engine.js:1:24: the search engine cannot be used: reading it fails: syntax"
                        + " error; mend it, or delete templates/assets/search-engine.js: then the theme's own search"
                        + " engine is used\n",
                tier0(query).err().replaceFirst("^tier0: the site has changed.*\n", ""));
    }

    private static Answer answer(boolean any, Answer.Hit... hits) {
        return new Answer("q", List.of(), hits.length, false, "", any, List.of(hits), new TreeMap<>());
    }

    private static Answer.Hit hit(String title, List<Run> snippet) {
        return new Answer.Hit(
                0,
                1,
                1,
                List.of(new Run(title, true)),
                title,
                "a b.html",
                "runbook",
                new TreeMap<>(Map.of("severity", List.of("sev1"), "service", List.of("vault", "harbor"))),
                true,
                List.of(new Answer.Section(List.of("A", "B"), "a b.html#é", snippet)));
    }

    @Test
    void matchesAreBoldWhereTheTerminalAllowsAndLinesAreBroken() {
        List<Run> snippet = List.of(
                new Run("The quick ", false),
                new Run("brown fox jumps over the lazy", true),
                new Run(" dog and sleeps.", false));
        String text = new AnswerText(Optional.of(Path.of("/srv/site")), true, 40).of(answer(true, hit("Fox", snippet)));
        assertEquals("""
                No page has all of these words; these have some.

                1. <Fox>
                   a b.html · runbook · sev1 · vault · harbor · explains this message
                   > A > B
                     The quick <brown fox jumps over the>
                     <lazy> dog and sleeps.
                     file:///srv/site/a%20b.html#%C3%A9

                1 page.
                """, text.replace("\u001b[1m", "<").replace("\u001b[0m", ">"));
    }

    @Test
    void whatIsInAPageCannotSteerTheTerminal() {
        String evil = "\u001b[31mred\u202e\n\rnext";
        Answer answer = answer(false, hit(evil, List.of(new Run(evil, true))));
        String text = new AnswerText(Optional.empty(), false, 100).of(answer);
        assertEquals("""
                1. U+001B[31mredU+202E  next
                   a b.html · runbook · sev1 · vault · harbor · explains this message
                   > A > B
                     U+001B[31mredU+202E  next
                     a b.html#é

                1 page.
                """, text);
    }

    @Test
    void aWordLongerThanALineHasALineOfItsOwn() {
        String longest = "x".repeat(60);
        Answer answer = answer(false, hit("T", List.of(new Run("a " + longest + " b " + longest, false))));
        String text = new AnswerText(Optional.empty(), false, 40).of(answer);
        assertTrue(text.contains("     a\n     " + longest + "\n     b\n     " + longest + "\n"), text);
    }
}
