package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run where less is there: from a folder, without the network, without a store, on paper, by ear. */
@InBrowser
final class RunPlacesTest {

    private static final String FIRST = "immediate-actions.1";

    @TempDir
    static Path folder;

    private final Browser browser;
    private final FakeClock clock;
    private final RunPage run;
    private Optional<HostedSite> host = Optional.empty();

    RunPlacesTest(Browser browser) {
        this.browser = browser;
        this.clock = new FakeClock(browser, Instant.parse("2026-11-20T02:02:00Z"), "Europe/Berlin");
        this.run = new RunPage(browser, clock);
    }

    @BeforeAll
    static void build() throws IOException, SettingsException {
        RunSite.build(folder.toRealPath());
    }

    @AfterEach
    void close() {
        clock.remove();
        browser.open(URI.create("about:blank"));
        host.ifPresent(HostedSite::close);
    }

    private URI hosted() throws IOException {
        HostedSite site = new HostedSite(folder.resolve("first"), "");
        host = Optional.of(site);
        return site.page(RunSite.PAGE);
    }

    @Test
    void fromAFolderItIsTheSame() {
        run.open(folder.resolve("first").resolve(RunSite.PAGE).toUri());
        run.press("Start incident");
        clock.pass("3M");
        run.tick(FIRST);
        run.reload();
        assertEquals("✓ 03:05 (+03:00)|", run.at(FIRST));
        assertEquals(
                "1 0",
                browser.text(
                        "[document.getElementById('tz.run').dataset.site, 'another'].map(site => Object.keys(localStorage)"
                                + ".filter(key => key === 'tz-run ' + site + ' recovery/vault.md').length).join(' ')"),
                "all sites on a disk have one store");
        run.press("Save record (JSON)");
        assertTrue(run.saved("2026-11-20-vault.json").contains("\"elapsed\": \"03:00\""));
        run.press("Discard the run");
        run.press("Discard it");
        assertEquals(List.of(), browser.said());
    }

    @Test
    void aRunGoesOnWhenTheNetworkIsCut() throws IOException {
        run.open(hosted());
        browser.await("(await (await caches.match(tierZero.base + '_offline/state'))?.json())?.gen");
        run.press("Start incident");
        host.orElseThrow().close();
        clock.pass("3M");
        run.tick(FIRST);
        run.reload();
        assertTrue(browser.is("document.querySelector('main .kept')"), "this is the copy");
        assertEquals("✓ 03:05 (+03:00)|", run.at(FIRST));
        assertTrue(
                browser.is("getComputedStyle(document.querySelector('.run-bar')).position === 'fixed'"),
                "the styles are there");
    }

    @Test
    void withoutAStoreItWorksInThisTabAndSaysSo() throws IOException {
        Object script = browser.cdp(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"))
                .get("identifier");
        run.open(hosted());
        run.press("Start exercise (DRILL)");
        run.tick(FIRST);
        assertEquals(
                "This browser stores nothing for this page. Save the record before you close it.",
                run.part(".run-news"));
        assertTrue(run.isTicked(FIRST));
        assertFalse(
                browser.is("dispatchEvent(new Event('beforeunload', { cancelable: true }))"),
                "the browser asks before the tab is closed");
        run.tick("verification.1");
        run.tick("verification.2");
        browser.value("document.querySelector('details:has(.run-form)').open = true");
        browser.value("document.querySelector('.run-form').requestSubmit()");
        run.press("Put away");
        assertTrue(
                run.part(".run-fault").startsWith("This browser stores nothing for this page. Save the record first"),
                run.part(".run-fault"));
        assertEquals("DRILL", run.part(".run-kind"), "what is nowhere else stays here");
        browser.cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void everyStateIsSaidAndReadByMachines() throws IOException {
        run.open(hosted());
        Axe axe = new Axe();
        List<String> findings = new ArrayList<>(axe.findings(browser));
        run.press("Start exercise (DRILL)");
        clock.pass("11M");
        browser.await("document.getElementById('tz.say').textContent === 'Call-out due, minute 10'");
        run.tick(FIRST);
        run.tick("recovery-steps.1");
        browser.value("document.querySelectorAll('.run-live details').forEach(fold => { fold.open = true; })");
        findings.addAll(axe.findings(browser));
        clock.pass("2H");
        browser.await("document.getElementById('tz.say').textContent.includes('Lease ended 1 h 31 min ago')");
        for (int width : List.of(390, 1600)) {
            browser.size(width, 800);
            browser.prefer(width == 390 ? "dark" : "light");
            findings.addAll(axe.findings(browser));
            assertEquals(
                    List.of(),
                    browser.texts(
                            "[...document.querySelectorAll('main *, .run-bar *')].filter(n => n.getBoundingClientRect().right > "
                                    + width + " && !n.closest('pre')).map(n => n.outerHTML.slice(0, 90))"),
                    "nothing sticks out at " + width);
            assertEquals(
                    List.of(),
                    browser.texts(
                            "[...document.querySelectorAll('.run-do')].filter(b => b.offsetParent && (b.offsetHeight < 24 || b.offsetWidth < 24)).map(b => b.textContent)"));
        }
        assertEquals(List.of(), findings);
        assertEquals(
                List.of(),
                browser.texts(
                        "[...document.querySelectorAll('.run-step > button')].map(b => b.ariaLabel).filter((name, i, all) => !name || all.indexOf(name) !== i)"),
                "each button of a step has a name of its own");
    }

    @Test
    void paperShowsTicksTimesAndNotes() throws IOException {
        run.open(hosted());
        run.press("Start exercise (DRILL)");
        clock.pass("4M10S");
        run.tick(FIRST);
        run.press("immediate-actions.2", "Skip");
        run.answer("nobody answers");
        String text;
        try (PDDocument pdf = Loader.loadPDF(browser.pdf())) {
            text = new PDFTextStripper().getText(pdf);
        }
        for (String shown : List.of(
                "DRILL",
                "03:06 (+04:10)",
                "Skipped 03:06 (+04:10)",
                "Reason: nobody answers",
                "Outage began 2026-11-20 03:02")) {
            assertTrue(text.contains(shown), shown + " in:\n" + text);
        }
        assertFalse(text.contains("Copy call-out") || text.contains("Current step"), text);
    }

    @Test
    void aPageThatIsOnlyReadLoadsLittle() throws IOException {
        String html = Files.readString(folder.resolve("first").resolve(RunSite.PAGE));
        Matcher scripts = Pattern.compile("data-scripts=\"([^\"]+)\"").matcher(html);
        assertTrue(scripts.find());
        List<String> asked = new ArrayList<>(List.of("node", "-e", """
                const size = file => require("zlib").gzipSync(require("fs").readFileSync(file), { level: 9 }).length;
                console.log(process.argv.slice(1).reduce((total, file) => total + size(file), 0));
                """));
        for (String script : scripts.group(1).split(" ", -1)) {
            asked.add(folder.resolve("first/recovery").resolve(script).toString());
        }
        Process node = new ProcessBuilder(asked).redirectErrorStream(true).start();
        String size = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(Integer.parseInt(size) <= 12 * 1024, "12 KB compressed by gzip are the budget of run mode: " + size);
    }
}
