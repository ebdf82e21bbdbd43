package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Markup;
import dev.tierzero.model.OutputPath;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what pages say about themselves: YAML between {@code ---} lines in both markups, AsciiDoc header attributes, or
 * a JBake header. Thread-safe; a build has one.
 */
public final class FrontMatter {

    private final ContentTypes types;
    private final Settings settings;
    private final Set<String> extensions;

    /** Reads for a site with these types and settings. */
    public FrontMatter(ContentTypes types, Settings settings) {
        this(types, settings, Set.of());
    }

    /**
     * Reads for a site with extensions.
     *
     * @param extensions of pages that engines of extensions read, lower case, without the dot
     */
    public FrontMatter(ContentTypes types, Settings settings, Set<String> extensions) {
        this.types = types;
        this.settings = settings;
        this.extensions = extensions;
    }

    /**
     * A page as read.
     *
     * @param source with canonical metadata; after a decoding fault the body is blank
     * @param type name of the page's content type, one that exists: its own, its folder's, else {@code page}
     * @param diagnostics in total order
     */
    public record Reading(Source source, String type, List<Diagnostic> diagnostics) {

        /** Sorts the findings. */
        public Reading {
            diagnostics = diagnostics.stream().sorted().distinct().toList();
        }
    }

    /**
     * Reads a page.
     *
     * @param path below the content folder; its extension tells the markup
     * @param file as findings name it
     * @param bytes of the file
     * @throws IllegalArgumentException when the path is not that of a page
     */
    public Reading read(String path, String file, byte[] bytes) {
        Markup markup =
                Markup.ofPath(path, extensions).orElseThrow(() -> new IllegalArgumentException("not a page: " + path));
        DecodedText text = DecodedText.of(bytes);
        if (text.fault().isPresent()) {
            DecodedText.Fault fault = text.fault().get();
            Source blank = new Source(path, file, markup, Metadata.EMPTY, "", 1);
            SourcePosition at = new SourcePosition(file, fault.line(), fault.column());
            Diagnostic finding = Diagnostic.error(fault.code(), at, fault.message(), fault.hint());
            return new Reading(blank, folderType(path), List.of(finding));
        }
        Header header = Header.of(text.text());
        PageMetadata page = new PageMetadata(file, types, settings);
        header.fault().ifPresent(page::refuse);
        header.entries().forEach(e -> page.add(e, PageMetadata.Origin.of(header.kind())));
        if (markup == Markup.ASCIIDOC) {
            addAttributes(page, AsciiDocHeader.of(header.body(), header.firstLine()));
        }
        String type = page.type().orElse(folderType(path));
        Metadata metadata = page.checked(type);
        page.tellWhatIsMissing(metadata, header.fault().isEmpty());
        Source source = new Source(path, file, markup, metadata, header.body(), header.firstLine());
        return new Reading(source, type, page.findings());
    }

    /** Whether a page is not to be published: {@code draft: true} or {@code status: draft}. */
    public static boolean isDraft(Metadata metadata) {
        return metadata.flag("draft")
                || metadata.text("status").filter("draft"::equals).isPresent();
    }

    private static void addAttributes(PageMetadata page, AsciiDocHeader header) {
        header.entries().forEach(page::addAttribute);
        header.title().ifPresent(page::addTitle);
    }

    private String folderType(String path) {
        Optional<String> type =
                settings.folderType(path).filter(t -> types.get(t).isPresent());
        boolean home = path.indexOf('/') < 0 && OutputPath.isIndex(path);
        return home ? ContentTypes.HOME : type.orElse(ContentTypes.PAGE);
    }
}
