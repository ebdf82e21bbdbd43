package dev.tierzero.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.query.FakeIndex.FakePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The browser's search engine, run here. */
final class QueryEngineTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final FakeIndex INDEX = FakeIndex.of(
            List.of(List.of("k8s", "kubernetes")),
            new FakePage("ops/vault.html", "Vault is sealed", "Unseal the vault.", "Unseal"),
            new FakePage("ops/pods.html", "Kubernetes", "Pods wait.", ""));

    private static Searcher open(String engine, FakeIndex index) throws IOException, EngineException {
        return QueryEngine.forFew(new EngineText("search-engine.js", engine), LIMIT)
                .open(index);
    }

    private static Answer ask(FakeIndex index, String query, QueryOptions options) throws IOException, EngineException {
        return open(FakeIndex.ENGINE, index).answer(query, options);
    }

    private static List<String> hrefs(Answer answer) {
        return answer.hits().stream().map(Answer.Hit::href).toList();
    }

    @Test
    void theAnswerIsWhatTheEngineSaid() throws Exception {
        Answer answer = ask(INDEX, "sealed VAULT", QueryOptions.first(10));
        assertEquals(
                new Answer(
                        "sealed VAULT",
                        List.of("sealed", "vault"),
                        1,
                        false,
                        "",
                        false,
                        List.of(new Answer.Hit(
                                0,
                                3,
                                1.5,
                                List.of(
                                        new Answer.Run("Vault", true),
                                        new Answer.Run(" ", false),
                                        new Answer.Run("is", false),
                                        new Answer.Run(" ", false),
                                        new Answer.Run("sealed", true)),
                                "Vault is sealed",
                                "ops/vault.html",
                                "runbook",
                                new TreeMap<>(Map.of("owner", List.of("platform-team"))),
                                false,
                                List.of(
                                        new Answer.Section(
                                                List.of(),
                                                "ops/vault.html",
                                                List.of(
                                                        new Answer.Run("Unseal", false),
                                                        new Answer.Run(" ", false),
                                                        new Answer.Run("the", false),
                                                        new Answer.Run(" ", false),
                                                        new Answer.Run("vault", true),
                                                        new Answer.Run(".", false))),
                                        new Answer.Section(
                                                List.of("Repair", "Unseal"), "ops/vault.html#s", List.of())))),
                        new TreeMap<>()),
                answer);
    }

    @Test
    void optionsReachTheEngine() throws Exception {
        assertEquals(List.of("ops/pods.html"), hrefs(ask(INDEX, "k8s", QueryOptions.first(10))));
        assertEquals("vault", ask(INDEX, "zz", QueryOptions.first(10)).corrected());
        assertEquals(0, ask(INDEX, "zz", QueryOptions.first(10).asWritten()).total());
        TreeMap<String, List<String>> guides = new TreeMap<>(Map.of("type", List.of("guide")));
        assertEquals(
                0, ask(INDEX, "vault", QueryOptions.first(10).filtered(guides)).total());
        TreeMap<String, List<String>> runbooks = new TreeMap<>(Map.of("type", List.of("guide", "runbook")));
        assertEquals(
                1,
                ask(INDEX, "vault", QueryOptions.first(10).filtered(runbooks)).total());
        QueryOptions second = new QueryOptions(1, 1, new TreeMap<>(), false, false, false, true);
        Answer answer = ask(INDEX, "vault pods", second);
        assertEquals(List.of("ops/pods.html"), hrefs(answer));
        assertEquals(Map.of("type", List.of(new Answer.FacetValue("runbook", "Runbooks", 2))), answer.facets());
    }

    @Test
    void aSearcherAnswersAgainWithoutReadingAgain() throws Exception {
        List<String> read = new ArrayList<>();
        Searcher searcher = QueryEngine.forMany(FakeIndex.TEXT, LIMIT).open(path -> {
            read.add(path);
            return INDEX.bytes(path);
        });
        searcher.answer("vault", QueryOptions.first(1));
        searcher.answer("pods", QueryOptions.first(1));
        assertEquals(List.of("_search/root.bin", "_search/0123456789/d0.bin", "_search/0123456789/d1.bin"), read);
    }

    @Test
    void aShardThatIsMissingDamagedOrUnreadableMakesTheAnswerPartial() throws Exception {
        String shard = "_search/0123456789/d1.bin";
        byte[] whole = INDEX.bytes(shard).orElseThrow();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] noise = "not deflated at all".getBytes(StandardCharsets.UTF_8);
        for (FakeIndex broken : List.of(
                INDEX.without(shard),
                INDEX.with(shard, cut),
                INDEX.with(shard, noise),
                INDEX.with(shard, new byte[0]),
                INDEX.with(shard, FakeIndex.deflated("{no JSON")))) {
            Answer answer = ask(broken, "vault kubernetes", QueryOptions.first(10));
            assertTrue(answer.partial());
            assertEquals(List.of("ops/vault.html"), hrefs(answer));
        }
        Searcher searcher = QueryEngine.forMany(FakeIndex.TEXT, LIMIT).open(path -> {
            if (path.equals(shard)) {
                throw new IOException("no permission");
            }
            return INDEX.bytes(path);
        });
        assertTrue(searcher.answer("vault", QueryOptions.first(10)).partial());
    }

    @Test
    void withoutARootThereIsNoIndex() {
        assertEquals("_search/root.bin is missing", rootless(INDEX.without("_search/root.bin")));
        for (String damage : List.of("", "[]", "{}", "{\"gen\":\"../../etc\"}", "{\"gen\":7}", "null", "{")) {
            assertEquals(
                    "_search/root.bin is damaged",
                    rootless(INDEX.with("_search/root.bin", FakeIndex.deflated(damage))),
                    damage);
        }
        assertEquals("_search/root.bin is damaged", rootless(INDEX.with("_search/root.bin", new byte[] {1, 2, 3})));
    }

    private static String rootless(FakeIndex index) {
        return String.valueOf(assertThrows(IOException.class, () -> open(FakeIndex.ENGINE, index))
                .getMessage());
    }

    private static String fault(String engine) {
        return fault(engine, LIMIT);
    }

    /** Interpreted and compiled: the same. */
    private static String fault(String engine, Duration limit) {
        EngineText text = new EngineText("search-engine.js", engine);
        String interpreted = fault(() -> QueryEngine.forFew(text, limit));
        assertEquals(interpreted, fault(() -> QueryEngine.forMany(text, limit)));
        return interpreted;
    }

    /** Makes an engine. */
    @FunctionalInterface
    private interface Making {
        QueryEngine engine() throws EngineException;
    }

    private static String fault(Making making) {
        EngineException fault = assertThrows(
                EngineException.class, () -> making.engine().open(INDEX).answer("a  query", QueryOptions.first(10)));
        return fault.position() + ": " + fault.getMessage();
    }

    /** An engine whose search gives this. */
    private static String giving(String result) {
        return "const TierZeroSearch = { open: () => ({\n  search: (text, options) => (" + result
                + "),\n  add: () => {}, lost: () => {} }) };";
    }

    @Test
    void aFaultyEngineIsAFindingWithItsPlace() {
        assertEquals("search-engine.js:2:11: reading it fails: syntax error", fault("let a;\nconst b = ;"));
        assertEquals("search-engine.js:2: open fails: Error: no luck", fault("//\nthrow new Error('no luck');"));
        assertEquals("search-engine.js: TierZeroSearch is missing and has to be an object", fault("let a;"));
        assertEquals(
                "search-engine.js: TierZeroSearch.open is missing and has to be a function",
                fault("const TierZeroSearch = {};"));
        assertEquals(
                "search-engine.js: index.search is the number 7 and has to be a function",
                fault("const TierZeroSearch = { open: () => ({ search: 7 }) };"));
        assertEquals(
                "search-engine.js: index is missing and has to be an object",
                fault("const TierZeroSearch = { open: () => null };"));
        assertEquals(
                "search-engine.js:2: search(\"a query\") fails: TypeError: Cannot read property \"b\" from undefined",
                fault(giving("text.a.b")));
        assertEquals(
                "search-engine.js:2: search(\"a query\") fails: out of order",
                fault(giving("(() => { throw 'out of\\norder'; })()")));
    }

    @Test
    void anAnswerThatBreaksTheContractIsAFindingThatSaysWhere() {
        assertEquals(
                "search-engine.js: answer.hits is text and has to be a list",
                fault(giving("{ needs: [], answer: { hits: 'none' } }")));
        assertEquals(
                "search-engine.js: answer.hits[1].sections[0].href is a list and has to be text",
                fault(giving("{ needs: [], answer: { hits: [{}, { sections: [{ href: [] }] }] } }")));
        assertEquals(
                "search-engine.js: answer.total is the number -1 and has to be a whole number that is not negative",
                fault(giving("{ needs: [], answer: { total: -1 } }")));
        assertEquals(
                "search-engine.js: answer.hits[0].score is the number NaN and has to be a finite number",
                fault(giving("{ needs: [], answer: { hits: [{ score: 0 / 0 }] } }")));
        assertEquals("search-engine.js: answer is missing and has to be an object", fault(giving("{ needs: [] }")));
        assertEquals(
                "search-engine.js: search asks for a shard \"../../etc/passwd\"",
                fault(giving("{ needs: ['../../etc/passwd'] }")));
        assertEquals("search-engine.js: search asks again for d0", fault(giving("{ needs: ['d0'] }")));
        assertEquals(
                "search-engine.js: answer.words has 4294967295 items",
                fault(giving("{ needs: [], answer: { words: new Array(4294967295) } }")));
    }

    @Test
    void anEngineThatNeverEndsIsStopped() {
        Duration soon = Duration.ofMillis(300);
        for (String endless : List.of(
                "(() => { while (true); })()",
                "(() => { try { while (true); } catch (e) { return 1; } finally { while (true); } })()",
                "/^(a+)+$/.test('a'.repeat(60) + 'b')",
                "[2, 1].sort(() => { while (true); })")) {
            assertEquals(
                    "search-engine.js: search(\"a query\") takes longer than 0.3 s",
                    fault(giving(endless), soon),
                    endless);
        }
        assertEquals("search-engine.js: open takes longer than 0.3 s", fault("while (true);", soon));
    }

    @Test
    void anEngineThatNestsWithoutEndIsStopped() {
        EngineText endless =
                new EngineText("search-engine.js", giving("(() => { const f = () => f() + 1; return f(); })()"));
        assertEquals(
                "search-engine.js: search(\"a query\") nests too deeply",
                fault(() -> QueryEngine.forMany(endless, LIMIT)));
        assertEquals(
                "search-engine.js:2: search(\"a query\") fails: Exceeded maximum stack depth",
                fault(() -> QueryEngine.forFew(endless, LIMIT)));
    }

    @Test
    void aScriptReachesNothingOfJava() throws Exception {
        String probe =
                "[typeof java, typeof Packages, typeof importClass, typeof getClass, typeof JavaAdapter, typeof load,"
                        + " typeof quit, typeof text.getClass, typeof options.getClass, typeof options.limit.getClass]";
        Answer answer = open(giving("{ needs: [], answer: { words: " + probe + " } }"), INDEX)
                .answer("q", QueryOptions.first(1));
        assertEquals(List.of("undefined"), answer.words().stream().distinct().toList());
    }

    @Test
    void decodeTakesPartsOfShards() throws Exception {
        String engine =
                "const TierZeroSearch = { open: (root, decode) => ({ search: () => ({ needs: [], answer: { query:"
                        + " decode(root.subarray(1, 4)) + decode(new Uint8Array([0xc3, 0xa9, 0xff])) } }) }) };";
        assertEquals(
                "\"v\"é\ufffd",
                open(engine, INDEX).answer("q", QueryOptions.first(1)).query());
    }

    @Test
    void whateverIsAskedIsAnswered() throws Exception {
        Searcher searcher = open(FakeIndex.ENGINE, INDEX);
        for (long seed = 1; seed <= 500; seed++) {
            String query = hostile(new Random(seed));
            Answer answer = searcher.answer(query, QueryOptions.first(10));
            assertEquals(query, answer.query(), "seed " + seed);
        }
    }

    /** Anything that fits into a text box. */
    static String hostile(Random random) {
        String[] parts = {
            "vault",
            " ",
            "\t\n",
            "\ud83d\ude00",
            "\ud800",
            "\udc00x",
            "\u202evault",
            "(a+)+$",
            "\\",
            "\"",
            "'",
            "[",
            "*",
            "?",
            "type:",
            "-",
            "--",
            "\0",
            "\uffff",
            "日本語",
            "__proto__",
            "constructor",
            "${x}",
            "<b>",
            "é",
            "e\u0301",
            "ﬁ",
            "İ",
            "%00",
            "zz",
            "..",
            "/",
            ":",
            "0x1f",
            "2026-11-20T03:00:00Z",
            "null",
            "a".repeat(40)
        };
        StringBuilder query = new StringBuilder();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            query.append(
                    random.nextInt(4) == 0
                            ? new String(Character.toChars(random.nextInt(0x110000)))
                            : parts[random.nextInt(parts.length)]);
        }
        return random.nextInt(50) == 0 ? query.toString().repeat(200) : query.toString();
    }
}
