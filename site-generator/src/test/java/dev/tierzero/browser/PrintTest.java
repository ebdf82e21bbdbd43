package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.portal.BuiltSite;
import dev.tierzero.portal.Constructs;
import dev.tierzero.portal.Portal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void whatIsNeededWhenAllElseIsDownIsPrintedWholeWithItsDigest(Portal portal) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String kind : List.of("runbook", "dr-playbook", "faq", "handbook")) {
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

    private static String digest(BuiltSite site, String page) {
        Matcher matcher = DIGEST.matcher(site.text(page));
        if (!matcher.find()) {
            throw new AssertionError(page + " has no digest");
        }
        return "digest " + matcher.group(1);
    }
}
