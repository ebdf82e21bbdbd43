package dev.tierzero.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A page that no author wrote. It takes its place in navigation, listings and links like any other.
 *
 * @param path below the content folder, as if it were a file there, ending in {@code .html}: {@code kpis/adoption.html}
 * @param title plain text
 * @param type content type's name
 * @param metadata further front matter: {@code description}, {@code order}, {@code nav-title}, {@code owner}, {@code tags}
 * @param html the body; its headings begin with {@code h2}; links to pages name their source from the content folder on: {@code
 *     /help/e1001.md#fix}
 */
public record ContributedPage(String path, String title, String type, Map<String, String> metadata, Html html)
        implements Contribution {

    /** @throws IllegalArgumentException for a path that does not end in {@code .html}, or a blank title */
    public ContributedPage {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(html, "html");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (!path.endsWith(".html") || path.startsWith("/") || title.isBlank()) {
            throw new IllegalArgumentException("not a page: \"" + path + "\", \"" + title + "\"");
        }
    }
}
