package dev.tierzero.site;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The digests of the pages of one site, each computed once, when it is first asked for. Safe for all threads. */
public final class PageDigests {

    private final Map<String, ContentType> types;
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** @param types content types by name */
    public PageDigests(Map<String, ContentType> types) {
        this.types = types;
    }

    /** The digest of a page of the site, see {@link PageDigest}. */
    public String of(ParsedDocument document) {
        return digests.computeIfAbsent(
                document.path(), path -> PageDigest.of(document, Optional.ofNullable(types.get(document.type()))));
    }

    Map<String, ContentType> types() {
        return types;
    }
}
