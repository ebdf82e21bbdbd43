package dev.tierzero.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published folder by a second hand: links, anchors, what is loaded, names that promise their bytes. */
@ExtendWith(Sites.class)
final class PublishedFilesTest {

    private static final Pattern HASHED = Pattern.compile(".+\\.([0-9a-f]{10})\\.[a-z0-9]+");

    @Test
    void everyLinkOfEveryPageLeadsToAFileAndAnAnchorInIt(Portal portal) {
        List<String> pages = portal.site().pages();
        Map<String, Document> documents = new TreeMap<>();
        pages.forEach(page -> documents.put(page, Jsoup.parse(portal.site().text(page))));
        List<String> broken = new ArrayList<>();
        documents.forEach((page, document) -> {
            for (Element element : document.select("[href], [src]")) {
                String url = element.attr(element.hasAttr("href") ? "href" : "src");
                if (!leads(portal.site(), documents, page, url)) {
                    broken.add(page + ": " + url);
                }
            }
        });
        assertEquals(List.of(), broken);
    }

    private static boolean leads(BuiltSite site, Map<String, Document> documents, String page, String url) {
        URI target = URI.create("http://site/" + page).resolve(url);
        if (!"site".equals(target.getHost())) {
            return true;
        }
        String path = target.getPath().substring(1);
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        Document document = documents.get(file);
        if (document == null) {
            return Files.isRegularFile(site.output().resolve(file));
        }
        String anchor = target.getFragment();
        return anchor == null || document.getElementById(anchor) != null;
    }

    @Test
    void noPageUsesAnIdTwice(Portal portal) {
        List<String> twice = new ArrayList<>();
        for (String page : portal.site().pages()) {
            Set<String> ids = new TreeSet<>();
            for (String id :
                    Jsoup.parse(portal.site().text(page)).select("[id]").eachAttr("id")) {
                if (!ids.add(id)) {
                    twice.add(page + ": " + id);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void aPageLoadsOneStyleSheetAndTwoScriptsAndNothingFromElsewhere(Portal portal) {
        Set<String> more = Set.of("copies.html", "escalation.html", "search.html");
        List<String> wrong = new ArrayList<>();
        for (String page : portal.site().lasting()) {
            Document document = Jsoup.parse(portal.site().text(page));
            int styles = document.select("link[rel=stylesheet]").size();
            int scripts = document.select("script[src]").size();
            int inline = document.select("style, script:not([src]), [style]").size();
            if (styles != 1 || scripts != (more.contains(page) ? 3 : 2) || inline != 0) {
                wrong.add(page + ": " + styles + " style sheets, " + scripts + " scripts, " + inline + " inline");
            }
            document.select("[src], link[href]").forEach(element -> {
                String url = element.attr(element.hasAttr("src") ? "src" : "href");
                if (url.matches("(?i)(https?:)?//.*")) {
                    wrong.add(page + ": " + url);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyFileThatMayBeKeptForEverHasTheHashOfItsBytesInItsName(Portal portal)
            throws IOException, NoSuchAlgorithmException {
        List<String> wrong = new ArrayList<>();
        List<Path> kept;
        try (Stream<Path> files = Files.list(portal.site().output().resolve("_theme"))) {
            kept = files.sorted().toList();
        }
        assertFalse(kept.isEmpty());
        for (Path file : kept) {
            Matcher name = HASHED.matcher(String.valueOf(file.getFileName()));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            if (!name.matches() || !hash.startsWith(name.group(1))) {
                wrong.add(file.getFileName() + " has " + hash);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noPageSaysWhereItWasBuilt(Portal portal) {
        List<String> telling = portal.site().pages().stream()
                .filter(page ->
                        portal.site().text(page).contains(portal.site().source().toString()))
                .toList();
        assertEquals(List.of(), telling);
    }
}
