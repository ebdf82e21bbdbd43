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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest page of every kind, and the page with every construct, in all the ways it is opened. */
@InBrowser
final class PageKindsTest {

    private final List<URI> fromFiles;
    private final Portal portal;

    PageKindsTest(Portal portal, Constructs constructs) {
        this.portal = portal;
        this.fromFiles = new ArrayList<>();
        portal.site().kinds().values().stream()
                // It stands at no address of its own, so its links begin at the root of the host.
                .filter(page -> !page.equals("404.html"))
                .forEach(page -> fromFiles.add(file(portal.site(), page)));
        fromFiles.add(file(constructs.site(), Constructs.MARKDOWN));
        fromFiles.add(file(constructs.site(), Constructs.ASCIIDOC));
    }

    private static URI file(BuiltSite site, String page) {
        return site.output().resolve(page).toUri();
    }

    private List<URI> lasting() {
        URI moved = file(portal.site(), portal.site().kinds().getOrDefault(BuiltSite.MOVED, "-"));
        return fromFiles.stream().filter(page -> !page.equals(moved)).toList();
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
    void noPageFromAFolderMakesTheConsoleSpeakOrLeavesTheFolder(Browser browser) {
        List<String> wrong = new ArrayList<>();
        for (URI page : fromFiles) {
            browser.open(page);
            browser.said().forEach(line -> wrong.add(page + " says " + line));
            browser.requests().stream()
                    .filter(request -> !"file".equals(request.getScheme()))
                    .forEach(request -> wrong.add(page + " asks " + request));
        }
        assertEquals(List.of(), wrong);
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
    void noPageHasASeriousBarrierInDark(Browser browser) throws IOException {
        Axe axe = new Axe();
        browser.prefer("dark");
        List<String> barriers = new ArrayList<>();
        for (URI page : lasting()) {
            browser.open(page);
            axe.findings(browser).forEach(finding -> barriers.add(page + " " + finding));
        }
        assertEquals(List.of(), barriers);
    }

    @Test
    void noPageWithEveryConstructHasASeriousBarrierInLight(Browser browser, Constructs constructs) throws IOException {
        Axe axe = new Axe();
        List<String> barriers = new ArrayList<>();
        for (String page : constructs.site().lasting()) {
            browser.open(file(constructs.site(), page));
            axe.findings(browser).forEach(finding -> barriers.add(page + " " + finding));
        }
        assertEquals(List.of(), barriers);
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

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {320, 390, 1024, 1600})
    void noPageScrollsSideways(int width, Browser browser) {
        browser.size(width, 900);
        List<String> wide = new ArrayList<>();
        for (URI page : lasting()) {
            browser.open(page);
            int needed = browser.value("document.documentElement.scrollWidth").asInt();
            if (needed > width) {
                wide.add(page + " needs " + needed + " px");
            }
        }
        assertEquals(List.of(), wide);
    }
}
