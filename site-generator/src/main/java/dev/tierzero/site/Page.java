package dev.tierzero.site;

import dev.tierzero.model.ParsedDocument;
import java.util.List;
import java.util.Optional;

/**
 * One page of the portal.
 *
 * @param href output path with {@code /}: {@code operations/harbor-down.html}
 * @param kind where it comes from
 * @param layout the template's name
 * @param title plain text
 * @param navTitle shorter title for navigation
 * @param description one sentence, or empty
 * @param folder of the content tree it belongs to
 * @param document the parsed page; empty for generated pages
 * @param members pages that a listing lists, in order
 */
public record Page(
        String href,
        Kind kind,
        String layout,
        String title,
        String navTitle,
        String description,
        String folder,
        Optional<ParsedDocument> document,
        List<String> members) {

    /** Output path of the search page. */
    public static final String SEARCH = "search.html";

    /** Output path of what hosts show for an address that is none. */
    public static final String NOT_FOUND = "404.html";

    /** Output path of the page that stands in for one that is not kept, when there is no network. */
    public static final String OFFLINE = "offline.html";

    /** Output path of the sheet that says whom to ask. */
    public static final String ESCALATION = "escalation.html";

    /** Output path of the page that says what was let through in an emergency. */
    public static final String EMERGENCY = "emergency.html";

    /** Output path of the page that tells whether a copy is current. */
    public static final String COPIES = "copies.html";

    /** The type of pages that survive unless they say otherwise. */
    private static final String SURVIVING_TYPE = "dr-playbook";

    /** Where a page comes from. */
    public enum Kind {
        /** Written by an author. */
        CONTENT,
        /** The index of a folder that has none of its own. */
        SECTION,
        /** All pages with a tag. */
        TAG,
        /** All tags. */
        TAGS,
        /** All pages of a content type. */
        TYPE,
        /** All content types. */
        TYPES,
        /** Where readers search, with everything in alphabetical order for those without scripts. */
        SEARCH,
        /** Shown without a network for a page that the browser has not kept. */
        OFFLINE,
        /** Whom to ask, on one sheet of paper. */
        ESCALATION,
        /** What was let through when the site was published in an emergency. */
        EMERGENCY,
        /** Tells whether a copy on paper or on a disk is current. */
        COPIES,
        /** Shown for an address that does not exist. */
        NOT_FOUND
    }

    /** Copies the members. */
    public Page {
        members = List.copyOf(members);
    }

    /** Folder of the output path: relative URLs start there. */
    public String outputFolder() {
        return Hrefs.folder(href);
    }

    /** Whether search finds the page, and the index from A to Z names it: unless its author says {@code search: false}. */
    public boolean isFound() {
        return document.flatMap(d -> d.metadata().text("search"))
                .filter("false"::equals)
                .isEmpty();
    }

    /**
     * Whether the page must be readable when the site is gone: playbooks for disasters are, unless they say {@code survives: online};
     * others that say {@code survives: offline} are. What a plugin made has no source that could survive.
     */
    public boolean survives() {
        return document.filter(d -> !d.isContributed())
                .map(d -> d.metadata()
                        .text("survives")
                        .map("offline"::equals)
                        .orElse(d.type().equals(SURVIVING_TYPE)))
                .orElse(false);
    }

    /** Output path of the copy of a surviving page that is one file. */
    public String oneFile() {
        return stem() + ".offline.html";
    }

    /** Output path of the source of a surviving page. */
    public String sourceText() {
        return stem() + ".source.txt";
    }

    private String stem() {
        return href.substring(0, href.length() - ".html".length());
    }

    /** Whether this is the index of its folder. */
    public boolean isFolderIndex() {
        return href.equals(Hrefs.ofFolder(folder)) && (kind == Kind.CONTENT || kind == Kind.SECTION);
    }

    /** The same page with another document, of which only the text differs. */
    Page with(ParsedDocument changed) {
        return new Page(href, kind, layout, title, navTitle, description, folder, Optional.of(changed), members);
    }

    static Page ofDocument(ParsedDocument document, String layout) {
        String navTitle = document.metadata().text("nav-title").orElse(document.title());
        return new Page(
                Hrefs.ofSource(document.path()),
                Kind.CONTENT,
                document.metadata().text("template").orElse(layout),
                document.title(),
                navTitle,
                document.metadata().text("description").orElse(""),
                Hrefs.folder(document.path()),
                Optional.of(document),
                List.of());
    }

    /** A page that nobody wrote. */
    public static Page generated(
            String href, Kind kind, String layout, String title, String description, List<String> members) {
        return new Page(href, kind, layout, title, title, description, Hrefs.folder(href), Optional.empty(), members);
    }
}
