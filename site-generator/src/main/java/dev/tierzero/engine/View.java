package dev.tierzero.engine;

import dev.tierzero.api.CollectedData;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Link;
import dev.tierzero.api.SiteView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The site as one plugin sees it.
 *
 * @param plugin its id
 * @param pages the parsed site, the same for all plugins
 * @param siteData registers and data files
 * @param data what the plugin's own collector brought
 */
record View(String plugin, ParsedSite pages, SiteData siteData, Optional<CollectedData> data)
        implements OwnFiles, SiteView {

    @Override
    public String title() {
        return pages.given().settings().title();
    }

    @Override
    public String url() {
        return pages.given().settings().url();
    }

    @Override
    public List<Document> documents() {
        return pages.documents();
    }

    @Override
    public Optional<Document> document(String path) {
        return pages.document(path);
    }

    @Override
    public Optional<DocumentType> type(String name) {
        return pages.type(name);
    }

    @Override
    public Optional<Document> target(Document from, Link link) {
        return pages.target(from, link);
    }

    @Override
    public Optional<String> output(String path) {
        return pages.output(path);
    }

    @Override
    public Optional<Instant> builtAt() {
        String at = pages.given().builtAt();
        return at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at));
    }

    @Override
    public Optional<LocalDate> asOf() {
        return pages.asOf();
    }

    @Override
    public Optional<LocalDate> lastChange(String path) {
        return Optional.ofNullable(pages.given().lastChanges().get(path)).map(LocalDate::parse);
    }

    /** Names the plugin only: a site is too long for a message. */
    @Override
    public String toString() {
        return "the site as " + plugin + " sees it";
    }
}
