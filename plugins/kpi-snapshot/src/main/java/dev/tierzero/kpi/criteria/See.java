package dev.tierzero.kpi.criteria;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SiteView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads {@code see}: a page of content, from its folder on, with or without a heading's id. */
record See(SiteView site, List<Diagnostic> findings) {

    /** Evidence with the page that an entry names. */
    Evidence evidence(DataNode entry, String words, Optional<LocalDate> date) {
        String target = entry.text("see")
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .orElse("");
        if (target.isEmpty()) {
            return new Evidence(words, date, "", "", "");
        }
        String[] parts = target.substring(1).split("#", 2);
        Optional<Document> page = site.document(parts[0]);
        boolean known =
                page.isPresent() && (parts.length == 1 || page.get().ids().contains(parts[1]));
        if (!known) {
            findings.add(Diagnostic.error(
                    "KP054",
                    entry.position("see"),
                    page.isEmpty() ? "there is no page " + parts[0] : parts[0] + " has no id \"" + parts[1] + "\"",
                    page.isEmpty() ? pageHint(parts[0]) : idHint(page.get(), parts[1])));
            return new Evidence(words, date, "", "", "");
        }
        String label = page.map(found -> parts.length == 1 ? found.title() : heading(found, parts[1]))
                .orElse("");
        return new Evidence(words, date, target, label, "");
    }

    /** The heading of an id; the title of the page when something else has the id. */
    private static String heading(Document page, String id) {
        return page.headings().stream()
                .filter(heading -> heading.id().equals(id))
                .map(Heading::text)
                .findFirst()
                .orElse(page.title());
    }

    private String pageHint(String path) {
        List<String> paths = site.documents().stream().map(Document::path).toList();
        return Nearest.of(path, paths)
                .map(near -> "did you mean " + near + "?")
                .orElse("name a page by its file below the content folder, such as guide/setup.md#linux");
    }

    private static String idHint(Document page, String id) {
        return Nearest.of(id, page.ids())
                .map(near -> "did you mean #" + near + "?")
                .orElse("write the id of a heading of " + page.title() + ", or none");
    }
}
