package dev.tierzero.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.query.FakeIndex.FakePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Search tests of a site, run. */
final class SearchGateTest {

    private static final String HINT =
            " / say it with these words in the page's title, headings or text, or make them synonyms in"
                    + " content/_data/synonyms.yaml; when another page answers it better, change the test";

    /** Page p1 has the word once, p2 twice and so on: the last is the best. */
    private static FakeIndex pages(int count, List<List<String>> synonyms) {
        return FakeIndex.of(
                synonyms,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new FakePage("p" + i + ".html", "Page", "word ".repeat(i) + "only" + i, ""))
                        .toArray(FakePage[]::new));
    }

    private static Map<String, String> hrefs(int count) {
        return IntStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(i -> "p" + i + ".md", i -> "p" + i + ".html"));
    }

    private static SearchTests.Test test(int line, String query, String page, int top, String why) {
        String file = "content/_data/search-tests.yaml";
        return new SearchTests.Test(
                query, page, top, why, new SourcePosition(file, line, 10), new SourcePosition(file, line + 1, 9));
    }

    private static SearchTests tests(SearchTests.Test... tests) {
        return new SearchTests(List.of(tests), List.of());
    }

    private static SearchGate.Result run(int pages, Ranks before, SearchTests.Test... tests) throws IOException {
        return new SearchGate(FakeIndex.TEXT, pages(pages, List.of()), hrefs(pages), 2).run(tests(tests), before);
    }

    private static List<String> said(SearchGate.Result result) {
        return result.diagnostics().stream()
                .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + " / "
                        + d.hint())
                .toList();
    }

    @Test
    void aPageWhereItHasToBeIsNoFinding() throws Exception {
        SearchGate.Result result = run(
                12,
                Ranks.NONE,
                test(1, "word", "p12.md", 1, ""),
                test(4, "word", "p10.md", 3, ""),
                test(7, "only1", "p1.md", 1, ""));
        assertEquals(List.of(), said(result));
        assertEquals(
                "1\tp1.md\tonly1\n3\tp10.md\tword\n1\tp12.md\tword\n",
                result.ranks().text());
    }

    @Test
    void aPageThatIsTooLowIsNamedWithItsRankAndWhatStandsBeforeIt() throws Exception {
        assertEquals(
                List.of(
                        "content/_data/search-tests.yaml:4:10: error SE001: \"word\" finds p10.md at rank 3, and rank 1 is wanted;"
                                + " before it: p12.md, p11.md" + HINT,
                        "content/_data/search-tests.yaml:8:10: error SE001: \"word\" finds p5.md at rank 8, and rank 3 or"
                                + " better is wanted; before it: p12.md, p11.md, p10.md and 4 more (tested because: what the"
                                + " alert says)" + HINT),
                said(run(
                        12,
                        Ranks.NONE,
                        test(4, "word", "p10.md", 1, ""),
                        test(8, "word", "p5.md", 3, "what the\nalert says"))));
    }

    @Test
    void aPageBeyondTheTenthIsLookedFarFor() throws Exception {
        assertEquals(
                List.of(
                        "content/_data/search-tests.yaml:1:10: error SE001: \"word\" finds p20.md at rank 41, and rank 3 or"
                                + " better is wanted; before it: p60.md, p59.md, p58.md and 37 more" + HINT,
                        "content/_data/search-tests.yaml:5:10: error SE001: \"word\" does not find p1.md among the first"
                                + " 50; it finds: p60.md, p59.md, p58.md and 57 more" + HINT),
                said(run(60, Ranks.NONE, test(1, "word", "p20.md", 3, ""), test(5, "word", "p1.md", 3, ""))));
    }

    @Test
    void aPageThatIsNotFoundAtAll() throws Exception {
        assertEquals(
                List.of(
                        "content/_data/search-tests.yaml:1:10: error SE001: \"only2\" does not find p1.md; it finds:"
                                + " p2.md" + HINT,
                        "content/_data/search-tests.yaml:2:10: error SE001: \"nothing has this\" does not find p1.md;"
                                + " it finds nothing" + HINT),
                said(run(
                        3,
                        Ranks.NONE,
                        test(1, "only2", "p1.md", 3, ""),
                        test(2, "nothing  has this", "p1.md", 3, ""))));
    }

    @Test
    void howFarAPageHasFallenIsSaidUntilItIsBack() throws Exception {
        SearchTests.Test test = test(1, "word", "p5.md", 3, "");
        SearchTests.Test gone = test(2, "nowhere", "p5.md", 3, "");
        Ranks before = run(6, Ranks.NONE, test).ranks();
        assertEquals("2\tp5.md\tword\n", before.text());
        Ranks both = Ranks.of(before.text() + "1\tp5.md\tnowhere\n");
        SearchGate.Result fallen = run(12, both, test, gone);
        List<String> expected = List.of(
                "content/_data/search-tests.yaml:1:10: error SE001: \"word\" finds p5.md at rank 8, and rank 3 or"
                        + " better is wanted (it fell from 2); before it: p12.md, p11.md, p10.md and 4 more" + HINT,
                "content/_data/search-tests.yaml:2:10: error SE001: \"nowhere\" no longer finds p5.md, which was at rank 1;"
                        + " it finds nothing" + HINT);
        assertEquals(expected, said(fallen));
        assertEquals(expected, said(run(12, Ranks.of(fallen.ranks().text()), test, gone)));
        assertEquals("1\tp5.md\tword\n", run(5, fallen.ranks(), test).ranks().text());
    }

    @Test
    void aPageThatAPluginAddedIsCalledByItsAddress() throws Exception {
        Map<String, String> hrefs = new TreeMap<>(hrefs(3));
        hrefs.remove("p3.md");
        SearchGate gate = new SearchGate(FakeIndex.TEXT, pages(3, List.of()), hrefs, 1);
        assertEquals(
                "\"word\" finds p2.md at rank 2, and rank 1 is wanted; before it: p3.html",
                gate.run(tests(test(1, "word", "p2.md", 1, "")), Ranks.NONE)
                        .diagnostics()
                        .get(0)
                        .message());
    }

    @Test
    void manyTestsOnTwoThreadsGiveTheSameInTheirOrder() throws Exception {
        SearchTests.Test[] many = IntStream.range(0, 120)
                .mapToObj(i ->
                        test(i + 1, i % 3 == 0 ? "word" : "only" + (i % 10 + 1), "p" + (i % 10 + 1) + ".md", 2, ""))
                .toArray(SearchTests.Test[]::new);
        FakeIndex index = pages(10, List.of());
        SearchGate.Result alone = new SearchGate(FakeIndex.TEXT, index, hrefs(10), 1).run(tests(many), Ranks.NONE);
        SearchGate.Result together = new SearchGate(FakeIndex.TEXT, index, hrefs(10), 2).run(tests(many), Ranks.NONE);
        assertEquals(32, alone.diagnostics().size());
        assertEquals(alone, together);
    }

    @Test
    void aFaultyEngineIsOneFinding() throws Exception {
        EngineText broken = new EngineText("templates/assets/search-engine.js", "const TierZeroSearch = {};");
        SearchTests.Test[] many = IntStream.range(0, 100)
                .mapToObj(i -> test(i + 1, "word", "p1.md", 2, ""))
                .toArray(SearchTests.Test[]::new);
        Ranks before = Ranks.of("2\tp1.md\tword\n");
        SearchGate.Result result = new SearchGate(broken, pages(1, List.of()), hrefs(1), 2).run(tests(many), before);
        assertEquals(
                List.of("templates/assets/search-engine.js: error SE006: the search engine cannot be used:"
                        + " TierZeroSearch.open is missing and has to be a function / mend it, or delete"
                        + " templates/assets/search-engine.js: then the theme's own search engine is used"),
                said(result));
        assertEquals(before, result.ranks());
    }

    @Test
    void anEngineThatLeavesOutAPartOfAWholeIndexIsFaulty() throws Exception {
        String deaf = FakeIndex.ENGINE.replace("shards.set(name, JSON.parse(decode(shard)));", "throw 'unreadable';");
        SearchGate gate = new SearchGate(
                new EngineText("templates/assets/search-engine.js", deaf), pages(1, List.of()), hrefs(1), 1);
        assertEquals(
                "the search engine cannot be used: it leaves out a part of the index, which is whole",
                gate.run(tests(test(1, "word", "p1.md", 2, "")), Ranks.NONE)
                        .diagnostics()
                        .get(0)
                        .message());
    }

    @Test
    void withoutTestsNothingIsStarted() throws Exception {
        List<String> read = new ArrayList<>();
        IndexFiles files = path -> {
            throw new IOException(path);
        };
        SearchGate gate = new SearchGate(FakeIndex.TEXT, files, Map.of(), 2);
        assertEquals(List.of(), gate.run(SearchTests.NONE, Ranks.NONE).diagnostics());
        assertEquals(List.of(), read);
        assertThrows(IOException.class, () -> gate.run(tests(test(1, "w", "p1.md", 1, "")), Ranks.NONE));
    }

    @Test
    void theKeyChangesWithIndexEngineAndTests() {
        SearchTests one = tests(test(1, "word", "p1.md", 2, ""));
        String key = SearchGate.key("a", FakeIndex.TEXT, one, Map.of());
        assertEquals(key, SearchGate.key("a", FakeIndex.TEXT, tests(test(1, "word", "p1.md", 2, "")), Map.of()));
        assertNotEquals(key, SearchGate.key("b", FakeIndex.TEXT, one, Map.of()));
        assertNotEquals(key, SearchGate.key("a", new EngineText(FakeIndex.TEXT.file(), ""), one, Map.of()));
        assertNotEquals(key, SearchGate.key("a", FakeIndex.TEXT, tests(test(2, "word", "p1.md", 2, "")), Map.of()));
    }

    @Test
    void ranksAreReadAsTheyWereWrittenAndDamageIsLeftOut() {
        Ranks ranks = Ranks.of("3\ta.md\ta b\n17\tb.md\t\"x\"\t y\n");
        assertEquals(ranks, Ranks.of(ranks.text()));
        assertEquals(Ranks.NONE, Ranks.of("\n0\ta\tb\nx\ty\n-1\ta\tb\n99999999999\ta\tb\nno tab\n"));
    }
}
