package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is wrong in every way: what the other tests look for can be seen. */
@InBrowser
final class InstrumentsTest {

    private final Browser browser;

    InstrumentsTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("wrong.html"), """
                <!DOCTYPE html><html><head><title>Wrong</title>
                <meta http-equiv="Content-Security-Policy" content="script-src 'none'">
                </head><body style="width: 2000px">
                <img src="http://127.0.0.1:9/pixel.png"><p style="color: #bbb; background: #ccc">Faint</p>
                <script>document.title = "ran"</script></body></html>
                """);
        browser.open(page.toUri());
    }

    @Test
    void theConsoleTellsOfARefusalByThePolicy() {
        List<String> said = browser.said();
        assertTrue(said.stream().anyMatch(line -> line.contains("Content Security Policy")), said::toString);
    }

    @Test
    void aRequestOfAnotherHostIsSeen() {
        assertTrue(browser.requests().contains(URI.create("http://127.0.0.1:9/pixel.png")));
    }

    @Test
    void axeSeesAnImageWithoutTextAndFaintLetters() throws IOException {
        List<String> rules = new Axe()
                .findings(browser).stream()
                        .map(finding -> finding.substring(0, finding.indexOf(' ')))
                        .toList();
        assertTrue(rules.containsAll(List.of("color-contrast", "html-has-lang", "image-alt")), rules::toString);
    }

    @Test
    void aPageThatIsTooWideIsSeen() {
        browser.size(390, 800);
        assertEquals(2000, browser.value("document.documentElement.scrollWidth").asInt(), 20);
    }
}
