package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The suppressions that stand as comments in a text, each on a line of its own above the block that it covers.
 *
 * @param suppressions that are whole
 * @param diagnostics about the others
 */
public record SuppressionText(List<Suppression> suppressions, List<Diagnostic> diagnostics) {

    private static final String WORD = "tier0:";
    private static final SuppressionText NONE = new SuppressionText(List.of(), List.of());

    /** Copies. */
    public SuppressionText {
        suppressions = List.copyOf(suppressions);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads the comments of a page, or of a file that pages include.
     *
     * @param file as findings name it
     * @param text from line {@code firstLine} of the file on
     * @param shown whether an indented line, without white space around it, is shown as code
     */
    public static SuppressionText ofPage(
            String file, Markup markup, String text, int firstLine, Predicate<String> shown) {
        return text.contains(WORD) ? read(file, new PageLines(markup, text, firstLine), shown) : NONE;
    }

    /** Reads the comments of a YAML file. */
    public static SuppressionText ofData(String file, String text) {
        return text.contains(WORD) ? read(file, new DataLines(text), line -> false) : NONE;
    }

    private static SuppressionText read(String file, Lines lines, Predicate<String> shown) {
        List<Suppression> suppressions = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> comment = lines.comment(i);
            boolean indented = lines.text(i).startsWith("    ") || lines.text(i).startsWith("\t");
            if (comment.isEmpty() || (indented && shown.test(lines.text(i).strip()))) {
                continue;
            }
            SourcePosition at = new SourcePosition(file, lines.number(i), lines.column(i));
            Clause clause = Clause.of(at, comment.get(), lines.below(i));
            clause.suppression().ifPresent(suppressions::add);
            found.addAll(clause.diagnostics());
        }
        return new SuppressionText(suppressions, found);
    }

    /** The lines of a text, by index. */
    interface Lines {

        int size();

        String text(int index);

        /** 1-based, in the file. */
        int number(int index);

        /** What follows {@code tier0:} when the line is such a comment. */
        Optional<String> comment(int index);

        /** The lines that a comment covers. */
        Suppression.Lines below(int index);

        /** Where the comment begins, 1-based. */
        default int column(int index) {
            String line = text(index);
            int column = 0;
            while (column < line.length() && " \t>".indexOf(line.charAt(column)) >= 0) {
                column++;
            }
            return column + 1;
        }

        /** What follows {@code tier0:} in the text of a comment. */
        static Optional<String> after(String comment) {
            String text = comment.strip();
            return text.startsWith(WORD) ? Optional.of(text.substring(WORD.length())) : Optional.empty();
        }
    }
}
