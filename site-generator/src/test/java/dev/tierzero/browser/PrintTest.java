package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.BuiltSite;
import dev.tierzero.portal.Constructs;
import dev.tierzero.portal.Portal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A printed page works when nothing else does: all of its text is on it. */
@InBrowser
final class PrintTest {

    private static final Pattern DIGEST = Pattern.compile("· digest ([0-9a-f]{12})");

    private final Browser browser;

    PrintTest(Browser browser) {
        this.browser = browser;
    }

    /** The text on paper without blanks, which lines broken elsewhere would change. */
    private String printed(URI page) throws IOException {
        browser.open(page);
        try (PDDocument pdf = Loader.loadPDF(browser.pdf())) {
            return plain(new PDFTextStripper().getText(pdf));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> missing(String paper, List<String> texts) {
        return texts.stream().filter(text -> !paper.contains(plain(text))).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void paperHasEveryTabEveryFoldEveryAddressAndTheDigest(boolean scripts, Constructs constructs) throws IOException {
        if (!scripts) {
            browser.withoutScripts();
        }
        for (String page : List.of(Constructs.MARKDOWN, Constructs.ASCIIDOC)) {
            String paper = printed(constructs.site().output().resolve(page).toUri());
            assertEquals(
                    List.of(),
                    missing(
                            paper,
                            List.of(
                                    "Text for Linux.",
                                    "Text for Windows.",
                                    "Text for macOS.",
                                    "Second text for Windows.",
                                    "Second text for Linux.",
                                    "Text that is folded away.",
                                    "$ vault status",
                                    "https://tierzero.example/docs?a=1&b=2",
                                    "graph LR",
                                    "Because it can be needed.",
                                    digest(constructs.site(), page))),
                    page);
        }
    }

    @Test
    void thePageIsAsItWasAfterItWasPrinted(Constructs constructs) throws IOException {
        printed(constructs.site().output().resolve(Constructs.MARKDOWN).toUri());
        assertEquals(false, browser.is("document.querySelector('.disclosure').open"));
        assertEquals(
                2,
                browser.value("document.querySelectorAll('.tab:not([hidden])').length")
                        .asInt());
    }

    /** ISO 216 and ANSI, in inches. */
    private static final Map<String, double[]> PAPERS =
            Map.of("A4", new double[] {8.27, 11.69}, "Letter", new double[] {8.5, 11});

    /** What is read, with the addresses that paper adds; run mode is for screens. */
    private static final String WORDS = """
            [...document.querySelectorAll('.body :is(p, li, td, th, dd, dt, h2, h3, h4, figcaption, caption, summary, .tab-title)')]
              .filter(e => !e.closest('.run') && !e.querySelector('*:not(code, strong, em, kbd, a, sup, .w)')).map(e => {
                const copy = e.cloneNode(true);
                copy.querySelectorAll('.permalink, .footnote-back').forEach(a => a.remove());
                copy.querySelectorAll('.footnote-ref').forEach(a => { a.textContent = `[${a.textContent}]`; });
                copy.querySelectorAll('a[data-to]').forEach(a => a.append(` (${a.dataset.to})`));
                return copy.textContent;
              })""";

    @Test
    void aPrintedProcedureIsWholeAndAFormAndSaysWhichCopyItIs(Portal portal) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String page : portal.site().pages()) {
            // The copies that are one file are printed by the same sheet of styles.
            boolean playbook = portal.site().kind(page).equals("dr-playbook") && !page.endsWith(".offline.html");
            if (playbook || page.equals("operations/registry-cleanup.html")) {
                browser.open(portal.site().output().resolve(page).toUri());
                for (Map.Entry<String, double[]> paper : PAPERS.entrySet()) {
                    Map<String, Object> size =
                            Map.of("paperWidth", paper.getValue()[0], "paperHeight", paper.getValue()[1]);
                    try (PDDocument pdf = Loader.loadPDF(browser.pdf(size))) {
                        lacks(pdf).forEach(text -> wrong.add(page + ", " + paper.getKey() + ": " + text));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private List<String> lacks(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        String text = stripper.getText(pdf);
        // Capitals of the style are no other words.
        String paper = plain(text).toLowerCase(Locale.ROOT);
        List<String> words = browser.texts(WORDS).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        List<String> lacking = new ArrayList<>(missing(paper, words));
        PDFTextStripper lines = new PDFTextStripper();
        lines.setSortByPosition(true);
        // Each line of code as a reader types it: with a blank where it goes on, and none after a mark.
        String typed = lines.getText(pdf)
                .replaceAll("\\s*joined\\s*↪\\s*", "")
                .replaceAll("\\s*↪\\s*", " ")
                .replaceAll("[ \\t\u00a0]+", " ");
        for (String line : browser.texts(
                "[...document.querySelectorAll('.body .ln')].map(l => l.textContent.replace(/\\s+/g, ' ').trim())")) {
            if (!typed.contains(line)) {
                lacking.add("code: " + line);
            }
        }
        int steps = browser.value("document.querySelectorAll('[data-role]:not([data-role=task])').length")
                .asInt();
        int strips = plain(text).split("_____:_____by_____________", -1).length - 1;
        if (steps == 0 || steps != strips) {
            lacking.add(steps + " steps, " + strips + " to sign");
        }
        String code = browser.text("document.querySelector('.copied').id.slice(5)");
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            lacking.addAll(missing(
                    plain(stripper.getText(pdf)),
                    List.of("copy " + code, "page " + page + " of " + pdf.getNumberOfPages())));
        }
        lacking.addAll(missing(
                paper,
                List.of(
                        "check this copy: https://portal.aibox.example/copies.html",
                        "record of this run",
                        "outage began ____:____")));
        return lacking;
    }

    @Test
    void whatIsLookedUpIsPrintedWholeWithItsDigest(Portal portal) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String kind : List.of("faq", "handbook")) {
            String page = portal.site().kinds().getOrDefault(kind, "-");
            String paper = printed(portal.site().output().resolve(page).toUri());
            List<String> texts = new ArrayList<>(
                    browser.texts(
                            "[...document.querySelectorAll('.body :is(p, li, td, th, dd, "
                                    + "figcaption, caption)')].filter(e => !e.querySelector('*:not(code, strong, em, kbd)')).map(e => e.textContent)"));
            texts.add(digest(portal.site(), page));
            missing(paper, texts).forEach(text -> wrong.add(page + ": " + text));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void paperIsBlackOnWhiteWhenTheScreenIsDarkAndItsCodeIsLargeEnough(Portal portal) {
        browser.open(
                portal.site().output().resolve("recovery/vault-failure.html").toUri());
        browser.value("document.documentElement.dataset.theme = 'dark'");
        browser.cdp(
                "Emulation.setEmulatedMedia",
                Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertEquals(
                List.of("rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
                browser.texts(
                        "(s => [s(document.body).color, s(document.body).backgroundColor, s(document.querySelector('.cmd')).color])"
                                + "(getComputedStyle)"));
        // Of 45 modules with the quiet zone; a millimetre is 96 / 25.4 CSS pixels.
        assertTrue(browser.is("document.querySelector('.qr').getBoundingClientRect().width * 25.4 / 96 >= 30"));
        assertTrue(browser.is(
                "document.querySelector('.qr').getAttribute('aria-label').endsWith('/recovery/vault-failure.html#copy=' "
                        + "+ document.querySelector('.copied').id.slice(5))"));
    }

    private static String digest(BuiltSite site, String page) {
        Matcher matcher = DIGEST.matcher(site.text(page));
        if (!matcher.find()) {
            throw new AssertionError(page + " has no digest");
        }
        return "digest " + matcher.group(1);
    }
}
