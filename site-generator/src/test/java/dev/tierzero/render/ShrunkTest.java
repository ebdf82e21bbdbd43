package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Scripts as they are published. */
class ShrunkTest {

    @Test
    void aScriptOfTheThemeIsPublishedWithoutCommentsAndAtMostThreeQuartersAsLarge() throws IOException {
        byte[] source = Files.readAllBytes(Repository.root().resolve("templates/assets/site.js"));
        byte[] published = Shrunk.of("site.js", source);
        assertTrue(published.length * 4 < source.length * 3, () -> published.length + " of " + source.length);
        assertFalse(new String(published, StandardCharsets.UTF_8).contains("/*"));
    }

    @Test
    void whatASiteWroteIsPublishedAsItIs() {
        for (String name : new String[] {"site.js", "own.js", "site.css", "../Theme.js"}) {
            byte[] own = "/* mine */ alert(1)".getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(own, Shrunk.of(name, own));
        }
    }
}
