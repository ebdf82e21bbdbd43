package dev.tierzero.engine;

import dev.tierzero.render.OneFile;
import dev.tierzero.render.PageRenderer;
import dev.tierzero.render.Portal;
import dev.tierzero.render.ThemeException;
import dev.tierzero.site.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Digests of what one-file copies are made from: a copy with the same one has the same bytes. Safe for all threads. */
final class CopyKeys {

    private final Portal portal;
    private final PageRenderer renderer;
    private final OneFile copies;
    private final Published files;
    private final String circumstances;
    private final Map<String, String> targets = new ConcurrentHashMap<>();

    /** @param circumstances digest of theme, settings and generator */
    CopyKeys(Portal portal, PageRenderer renderer, OneFile copies, Published files, String circumstances) {
        this.portal = portal;
        this.renderer = renderer;
        this.copies = copies;
        this.files = files;
        this.circumstances = circumstances;
    }

    /**
     * The digest for a page; empty when the template of copies is wrong.
     *
     * @param live its text as it is published
     * @param sources output paths of all that is looked for to make its copy
     */
    Optional<String> of(Page page, String live, Collection<String> sources) {
        String frame;
        try {
            frame = copies.frame(page, live);
        } catch (ThemeException e) {
            // Told where the copy itself is made.
            return Optional.empty();
        }
        Digest digest = new Digest().add(circumstances).add(frame).add(OneFile.shown(live));
        sources.forEach(path -> digest.add(path).add(target(path)));
        return Optional.of(digest.hex());
    }

    private String target(String path) {
        return targets.computeIfAbsent(path, p -> portal.site()
                .page(p)
                .map(this::target)
                .or(() -> files.asset(p).map(asset -> asset.sha256()))
                .orElse(""));
    }

    private String target(Page page) {
        String body = page.document().map(renderer::body).orElse("");
        return new Digest()
                .add(page.title())
                .add(String.valueOf(page.survives()))
                .add(String.valueOf(page.document().isPresent()))
                .add(body)
                .hex();
    }
}
