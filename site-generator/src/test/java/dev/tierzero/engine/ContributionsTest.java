package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What plugins add finds its place among what authors wrote. */
final class ContributionsTest {

    @Test
    void nothingIsAFolderAndAFileAtOnce() {
        Contributions contributions = of(
                Set.of("a.json/b/index.html", "a.json/a.html", "a.jsonb/c.html", "b.json"),
                Stream.of("a.json", "b.json/c/d.json", "c.json", "c.json/d.json", "d/e.json/f.json", "d/e.json"));
        assertEquals(
                List.of(
                        "the plugin adding: its file a.json would be a folder and a file at once: a.json/a.html",
                        "the plugin adding: its file b.json/c/d.json would be a folder and a file at once: b.json",
                        "the plugin adding: its file c.json/d.json would be a folder and a file at once: c.json",
                        "the plugin adding: its file d/e.json would be a folder and a file at once: d/e.json/f.json"),
                contributions.diagnostics().stream().map(Diagnostic::message).toList());
        assertEquals(
                List.of("c.json", "d/e.json/f.json"),
                List.copyOf(contributions.files().keySet()));
    }

    @Test
    void manyFilesAmongManyPagesTakeNoLongerThanEachOfThem() {
        int many = 20_000;
        Set<String> pages = IntStream.range(0, many)
                .mapToObj(n -> "runbooks/services/of-the-platform/page-" + n + ".html")
                .collect(Collectors.toSet());
        Contributions contributions = assertTimeout(
                Duration.ofSeconds(10),
                () -> of(pages, IntStream.range(0, many).mapToObj(n -> "reviews/of-the-platform/file-" + n + ".json")));
        assertEquals(many, contributions.files().size());
    }

    private static Contributions of(Set<String> taken, Stream<String> files) {
        List<Contribution> all =
                files.<Contribution>map(path -> new ContributedFile(path, "{}")).toList();
        return Contributions.of(List.of(new Contributions.Share("adding", all)), taken, Set.of());
    }
}
