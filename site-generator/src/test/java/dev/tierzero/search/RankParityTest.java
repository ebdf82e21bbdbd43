package dev.tierzero.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.NativeArray;

/** The engine's plain answers are Lucene's: the same pages with the same scores. */
final class RankParityTest {

    private static final long SEED = 4;
    private static final int QUERIES = 2000;
    private static final int SHOWN = 10;
    private static final double PRECISION = 1e-5;

    @Test
    void theTenBestPagesAndTheirScoresAreLucenes() throws IOException {
        Random random = new Random(SEED);
        List<String> texts = SamplePages.texts();
        List<SearchPage> pages = Stream.concat(
                        SamplePages.of(texts).stream(), SamplePages.invented(200, random).stream())
                .toList();
        List<String> vocabulary = vocabulary(pages);
        List<String> distinct = List.copyOf(new LinkedHashSet<>(vocabulary));
        List<String> wrong = new ArrayList<>();
        int ranked = 0;
        try (PlainLucene lucene = new PlainLucene(pages);
                BrowserEngine engine = new BrowserEngine()) {
            Opened opened = new Opened(engine, pages);
            for (int i = 0; i < QUERIES; i++) {
                String query = query(vocabulary, distinct, random);
                Optional<String> difference = opened.difference(query, lucene);
                difference.ifPresent(wrong::add);
                ranked += opened.shown;
            }
        }
        assertEquals(List.of(), wrong.stream().limit(10).toList(), () -> wrong.size() + " differ, seed " + SEED);
        assertTrue(ranked > QUERIES * SHOWN / 2, "hits that were compared: " + ranked);
    }

    private static List<String> vocabulary(List<SearchPage> pages) {
        List<String> words = new ArrayList<>();
        for (SearchPage page : pages) {
            for (SearchSection section : page.sections()) {
                Stream.of(section.text().split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** A third of the words are drawn from the texts, frequent ones often; the others from the list of all words; some are in no page. */
    private static String query(List<String> vocabulary, List<String> distinct, Random random) {
        List<String> words = new ArrayList<>();
        for (int rest = 1 + random.nextInt(6); rest > 0; rest--) {
            List<String> from = random.nextInt(3) == 0 ? vocabulary : distinct;
            words.add(random.nextInt(40) == 0 ? "unheardof" : from.get(random.nextInt(from.size())));
        }
        return String.join(" ", words);
    }

    /** The index, open in the engine; documents are only as much as ranking needs. */
    private static final class Opened {
        private final BrowserEngine engine;
        private final IndexFiles files;
        private final Object index;
        private final List<String> hrefs = new ArrayList<>();
        private int shown;

        Opened(BrowserEngine engine, List<SearchPage> pages) throws IOException {
            this.engine = engine;
            this.files = new IndexFiles(
                    SearchIndex.of(pages, SamplePages.SETTINGS, SamplePages.ONE_THREAD, Optional.empty()));
            this.index = engine.open(files.root());
            for (int doc = 0; doc < pages.size(); doc++) {
                hrefs.add(files.json("d" + doc).get(0).asText());
            }
        }

        Optional<String> difference(String query, PlainLucene lucene) throws IOException {
            NativeArray answer = answer(query);
            List<Double> documents = BrowserEngine.numbers(answer.get(1));
            List<Double> scores = BrowserEngine.numbers(answer.get(2));
            int total = ((Number) ((NativeArray) answer.get(3)).get(0)).intValue();
            shown = documents.size();
            PlainLucene.Best best = lucene.search(query, 1000);
            List<Double> expected = List.copyOf(best.scores().values());
            boolean same = total == best.total() && shown == Math.min(SHOWN, total);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < shown && same; i++) {
                String href = hrefs.get(documents.get(i).intValue());
                same = seen.add(href)
                        && isSame(scores.get(i), expected.get(i))
                        && isSame(scores.get(i), best.scores().getOrDefault(href, 0d));
            }
            return same
                    ? Optional.empty()
                    : Optional.of(query + ": " + scores + " of " + total + ", Lucene " + first(best));
        }

        private static boolean isSame(double score, double expected) {
            return Math.abs(score - expected) <= PRECISION * expected;
        }

        private static Map.Entry<Integer, List<Double>> first(PlainLucene.Best best) {
            return Map.entry(
                    best.total(), best.scores().values().stream().limit(SHOWN).toList());
        }

        private NativeArray answer(String query) throws IOException {
            NativeArray answer = engine.rank(index, query);
            for (List<String> needs = BrowserEngine.texts(answer.get(0));
                    !needs.isEmpty();
                    needs = BrowserEngine.texts(answer.get(0))) {
                for (String name : needs) {
                    byte[] bytes = name.startsWith("d")
                            ? "[\"\",\"\",\"\",\"\",{},[]]".getBytes(StandardCharsets.US_ASCII)
                            : files.shard(name);
                    engine.add(index, name, bytes);
                }
                answer = engine.rank(index, query);
            }
            return answer;
        }
    }
}
