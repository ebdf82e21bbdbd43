package dev.tierzero.runbook.model;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Section;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A page as the rules see it. One check, one thread. */
public final class Page {

    private final Document document;
    private final SiteView site;
    private final Preferences preferences;
    private final List<Section> sections;
    private final List<Part> parts;
    private final IdentityHashMap<CodeBlock, Object> readings = new IdentityHashMap<>();

    /** Reads the sections of a page. */
    public Page(Document document, SiteView site, Preferences preferences) {
        this.document = document;
        this.site = site;
        this.preferences = preferences;
        this.sections = document.sections();
        this.parts = Part.of(sections, preferences);
    }

    /** The page itself. */
    public Document document() {
        return document;
    }

    /** The site around it. */
    public SiteView site() {
        return site;
    }

    /** What the site wants. */
    public Preferences preferences() {
        return preferences;
    }

    /** The page's type, when the site knows it. */
    public Optional<DocumentType> type() {
        return site.type(document.type());
    }

    /** Whether steps and commands are checked. */
    public boolean isProcedure() {
        return preferences.types().contains(document.type());
    }

    /** The body by headings. */
    public List<Section> sections() {
        return sections;
    }

    /** The sections one by one, in document order. */
    public List<Part> parts() {
        return parts;
    }

    /** Every block with its place, in document order. */
    public Stream<Placed> blocks() {
        return parts.stream().flatMap(Part::placed);
    }

    /** The steps of a section, without those of sections in it. */
    public List<Step> steps(Part part) {
        return Step.of(part);
    }

    /** Every step, in document order. */
    public List<Step> steps() {
        return parts.stream().flatMap(part -> Step.of(part).stream()).toList();
    }

    /** The part under the heading with an id. */
    public Optional<Part> part(String id) {
        return parts.stream()
                .filter(part -> !id.isEmpty() && part.id().equals(id))
                .findFirst();
    }

    /**
     * What a reader makes of a block of code: read once, however many rules ask.
     *
     * @param reader the same for all calls
     */
    public <T> T reading(CodeBlock code, Class<T> kind, Function<CodeBlock, T> reader) {
        return kind.cast(readings.computeIfAbsent(code, reader));
    }

    /** Where a key of the metadata stands; the first line when it is not there. */
    public SourcePosition position(String key) {
        return document.metadata().position(key).orElse(top());
    }

    /** The first line of the page. */
    public SourcePosition top() {
        return SourcePosition.ofLine(document.file(), 1);
    }

    /** The line at or behind a block's first on which a text stands; the block's own place when it is not found. */
    public SourcePosition line(SourcePosition from, String text) {
        return new SourceLines(document, site).find(from, text);
    }
}
