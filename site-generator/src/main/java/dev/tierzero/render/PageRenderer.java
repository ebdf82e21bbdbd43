package dev.tierzero.render;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Copies;
import dev.tierzero.site.Page;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Renders pages of one portal with one theme. Safe for all threads. */
public final class PageRenderer {

    private final Portal portal;
    private final Layouts layouts;
    private final Navigation navigation;
    private final PageView views;
    private final Theme theme;

    /** Compiles nothing yet: a template is compiled when the first page needs it. */
    public PageRenderer(Portal portal, Theme theme) {
        this.portal = portal;
        this.theme = theme;
        this.layouts = new Layouts(theme);
        this.navigation = new Navigation(portal.site(), layouts);
        this.views = new PageView(portal, navigation);
    }

    private PageRenderer(PageRenderer origin, Portal changed) {
        this.portal = changed;
        this.theme = origin.theme;
        this.layouts = origin.layouts;
        this.navigation = origin.navigation;
        this.views = new PageView(changed, navigation);
    }

    /** Renders a portal that differs in the text of pages only: compiled templates and navigation are kept. */
    public PageRenderer with(Portal changed) {
        return new PageRenderer(this, changed);
    }

    /**
     * The bytes of a page.
     *
     * @throws ThemeException when a template is wrong
     */
    public byte[] render(Page page) {
        String layout = theme.hasLayout(page.layout()) ? page.layout() : "page";
        return layouts.render("layouts/" + layout + ".peb", views.of(page, shown(page)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands on a page: a procedure's steps with their marks, and links and code marked for paper where it has a copy code. */
    private ShownBody shown(Page page) {
        ShownBody body = page.document().map(this::shown).orElse(ShownBody.NONE);
        if (!Copies.isKept(page, portal.types())) {
            return body;
        }
        PaperLinks links = new PaperLinks(portal.site(), page);
        return body.with(html -> PaperCode.marked(links.marked(html)));
    }

    private ShownBody shown(ParsedDocument document) {
        return isProcedure(document)
                ? ShownBody.ofProcedure(new BodyText(portal, document, StepMarks.of(document)))
                : ShownBody.ofText(body(document));
    }

    /** A page's copy that is one file, from what stands in it. */
    String copy(Page page, Map<String, Object> copy) {
        String plain = page.document().map(this::body).orElse("");
        Map<String, Object> variables = new HashMap<>(views.of(page, ShownBody.ofText(plain)));
        variables.put("copy", copy);
        return layouts.render("layouts/one-file.peb", variables);
    }

    /** The body with its slots filled, without marks of steps. */
    public String body(ParsedDocument document) {
        return new BodyText(portal, document, StepMarks.NONE).toString();
    }

    private boolean isProcedure(ParsedDocument document) {
        return Optional.ofNullable(portal.types().get(document.type()))
                .filter(ContentType::procedure)
                .isPresent();
    }
}
