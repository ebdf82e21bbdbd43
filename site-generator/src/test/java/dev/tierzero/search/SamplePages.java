package dev.tierzero.search;

import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pages to make indexes of: the portal's own texts, and invented ones. */
final class SamplePages {

    static final SearchSettings SETTINGS = new SearchSettings(
            "en",
            List.of("owner", "tags"),
            new TreeMap<>(Map.of("runbook", "Runbook", "faq", "FAQ")),
            List.of(List.of("k8s", "kubernetes")));

    /** A list on one thread. */
    static final Parallel ONE_THREAD = new Parallel() {
        @Override
        public <T, R> List<R> map(List<T> items, Function<T, R> task) {
            return items.stream().map(task).toList();
        }
    };

    private SamplePages() {}

    /** The files of the portal's content as they are written, markup and all: more varied than what readers see. */
    static List<String> texts() throws IOException {
        Path content = Repository.root().resolve("content");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|adoc)"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    /** A page for each text; a line that begins with a mark of headings is one. */
    static List<SearchPage> of(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> page("content/" + i + ".html", texts.get(i)))
                .toList();
    }

    private static SearchPage page(String href, String text) {
        List<SearchSection> sections = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String heading = "";
        for (String line : text.split("\n", -1)) {
            if (line.matches("(#|=)+ .*")) {
                sections.add(section(heading, body.toString()));
                body.setLength(0);
                heading = line.replaceFirst("(#|=)+ ", "");
            } else {
                body.append(line).append('\n');
            }
        }
        sections.add(section(heading, body.toString()));
        String title = sections.size() > 1 ? sections.get(1).heading() : href;
        return new SearchPage(
                href,
                title,
                "",
                href.length() % 2 == 0 ? "runbook" : "faq",
                new TreeMap<>(Map.of("owner", List.of("team-" + text.length() % 5), "tags", List.of("a", "é"))),
                List.of("--key-" + text.length() % 7),
                text.length() % 11 == 0 ? List.of(new Message("", "failed after <n> tries")) : List.of(),
                sections);
    }

    private static SearchSection section(String heading, String text) {
        String anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new SearchSection(heading.isEmpty() ? 1 : 2, anchor, heading, text);
    }

    /** Pages of invented words: a few are frequent and most are rare, as in any language. */
    static List<SearchPage> invented(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int length = 3 + (int) Math.exp(random.nextDouble() * 6.5);
                    return new SearchPage(
                            "invented/" + i + ".html",
                            sentence(1 + random.nextInt(6), random),
                            random.nextBoolean() ? "" : sentence(8, random),
                            "",
                            new TreeMap<>(),
                            List.of(),
                            List.of(),
                            List.of(
                                    new SearchSection(1, "", "", sentence(length / 2, random)),
                                    new SearchSection(2, "a", sentence(3, random), sentence(length / 2, random))));
                })
                .toList();
    }

    private static String sentence(int words, Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(word((int) Math.exp(random.nextDouble() * 8))).append(random.nextInt(9) == 0 ? ", " : " ");
        }
        return sentence.toString();
    }

    private static String word(int rank) {
        String[] syllables = {"ka", "lo", "mi", "ter", "Vo", "ns", "ing", "é", "X", "pre", "tion", "7"};
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 12; rest > 0; rest /= syllables.length) {
            word.append(syllables[rest % syllables.length]);
        }
        return word.toString();
    }
}
