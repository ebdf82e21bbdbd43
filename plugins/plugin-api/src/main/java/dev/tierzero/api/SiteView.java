package dev.tierzero.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parsed site, as one plugin sees it. Immutable and safe for all threads. Implemented by the host only. */
public interface SiteView extends SiteFiles {

    /** The site's title. */
    String title();

    /** Where the finished site will be, without a slash at its end; empty when the settings do not say. */
    String url();

    /** The pages that authors wrote, without drafts, sorted by path. */
    List<Document> documents();

    /** A page by its path below the content folder. */
    Optional<Document> document(String path);

    /** A content type. */
    Optional<DocumentType> type(String name);

    /** The page that a link of a page leads to; empty for everything that is no page of content. */
    Optional<Document> target(Document from, Link link);

    /** Where a page is published, relative to the top of the site: {@code help/e1001.html}. */
    Optional<String> output(String path);

    /** What the plugin's own collector brought, if it has one and there is anything. */
    Optional<CollectedData> data();

    /** The time of the version that is built (its commit's, or the one the environment names); pages show no other. */
    Optional<Instant> builtAt();

    /** The day that deadlines are measured by; only {@code tier0 audit} has one. */
    Optional<LocalDate> asOf();

    /** The day on which a file of content last changed, as far as version control tells. */
    Optional<LocalDate> lastChange(String path);
}
