package dev.tierzero.runbook.model;

import dev.tierzero.api.Document;
import dev.tierzero.api.SiteFiles;
import dev.tierzero.api.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds the line of a source on which a text stands: a block knows its first line only. */
final class SourceLines {

    /** Beyond so many lines a text is not of the block any more. */
    private static final int REACH = 600;

    private final Document document;
    private final SiteFiles files;

    SourceLines(Document document, SiteFiles files) {
        this.document = document;
        this.files = files;
    }

    /** The first line at or behind a place that holds a text, with the text's column. */
    SourcePosition find(SourcePosition from, String text) {
        List<String> lines = lines(from.file());
        String wanted = text.strip();
        for (int i = Math.max(0, from.line() - 1); i < Math.min(lines.size(), from.line() + REACH); i++) {
            int column = lines.get(i).indexOf(wanted);
            if (column >= 0 && !wanted.isEmpty()) {
                return new SourcePosition(from.file(), i + 1, column + 1);
            }
        }
        return from;
    }

    private List<String> lines(String file) {
        String folder = document.file()
                .substring(
                        0,
                        Math.max(0, document.file().length() - document.path().length()));
        if (!file.startsWith(folder)) {
            return List.of();
        }
        return files.file(file.substring(folder.length()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }
}
