package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own templates over the embedded ones. */
class ThemeFilesTest {

    @TempDir
    Path folder;

    @Test
    void withoutTemplatesTheEmbeddedThemeIsWhole() throws IOException {
        Theme theme = Theme.load(folder.resolve("none"));
        assertTrue(theme.hasLayout("page"));
        assertTrue(theme.template("partials/nav.peb").isPresent());
        assertTrue(theme.assets().containsKey("site.css"));
        assertFalse(theme.hasLayout("../page"));
    }

    @Test
    void aSiteReplacesFileByFileAndAddsItsOwn() throws IOException {
        Theme standard = Theme.load(folder.resolve("none"));
        write("layouts/page.peb", "mine");
        write("layouts/recipe.peb", "new");
        write("assets/site.css", "body{}");
        Theme theme = Theme.load(folder);
        assertEquals(Optional.of("mine"), theme.template("layouts/page.peb"));
        assertTrue(theme.hasLayout("recipe"));
        assertEquals(standard.template("layouts/home.peb"), theme.template("layouts/home.peb"));
        TreeSet<String> expected = new TreeSet<>(standard.files().keySet());
        expected.add("layouts/recipe.peb");
        assertEquals(expected, theme.files().keySet());
        assertNotEquals(standard.fingerprint(), theme.fingerprint());
    }

    @Test
    void anAssetsNameChangesWithItsBytesOnly() throws IOException {
        write("assets/site.css", "body{}");
        String one = href();
        assertTrue(one.matches("_theme/site\\.[0-9a-f]{10}\\.css"), one);
        write("layouts/page.peb", "mine");
        assertEquals(one, href());
        write("assets/site.css", "body{ }");
        assertNotEquals(one, href());
    }

    @Test
    void linksAndHiddenFilesAreNoPartOfTheTheme() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path templates = Files.createDirectories(folder.resolve("templates/layouts"))
                .resolve("..")
                .normalize();
        Files.createSymbolicLink(templates.resolve("layouts/page.peb"), secret);
        Files.createSymbolicLink(templates.resolve("assets"), folder);
        Files.writeString(templates.resolve("layouts/.page.peb.swp"), "x");
        Files.writeString(templates.resolve(".hidden"), "x");
        Theme standard = Theme.load(folder.resolve("none"));
        assertEquals(standard.fingerprint(), Theme.load(templates).fingerprint());
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        Files.writeString(folder.resolve("real/x.peb"), "x");
        assertEquals(standard.fingerprint(), Theme.load(link).fingerprint());
    }

    private String href() throws IOException {
        return Optional.ofNullable(Theme.load(folder).assets().get("site.css"))
                .orElseThrow()
                .href();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }
}
