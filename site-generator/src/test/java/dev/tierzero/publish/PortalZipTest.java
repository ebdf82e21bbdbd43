package dev.tierzero.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of a site. */
class PortalZipTest {

    private static final List<String> SITE = List.of(
            "index.html", "ops/über.html", "_search/ab/p0.js", "_search/ab/w0.bin", "_headers", "sw.js", "robots.txt");

    @TempDir
    Path folder;

    @Test
    void itHoldsWhatIsOfUseOnADiskByteForByte() throws IOException {
        Path target = published("a", SITE);
        try (ZipFile zip = new ZipFile(target.resolve("portal.zip").toFile())) {
            Map<String, String> entries = new TreeMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            assertEquals(
                    new TreeMap<>(Map.of(
                            "index.html",
                            "text of index.html",
                            "ops/über.html",
                            "text of ops/über.html",
                            "_search/ab/p0.js",
                            "text of _search/ab/p0.js")),
                    entries);
        }
    }

    @Test
    void theSameSiteGivesTheSameArchiveInAnyTimeZoneAndTheManifestKnowsIt() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        Path one = published("a", SITE);
        byte[] archive = Files.readAllBytes(one.resolve("portal.zip"));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(archive, Files.readAllBytes(published("b", SITE).resolve("portal.zip")));
        } finally {
            TimeZone.setDefault(zone);
        }
        Manifest.Entry entry = Publication.published(one).orElseThrow().files().get("portal.zip");
        assertEquals(new Manifest.Entry(dev.tierzero.model.Sha256.hex(archive), archive.length), entry);
    }

    @Test
    void aFileOfTheSiteThatStandsThereIsNotReplaced() {
        IOException failure = assertThrows(IOException.class, () -> published("a", List.of("portal.zip")));
        assertEquals(
                "portal.zip is a file of the site itself, so the archive of the site cannot stand there; give that file another name,"
                        + " or set portal-zip: false",
                failure.getMessage());
    }

    private Path published(String name, List<String> paths) throws IOException {
        Path target = folder.resolve(name).resolve("output");
        try (Publication publication =
                Publication.begin(target, folder.resolve(name).resolve(".tier0"))) {
            for (String path : paths) {
                publication.write(path, ("text of " + path).getBytes(StandardCharsets.UTF_8));
            }
            publication.archive(PortalZip.NAME, PortalZip::isNeeded);
            publication.publish("Tier Zero", "finger");
        }
        return target;
    }
}
