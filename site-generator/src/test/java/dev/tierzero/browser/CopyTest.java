package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.portal.Constructs;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader pastes is what a reader is meant to run. */
@InBrowser
final class CopyTest {

    private static final String COPIED =
            "(async () => { window.copied = []; Object.defineProperty(navigator, 'clipboard', "
                    + "{value: {writeText: t => { copied.push(t); return Promise.resolve(); }}});"
                    + "document.querySelectorAll('button.copy').forEach(b => b.click());"
                    + "return JSON.stringify(copied); })()";

    private final Browser browser;
    private final HostedSite host;

    CopyTest(Browser browser, Constructs constructs) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(constructs.site());
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Constructs.MARKDOWN, Constructs.ASCIIDOC})
    void aConsoleGivesItsCommandsWithoutPromptAndOutputAndCodeGivesItself(String page) {
        browser.open(host.page(page));
        List<String> copied = new java.util.ArrayList<>();
        browser.json(COPIED).forEach(text -> copied.add(text.asText()));
        assertEquals(
                List.of(
                        "aibox doctor --quiet",
                        "export VAULT_ADDR=https://vault.aibox.example:8200\nvault status",
                        "vault status\nvault read secret/aibox",
                        "gateway:\n  port: 8443"),
                copied);
    }

    @Test
    void expectedOutputHasNoButton() {
        browser.open(host.page(Constructs.MARKDOWN));
        assertEquals(
                0,
                browser.value("document.querySelectorAll('figure.output button').length")
                        .asInt());
    }

    @Test
    void theClipboardOfTheSystemGetsTheText() {
        URI page = host.page(Constructs.MARKDOWN);
        browser.open(page);
        browser.tap("figure.console button.copy");
        browser.await("document.querySelector('figure.console button.copy').textContent === 'Copied'");
        browser.await("document.getElementById('tz.say').textContent === 'Copied'");
        browser.value("document.querySelector('main').append(document.createElement('textarea'))");
        browser.value("document.querySelector('textarea').focus()");
        browser.paste();
        browser.await("document.querySelector('textarea').value === 'aibox doctor --quiet'");
    }

    @Test
    void aRefusedClipboardSaysWhatToPress() {
        browser.open(host.page(Constructs.MARKDOWN));
        browser.value(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject('no')}}) && 1");
        browser.value("(document.execCommand = () => false) && 1");
        browser.tap("figure.console button.copy");
        browser.await("document.querySelector('figure.console button.copy').textContent === 'Press Ctrl+C'");
    }

    @Test
    void selectingAConsoleByHandLeavesThePromptsOut() {
        browser.open(host.page(Constructs.MARKDOWN));
        assertEquals(
                "vault status\nSealed  false\nvault read secret/aibox\nvalue  set",
                browser.text("(getSelection().selectAllChildren(document.querySelectorAll('figure.console pre')[1]),"
                                + " getSelection().toString())")
                        .strip());
    }
}
