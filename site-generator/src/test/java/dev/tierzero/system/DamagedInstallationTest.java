package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no fault of an author or of the machine is ours, and says so. */
class DamagedInstallationTest {

    @TempDir
    Path folder;

    @Test
    void aDefectIsSeventyWithAStackTraceAndTheOldSiteStays() {
        TestSite site = TestSite.in(folder.resolve("damaged"), "-- content/a.md --\n# A\n");
        site.build();
        SortedMap<String, String> before = site.outputs();
        site.write("content/a.md", "# B\n");
        ForkedBuild.Result result = ForkedBuild.startWithout(
                        "pebble-", "build", "--site", site.folder().toString())
                .result();
        assertEquals(70, result.code(), result.text());
        assertTrue(
                result.text()
                        .startsWith("tier0: this is a defect of tier0, not of your content; please report it with these"
                                + " lines:\njava.lang.NoClassDefFoundError: io/pebbletemplates/"),
                result.text());
        assertTrue(result.text().contains("\tat dev.tierzero.cli.Main.run("), result.text());
        assertEquals(before, site.outputs());
        assertEquals(
                2,
                ForkedBuild.startWithout("pebble-", "build", "--nope").result().code(),
                "usage needs no theme");
    }
}
