package dev.tierzero.markup;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The positions of a marked page: reads {@code data-p}, knows the include chains and finds texts in the files. One page. */
final class Places {

    private final Source source;
    private final Rendered rendered;
    private final ContentFiles contents;
    private final Map<String, Integer> found = new HashMap<>();

    Places(Source source, Rendered rendered, ContentFiles contents) {
        this.source = source;
        this.rendered = rendered;
        this.contents = contents;
    }

    /** The position that a {@code data-p} means; the page as a whole when it means none. */
    SourcePosition position(String mark) {
        int last = mark.lastIndexOf(':');
        int first = mark.indexOf(':');
        int file = first == last ? 0 : number(mark, 0, first);
        int line = number(mark, first == last ? 0 : first + 1, Math.max(last, 0));
        int column = number(mark, last + 1, mark.length());
        List<String> files = rendered.files();
        boolean known = last > 0 && line > 0 && column >= 0 && file >= 0 && file < files.size();
        return known ? new SourcePosition(files.get(file), line, column) : SourcePosition.ofFile(source.file());
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > 100_000_000) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return end > start ? number : -1;
    }

    /** A path that is written in a file, as the page must write it. */
    String fromPage(String target, String file) {
        int root = source.file().length() - source.path().length();
        return file.equals(source.file()) || file.length() <= root
                ? target
                : ContentPath.rebased(source.path(), file.substring(root), target);
    }

    /** The include lines that led to a file, innermost first. */
    List<SourcePosition> chain(String file) {
        List<SourcePosition> chain = new ArrayList<>();
        String inner = file;
        while (!inner.equals(source.file()) && chain.size() < Includes.MAX_DEPTH) {
            Optional<SourcePosition> from = from(inner);
            if (from.isEmpty()) {
                break;
            }
            chain.add(from.get());
            inner = from.get().file();
        }
        return chain;
    }

    private Optional<SourcePosition> from(String file) {
        return rendered.includes().stream()
                .filter(included -> included.file().equals(file))
                .map(ParsedDocument.Included::from)
                .findFirst();
    }

    /** Where the next occurrence of a text stands at or after a position, or in an included file; else that position. */
    SourcePosition find(String text, SourcePosition near) {
        return next(text, near).orElseGet(() -> rendered.files().stream()
                .filter(file -> !file.equals(near.file()))
                .flatMap(file -> next(text, new SourcePosition(file, 1, 1)).stream())
                .findFirst()
                .orElse(near));
    }

    private Optional<SourcePosition> next(String sought, SourcePosition near) {
        boolean own = near.file().equals(source.file());
        String text = own ? source.body() : included(near.file());
        int firstLine = own ? source.firstLine() : 1;
        String key = sought + " " + near.file();
        int from = Math.max(offset(text, near, firstLine), found.getOrDefault(key, 0));
        int at = text.indexOf(sought, from);
        if (at < 0) {
            return Optional.empty();
        }
        found.put(key, at + 1);
        int line = firstLine
                + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return Optional.of(new SourcePosition(near.file(), line, at - text.lastIndexOf('\n', at - 1)));
    }

    private static int offset(String text, SourcePosition near, int firstLine) {
        int offset = 0;
        for (int line = firstLine; line < near.line(); line++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                return text.length();
            }
            offset = end + 1;
        }
        return Math.min(text.length(), offset + Math.max(0, near.column() - 1));
    }

    private String included(String file) {
        int root = source.file().length() - source.path().length();
        try {
            return file.length() <= root
                    ? ""
                    : contents.read(file.substring(root))
                            .flatMap(SourceText::decode)
                            .orElse("");
        } catch (IOException e) {
            return ""; // Only the column is lost: the file was read before.
        }
    }
}
