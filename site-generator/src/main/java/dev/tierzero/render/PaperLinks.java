package dev.tierzero.render;

import dev.tierzero.api.Heading;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says on the links of a page where they lead, for paper, in an attribute {@code data-to}: of a link within the site the title and the
 * path from its root, of another the address. The text of a link is not said again, nor a target that was said before.
 */
final class PaperLinks {

    private static final Pattern LINK =
            Pattern.compile("<a(?: [^>]*?)? href=\"([^\"]*)\"[^>]*(?=>)(>(.*?)</a>)", Pattern.DOTALL);
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
            String to = target(HtmlText.unescaped(link.group(1)), HtmlText.unescaped(TAG.matcher(link.group(3)).replaceAll("")).strip());
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
        String address = href;
        String title = "";
        if (!href.contains(":") && !href.startsWith("//")) {
            URI uri = URI.create("http://site/" + PercentCode.encoded(page.href())).resolve(href);
            String path = Objects.requireNonNullElse(uri.getPath(), "/").substring(1);
            String fragment = Objects.requireNonNullElse(uri.getFragment(), "");
            address = path + (fragment.isEmpty() ? "" : "#" + fragment);
            title = title(path, fragment);
        }
        if (!said.add(address) || text.equals(address) || ("mailto:" + text).equals(address)) {
            return "";
        }
        return title.isEmpty() || title.equals(text) ? address : title + ": " + address;
    }

    /** Of the page, and of the heading in it when the page alone would not do. */
    private String title(String path, String fragment) {
        Optional<Page> target = site.page(path);
        List<Heading> headings =
                target.flatMap(Page::document).map(ParsedDocument::headings).orElse(List.of());
        String section = headings.stream()
                .filter(heading -> heading.id().equals(fragment))
                .findFirst()
                .map(heading -> ", " + heading.text())
                .orElse("");
        return target.map(Page::title).orElse("") + section;
    }

}
