package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Portal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who helps, whether they answer now, and the text for them. */
@InBrowser
final class EscalationTest {

    private static final String OFFICE =
            "{days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', zone: 'Europe/Berlin', holidays: ['2026-12-25']}";
    private static final String NIGHT =
            "{days: [6], from: '22:00', to: '06:00', zone: 'Europe/Berlin', holidays: ['']}";
    private static final String ALWAYS =
            "{days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', zone: 'UTC', holidays: ['']}";

    /** The reader's zone, hours, an instant, and what is said then. */
    private static final List<List<String>> TIMES = List.of(
            List.of("Europe/London", OFFICE, "2026-11-20T15:30Z", "Open now, until 17:00 (16:00 your time)"),
            List.of("Europe/Berlin", OFFICE, "2026-11-20T15:59:59Z", "Open now, until 17:00"),
            List.of("Europe/London", OFFICE, "2026-11-20T16:00Z", "Closed, opens Monday 09:00 (08:00 your time)"),
            // America has had its summer time for three weeks when Europe's begins.
            List.of("America/New_York", OFFICE, "2026-03-06T15:00Z", "Open now, until 17:00 (11:00 your time)"),
            List.of("America/New_York", OFFICE, "2026-03-20T15:00Z", "Open now, until 17:00 (12:00 your time)"),
            List.of("America/New_York", OFFICE, "2026-03-27T20:00Z", "Closed, opens Monday 09:00 (03:00 your time)"),
            List.of("Australia/Sydney", OFFICE, "2026-11-19T20:00Z", "Closed, opens Friday 09:00 (19:00 your time)"),
            List.of("Pacific/Auckland", OFFICE, "2026-11-20T15:00Z", "Open now, until 17:00 (05:00 your time)"),
            // A holiday, and the weekend after it.
            List.of("Europe/Berlin", OFFICE, "2026-12-24T17:00Z", "Closed, opens Monday 09:00"),
            // Nights in which an hour comes twice, and in which one is left out.
            List.of("Europe/Berlin", NIGHT, "2026-10-25T04:59:59Z", "Open now, until 06:00"),
            List.of("Europe/Berlin", NIGHT, "2026-10-25T05:00Z", "Closed, opens Saturday 22:00"),
            List.of("Europe/Berlin", NIGHT, "2026-03-29T03:59:59Z", "Open now, until 06:00"),
            List.of("Europe/Berlin", NIGHT, "2026-03-29T04:00Z", "Closed, opens Saturday 22:00"),
            List.of("Europe/Berlin", ALWAYS, "2026-11-20T15:00Z", "Open now"));

    private final Browser browser;
    private final Portal portal;

    EscalationTest(Browser browser, Portal portal) {
        this.browser = browser;
        this.portal = portal;
    }

    @AfterEach
    void hereAgain() {
        browser.cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
    }

    private URI file(String page) {
        return portal.site().output().resolve(page).toUri();
    }

    @Test
    void hoursAreThoseOfTheirZoneOnEveryDayOfTheYear() {
        browser.open(file("escalation.html"));
        browser.await("self.TierZeroHours");
        List<String> wrong = new ArrayList<>();
        for (List<String> time : TIMES) {
            browser.cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", time.get(0)));
            String said =
                    browser.text("TierZeroHours.state(" + time.get(1) + ", Date.parse('" + time.get(2) + "'))[1]");
            if (!said.equals(time.get(3))) {
                wrong.add(time.get(0) + " " + time.get(2) + ": " + said + ", not " + time.get(3));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theFoldTellsWhoHelpsAndKeepsWhatTheReaderWrites() throws IOException {
        try (HostedSite host = new HostedSite(portal.site())) {
            for (URI page : List.of(host.page("recovery/vault-failure.html"), file("recovery/vault-failure.html"))) {
                browser.open(page);
                assertFalse(browser.is("self.TierZeroHours"), "nothing is loaded before it is opened");
                browser.await("tierZero.run"); // Run mode comes when the page is idle.
                browser.value(
                        "tierZero.run = () => ({tried: ['1. Look'], skipped: ['2. Ask'], current: '3. Go', minute: 4,"
                                + " word: 'DRILL'})");
                browser.value("document.querySelector('.escalate summary').focus()");
                browser.press("\n");
                browser.await("document.querySelector('.escalate .hours b')");
                assertTrue(browser.text("document.querySelector('.escalate .hours b').textContent")
                        .matches("(Open now, until|Closed, opens) .+"));
                String text = browser.text("document.querySelector('.escalate textarea').value");
                assertTrue(text.startsWith("Problem: Vault failure\nService: vault\nPage: http"), text);
                assertTrue(text.contains("copy code "), text);
                assertTrue(text.contains("\nSteps tried:\n- 1. Look\n- skipped: 2. Ask\n- now at: 3. Go\n"), text);
                assertTrue(text.contains("\nSince when, and who else has it: minute 4 of the DRILL\n"), text);
                assertTrue(text.contains("\nOutput of aibox doctor:\n"), text);
                browser.value(
                        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async t => { self.copied = t; }}})");
                browser.value("document.querySelector('.escalate textarea').value += 'mine'");
                browser.tap(".escalate-do button");
                browser.await("self.copied && copied.endsWith('mine')");
                browser.value("document.querySelector('.escalate').open = false");
                browser.value("document.querySelector('.escalate').open = true");
                assertTrue(browser.is("document.querySelector('.escalate textarea').value.endsWith('mine')"));
            }
        }
        assertEquals(List.of(), browser.said());
    }

    @Test
    void theSheetIsOnePageAndTellsNothingThatPaperCannotKnow() throws IOException {
        browser.open(file("escalation.html"));
        browser.await("document.querySelector('.hours b')");
        Map<String, Object> a4 = Map.of("paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true);
        byte[] pdf = java.util.Base64.getDecoder()
                .decode(String.valueOf(browser.cdp("Page.printToPDF", a4).get("data")));
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertEquals(1, paper.getNumberOfPages());
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            for (String word : List.of(
                    "Security incident",
                    "#aibox-help",
                    "Monday to Friday 09:00–17:00 (Europe/Berlin)",
                    "VaultUnreachable (sev1)",
                    "Output of aibox doctor",
                    browser.text("document.querySelector('.sheet-code code').textContent"))) {
                assertTrue(text.contains(word), word + " in " + text);
            }
            assertFalse(text.contains("Open now") || text.contains("Closed, opens"), text);
        }
    }
}
