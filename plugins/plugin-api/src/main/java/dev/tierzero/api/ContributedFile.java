package dev.tierzero.api;

import java.util.Objects;

/**
 * A file of the finished site beside its pages.
 *
 * @param path from the top of the site: {@code help-index.json}; its ending is one of {@code json csv txt xml ics svg}
 * @param text UTF-8
 */
public record ContributedFile(String path, String text) implements Contribution {

    /** @throws NullPointerException for no path or no text */
    public ContributedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}
