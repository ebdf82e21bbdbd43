package dev.tierzero.engine;

import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Link;
import dev.tierzero.model.OutputPath;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Hrefs;
import dev.tierzero.site.LinkMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parsed pages of a site before anything is made of them. Immutable, safe for all threads. */
final class ParsedSite {

    private final List<Document> documents;
    private final Map<String, Document> byPath = new HashMap<>();
    private final Map<String, Document> indexes = new HashMap<>();
    private final Circumstances given;
    private final Optional<LocalDate> asOf;

    ParsedSite(List<ParsedDocument> documents, Circumstances given, Optional<LocalDate> asOf) {
        this.documents = documents.stream()
                .sorted(Comparator.comparing(ParsedDocument::path))
                .map(Document.class::cast)
                .toList();
        for (Document document : this.documents) {
            byPath.put(document.path(), document);
            if (OutputPath.isIndex(document.path())) {
                indexes.put(Hrefs.folder(document.path()), document);
            }
        }
        this.given = given;
        this.asOf = asOf;
    }

    Circumstances given() {
        return given;
    }

    Optional<LocalDate> asOf() {
        return asOf;
    }

    List<Document> documents() {
        return documents;
    }

    Optional<Document> document(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Optional<DocumentType> type(String name) {
        return Optional.ofNullable(given.types().get(name))
                .map(type -> new DocumentType(type.name(), type.label(), type.requiredSections(), type.procedure()));
    }

    /** The page that a link leads to, when it names a source of content or a folder with an index. */
    Optional<Document> target(Document from, Link link) {
        return LinkMap.path(from.path(), link.target())
                .flatMap(path -> document(path).or(() -> Optional.ofNullable(indexes.get(path))));
    }

    Optional<String> output(String path) {
        return document(path).isPresent()
                ? OutputPath.ofPage(path)
                : Optional.ofNullable(given.assets().get(path));
    }
}
