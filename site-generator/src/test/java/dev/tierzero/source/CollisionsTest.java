package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollisionsTest {

    private final Path site;

    CollisionsTest(@TempDir Path site) {
        this.site = site;
    }

    @ParameterizedTest
    @CsvSource({
        "A.md, a.md, a.html",
        "a.adoc, a.md, a.html",
        "a.markdown, a.md, a.html",
        "d/_index.md, d/index.md, d/index.html",
        "d/README.md, d/index.md, d/index.html",
        "d/README.md, d/_index.adoc, d/index.html",
        "INDEX.md, index.adoc, index.html",
        "a b.md, a-b.md, a-b.html",
        "caf\u00e9.md, cafe.md, cafe.html",
        "Pic.png, pic.PNG, pic.PNG",
        "x y.png, x-y.png, x-y.png",
        "\u0130stanbul.md, istanbul.md, istanbul.html",
        "a+b.md, a@b.md, a-b.html",
        "\uFB01t.md, fit.md, fit.html",
        "stra\u00dfe.md, stra-e.md, stra-e.html",
    })
    void twoFilesWithOneAddressAreNamedTogether(String one, String other, String output) throws Exception {
        write(one, other);
        List<String> both = List.of(one, other).stream().sorted().toList();
        assertEquals(
                List.of("content/" + both.get(1) + ": SR006 content/" + both.get(1) + " and content/" + both.get(0)
                        + " would both be " + output),
                findings());
    }

    @Test
    void theSameNameComposedAndDecomposedIsOneAddress() throws Exception {
        write("e\u0301.md", "\u00e9.md");
        assertEquals(
                List.of("content/\u00e9.md: SR006 content/\u00e9.md and content/\u00e9.md would both be e.html"),
                findings());
    }

    @Test
    void twoFoldersWithOneAddressAreTold() throws Exception {
        write("Docs/a.md", "docs/b.md", "docs/c.md");
        assertEquals(
                List.of("content/docs/b.md: SR007 the folders \"Docs\" and \"docs\" would be one in the site"),
                findings());
    }

    @Test
    void aFileMustNotBeCalledLikeAFolder() throws Exception {
        write("Notes", "notes/a.md");
        assertEquals(
                List.of("content/Notes: SR006 content/Notes and the folder \"notes\" would both be Notes"), findings());
    }

    @Test
    void whatTheSiteWritesItselfIsReserved() throws Exception {
        write("404.md", "sw.js", "manifest.json");
        assertEquals(
                List.of(
                        "content/404.md: SR008 the site has a 404.html of its own",
                        "content/manifest.json: SR008 the site has a manifest.json of its own",
                        "content/sw.js: SR008 the site has a sw.js of its own"),
                findings());
    }

    @Test
    void neighboursDoNotCollide() throws Exception {
        write("a.md", "a.png", "a/index.md", "b/index.md", "b/a.md", "a.yaml");
        assertEquals(List.of(), findings());
    }

    private void write(String... paths) throws Exception {
        for (String path : paths) {
            Path file = site.resolve("content").resolve(path);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(file, path);
        }
    }

    private List<String> findings() throws Exception {
        return Workspace.scan(site, Settings.standard("x"), Optional.empty(), 1).diagnostics().stream()
                .map(d -> d.position() + ": " + d.code() + " " + d.message())
                .toList();
    }
}
