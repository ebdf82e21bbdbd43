package dev.tierzero.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The way through a page that somebody acts by: what stands before its first heading, and the items of its numbered lists. */
final class Steps {

    private Steps() {}

    /** The links of that way. */
    static List<Element> links(Element main) {
        List<Element> links = new ArrayList<>();
        Optional<Element> body = Optional.ofNullable(main.selectFirst(".body"));
        body.ifPresent(within -> {
            for (Element child : within.children()) {
                if (child.normalName().matches("h[1-6]")) {
                    break;
                }
                links.addAll(child.select("a[href]"));
            }
            for (Element link : within.select("ol > li a[href]")) {
                if (link.closest(".footnotes") == null && !links.contains(link)) {
                    links.add(link);
                }
            }
        });
        return links;
    }
}
