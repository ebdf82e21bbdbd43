package dev.tierzero.render;

import dev.tierzero.model.Body;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        String body = page.document().map(this::body).orElse("");
        return layouts.render("layouts/" + layout + ".peb", views.of(page, body))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The body with its slots filled. */
    public String body(ParsedDocument document) {
        List<LinkMap.Target> targets = Optional.ofNullable(portal.links().get(document.path()))
                .map(LinkMap.Resolved::targets)
                .orElse(List.of());
        String html = document.body().html();
        StringBuilder filled =
                new StringBuilder(html.length() + 64 * document.body().slots().size());
        int at = 0;
        for (Body.Slot slot : document.body().slots()) {
            LinkMap.Target target = targets.get(slot.link());
            filled.append(html, at, slot.offset());
            filled.append(HtmlText.escaped(slot.kind() == Body.Kind.URL ? target.url() : target.title()));
            at = slot.offset();
        }
        return filled.append(html, at, html.length()).toString();
    }
}
