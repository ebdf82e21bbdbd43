package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.Source;
import dev.tierzero.model.Suppression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The suppressions of a page: those of its text, and those for the whole of it that its front matter names. */
public final class PageSuppressions {

    private static final String KEY = "ignore";

    private PageSuppressions() {}

    /** The parsed page with its suppressions, and with the findings about them. */
    public static Parsed in(Source source, Parsed parsed) {
        SuppressionText comments = SuppressionText.ofPage(
                source.file(), source.markup(), source.body(), source.firstLine(), line -> isCode(parsed, line));
        List<Diagnostic> found = new ArrayList<>(comments.diagnostics());
        List<Suppression> whole = whole(source.metadata(), found);
        if (found.isEmpty() && whole.isEmpty() && comments.suppressions().isEmpty()) {
            return parsed;
        }
        return new Parsed(
                parsed.document(),
                Stream.concat(parsed.diagnostics().stream(), found.stream()).toList(),
                Stream.concat(comments.suppressions().stream(), whole.stream()).toList());
    }

    private static boolean isCode(Parsed parsed, String line) {
        return parsed.document().codeBlocks().stream()
                .anyMatch(block -> block.text().contains(line));
    }

    /** What is incomplete is a finding of the front matter and silences nothing. */
    private static List<Suppression> whole(Metadata metadata, List<Diagnostic> found) {
        List<Suppression> whole = new ArrayList<>();
        Metadata.Value value = metadata.values().get(KEY);
        if (value != null && value.value() instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> map) {
                    one(map, value.position(), found).forEach(whole::add);
                }
            }
        }
        return whole;
    }

    private static List<Suppression> one(Map<?, ?> entry, SourcePosition at, List<Diagnostic> found) {
        if (!(entry.get("code") instanceof List<?> list)
                || !(entry.get("until") instanceof String until)
                || !(entry.get("reason") instanceof String reason)) {
            return List.of();
        }
        List<String> codes = Clause.codes(
                at, String.join(" ", list.stream().map(String::valueOf).toList()), found);
        try {
            return codes.isEmpty()
                    ? List.of()
                    : List.of(new Suppression(at, codes, LocalDate.parse(until), reason, Suppression.Lines.ALL));
        } catch (DateTimeException e) {
            return List.of(); // The schema's check has said so.
        }
    }
}
