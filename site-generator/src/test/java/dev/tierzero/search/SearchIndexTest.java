package dev.tierzero.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.internal.vectorization.VectorizationProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The files of an index: what is in them, and that nothing but the pages decides it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchIndexTest {

    private final List<SearchPage> pages;
    private final SearchIndex index;
    private final IndexFiles files;

    SearchIndexTest() throws IOException {
        List<SearchPage> some = SamplePages.of(SamplePages.texts()).stream()
                .filter(page -> page.href().hashCode() % 3 == 0)
                .toList();
        this.pages = Stream.concat(some.stream(), SamplePages.invented(60, new Random(1)).stream())
                .toList();
        this.index = of(pages);
        this.files = new IndexFiles(index);
    }

    private static SearchIndex of(List<SearchPage> pages) throws IOException {
        return SearchIndex.of(pages, SamplePages.SETTINGS, SamplePages.ONE_THREAD, Optional.empty());
    }

    private static SearchPage page(String href, String title, String text) {
        return new SearchPage(
                href,
                title,
                "",
                "",
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(new SearchSection(1, "", "", text)));
    }

    private static void assertSame(SearchIndex expected, SearchIndex actual) {
        assertEquals(expected.gen(), actual.gen());
        assertEquals(expected.files().keySet(), actual.files().keySet());
        expected.files()
                .forEach(
                        (path, bytes) -> assertArrayEquals(bytes, actual.files().get(path), path));
    }

    @Test
    void theOrderOfPagesAndTheNumberOfThreadsDecideNothing() throws IOException {
        List<SearchPage> shuffled = new ArrayList<>(pages);
        Collections.shuffle(shuffled, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            assertSame(index, SearchIndex.of(shuffled, SamplePages.SETTINGS, on(threads), Optional.empty()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Parallel on(ExecutorService threads) {
        return new Parallel() {
            @Override
            public <T, R> List<R> map(List<T> items, Function<T, R> task) {
                List<Future<R>> futures = new ArrayList<>();
                items.forEach(item -> futures.add(threads.submit(() -> task.apply(item))));
                List<R> results = new ArrayList<>();
                for (Future<R> future : futures) {
                    try {
                        results.add(future.get());
                    } catch (InterruptedException | ExecutionException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return results;
            }
        };
    }

    @Test
    void localeAndTimeZoneDecideNothing() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            // In Turkish, the small letter of I has no dot.
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertSame(index, of(pages));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherWordIsAnotherGeneration() throws IOException {
        List<SearchPage> changed = new ArrayList<>(pages);
        changed.add(page("z.html", "Z", "zzz"));
        assertNotEquals(index.gen(), of(changed).gen());
    }

    @Test
    void whatIsReadBackIsWhatThePagesSay() throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        for (int doc = 0; doc < pages.size(); doc++) {
            numbers.put(files.json("d" + doc).get(0).asText(), doc);
        }
        SortedMap<String, SortedMap<Integer, String>> words = new TreeMap<>();
        SortedMap<String, SortedMap<Integer, String>> identifiers = new TreeMap<>();
        SortedMap<String, SortedMap<Integer, String>> surfaces = new TreeMap<>();
        for (SearchPage page : pages) {
            ReadPage read = new ReadPage(page);
            int doc = numbers.getOrDefault(page.href(), -1);
            read.words().forEach((term, value) -> put(words, term, doc, value));
            read.identifiers().forEach((term, value) -> put(identifiers, term, doc, value));
            read.surfaces().forEach(term -> put(surfaces, term, doc, ""));
        }
        assertEquals(words, new ReadDictionary(files, "w").read());
        assertEquals(identifiers, new ReadDictionary(files, "i").read());
        SortedMap<String, Integer> counts = new TreeMap<>();
        surfaces.forEach((term, documents) -> counts.put(term, documents.size()));
        assertEquals(counts, new ReadDictionary(files, "s").counts());
    }

    private static void put(
            SortedMap<String, SortedMap<Integer, String>> postings, String term, int doc, String value) {
        postings.computeIfAbsent(term, t -> new TreeMap<>()).put(doc, value);
    }

    @Test
    void documentsAreNumberedByLengthThenPath() throws IOException {
        SearchIndex small = of(List.of(
                page("b.html", "B", "one two three"),
                page("a.html", "A", "one two three"),
                page("c.html", "C", "one")));
        IndexFiles read = new IndexFiles(small);
        assertEquals(
                List.of("c.html", "a.html", "b.html"),
                List.of(
                        read.json("d0").get(0).asText(),
                        read.json("d1").get(0).asText(),
                        read.json("d2").get(0).asText()));
        assertEquals("[2,1,4,2]", read.rootJson().get("norms").toString());
    }

    @Test
    void theRootSaysWhatRankingNeeds() throws IOException {
        SearchPage page = new SearchPage(
                "a/b.html",
                "Vault  sealed",
                "The\nvault.",
                "runbook",
                new TreeMap<>(Map.of("owner", List.of("platform", "edge"), "hidden", List.of("x"))),
                List.of("AIBOX-E1042"),
                List.of(new Message("cause", "seal <id> lost")),
                List.of(
                        new SearchSection(1, "", "", " Lead\u00a0text. "),
                        new SearchSection(2, "cause", "Cause \"x\"", "a\tb \u0001 \uD800 😀")));
        IndexFiles read = new IndexFiles(of(List.of(page)));
        assertEquals(
                "{\"v\":1,\"gen\":\"" + read.index().gen() + "\",\"docs\":1,\"counts\":[1,1,1],\"avg\":[13,7,1],"
                        + "\"norms\":[12,1],\"k1\":1.2,\"b\":0.75,\"title\":0.5,\"ids\":1,\"w\":[],\"i\":[],\"s\":[],"
                        + "\"packs\":[\"w0\"],\"types\":{\"runbook\":\"Runbook\"},\"facets\":[\"type\",\"owner\"],"
                        + "\"synonyms\":[[\"k8s\",\"kubernetes\"]],\"messages\":true,\"language\":\"en\"}",
                new String(read.root(), StandardCharsets.UTF_8));
        assertEquals(
                "[\"a/b.html\",\"Vault sealed\",\"runbook\",\"The vault.\",{\"owner\":[\"platform\",\"edge\"]},"
                        + "[[1,\"\",\"\",\"Lead text.\"],[2,\"cause\",\"Cause \\\"x\\\"\",\"a b \\u0001 \ufffd 😀\"]]]",
                new String(read.shard("d0"), StandardCharsets.UTF_8));
        assertEquals(
                "{\"type\":{\"runbook\":[0]},\"owner\":{\"edge\":[0],\"platform\":[0]}}",
                new String(read.shard("f"), StandardCharsets.UTF_8));
        assertEquals("[[0,\"cause\",\"seal <id> lost\"]]", new String(read.shard("m"), StandardCharsets.UTF_8));
    }

    @Test
    void anIndexOfNothingHasAllItsShards() throws IOException {
        SearchIndex empty = of(List.of());
        String folder = "_search/" + empty.gen() + "/";
        assertEquals(
                List.of(
                        folder + "f.bin",
                        folder + "i0.bin",
                        folder + "m.bin",
                        folder + "p0.js",
                        folder + "s0.bin",
                        folder + "w0.bin",
                        "_search/root.bin",
                        "_search/root.js"),
                List.copyOf(empty.files().keySet()));
        assertArrayEquals(new byte[] {0, 0}, new IndexFiles(empty).shard("w0"));
        assertEquals("[0,0,0]", new IndexFiles(empty).rootJson().get("avg").toString());
        assertEquals(
                1,
                of(List.of(page("a.html", "", ""))).files().keySet().stream()
                        .filter(path -> path.endsWith("/d0.bin"))
                        .count());
    }

    @Test
    void packsHoldAllShardsInTheirOrder() throws IOException {
        List<SearchPage> many = SamplePages.invented(700, new Random(2)).stream()
                .map(page -> page(
                        page.href(), page.title(), page.sections().get(0).text().repeat(40)))
                .toList();
        SearchIndex large = of(many);
        IndexFiles read = new IndexFiles(large);
        List<String> firsts = new ArrayList<>();
        read.rootJson().get("packs").forEach(first -> firsts.add(first.asText()));
        assertTrue(firsts.size() > 2, firsts::toString);
        List<String> names = new ArrayList<>();
        Pattern call = Pattern.compile("tierZeroShard\\(\"([a-z0-9]+)\",\"([A-Za-z0-9+/=]+)\"\\);\n");
        for (int pack = 0; pack < firsts.size(); pack++) {
            byte[] script = large.files().getOrDefault("_search/" + large.gen() + "/p" + pack + ".js", new byte[0]);
            Matcher calls = call.matcher(new String(script, StandardCharsets.US_ASCII));
            assertTrue(calls.lookingAt());
            assertEquals(firsts.get(pack), calls.group(1));
            int end = 0;
            for (calls.reset(); calls.find(); end = calls.end()) {
                assertEquals(end, calls.start());
                names.add(calls.group(1));
                assertArrayEquals(
                        large.files().get("_search/" + large.gen() + "/" + calls.group(1) + ".bin"),
                        Base64.getDecoder().decode(calls.group(2)));
            }
            assertEquals(script.length, end);
        }
        assertEquals(names, names.stream().distinct().toList());
        assertEquals("w0", names.get(0));
        assertEquals("d699", names.get(names.size() - 1));
        assertEquals(names.size() + firsts.size() + 2, large.files().size());
    }

    @Test
    void anIndexFromTheCacheIsThatOfACleanBuild(@TempDir Path folder) throws IOException {
        Optional<Path> cache = Optional.of(folder.resolve("below/search.pack"));
        List<SearchPage> before = new ArrayList<>(pages.subList(0, pages.size() - 5));
        before.add(page("old.html", "Old", "only in the build before"));
        SearchIndex.of(before, SamplePages.SETTINGS, SamplePages.ONE_THREAD, cache);
        assertSame(index, SearchIndex.of(pages, SamplePages.SETTINGS, SamplePages.ONE_THREAD, cache));
        byte[] written = Files.readAllBytes(cache.get());
        assertSame(index, SearchIndex.of(pages, SamplePages.SETTINGS, SamplePages.ONE_THREAD, cache));
        assertArrayEquals(written, Files.readAllBytes(cache.get()), "nothing has changed");
        assertEquals(pages.size(), new AnalysisCache(cache.get()).read().size());
        try (Stream<Path> left = Files.list(folder.resolve("below"))) {
            assertEquals(List.of(cache.get()), left.toList());
        }
    }

    @Test
    void aDamagedCacheIsAsGoodAsNone(@TempDir Path folder) throws IOException {
        List<SearchPage> few = pages.subList(0, 8);
        SearchIndex expected = of(few);
        Path cache = folder.resolve("search.pack");
        SearchIndex.of(few, SamplePages.SETTINGS, SamplePages.ONE_THREAD, Optional.of(cache));
        byte[] whole = Files.readAllBytes(cache);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 2 == 1) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(cache, bytes);
            assertEquals(Map.of(), new AnalysisCache(cache).read());
        }
        assertSame(expected, SearchIndex.of(few, SamplePages.SETTINGS, SamplePages.ONE_THREAD, Optional.of(cache)));
        assertArrayEquals(whole, Files.readAllBytes(cache));
    }

    @Test
    void whatHasTheRightSumAndTheWrongContentIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> new KeptReader(new byte[] {1}, 0).read());
        assertThrows(IllegalArgumentException.class, () -> new KeptReader(new byte[] {1, 9, 'a'}, 0).read());
        assertThrows(IllegalArgumentException.class, () -> new KeptReader(new byte[] {2, 1, 'a', 1, 'a'}, 0).read());
    }

    @Test
    void luceneDoesNotTellNewerJdksOfVectors() {
        assertFalse(Logger.getLogger(VectorizationProvider.class.getName()).isLoggable(Level.SEVERE));
    }

    @Test
    void twoPagesAtOnePathAreRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> of(List.of(page("a.html", "A", "a"), page("a.html", "B", "b"))));
        assertEquals("two pages at a.html", refusal.getMessage());
    }
}
