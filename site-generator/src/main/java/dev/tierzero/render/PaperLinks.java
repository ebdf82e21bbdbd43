package dev.tierzero.render;

import dev.tierzero.model.HtmlText;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says on the links of a page where they lead, for paper, in an attribute {@code data-to}: of a link within the site the title and the
 * path from its root, of another the address. What the text of the link says is not said again, and an address is said once.
 */
final class PaperLinks {

    private static final Pattern LINK =
            Pattern.compile("<a(?: [^>]*?)? href=\"([^\"]*)\"[^>]*(?=>)(>(.*?)</a>)", Pattern.DOTALL);
    /** A scheme (RFC 3986 §3.1), or the name of a host; a colon may stand in a fragment as well. */
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|//");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final Site site;
    private final Page page;
    private final Set<String> said = new HashSet<>();

    PaperLinks(Site site, Page page) {
        this.site = site;
        this.page = page;
    }

    /** The HTML of a body with its links marked. */
    String marked(String html) {
        Matcher link = LINK.matcher(html);
        StringBuilder marked = new StringBuilder(html.length() + 1024);
        int at = 0;
        while (link.find()) {
            String to = target(
                    HtmlText.unescaped(link.group(1)),
                    HtmlText.unescaped(TAG.matcher(link.group(3)).replaceAll(""))
                            .strip());
            marked.append(html, at, link.start(2));
            if (!to.isEmpty()) {
                marked.append(" data-to=\"").append(HtmlText.escaped(to)).append('"');
            }
            at = link.start(2);
        }
        return marked.append(html, at, html.length()).toString();
    }

    private String target(String href, String text) {
        if (href.startsWith("#")) {
            return "";
        }
        Optional<URI> within = within(href);
        String address = within.map(PaperLinks::path).orElse(href);
        String title = within.flatMap(uri -> site.page(uri.getPath().substring(1)))
                .map(Page::title)
                .filter(t -> !t.equals(text))
                .orElse("");
        boolean again = !said.add(address) || text.equals(address) || ("mailto:" + text).equals(address);
        return again ? title : title.isEmpty() ? address : title + ": " + address;
    }

    /** Where a relative URL leads from the page; empty for any other, and for what is none. */
    private Optional<URI> within(String href) {
        if (ELSEWHERE.matcher(href).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create("http://site/" + PercentCode.encoded(page.href()))
                    .resolve(new URI(href)));
        } catch (URISyntaxException e) {
            // Raw HTML may have anything; the checks of links say so.
            return Optional.empty();
        }
    }

    private static String path(URI uri) {
        Optional<String> fragment = Optional.ofNullable(uri.getFragment());
        return uri.getPath().substring(1) + fragment.map(f -> "#" + f).orElse("");
    }
}
