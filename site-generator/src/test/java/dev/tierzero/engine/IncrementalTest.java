package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An incremental build gives the bytes of a clean one, whatever was done to the site between. {@code -Dtier0.edits.scripts} says how
 * many random scripts run, {@code -Dtier0.edits.seed} with which one begins.
 */
class IncrementalTest {

    private static final int STEPS = 6;

    @TempDir
    Path folder;

    @Test
    void afterAnyEditsAnIncrementalBuildIsAsACleanOne() {
        int scripts = Integer.getInteger("tier0.edits.scripts", 6);
        int first = Integer.getInteger("tier0.edits.seed", 1);
        for (int seed = first; seed < first + scripts; seed++) {
            run(seed);
        }
    }

    @Test
    void aTouchedFileIsNotParsedAgain() throws IOException {
        TestSite site = new TestSite(folder.resolve("touched"));
        new Edits(site, new Random(1)).start();
        site.buildAnyway();
        for (Path file : Edits.files(site.folder().resolve("content"))) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        }
        Outcome outcome = site.buildAnyway();
        assertEquals(Outcome.State.UNCHANGED, outcome.state());
        assertEquals(0, outcome.published().parsed());
    }

    private void run(int seed) {
        TestSite site = new TestSite(folder.resolve("site" + seed));
        Edits edits = new Edits(site, new Random(seed));
        edits.start();
        List<String> log = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            log.add(edits.edit());
            Outcome built = site.buildAnyway();
            Path clean = folder.resolve("clean");
            Outcome anew = TestSite.build(
                    new Request(site.folder(), Optional.of(clean), 1 + step % 3, Map.of(), false, false),
                    Optional.empty());
            String where = "seed " + seed + " after " + log;
            assertEquals(TestSite.whole(anew.diagnostics()), TestSite.whole(built.diagnostics()), where);
            assertEquals(anew.counts(), built.counts(), where);
            assertEquals(TestSite.tree(clean), site.outputs(), where);
        }
        assertEquals(
                0,
                TestSite.build(site.request(), Optional.of(Severity.ERROR))
                        .published()
                        .parsed(),
                "seed " + seed);
    }
}
