package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One engine, many threads; and a page that is given up does not hold up the others. */
class AsciiDocThreadsTest {

    private static AsciiDocFixture page(int number) {
        String text = """
                = P%1$d
                :n: %1$d

                == A {n}

                Text {n} {missing%1$d} xref:p%1$d.adoc[]footnote:[F %1$d]

                * {counter:c}
                * {counter:c}

                include::i%1$d.adoc[]

                ----
                code %1$d <1>
                ----
                <1> x
                """;
        return new AsciiDocFixture(Map.of(
                AsciiDocFixture.PAGE,
                text.formatted(number),
                "i" + number + ".adoc",
                "Included {n} {gone%d}.\n".formatted(number)));
    }

    @Test
    void eightThreadsGiveWhatOneGives() throws Exception {
        List<Rendered> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add(page(i).rendered());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Rendered>> tasks = new ArrayList<>();
            for (int i = 0; i < 160; i++) {
                int number = i % 20;
                tasks.add(() -> page(number).rendered());
            }
            List<Future<Rendered>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertEquals(expected.get(i % 20), results.get(i).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPageThatTakesForEverIsGivenUpAndTheNextIsFine() {
        Source endless = AsciiDocFixture.source("page.adoc", "xref:a[".repeat(5_000));
        AsciiDocRenderer hasty = new AsciiDocRenderer(page(1).contents(), Duration.ofMillis(20));
        assertEquals(
                List.of(
                        "content/page.adoc:1 error AD096 the page takes too long to render; it was given up about here | divide this paragraph or table;"
                                + " look for brackets and marks that do not end"),
                hasty.render(endless).diagnostics().stream()
                        .map(AsciiDocFixture::line)
                        .toList());
        assertEquals("<p>Text.</p>", AsciiDocFixture.page("Text.").plain().strip());
    }
}
