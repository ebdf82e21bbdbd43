package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.portal.Portal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page of this repository's portal, of the many of one shape some, opened once from a server with the headers of production. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortalPagesTest {

    private final List<String> said = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    void openEveryPage(Browser browser, Portal portal) throws IOException {
        Axe axe = new Axe();
        try (HostedSite host = new HostedSite(portal.site())) {
            for (String page : portal.site().lasting()) {
                if (isOneOfMany(page)) {
                    continue;
                }
                URI address = host.page(page);
                browser.open(address);
                axe.findings(browser).forEach(finding -> barriers.add(page + " " + finding));
                browser.said().forEach(line -> said.add(page + " " + line));
                browser.requests().stream()
                        .filter(request -> !address.getAuthority().equals(request.getAuthority()))
                        .forEach(request -> elsewhere.add(page + " " + request));
            }
        }
    }

    /**
     * The reference of findings is nearly three hundred pages of one shape, the lists by tag and by type are two more shapes, and each
     * page is more than a second in the browser: of findings the first of each family stand for all, of lists those with an s.
     */
    private static boolean isOneOfMany(String page) {
        boolean finding = page.startsWith("checks/") && !page.endsWith("001.html");
        boolean list = (page.startsWith("tags/") || page.startsWith("types/")) && !page.contains("/s");
        return (finding || list) && !page.endsWith("index.html");
    }

    @Test
    void noPageMakesTheConsoleSpeak() {
        assertEquals(List.of(), said);
    }

    @Test
    void noPageAsksAnotherHost() {
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void noPageHasASeriousBarrierInLight() {
        assertEquals(List.of(), barriers);
    }
}
