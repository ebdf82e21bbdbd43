package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.LiveSite;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.portal.BuiltSite;
import dev.tierzero.portal.Constructs;
import dev.tierzero.portal.Portal;
import dev.tierzero.serve.Preview;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The longest page of every kind, and the page with every construct, in all the ways it is opened. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageKindsTest {

    private static final int[] WIDTHS = {320, 390, 1024, 1600};

    /** It stands at no address of its own, so its links begin at the root of the host. */
    private static final String LOST = "404.html";

    private final Portal portal;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> wide = new ArrayList<>();
    private final List<String> dark = new ArrayList<>();
    private final List<String> light = new ArrayList<>();

    PageKindsTest(Portal portal) {
        this.portal = portal;
    }

    /** Each page is loaded once and then looked at in every way. */
    @BeforeAll
    void openEveryKind(Browser browser, Constructs constructs) throws IOException {
        Axe axe = new Axe();
        portal.site().kinds().forEach((kind, page) -> {
            if (page.equals(LOST)) {
                return;
            }
            open(browser, file(portal.site(), page));
            if (!kind.equals(BuiltSite.MOVED)) {
                judge(browser, axe, page);
            }
        });
        for (String page : constructs.site().lasting()) {
            open(browser, file(constructs.site(), page));
            axe.findings(browser).forEach(finding -> light.add(page + " " + finding));
            browser.said();
            if (page.equals(Constructs.MARKDOWN) || page.equals(Constructs.ASCIIDOC)) {
                judge(browser, axe, page);
            }
        }
    }

    private void open(Browser browser, URI page) {
        browser.open(page);
        List<String> said = browser.said();
        if (!page.getPath().endsWith(LOST)) {
            said.forEach(line -> wrong.add(page + " says " + line));
        }
        browser.requests().stream()
                .filter(request -> !"file".equals(request.getScheme()))
                .forEach(request -> wrong.add(page + " asks " + request));
    }

    private void judge(Browser browser, Axe axe, String page) {
        for (int width : WIDTHS) {
            browser.size(width, 900);
            int needed = browser.value("document.documentElement.scrollWidth").asInt();
            if (needed > width) {
                wide.add(page + " needs " + needed + " px of " + width);
            }
        }
        browser.size(1280, 900);
        browser.prefer("dark");
        axe.findings(browser).forEach(finding -> dark.add(page + " " + finding));
        browser.prefer("light");
        browser.said(); // Axe asks for style sheets, which a page from a file may not read.
    }

    private static URI file(BuiltSite site, String page) {
        return site.output().resolve(page).toUri();
    }

    @Test
    void thePortalHasEveryKindOfPage() {
        Set<String> wanted = Set.of(
                "home",
                "page",
                "guide",
                "training",
                "handbook",
                "runbook",
                "dr-playbook",
                "faq",
                "decision",
                "tag",
                "tags",
                "type",
                "types",
                "lost",
                BuiltSite.MOVED);
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(portal.site().kinds().keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void noPageFromAFolderMakesTheConsoleSpeakOrLeavesTheFolder() {
        assertEquals(List.of(), wrong);
    }

    @Test
    void noPageScrollsSideways() {
        assertEquals(List.of(), wide);
    }

    @Test
    void noPageHasASeriousBarrierInDark() {
        assertEquals(List.of(), dark);
    }

    @Test
    void noPageWithEveryConstructHasASeriousBarrierInLight() {
        assertEquals(List.of(), light);
    }

    @Test
    void noPageOfThePreviewMakesTheConsoleSpeakOrAsksAnotherHost(Browser browser)
            throws IOException, SettingsException {
        Request request = new Request(portal.site().source(), Optional.empty(), 2, Map.of(), false, true);
        List<String> wrong = new ArrayList<>();
        LiveSite live = LiveSite.load(request, Progress.NONE);
        try (Preview preview = new Preview(live, request.site(), Set.of(), 0)) {
            for (String page : portal.site().kinds().values()) {
                browser.open(preview.address().resolve(page));
                browser.said().forEach(line -> wrong.add(page + " says " + line));
                browser.requests().stream()
                        .filter(r -> !preview.address().getAuthority().equals(r.getAuthority()))
                        .forEach(r -> wrong.add(page + " asks " + r));
            }
            browser.open(URI.create("about:blank"));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aPageThatHasMovedLeadsOnWithoutScripts(Browser browser) {
        String moved = portal.site().kinds().getOrDefault(BuiltSite.MOVED, "-");
        URI stub = file(portal.site(), moved);
        URI target =
                stub.resolve(Jsoup.parse(portal.site().text(moved)).select("a").attr("href"));
        browser.withoutScripts();
        browser.open(stub);
        browser.await("location.href === '" + target.toString().replaceFirst("^file:/+", "file:///") + "'");
        browser.await("document.querySelector('h1').textContent.length > 0");
    }

    @Test
    void thePageForWhatIsNotThereIsWholeAtAnyDepth(Browser browser) throws IOException {
        try (HostedSite host = new HostedSite(portal.site())) {
            browser.open(host.page("no/such/page.html"));
            assertEquals(
                    1,
                    browser.said().stream()
                            .filter(line -> line.contains("404") && line.contains("no/such/page.html"))
                            .count());
            assertTrue(browser.is("document.styleSheets[0].cssRules.length > 0"), "its style sheet is found");
            assertEquals(host.page("index.html"), URI.create(browser.text("document.querySelector('.brand').href")));
            browser.open(URI.create("about:blank"));
        }
    }
}
