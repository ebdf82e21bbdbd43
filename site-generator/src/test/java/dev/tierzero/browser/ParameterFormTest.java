package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.BuiltSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What a reader fills in goes into the commands of the page, and nowhere else when it is a secret. */
@InBrowser
final class ParameterFormTest {

    private static final String SECRET = "s3cr'et !!";
    private static final String PAGE = "oil.html";

    private static final String OIL = """
            ---
            title: Oil is low
            type: runbook
            description: Fill the lamp.
            owner: keepers
            reviewed: 2026-01-01
            severity: sev3
            parameters:
              - {name: node, label: Lamp, pattern: 'lamp-[1-9]', example: lamp-1}
              - {name: file, label: File with readings, help: Any file.}
              - {name: token, label: Token, secret: true}
            ---
            Look at `<node>` first.

            ## Symptoms

            It is dark.

            ## Impact assessment

            Nobody sees.

            ## Immediate actions

            1. Fill it.

               ```console
               $ ls -l <file> \\
                   --node=<node>
               total of <node> 4
               $ cat <<EOF

               $(lamp <node>)  \s
               EOF
               # lamp login '<token>'
               ```

               ```bash
               # a comment: $ stays
               echo "$ <node>" # and this
               $ no-prompt
               ```

               ```yaml
               node: <node>
               path: <file>
               ```

            ## Diagnosis

            1. Look.

            ## Recovery steps

            1. Pour.

            ## Verification

            1. See light.

               ```console
               $ lamp status
               on
               ```

            ## Escalation

            Call.

            ## Post-incident review

            Write.
            """;

    private static final String TEXTS = "[...document.querySelectorAll('figure.code .param')].map(p => p.textContent)";

    @TempDir
    private static Path folder = Path.of("");

    private static Optional<BuiltSite> built = Optional.empty();

    private final Browser browser;
    private final BuiltSite site;
    private final HostedSite host;

    ParameterFormTest(Browser browser) throws IOException {
        this.browser = browser;
        this.site = built.orElseThrow();
        this.host = new HostedSite(site);
    }

    @BeforeAll
    static void build() throws Exception {
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(folder.resolve("site.yaml"), "title: Lamps\noffline: false\n");
        Files.writeString(folder.resolve("content/index.md"), "---\ntitle: Lamps\n---\nOf lamps.\n");
        Files.writeString(folder.resolve("content/oil.md"), OIL);
        built = Optional.of(BuiltSite.of(folder));
    }

    @AfterEach
    void close() throws IOException {
        browser.value("localStorage.clear()");
        browser.open(URI.create("about:blank"));
        host.close();
    }

    private void type(int field, CharSequence text) {
        browser.value("document.querySelector('.fill').open = true, document.getElementById('tz.param." + field
                + "').select()");
        browser.press(text, Keys.TAB);
    }

    private void opened() {
        browser.await("document.querySelector('.param-form')");
        browser.tap(".fill > summary");
    }

    private String fault(int field) {
        return browser.text("document.getElementById('tz.param." + field + ".fault').textContent");
    }

    /** What the copy button of a figure gives; plain http has no clipboard of its own. */
    private String copied(int figure) {
        browser.value("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true}) && 1");
        browser.value("document.querySelectorAll('textarea.paste').forEach(area => area.remove())");
        browser.value("document.querySelectorAll('figure.code button.copy').forEach((b, i) => { b.name = i; })");
        browser.tap("button.copy[name='" + figure + "']");
        browser.value("document.querySelector('main').append(Object.assign(document.createElement('textarea'),"
                + " {className: 'paste'}))");
        browser.value("document.querySelector('textarea.paste').focus()");
        browser.paste();
        browser.await("document.querySelector('textarea.paste').value !== ''");
        return browser.text("document.querySelector('textarea.paste').value");
    }

    @Test
    void whatIsTypedIsCheckedAndQuotedIntoEveryCommand() throws Exception {
        browser.open(host.page(PAGE));
        opened();
        assertEquals(
                List.of("<node> Lamp", "<file> File with readings", "<token> Token"),
                browser.texts("[...document.querySelectorAll('.param-form label')].map(l => l.textContent)"));
        assertTrue(copied(0).startsWith("ls -l <file> \\\n    --node=<node>\n"), "placeholders stay");
        assertEquals(
                "Copied with <file>, <node>, <token>",
                browser.text("document.querySelector('button.copy').textContent"));

        type(0, "lamp 1");
        assertEquals("This does not have the right form, for example lamp-1.", fault(0));
        type(1, "-rf");
        assertTrue(fault(1).startsWith("This begins with a hyphen"), fault(1));
        type(0, "lamp-1");
        type(1, "it's $(a) file");
        type(2, SECRET);
        assertEquals("", fault(0) + fault(1) + fault(2));
        assertEquals(
                List.of("'it'\\''s $(a) file'", "lamp-1", "lamp-1", "lamp-1", "•••", "lamp-1", "lamp-1", "<file>"),
                browser.texts(TEXTS));
        assertEquals("lamp-1", browser.text("document.querySelector('p .param').textContent"));
        assertEquals(
                "ls -l 'it'\\''s $(a) file' \\\n    --node=lamp-1\ncat <<EOF\n\n$(lamp lamp-1)   \nEOF\n"
                        + "lamp login 's3cr'\\''et '\\!\\!''",
                copied(0));
        assertEquals("# a comment: $ stays\necho \"$ lamp-1\" # and this\n$ no-prompt", copied(1));
        assertEquals("node: lamp-1\npath: <file>", copied(2));
        assertEquals(
                "Put in <file> by hand: the value has characters that would mean something else here.",
                browser.text("document.querySelector('[data-lang=yaml] .param-note').textContent"));
        keepsTheSecret();

        browser.reload();
        browser.await("document.querySelector('figure.code .param').classList.contains('filled')");
        assertEquals("<token>", browser.texts(TEXTS).get(4));
        assertEquals(
                " · 2 of 3 filled in", browser.text("document.querySelector('.fill > summary > span').textContent"));
        browser.value("[...document.querySelectorAll('.param-form button')].pop().click()");
        assertEquals(
                List.of("<file>", "<node>", "<node>", "<node>", "<token>", "<node>", "<node>", "<file>"),
                browser.texts(TEXTS));
        assertEquals("null", browser.text("String(localStorage.getItem(TierZeroParams.key('tz-params')))"));
        assertEquals(List.of(), browser.said());
    }

    private void keepsTheSecret() {
        browser.value("document.querySelectorAll('textarea.paste').forEach(area => area.remove())");
        browser.value("document.querySelector('.param-line button').click()");
        assertEquals("text", browser.text("document.getElementById('tz.param.2').type"));
        String everywhere = browser.text(
                "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.cookie, history.state,"
                        + " document.title, document.documentElement.outerHTML])");
        assertFalse(everywhere.contains("s3cr"), everywhere);
        assertTrue(everywhere.contains("lamp-1"), everywhere);
        assertEquals(
                "off new-password",
                browser.text("document.getElementById('tz.param.0').autocomplete + ' '"
                        + " + document.getElementById('tz.param.2').autocomplete"));
    }

    @Test
    void aFolderOnTheDiskAsksAndCopiesAsWell() {
        browser.open(site.output().resolve(PAGE).toUri());
        opened();
        type(0, "lamp-2");
        assertEquals("# a comment: $ stays\necho \"$ lamp-2\" # and this\n$ no-prompt", copied(1));
        browser.value("localStorage.clear()");
    }

    @Test
    void withoutScriptsTheListSaysWhatToPutIn() {
        browser.withoutScripts();
        browser.open(host.page(PAGE));
        assertTrue(browser.is("document.querySelector('dl.params').checkVisibility()"), "the list is seen");
        assertEquals("<node> Lamp", browser.text("document.querySelector('dl.params dt').textContent"));
    }
}
