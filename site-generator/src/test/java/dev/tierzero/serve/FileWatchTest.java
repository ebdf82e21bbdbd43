package dev.tierzero.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileWatchTest {

    private final Path site;
    private final Path content;
    private final FileWatch watch;

    FileWatchTest(@TempDir Path folder) throws IOException {
        this.site = folder.toRealPath();
        this.content = Files.createDirectories(site.resolve("content/deep"))
                .resolve("..")
                .normalize();
        Files.writeString(content.resolve("a.md"), "one");
        Path templates = site.resolve("templates");
        this.watch = new FileWatch(
                site,
                Set.of(content, templates),
                path -> (path.startsWith(content)
                                || path.startsWith(templates)
                                || path.equals(site.resolve("site.yaml")))
                        && !path.toString().endsWith("~"));
    }

    @AfterEach
    void stop() throws IOException {
        watch.close();
    }

    @Test
    void aFileThatIsWrittenOrDeletedIsTold() throws Exception {
        Files.writeString(content.resolve("a.md"), "two");
        assertTold("content/a.md");
        Files.writeString(content.resolve("deep/b.md"), "new");
        assertTold("content/deep/b.md");
        Files.delete(content.resolve("a.md"));
        assertTold("content/a.md");
    }

    @Test
    void ofARenamedFileBothNamesAreTold() throws Exception {
        Files.move(content.resolve("a.md"), content.resolve("deep/c.md"));
        assertTold("content/a.md", "content/deep/c.md");
    }

    @Test
    void aFolderThatIsNewIsWatchedWithWhatIsInItAlready() throws Exception {
        Files.createDirectories(content.resolve("new/er"));
        Files.writeString(content.resolve("new/er/d.md"), "one");
        assertTold("content/new/er/d.md");
        Files.writeString(content.resolve("new/er/e.md"), "two");
        assertTold("content/new/er/e.md");
    }

    @Test
    void aFolderMovedInIsToldWithItsFiles() throws Exception {
        Path outside = Files.createDirectory(site.resolve("outside"));
        Files.writeString(outside.resolve("x.md"), "x");
        Files.move(outside, content.resolve("inside"));
        assertTold("content/inside/x.md");
    }

    @Test
    void aWatchedFolderMayComeLater() throws Exception {
        Files.createDirectory(site.resolve("templates"));
        Files.writeString(site.resolve("templates/page.peb"), "x");
        assertTold("templates/page.peb");
        Files.writeString(site.resolve("site.yaml"), "title: X");
        assertTold("site.yaml");
    }

    @Test
    void filesThatDoNotCountWakeNobody() throws Exception {
        Files.writeString(site.resolve("notes.txt"), "x");
        Files.writeString(content.resolve("a.md~"), "x");
        Files.writeString(content.resolve("last.md"), "x");
        Set<String> told = new TreeSet<>();
        until(told, Set.of("content/last.md"));
        assertEquals(Set.of("content/last.md"), told);
    }

    @Test
    void aClosedWatchEndsTheWait() throws Exception {
        watch.close();
        assertEquals(Set.of(), watch.next());
    }

    /** Waits until all have been told; a file is told again when it is still being written as the batch ends. */
    private void assertTold(String... files) throws IOException, InterruptedException {
        Set<String> told = new TreeSet<>();
        until(told, Set.of(files));
        assertTrue(told.containsAll(Set.of(files)), told.toString());
    }

    private void until(Set<String> told, Set<String> files) throws IOException, InterruptedException {
        while (!told.containsAll(files)) {
            watch.next().forEach(path -> told.add(site.relativize(path).toString()));
        }
    }
}
