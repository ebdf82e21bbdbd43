package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.api.Link;
import dev.tierzero.model.Body;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads links and images. */
final class LinkReading {

    private final Reading reading;
    private final Draft draft;
    private final Attributes attributes;

    LinkReading(Reading reading, Draft draft, Attributes attributes) {
        this.reading = reading;
        this.draft = draft;
        this.attributes = attributes;
    }

    void anchor(Element element) {
        if (!element.hasAttr("href")) {
            reading.inline(element, "span");
            return;
        }
        Address address = Address.of(element.attr("href"));
        boolean deceptive = draft.characters().deceptive(address.value(), "the target of a link");
        if (address.kind() == Address.Kind.REFUSED || deceptive) {
            refused(address);
            reading.children(element);
            return;
        }
        int link = draft.link(Link.Kind.ANCHOR, address);
        open(element, address, link);
        boolean bare = element.childrenSize() == 0 && !element.hasText();
        if (!bare && !element.hasAttr("data-auto")) {
            reading.texts().literally(() -> reading.children(element));
        } else if (address.kind() == Address.Kind.LOCAL) {
            draft.slot(link, Body.Kind.TITLE);
        } else {
            Html.text(draft.out(), address.value());
            draft.words(address.value());
        }
        draft.out().append("</a>");
    }

    private void open(Element element, Address address, int link) {
        StringBuilder out = draft.out();
        out.append(address.kind() == Address.Kind.WEB ? "<a class=\"external\" href=\"" : "<a href=\"");
        if (address.kind() == Address.Kind.LOCAL) {
            draft.slot(link, Body.Kind.URL);
        } else {
            Html.attribute(out, address.value());
        }
        out.append(address.kind() == Address.Kind.WEB ? "\" rel=\"noopener noreferrer\"" : "\"");
        attributes.write(element, "a");
        out.append('>');
    }

    private void refused(Address address) {
        if (!address.reason().isEmpty()) {
            draft.error(
                    "HT005", "a link was removed: " + address.reason(), "link to a page, a file, https:// or mailto:");
        }
    }

    /** A paragraph that is one image with a caption becomes a figure; true when it was one. */
    boolean loneImage(Element paragraph) {
        if (paragraph.childrenSize() != 1 || !paragraph.child(0).normalName().equals("img")) {
            return false;
        }
        Element image = paragraph.child(0);
        for (Node child : paragraph.childNodes()) {
            if (child instanceof TextNode text && !text.isBlank()) {
                return false;
            }
        }
        if (caption(image).isEmpty()) {
            return false;
        }
        draft.at(image);
        captioned(image);
        return true;
    }

    /** Reads an image; one that stands among blocks becomes a block. */
    void image(Element image) {
        Node parent = image.parent();
        boolean block = parent instanceof Element element && !isText(element) && Reading.isBlock(parent);
        if (!block) {
            picture(image, true);
        } else if (caption(image).isEmpty()) {
            draft.line();
            boolean opened = draft.blocks().paragraph();
            draft.out().append("<p>");
            picture(image, true);
            draft.out().append("</p>\n");
            if (opened) {
                draft.blocks().close();
            }
        } else {
            captioned(image);
        }
    }

    private static boolean isText(Element element) {
        return switch (element.normalName()) {
            case "body",
                    "t0-admonition",
                    "t0-details",
                    "t0-tab",
                    "t0-sidebar",
                    "t0-example",
                    "t0-footnote",
                    "blockquote" -> false;
            default -> true;
        };
    }

    private static String caption(Element image) {
        return (image.hasAttr("data-caption") ? image.attr("data-caption") : image.attr("title")).strip();
    }

    private void captioned(Element image) {
        String caption = caption(image);
        draft.line();
        draft.blocks().open(Block.Kind.FIGURE, "");
        draft.out().append("<figure class=\"image\">");
        picture(image, false);
        draft.blocks().take();
        draft.out().append("<figcaption>");
        Html.text(draft.out(), caption);
        draft.words(caption);
        draft.blocks().title();
        draft.blocks().close();
        draft.out().append("</figcaption></figure>\n");
        draft.space();
    }

    /** Reads a figure of raw HTML. */
    void figure(Element element) {
        draft.line();
        draft.blocks().open(Block.Kind.FIGURE, "");
        draft.out().append("<figure class=\"image\"");
        attributes.write(element, "figure");
        draft.out().append('>');
        for (Node child : element.childNodes()) {
            if (child instanceof Element part && part.normalName().equals("figcaption")) {
                draft.blocks().take();
                reading.texts().literally(() -> reading.inline(part, "figcaption"));
                draft.blocks().title();
                draft.space();
            } else if (child instanceof Element part && part.normalName().equals("img")) {
                draft.at(part);
                picture(part, true);
            } else {
                reading.node(child);
            }
        }
        draft.blocks().close();
        draft.out().append("</figure>\n");
        draft.space();
    }

    private void picture(Element image, boolean titled) {
        Address address = Address.of(image.attr("src"));
        boolean deceptive = draft.characters().deceptive(address.value(), "the path of an image");
        if (address.kind() != Address.Kind.LOCAL || deceptive) {
            unusable(image, address, deceptive);
            return;
        }
        if (!image.hasAttr("alt")) {
            draft.error(
                    "IM001",
                    "the image " + address.value() + " has no text alternative",
                    "say in the brackets what the image shows; for mere decoration write <img src=\"…\" alt=\"\">");
            image.attr("alt", "");
        }
        if (!titled) {
            image.removeAttr("title");
        }
        draft.out().append("<img src=\"");
        draft.slot(draft.link(Link.Kind.IMAGE, address), Body.Kind.URL);
        draft.out().append('"');
        attributes.write(image, "img");
        draft.out().append(" loading=\"lazy\">");
    }

    private void unusable(Element image, Address address, boolean deceptive) {
        if (address.kind() == Address.Kind.REFUSED) {
            draft.error(
                    "HT005",
                    "an image was removed: " + address.reason(),
                    "put the image into the content folder and write its path");
        } else if (!deceptive) {
            draft.error(
                    "IM003",
                    "an image from elsewhere was removed: " + address.value(),
                    "put the image into the content folder and write its path: pages load nothing from other hosts");
        }
        Html.text(draft.out(), image.attr("alt"));
        draft.words(image.attr("alt"));
    }
}
