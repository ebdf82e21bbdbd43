package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class WorkspaceTest {

    private final Path site;

    WorkspaceTest(@TempDir Path site) {
        this.site = site;
    }

    @Test
    void everyFileIsInExactlyOneClass() throws Exception {
        SiteText.write(site, """
                -- content/index.md --
                -- content/guide/_index.adoc --
                -- content/guide/setup.MD --
                -- content/guide/setup.png --
                -- content/guide/_warning.md --
                -- content/guide/_parts/a.yaml --
                -- content/guide/_parts/index.md --
                -- content/_data/codes.yaml --
                -- content/_data/notes.md --
                -- content/guide/.hidden --
                -- content/.git/config --
                -- content/guide/setup.md~ --
                -- content/guide/old.psd --
                -- content/scratch/x.md --
                -- content/evil.xhtml --
                """);
        Workspace workspace = scan(settings(List.of("*.psd", "scratch")));
        assertEquals(
                Map.ofEntries(
                        Map.entry(".git/", FileClass.IGNORED),
                        Map.entry("_data/codes.yaml", FileClass.DATA),
                        Map.entry("_data/notes.md", FileClass.DATA),
                        Map.entry("evil.xhtml", FileClass.ERROR),
                        Map.entry("guide/.hidden", FileClass.IGNORED),
                        Map.entry("guide/_index.adoc", FileClass.PAGE),
                        Map.entry("guide/_parts/a.yaml", FileClass.PARTIAL),
                        Map.entry("guide/_parts/index.md", FileClass.PARTIAL),
                        Map.entry("guide/_warning.md", FileClass.PARTIAL),
                        Map.entry("guide/old.psd", FileClass.IGNORED),
                        Map.entry("guide/setup.MD", FileClass.PAGE),
                        Map.entry("guide/setup.md~", FileClass.IGNORED),
                        Map.entry("guide/setup.png", FileClass.ASSET),
                        Map.entry("index.md", FileClass.PAGE),
                        Map.entry("scratch/", FileClass.IGNORED)),
                workspace.files().stream().collect(Collectors.toMap(ScannedFile::path, ScannedFile::fileClass)));
        assertEquals(
                workspace.files().size(),
                workspace.counts().values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                List.of("content/evil.xhtml: SR004 a browser would run scripts from this file"), findings(workspace));
    }

    @Test
    void filesComeInTheOrderOfTheirPathsWithTheirOutputs() throws Exception {
        SiteText.write(site, """
                -- content/b.md --
                -- content/a/README.md --
                -- content/a/My Page.adoc --
                -- content/a/My Picture.PNG --
                -- content/Äpfel/übung.md --
                """);
        assertEquals(
                List.of(
                        "a/My Page.adoc=a/my-page.html",
                        "a/My Picture.PNG=a/My-Picture.PNG",
                        "a/README.md=a/index.html",
                        "b.md=b.html",
                        "Äpfel/übung.md=apfel/ubung.html"),
                scan().files().stream().map(f -> f.path() + "=" + f.output()).toList());
    }

    @Test
    void whatIsNoRegularFileIsAnErrorAndIsNeverOpened() throws Exception {
        SiteText.write(site, """
                -- content/a.md --
                -- content/sub/b.md --
                -- secret.txt --
                canary
                """);
        Path content = site.resolve("content");
        Files.createSymbolicLink(content.resolve("link.md"), site.resolve("secret.txt"));
        Files.createSymbolicLink(content.resolve("relative.md"), Path.of("../secret.txt"));
        Files.createSymbolicLink(content.resolve("dangling.md"), Path.of("nowhere"));
        Files.createSymbolicLink(content.resolve("chain.png"), Path.of("link.md"));
        Files.createSymbolicLink(content.resolve("etc"), Path.of("/etc"));
        Files.createSymbolicLink(content.resolve("sub/loop"), Path.of(".."));
        Files.createSymbolicLink(content.resolve("zero.bin"), Path.of("/dev/zero"));
        Files.createSymbolicLink(content.resolve("_data"), Path.of("/proc/self"));
        run("mkfifo", content.resolve("pipe.md").toString());
        Files.createLink(content.resolve("hard.md"), content.resolve("a.md"));
        Files.createFile(content.resolve("empty.md"));
        try (RandomAccessFile sparse =
                        new RandomAccessFile(content.resolve("sparse.bin").toFile(), "rw");
                ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            sparse.setLength(3L << 30);
            socket.bind(UnixDomainSocketAddress.of(content.resolve("s.md")));
            assertEquals(
                    List.of(
                            "content/_data: SR001 a symbolic link",
                            "content/chain.png: SR001 a symbolic link",
                            "content/dangling.md: SR001 a symbolic link",
                            "content/etc: SR001 a symbolic link",
                            "content/link.md: SR001 a symbolic link",
                            "content/pipe.md: SR002 not a regular file (a pipe, socket or device)",
                            "content/relative.md: SR001 a symbolic link",
                            "content/s.md: SR002 not a regular file (a pipe, socket or device)",
                            "content/sparse.bin: SR009 the file has 3221225472 bytes; at most 52428800 are taken",
                            "content/sub/loop: SR001 a symbolic link",
                            "content/zero.bin: SR001 a symbolic link"),
                    findings(scan()));
        }
        Workspace workspace = scan();
        assertEquals(Optional.empty(), workspace.read("link.md"));
        assertFalse(workspace.contains("pipe.md"));
        assertEquals(
                List.of("a.md", "empty.md", "hard.md", "sub/b.md"),
                workspace.files(FileClass.PAGE).stream().map(ScannedFile::path).toList());
    }

    @Test
    void aNameThatIsNotUtf8IsAnError() throws Exception {
        SiteText.write(site, "-- content/a.md --\n");
        run(
                "bash",
                "-c",
                "printf x > \"$0\"/$'caf\\xe9.md'",
                site.resolve("content").toString());
        run(
                "bash",
                "-c",
                "printf x > \"$0\"/$'new\\nline.md'",
                site.resolve("content").toString());
        run(
                "bash",
                "-c",
                "printf x > \"$0\"/$'back\\\\slash.md'",
                site.resolve("content").toString());
        assertEquals(
                List.of(
                        "content/back\\slash.md: SR003 the name holds characters that are not UTF-8 or cannot be seen",
                        "content/caf\uFFFD.md: SR003 the name holds characters that are not UTF-8 or cannot be seen",
                        "content/new<U+000A>line.md: SR003 the name holds characters that are not UTF-8 or cannot be"
                                + " seen"),
                findings(scan()));
    }

    @Test
    void anUnchangedFileIsNeitherReadNorHashed() throws Exception {
        twoSettledPages();
        assertEquals(2, scan().hashed());
        Workspace again = scan();
        assertEquals(0, again.hashed());
        assertArrayEquals(
                "one\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                again.read("a.md").orElseThrow());
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsSeen() throws Exception {
        twoSettledPages();
        Workspace before = scan();
        Path file = site.resolve("content/a.md");
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "two\n");
        Files.setLastModifiedTime(file, time);
        Workspace after = scan();
        assertEquals(1, after.hashed());
        assertFalse(before.files().equals(after.files()));
    }

    @Test
    void aFileJustWrittenIsReadAgain() throws Exception {
        SiteText.write(site, "-- content/a.md --\n");
        touchFuture(site.resolve("content/a.md"));
        scan();
        assertEquals(1, scan().hashed());
    }

    @Test
    void aDamagedCacheIsNoCache() throws Exception {
        twoSettledPages();
        List<ScannedFile> files = scan().files();
        Path stat = site.resolve(".tier0/cache/files.stat");
        byte[] good = Files.readAllBytes(stat);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x41;
            Files.write(stat, bad);
            Workspace workspace = scan();
            assertEquals(2, workspace.hashed(), "byte " + i);
            assertEquals(files, workspace.files());
        }
        Files.write(stat, java.util.Arrays.copyOf(good, good.length / 2));
        assertEquals(2, scan().hashed());
    }

    @Test
    void aFileChangedAfterTheScanIsAnErrorWhenItIsRead() throws Exception {
        twoSettledPages();
        scan();
        Workspace workspace = scan();
        Files.writeString(site.resolve("content/a.md"), "changed\n");
        IOException thrown = assertThrows(IOException.class, () -> workspace.read("a.md"));
        assertEquals("content/a.md: was changed during the build; build again", thrown.getMessage());
    }

    @Test
    void whatIsParsedIsWhatWasHashedAlsoWhenTheFileChangesMeanwhile() throws Exception {
        twoSettledPages();
        Workspace workspace = scan();
        Files.writeString(site.resolve("content/a.md"), "changed\n");
        assertEquals(
                workspace.get("a.md").orElseThrow().sha256(),
                Digests.hex(workspace.read("a.md").orElseThrow()));
    }

    @Test
    void scanningWithoutACacheLeavesNothingBehind() throws Exception {
        twoSettledPages();
        Workspace.scan(site, Settings.standard("x"), Optional.empty(), 1);
        assertFalse(Files.exists(site.resolve(".tier0")));
    }

    @Test
    void oneAndManyThreadsFindTheSame() throws Exception {
        for (int i = 0; i < 300; i++) {
            SiteText.write(site, "-- content/s" + i % 7 + "/p" + i + ".md --\n" + i);
        }
        Settings settings = Settings.standard("x");
        assertEquals(
                Workspace.scan(site, settings, Optional.empty(), 1).files(),
                Workspace.scan(site, settings, Optional.empty(), 8).files());
    }

    @Test
    void theFoldersOfAJBakeProjectAreOneTree() throws Exception {
        SiteText.write(site, """
                -- content/blog/post.md --
                -- assets/css/base.css --
                -- assets/about.html --
                -- assets/blog/post.html --
                -- assets/_headers --
                """);
        Settings standard = Settings.standard("x");
        Settings settings = new Settings(
                "x",
                "",
                "en",
                "",
                Optional.empty(),
                new Settings.Folders("content", "output", "templates", Optional.of("assets")),
                List.of(),
                Map.of(),
                Map.of(),
                standard.frontMatter(),
                List.of(),
                standard.headers(),
                standard.limits(),
                List.of(),
                true,
                false,
                standard.plugins());
        Workspace workspace = scan(settings);
        assertEquals(
                List.of(
                        "assets/_headers: SR008 the site has a _headers of its own",
                        "assets/blog/post.html: SR006 assets/blog/post.html and content/blog/post.md would both be"
                                + " blog/post.html"),
                findings(workspace));
        assertEquals("assets/css/base.css", workspace.file("css/base.css"));
        assertEquals("content/none.md", workspace.file("none.md"));
    }

    @Test
    void aSiteWithoutContentFolderIsToldApart() throws Exception {
        assertEquals(
                site.resolve("x") + ": no such folder",
                assertThrows(SettingsException.class, () -> check(site.resolve("x")))
                        .line());
        assertEquals(
                site + ": no folder \"content\" here; the pages of a site are in it",
                assertThrows(SettingsException.class, () -> check(site)).line());
        SiteText.write(site, "-- b.md --\n-- a.adoc --\n-- README.md --\n");
        assertEquals(
                site + ": the pages (a.adoc, b.md) are in the site's folder itself; move them to \"content/\"",
                assertThrows(SettingsException.class, () -> check(site)).line());
        Files.createSymbolicLink(site.resolve("content"), Path.of("/etc"));
        assertEquals(
                site.resolve("content") + ": is a symbolic link; the content folder has to be a real one",
                assertThrows(SettingsException.class, () -> check(site)).line());
    }

    @Test
    void aFolderTooDeepIsAnError() throws Exception {
        SiteText.write(site, "-- content/" + "d/".repeat(70) + "a.md --\n");
        assertEquals(
                List.of("content/" + "d/".repeat(64) + "d: SR002 a folder deeper than 64 levels"),
                scan().diagnostics().stream()
                        .map(d -> d.position().file() + ": " + d.code() + " " + d.message())
                        .toList());
    }

    private void twoSettledPages() throws Exception {
        SiteText.write(site, "-- content/a.md --\none\n-- content/b.md --\none\n");
        // A minute ago: beyond doubt not changed since. The inode's own time cannot be set, so wait for a later tick.
        for (String name : List.of("a.md", "b.md")) {
            Path file = site.resolve("content").resolve(name);
            Files.setLastModifiedTime(
                    file,
                    java.nio.file.attribute.FileTime.from(Files.getLastModifiedTime(file)
                            .toInstant()
                            .minusSeconds(60)
                            .plusNanos(1_000)));
        }
        Path probe = site.resolve("probe");
        long changed = Stat.of(site.resolve("content/b.md"), Stat.isUnix(site)).changed();
        do {
            Files.writeString(probe, "x");
        } while (Stat.of(probe, false).modified() - changed < 25_000_000L);
    }

    private static void touchFuture(Path file) throws IOException {
        Files.setLastModifiedTime(
                file,
                java.nio.file.attribute.FileTime.from(
                        Files.getLastModifiedTime(file).toInstant().plusSeconds(3600)));
    }

    private Workspace scan() throws Exception {
        return scan(Settings.standard("x"));
    }

    private Workspace scan(Settings settings) throws Exception {
        return Workspace.scan(site, settings, Optional.of(site.resolve(".tier0/cache")), 2);
    }

    private static void check(Path site) throws SettingsException {
        Workspace.checkFolder(site, Settings.standard("x"));
    }

    private static Settings settings(List<String> ignore) {
        Settings s = Settings.standard("x");
        return new Settings(
                s.title(),
                s.tagline(),
                s.language(),
                s.url(),
                s.repository(),
                s.folders(),
                s.menu(),
                s.sections(),
                s.types(),
                s.frontMatter(),
                ignore,
                s.headers(),
                s.limits(),
                s.support(),
                s.offline(),
                s.portalZip(),
                s.plugins());
    }

    private static List<String> findings(Workspace workspace) {
        assertTrue(workspace.diagnostics().stream().noneMatch(d -> d.hint().isBlank()));
        return Collections.unmodifiableList(workspace.diagnostics().stream()
                .map(d -> d.position() + ": " + d.code() + " " + d.message())
                .toList());
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
