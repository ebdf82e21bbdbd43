package dev.tierzero.render;

import dev.tierzero.api.InsertReference;
import dev.tierzero.model.Body;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Fragment;
import dev.tierzero.site.Hrefs;
import dev.tierzero.site.LinkMap;
import java.util.List;
import java.util.Optional;

/** A page's body with its slots filled: URLs, titles, and what plugins show. */
final class BodyText {

    private final Portal portal;
    private final ParsedDocument document;
    private final List<LinkMap.Target> targets;
    private final StepMarks marks;
    private final StringBuilder filled;
    private int lead;

    /** @param marks of the steps */
    BodyText(Portal portal, ParsedDocument document, StepMarks marks) {
        this.portal = portal;
        this.document = document;
        this.marks = marks;
        this.targets = Optional.ofNullable(portal.links().get(document.path()))
                .map(LinkMap.Resolved::targets)
                .orElse(List.of());
        String html = document.body().html();
        List<Body.Slot> slots = document.body().slots();
        this.filled = new StringBuilder(html.length() + 64 * slots.size());
        int at = 0;
        for (Body.Slot slot : slots) {
            filled.append(html, at, slot.offset());
            fill(slot);
            at = slot.offset();
        }
        filled.append(html, at, html.length());
    }

    private void fill(Body.Slot slot) {
        switch (slot.kind()) {
            case URL -> filled.append(HtmlText.escaped(targets.get(slot.link()).url()));
            case TITLE ->
                filled.append(HtmlText.escaped(targets.get(slot.link()).title()));
            case INSERT -> insert(slot, false);
            case PARAGRAPH -> insert(slot, true);
            case LEAD -> lead = filled.length();
            case STEP -> marks.attributes(slot.link(), filled);
            case TICK -> marks.tick(slot.link(), filled);
            case BOX -> marks.box(filled);
        }
    }

    private void insert(Body.Slot slot, boolean paragraph) {
        InsertReference asked = document.inserts().get(slot.link());
        Optional<Added.Insertion> insertion =
                Optional.ofNullable(portal.added().inserts().get(asked.name()));
        boolean wrapped = paragraph && !insertion.map(Added.Insertion::block).orElse(false);
        filled.append(wrapped ? "<p>" : "");
        insertion.ifPresentOrElse(
                found -> fragment(found.fragment()),
                () -> filled.append('{').append(HtmlText.escaped(asked.name())).append('}'));
        filled.append(wrapped ? "</p>\n" : "");
    }

    private void fragment(Fragment fragment) {
        String base = portal.site().pageOf(document.path()).orElseThrow().outputFolder();
        int at = 0;
        for (Fragment.Gap gap : fragment.gaps()) {
            filled.append(fragment.html(), at, gap.offset());
            filled.append(HtmlText.escaped(gap.output().isEmpty() ? "" : Hrefs.relative(base, gap.output())));
            filled.append(HtmlText.escaped(gap.suffix()));
            at = gap.offset();
        }
        filled.append(fragment.html(), at, fragment.html().length());
    }

    /** The text before the first section; empty when the page has no section, or no lead. */
    String lead() {
        return filled.substring(0, lead);
    }

    /** The text from the first section on. */
    String sections() {
        return filled.substring(lead);
    }

    @Override
    public String toString() {
        return filled.toString();
    }
}
