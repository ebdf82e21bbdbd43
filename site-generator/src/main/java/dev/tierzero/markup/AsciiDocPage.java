package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the converter asks and tells about one AsciiDoc page: its includes and where its texts came from. One page, one thread. */
final class AsciiDocPage implements AsciiDocEngine.Host {

    private final ContentFiles contents;
    private final Includes includes;
    private final List<Origin> origins = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * Where a text came from.
     *
     * @param path below the content folder
     * @param file as findings name it
     * @param chain the include lines that led to it, innermost first
     */
    private record Origin(String path, String file, List<SourcePosition> chain) {}

    AsciiDocPage(ContentFiles contents, Source source) {
        this.contents = contents;
        this.includes = new Includes(contents, source);
        origins.add(new Origin(source.path(), source.file(), List.of()));
    }

    @Override
    public Optional<AsciiDocEngine.Brought> include(
            int text, int line, String target, String regions, String lines, boolean optional) {
        Origin from = origins.get(text);
        SourcePosition at = new SourcePosition(from.file(), line, 1);
        Optional<String> path = ContentPath.resolve(from.path(), target);
        if (optional && path.filter(contents::contains).isEmpty()) {
            path.ifPresent(p -> includes.absent(p, at));
            return Optional.empty();
        }
        List<String> names = parts(regions);
        Optional<String> odd =
                names.stream().filter(name -> name.matches("!.*|\\*+")).findFirst();
        if (odd.isPresent()) {
            diagnostics.add(Diagnostic.error(
                            "AD020",
                            at,
                            "the include asks for the region \"" + odd.get() + "\", which is a pattern",
                            "name the regions to take, separated by semicolons")
                    .includedFrom(from.chain()));
            return Optional.empty();
        }
        return includes.include(new Include(from.path(), target, names, at, from.chain()))
                .flatMap(fragment -> brought(fragment, at, from, lines));
    }

    private Optional<AsciiDocEngine.Brought> brought(Fragment fragment, SourcePosition at, Origin from, String lines) {
        List<Fragment.Line> taken = LineSelection.of(lines).select(fragment.lines());
        if (taken.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                            "IN004",
                            at,
                            "the include of " + fragment.file() + " brings in nothing",
                            "the file has no line that lines=" + lines + " asks for")
                    .includedFrom(from.chain()));
            return Optional.empty();
        }
        includes.take(fragment.file(), taken);
        origins.add(new Origin(
                fragment.path(),
                fragment.file(),
                Stream.concat(Stream.of(at), from.chain().stream()).toList()));
        boolean asciiDoc =
                Markup.ofPath(fragment.path()).filter(m -> m == Markup.ASCIIDOC).isPresent();
        return Optional.of(new AsciiDocEngine.Brought(fragment.index(), asciiDoc ? "_.adoc" : "_.txt", taken));
    }

    /** The parts of a list separated by commas or semicolons. */
    static List<String> parts(String list) {
        return Stream.of(list.split("[,;]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Where a remark belongs. */
    SourcePosition position(AsciiDocEngine.Remark remark) {
        return new SourcePosition(origins.get(remark.text()).file(), remark.line(), remark.column());
    }

    /** The include lines that led to a text, innermost first. */
    List<SourcePosition> chain(int text) {
        return origins.get(text).chain();
    }

    /** The result, with what the includes found. */
    Rendered rendered(String html, List<Diagnostic> findings) {
        List<Diagnostic> all = new ArrayList<>(includes.diagnostics());
        all.addAll(diagnostics);
        all.addAll(findings);
        return new Rendered(html, includes.files(), includes.included(), all);
    }
}
