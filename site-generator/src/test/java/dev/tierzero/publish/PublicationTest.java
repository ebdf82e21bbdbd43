package dev.tierzero.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    Path folder;

    @Test
    void theFirstSiteMakesTheFolder() throws IOException {
        publish("a.html", "one", "deep/er/b.html", "two");
        assertEquals(
                Map.of(
                        "a.html",
                        "one",
                        "deep/er/b.html",
                        "two",
                        "manifest.json",
                        text(target().resolve("manifest.json"))),
                tree(target()));
        Manifest manifest = Publication.published(target()).orElseThrow();
        assertEquals(
                List.of("a.html", "deep/er/b.html"),
                List.copyOf(manifest.files().keySet()));
        assertEquals(
                new Manifest.Entry("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed", 3),
                manifest.files().get("a.html"));
        assertEquals("finger", manifest.fingerprint());
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectories(target());
        publish("a.html", "one");
        assertEquals("one", tree(target()).get("a.html"));
    }

    @Test
    void theNextSiteReplacesTheWholeOfTheOne() throws IOException {
        publish("a.html", "one", "gone.html", "x");
        publish("a.html", "two");
        assertEquals(
                List.of("a.html", "manifest.json"), List.copyOf(tree(target()).keySet()));
        assertEquals("two", tree(target()).get("a.html"));
        assertEquals(List.of("lock", "lock.guard"), List.copyOf(tree(room()).keySet()), "nothing is left over");
    }

    @Test
    void aFolderWithFilesOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createDirectories(target());
        Files.writeString(target().resolve("thesis.txt"), "years of work");
        IOException refused = assertThrows(IOException.class, () -> Publication.begin(target(), work()));
        assertEquals(
                target() + " holds files that Tier Zero did not write; name another folder with --output, or empty it",
                refused.getMessage());
        Files.writeString(target().resolve("manifest.json"), "{\"name\": \"a web app\"}");
        assertThrows(Publication.ForeignFolderException.class, () -> Publication.begin(target(), work()));
        Files.delete(target().resolve("manifest.json"));
        Files.createDirectories(target().resolve("manifest.json"));
        assertThrows(Publication.ForeignFolderException.class, () -> Publication.begin(target(), work()));
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(target(), "a file");
        IOException refused = assertThrows(IOException.class, () -> Publication.begin(target(), work()));
        assertEquals(target() + " is a file, not a folder; name another folder with --output", refused.getMessage());
    }

    @Test
    void aSecondPublicationIsToldThatOneIsRunning() throws IOException {
        try (Publication first = Publication.begin(target(), work())) {
            first.write("a.html", new byte[0]);
            assertThrows(Publication.BusyException.class, () -> Publication.begin(target(), work()));
        }
        publish("a.html", "one");
    }

    @Test
    void twoFoldersOfOneSiteDoNotWaitForEachOther() throws IOException {
        try (Publication first = Publication.begin(target(), work());
                Publication second = Publication.begin(folder.resolve("other"), work())) {
            first.write("a", bytes("1"));
            second.write("a", bytes("2"));
            first.publish("g", "f");
            second.publish("g", "f");
        }
        assertEquals("1", tree(target()).get("a"));
        assertEquals("2", tree(folder.resolve("other")).get("a"));
    }

    @Test
    void whatWasAbandonedIsKeptUntilASitIsPublished() throws IOException {
        publish("a.html", "one");
        Path failed;
        try (Publication publication = Publication.begin(target(), work())) {
            publication.write("a.html", bytes("broken"));
            failed = publication.abandon();
        }
        assertEquals("one", tree(target()).get("a.html"));
        assertEquals(Map.of("a.html", "broken"), tree(failed));
        publish("a.html", "two");
        assertFalse(Files.exists(failed));
    }

    @Test
    void whatAKilledBuildLeftIsSwept() throws IOException {
        publish("a.html", "one");
        for (String left : List.of("staging/half.html", "staging/deep/x", "staging.old/a.html")) {
            Path file = room().resolve(left);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "left over");
        }
        publish("a.html", "two");
        assertEquals(
                List.of("a.html", "manifest.json"), List.copyOf(tree(target()).keySet()));
        assertEquals(List.of("lock", "lock.guard"), List.copyOf(tree(room()).keySet()));
    }

    @Test
    void aPathThatLeavesTheSiteIsADefect() throws IOException {
        try (Publication publication = Publication.begin(target(), work())) {
            for (String path : List.of("../x", "/etc/x", "a/../../x", ".", "")) {
                assertThrows(IllegalArgumentException.class, () -> publication.write(path, new byte[0]), path);
            }
        }
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void manyThreadsMayWrite() throws IOException {
        try (Publication publication = Publication.begin(target(), work())) {
            IntStream.range(0, 400).parallel().forEach(i -> {
                try {
                    publication.write("d" + i % 7 + "/e" + i % 3 + "/" + i, bytes("" + i));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertEquals(400, publication.publish("g", "f").files().size());
        }
        assertEquals(401, tree(target()).size());
    }

    @Test
    void anotherFileSystemThanTheWorkingFoldersWillDo() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "one file system only");
        Path elsewhere = Files.createTempDirectory(memory, "tier0-test");
        Path target = elsewhere.resolve("site");
        for (String text : List.of("one", "two")) {
            try (Publication publication = Publication.begin(target, work())) {
                publication.write("a.html", bytes(text));
                publication.publish("g", "f");
            }
            assertEquals(text, tree(target).get("a.html"));
        }
        try (Stream<Path> all = Files.walk(elsewhere)) {
            for (Path path : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aLinkInTheOutputsPlaceIsReplacedNotFollowed() throws IOException {
        publish("a.html", "one");
        Path real = folder.resolve("real");
        Files.move(target(), real);
        Files.createSymbolicLink(target(), real);
        publish("a.html", "two");
        assertEquals("two", tree(target()).get("a.html"));
        assertTrue(Files.isDirectory(target()));
    }

    private Path target() {
        return folder.resolve("output");
    }

    private Path work() {
        return folder.resolve(".tier0");
    }

    private Path room() throws IOException {
        try (Stream<Path> rooms = Files.list(work().resolve("publish"))) {
            return rooms.findFirst().orElseThrow();
        }
    }

    private void publish(String... files) throws IOException {
        try (Publication publication = Publication.begin(target(), work())) {
            for (int i = 0; i < files.length; i += 2) {
                publication.write(files[i], bytes(files[i + 1]));
            }
            publication.publish("Tier Zero test", "finger");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString(), text(file));
            }
        }
        return files;
    }
}
