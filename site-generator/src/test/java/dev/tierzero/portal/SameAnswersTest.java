package dev.tierzero.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.JsonText;
import dev.tierzero.query.Answer;
import dev.tierzero.query.EngineText;
import dev.tierzero.query.QueryEngine;
import dev.tierzero.query.QueryOptions;
import dev.tierzero.query.Searcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The one search engine answers in the JVM as it does in Node, and so in a browser: word by word, score by score. */
@ExtendWith(Sites.class)
final class SameAnswersTest {

    private static final int QUERIES = 150;
    private static final double CLOSE = 1e-6;
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)");

    @TempDir
    private Path folder = Path.of("");

    private record Query(String text, boolean typing, boolean exact) {

        String json() {
            return "{\"text\": " + JsonText.quoted(text) + ", \"typing\": " + typing + ", \"exact\": " + exact + "}";
        }

        QueryOptions options() {
            return new QueryOptions(10, 0, new TreeMap<>(), typing, false, exact, false);
        }
    }

    @Test
    void anAnswerIsTheSameInBoth(Portal portal) throws Exception {
        Path site = portal.site().output();
        List<Query> queries = queries(portal.site());
        List<String> there = node(site, queries);
        Searcher searcher = searcher(site);
        assertEquals(queries.size(), there.size());
        int found = 0;
        for (int i = 0; i < queries.size(); i++) {
            Answer here = searcher.answer(queries.get(i).text(), queries.get(i).options());
            String[] expected = there.get(i).split("\t", -1);
            assertEquals(expected[0], line(here), queries.get(i).toString());
            List<String> scores =
                    Stream.of(expected[1].split(" ")).filter(s -> !s.isEmpty()).toList();
            for (int j = 0; j < scores.size(); j++) {
                double score = Double.parseDouble(scores.get(j));
                assertEquals(
                        score,
                        here.hits().get(j).score(),
                        score * CLOSE,
                        queries.get(i).toString());
            }
            found += here.hits().isEmpty() ? 0 : 1;
        }
        assertTrue(found > QUERIES / 2, found + " queries of " + QUERIES + " find something");
    }

    /** As it was written; Node has it as it is published. */
    private static Searcher searcher(Path site) throws Exception {
        String script = Files.readString(Repository.root().resolve("templates/assets/search-engine.js"));
        return QueryEngine.forMany(new EngineText("search-engine.js", script), Duration.ofMinutes(1))
                .open(path -> Optional.of(Files.readAllBytes(site.resolve(path))));
    }

    private List<String> node(Path site, List<Query> queries) throws IOException, InterruptedException {
        Path asked = folder.resolve("queries.json");
        Path said = folder.resolve("said.txt");
        Files.writeString(asked, queries.stream().map(Query::json).collect(Collectors.joining(",\n", "[", "]")));
        Process process;
        try {
            process = new ProcessBuilder(
                            "node",
                            Repository.root()
                                    .resolve("site-generator/src/test/ops/search-answers.mjs")
                                    .toString(),
                            site.toString(),
                            asked.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("needs Node.js: " + e.getMessage());
            throw e;
        }
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it ends");
        assertEquals(0, process.exitValue());
        return Files.readAllLines(said, StandardCharsets.UTF_8);
    }

    /** Titles, words of them, with typing errors, unfinished, quoted, in other orders; log lines; and anything at all. */
    private static List<Query> queries(BuiltSite site) {
        List<String> titles = site.lasting().stream()
                .flatMap(page -> TITLE.matcher(site.text(page)).results().map(match -> match.group(1)))
                .toList();
        List<Query> queries = new ArrayList<>();
        for (long seed = 1; seed <= QUERIES; seed++) {
            Random random = new Random(seed);
            String[] words = titles.get(random.nextInt(titles.size())).split("\\s+");
            String word = words[random.nextInt(words.length)];
            String text =
                    switch ((int) (seed % 8)) {
                        case 0 -> String.join(" ", words);
                        case 1 -> misspelt(word, random);
                        case 2 -> misspelt(String.join(" ", words), random);
                        case 3 -> word.substring(0, Math.max(1, word.length() / 2));
                        case 4 -> "\"" + String.join(" ", words) + "\" type:runbook";
                        case 5 ->
                            String.format(
                                    Locale.ROOT,
                                    "2026-11-20T03:00:%02dZ ERROR agent[%d]: %s failed at /opt/%s: 0x%x",
                                    random.nextInt(60),
                                    random.nextInt(9999),
                                    String.join(" ", words),
                                    word,
                                    random.nextInt());
                        case 6 -> word + " " + titles.get(random.nextInt(titles.size()));
                        default -> anything(random, word);
                    };
            queries.add(new Query(text, seed % 3 == 0, seed % 11 == 0));
        }
        return queries;
    }

    private static String misspelt(String text, Random random) {
        int at = random.nextInt(text.length());
        return text.substring(0, at)
                + (random.nextBoolean() ? "x" : "")
                + text.substring(Math.min(text.length(), at + 1));
    }

    private static String anything(Random random, String word) {
        StringBuilder text = new StringBuilder(word);
        for (int i = random.nextInt(12); i > 0; i--) {
            text.insert(
                    random.nextInt(text.length() + 1),
                    random.nextBoolean()
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : String.valueOf("\"'()[]*-+:.é日 \t".charAt(random.nextInt(15))));
        }
        return text.toString();
    }

    /** As the script of the tests writes it. */
    private static String line(Answer answer) {
        List<Object> parts = new ArrayList<>(List.of(
                answer.query(),
                String.join(" ", answer.words()),
                answer.total(),
                answer.partial(),
                answer.corrected(),
                answer.any()));
        for (Answer.Hit hit : answer.hits()) {
            parts.addAll(List.of(hit.doc(), runs(hit.title()), hit.href(), hit.type(), hit.message()));
            for (Answer.Section section : hit.sections()) {
                parts.addAll(List.of(String.join(">", section.path()), section.href(), runs(section.snippet())));
            }
        }
        return parts.stream().map(part -> plain(part.toString())).collect(Collectors.joining("|"));
    }

    private static String runs(List<Answer.Run> runs) {
        return runs.stream()
                .map(run -> (run.matched() ? "+" : "-") + run.text())
                .collect(Collectors.joining("/"));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(
                    c < ' ' || c > '~' || c == '\\' || c == '|'
                            ? String.format(Locale.ROOT, "\\u%04x", (int) c)
                            : String.valueOf(c));
        }
        return plain.toString();
    }
}
