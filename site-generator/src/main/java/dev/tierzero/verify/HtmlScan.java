package dev.tierzero.verify;

import java.util.ArrayList;
import java.util.List;

/** The ids and references of one emitted HTML page. */
final class HtmlScan {

    /**
     * A reference.
     *
     * @param element lower case: {@code a}, {@code img}, {@code link}, {@code script}
     * @param attribute {@code href}, {@code src} or {@code srcset}
     * @param rel of a {@code link} element, else empty
     * @param url with character references resolved
     */
    record Reference(String element, String attribute, String rel, String url) {}

    private final List<String> ids = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private HtmlScan() {}

    /** Scans a page. */
    static HtmlScan of(String html) {
        HtmlScan scan = new HtmlScan();
        HtmlTags tags = new HtmlTags(html);
        while (tags.nextElement()) {
            scan.element(tags);
        }
        return scan;
    }

    /** Every id in document order, repeats included. */
    List<String> ids() {
        return ids;
    }

    /** Every reference in document order. */
    List<Reference> references() {
        return references;
    }

    private void element(HtmlTags tags) {
        String rel = "";
        int first = references.size();
        while (tags.nextAttribute()) {
            switch (tags.attribute()) {
                case "id" -> ids.add(tags.value());
                case "rel" -> rel = tags.value();
                case "href", "src", "srcset", "action", "poster", "data" ->
                    references.add(new Reference(tags.element(), tags.attribute(), "", tags.value()));
                default -> {}
            }
        }
        for (int i = first; i < references.size() && !rel.isEmpty(); i++) {
            Reference r = references.get(i);
            references.set(i, new Reference(r.element(), r.attribute(), rel, r.url()));
        }
    }
}
