package dev.tierzero.site;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Link;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with the references of one page. */
final class LinkFindings {

    /** So many wrong references of a page get a suggestion; looking for one can take milliseconds. */
    private static final int SUGGESTIONS = 100;

    private static final int LISTED_IDS = 6;

    private final ParsedDocument from;
    private final NearestPath nearest;
    private final List<Diagnostic> found = new ArrayList<>();

    LinkFindings(ParsedDocument from, NearestPath nearest) {
        this.from = from;
        this.nearest = nearest;
    }

    List<Diagnostic> all() {
        return Collections.unmodifiableList(found);
    }

    /** An image that would be fetched from the network. */
    void foreignImage(Link link) {
        report(
                link,
                "LK005",
                "image " + link.target() + " is loaded from another host",
                "save the image beside the page, so that the page works without a network");
    }

    /** A path with more steps up than there are folders. */
    void outside(Link link) {
        report(
                link,
                "LK006",
                word(link) + " " + link.target() + " leads out of the content folder",
                link.kind() == Link.Kind.IMAGE
                        ? "save the image below the content folder"
                        : "link a page or file below the content folder, or use the full address of the other site");
    }

    /** An id that the page has not. */
    void noAnchor(Link link, String id, ParsedDocument to) {
        String where = to.path().equals(from.path()) ? "this page" : to.file();
        String otherwise = to.ids().isEmpty()
                ? "the page has no anchors; link the page itself"
                : "anchors of that page: " + listed(to.ids());
        report(
                link,
                "LK002",
                "there is no anchor #" + id + " on " + where,
                suggests()
                        ? Nearest.of(id, to.ids())
                                .map(near -> "did you mean #" + near + "?")
                                .orElse(otherwise)
                        : otherwise);
    }

    /** A file of content that is not published. */
    void withoutPage(Link link, String path, String reason) {
        report(
                link,
                "LK004",
                word(link) + " " + link.target() + " leads to " + reason,
                "publish " + path + ", or remove the " + word(link));
    }

    /** Nothing at all. */
    void missing(Link link, String path) {
        boolean image = link.kind() == Link.Kind.IMAGE;
        Optional<String> near = suggests() ? (image ? nearest.asset(path) : nearest.file(path)) : Optional.empty();
        String otherwise = image
                ? "add the file, or correct its path (relative to this page)"
                : "correct the path (relative to this page), or write the page";
        report(
                link,
                image ? "LK003" : "LK001",
                (image ? "image " : "link target ") + link.target() + " does not exist",
                near.map(n -> "did you mean " + Urls.relativeSource(from.path(), n) + "?")
                        .orElse(otherwise));
    }

    private boolean suggests() {
        return found.size() < SUGGESTIONS;
    }

    private static String word(Link link) {
        return link.kind() == Link.Kind.IMAGE ? "image" : "link";
    }

    private static String listed(List<String> ids) {
        String listed = ids.stream().limit(LISTED_IDS).map(id -> "#" + id).collect(Collectors.joining(", "));
        return ids.size() > LISTED_IDS ? listed + " …" : listed;
    }

    private void report(Link link, String code, String message, String hint) {
        List<SourcePosition> chain = from.includes().stream()
                .filter(i -> i.file().equals(link.position().file()))
                .map(ParsedDocument.Included::from)
                .limit(1)
                .toList();
        found.add(Diagnostic.error(code, link.position(), message, hint).includedFrom(chain));
    }
}
