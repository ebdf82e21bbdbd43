package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The includes of one page: resolves them, takes regions, keeps the limits and collects what authors did wrong. One page, one thread.
 */
final class Includes {

    /** Nested includes at most: TRUST T4. */
    static final int MAX_DEPTH = 16;

    /** Characters that includes may bring into one page. */
    static final int MAX_INCLUDED = 1 << 20;

    private static final BitSet NONE = new BitSet();

    private final ContentFiles contents;
    private final String own;
    private final List<String> files = new ArrayList<>();
    private final Map<String, ParsedDocument.Included> included = new LinkedHashMap<>();
    private final Map<String, BitSet> taken = new HashMap<>();
    private final Map<String, List<SourcePosition>> chains = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int size;

    Includes(ContentFiles contents, Source source) {
        this.contents = contents;
        this.own = source.path();
        files.add(source.file());
    }

    /** The page's own file first, then the included ones, as findings name them. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** The files included so far, each once. */
    List<ParsedDocument.Included> included() {
        return included.values().stream()
                .map(i -> new ParsedDocument.Included(i.file(), i.from(), lines(taken.getOrDefault(i.file(), NONE))))
                .toList();
    }

    /** Notes lines of an included file that become part of the page. */
    void take(String file, List<Fragment.Line> lines) {
        BitSet numbers = taken.computeIfAbsent(file, f -> new BitSet());
        lines.forEach(line -> numbers.set(line.number()));
    }

    private static List<ParsedDocument.Lines> lines(BitSet numbers) {
        List<ParsedDocument.Lines> lines = new ArrayList<>();
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            lines.add(new ParsedDocument.Lines(first, end - 1));
            first = numbers.nextSetBit(end);
        }
        return lines;
    }

    /** Notes a file that may be missing, and is: the page changes when it comes. */
    void absent(String path, SourcePosition at) {
        String file = contents.file(path);
        included.putIfAbsent(file, new ParsedDocument.Included(file, at, List.of()));
    }

    /** What went wrong so far. */
    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** The include lines that last led to a file, innermost first; empty for the page's own file. */
    List<SourcePosition> chain(String file) {
        return chains.getOrDefault(file, List.of());
    }

    /** What an include brings in; empty when it fails, and the findings say why. */
    Optional<Fragment> include(Include request) {
        Optional<String> resolved = ContentPath.resolve(request.from(), request.target());
        if (resolved.isEmpty()) {
            return failure(
                    request,
                    "IN002",
                    "the include \"" + request.target() + "\" leads outside the content folder",
                    "write a path to a file of content, relative to this file or from the content folder with a leading /");
        }
        String path = resolved.get();
        if (!contents.contains(path)) {
            return failure(
                    request, "IN001", "the included file " + contents.file(path) + " does not exist", missing(path));
        }
        if (isOpen(request, path)) {
            return failure(
                    request,
                    "IN005",
                    contents.file(path) + " includes itself",
                    "take this include out, or move the shared part into a file of its own");
        }
        if (request.chain().size() >= MAX_DEPTH) {
            return failure(
                    request,
                    "IN006",
                    "includes are nested more than " + MAX_DEPTH + " deep",
                    "include the innermost file directly");
        }
        return read(request, path);
    }

    private Optional<Fragment> read(Include request, String path) {
        Optional<String> text;
        try {
            text = contents.read(path).flatMap(SourceText::decode);
        } catch (IOException e) {
            return failure(
                    request,
                    "IN011",
                    "the included file " + contents.file(path) + " could not be read: " + e.getMessage(),
                    "see that the file is there and may be read");
        }
        if (text.isEmpty()) {
            return failure(
                    request,
                    "IN009",
                    "the included file " + contents.file(path) + " is not text in UTF-8",
                    "save the file as UTF-8");
        }
        return select(request, path, new Regions(SourceText.lines(path, text.get(), request.regions())));
    }

    private Optional<Fragment> select(Include request, String path, Regions regions) {
        String file = contents.file(path);
        for (String wanted : request.regions()) {
            if (!regions.names().contains(wanted)) {
                return failure(
                        request,
                        "IN003",
                        file + " has no region \"" + wanted + "\"",
                        noRegion(regions.names(), wanted));
            }
        }
        for (Regions.Unclosed open : regions.unclosed(request.regions())) {
            diagnostics.add(Diagnostic.error(
                            "IN008",
                            SourcePosition.ofLine(file, open.line()),
                            "the region \"" + open.name() + "\" does not end",
                            "write end::" + open.name() + "[] in a comment where the region ends")
                    .includedFrom(opened(request)));
        }
        List<Fragment.Line> lines = regions.select(request.regions());
        if (lines.stream().allMatch(line -> line.text().isBlank())) {
            return failure(
                    request,
                    "IN004",
                    "the include of " + file + " brings in nothing",
                    "include a file or region with text");
        }
        size += lines.stream().mapToInt(line -> line.text().length() + 1).sum();
        if (size > MAX_INCLUDED) {
            return failure(
                    request,
                    "IN007",
                    "the includes of this page bring in more than 1 MB",
                    "link to long files instead");
        }
        return Optional.of(new Fragment(path, file, opened(request, file), lines));
    }

    private int opened(Include request, String file) {
        chains.put(file, opened(request));
        included.putIfAbsent(file, new ParsedDocument.Included(file, request.at(), List.of()));
        int index = files.indexOf(file);
        if (index >= 0) {
            return index;
        }
        files.add(file);
        return files.size() - 1;
    }

    private static List<SourcePosition> opened(Include request) {
        List<SourcePosition> chain = new ArrayList<>();
        chain.add(request.at());
        chain.addAll(request.chain());
        return List.copyOf(chain);
    }

    private boolean isOpen(Include request, String path) {
        String file = contents.file(path);
        return path.equals(request.from())
                || path.equals(own)
                || request.chain().stream().anyMatch(at -> at.file().equals(file));
    }

    private String missing(String path) {
        for (String other : ContentPath.lookalikes(path)) {
            if (contents.contains(other)) {
                return "did you mean " + contents.file(other) + "?";
            }
        }
        return "correct the path: it is relative to the file with the include line; a leading / means the content folder";
    }

    private static String noRegion(Set<String> names, String wanted) {
        if (names.isEmpty()) {
            return "the file has no regions: mark one with tag::" + wanted + "[] and end::" + wanted + "[] in comments";
        }
        String all = "the regions are: " + String.join(", ", new TreeSet<>(names));
        return Nearest.of(wanted, names)
                .map(near -> "did you mean \"" + near + "\"? " + all)
                .orElse(all);
    }

    private Optional<Fragment> failure(Include request, String code, String message, String hint) {
        diagnostics.add(new Diagnostic(Severity.ERROR, code, request.at(), request.chain(), message, hint));
        return Optional.empty();
    }
}
