package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All errors of all pages are told in one run, and nothing else is. */
class AllErrorsTest {

    private static final int PAGES = 300;
    private static final int ERRORS = 100;

    /** A mistake on a line of its own, the code that tells of it, and the column where it stands (0: the line). */
    private record Mistake(String text, String code, int column) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("[x](nowhere-at-all.md)", "LK001", 1),
            new Mistake("See [x](p1.md#no-such-id) there.", "LK002", 5),
            new Mistake("[x](#no-such-id)", "LK002", 1),
            new Mistake("![x](no-such.png)", "LK003", 1),
            new Mistake("[x](_part.md)", "LK004", 1),
            new Mistake("[x](_data/d.yaml)", "LK004", 1),
            new Mistake("![x](https://example.com/x.png)", "IM003", 1),
            new Mistake("[x](../../../etc/passwd)", "LK006", 1),
            new Mistake("--8<-- \"_no-such.md\"", "IN001", 1),
            new Mistake("--8<-- \"_part.md:no-such-region\"", "IN003", 1),
            new Mistake("<script>alert(1)</script>", "HT001", 1),
            new Mistake("![](plan.svg)", "IM001", 1));

    @TempDir
    Path folder;

    @Test
    void everySeededErrorIsToldWithItsPlaceAndNoOther() throws Exception {
        TestSite site = new TestSite(folder);
        site.write("content/_part.md", "part\n").write("content/_data/d.yaml", "a: 1\n");
        site.write("content/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");
        for (int i = 0; i < PAGES; i++) {
            site.write("content/p" + i + ".md", page(i, ""));
        }
        assertEquals(Outcome.State.PUBLISHED, site.build().state());
        SortedMap<String, String> before = site.outputs();
        long seed = Long.getLong("tier0.seed", 5);
        List<Integer> order = new ArrayList<>(IntStream.range(2, PAGES).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<String> expected = new ArrayList<>();
        for (int e = 0; e < ERRORS - 4; e++) {
            int page = order.get(e);
            Mistake mistake = MISTAKES.get(e % MISTAKES.size());
            site.write("content/p" + page + ".md", page(page, mistake.text()));
            expected.add("content/p" + page + ".md:5:" + mistake.column() + " " + mistake.code());
        }
        int page = order.get(ERRORS);
        site.write("content/p" + page + ".md", "---\naliases: [/p1.html]\n---\n# P\n");
        expected.add("content/p" + page + ".md:2:1 RD002");
        page = order.get(ERRORS + 1);
        site.write("content/p" + page + ".md", "---\ntittle: x\n---\n# P\n");
        expected.add("content/p" + page + ".md:2:1 FM002");
        site.write("content/active.xhtml", "<p>x</p>");
        expected.add("content/active.xhtml SR004");
        Files.createSymbolicLink(folder.resolve("content/link.md"), folder.resolve("content/p1.md"));
        expected.add("content/link.md SR001");
        Outcome outcome = site.build();
        List<String> found = new ArrayList<>(TestSite.brief(outcome.diagnostics()));
        List<String> missed = new ArrayList<>(expected);
        found.forEach(missed::remove);
        expected.forEach(found::remove);
        assertEquals("missed [] and false []", "missed " + missed + " and false " + found, "seed " + seed);
        assertEquals(
                ERRORS,
                outcome.diagnostics().stream()
                        .filter(d -> !d.code().equals("FM020"))
                        .count());
        assertEquals(Outcome.State.REFUSED, outcome.state());
        assertEquals(before, site.outputs());
        assertTrue(Files.isRegularFile(outcome.output().orElseThrow().resolve("index.html")));
    }

    private static String page(int number, String mistake) {
        return "# Page " + number + "\n\n[next](p" + (number + 1) % PAGES + ".md)\n\n" + mistake + "\n";
    }
}
