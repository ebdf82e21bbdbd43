package dev.tierzero.cli;

import dev.tierzero.query.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer for people. */
final class AnswerText {

    /** As wide as is easily read, when the terminal does not tell. */
    private static final int USUAL_WIDTH = 100;

    private static final int NARROWEST = 40;
    private static final List<String> FACETS = List.of("severity", "service", "owner");

    private final Optional<Path> folder;
    private final boolean styles;
    private final int width;

    /**
     * @param folder of the published site; empty when hits cannot be opened
     * @param styles whether words that match are bold
     * @param width of a line
     */
    AnswerText(Optional<Path> folder, boolean styles, int width) {
        this.folder = folder;
        this.styles = styles;
        this.width = Math.max(NARROWEST, width);
    }

    /** The width of the terminal, as far as the shell tells its children, and at most what is easily read. */
    static int width() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(columns -> columns.matches("[1-9][0-9]{1,3}"))
                .map(columns -> Math.min(USUAL_WIDTH, Integer.parseInt(columns)))
                .orElse(USUAL_WIDTH);
    }

    String of(Answer answer) {
        StringBuilder out = new StringBuilder();
        if (answer.hits().isEmpty()) {
            return out.append("Nothing found for ")
                    .append(quoted(answer.query()))
                    .append(".\n")
                    .toString();
        }
        if (!answer.corrected().isEmpty()) {
            out.append("These are for ").append(quoted(answer.corrected())).append("; --exact looks for ");
            out.append(quoted(answer.query())).append(" as written.\n\n");
        }
        if (answer.any()) {
            out.append("No page has all of these words; these have some.\n\n");
        }
        for (int i = 0; i < answer.hits().size(); i++) {
            hit(i + 1, answer.hits().get(i), out);
        }
        return out.append(closing(answer)).toString();
    }

    /** What a search without the filters would have given. */
    static String unfiltered(int total) {
        return total == 0 ? "" : "Without the filters: " + pages(total) + ".\n";
    }

    private void hit(int rank, Answer.Hit hit, StringBuilder out) {
        String number = rank + ". ";
        String indent = " ".repeat(number.length());
        List<Answer.Run> title = hit.title().isEmpty() ? List.of(new Answer.Run(hit.titleText(), false)) : hit.title();
        out.append(number)
                .append(StyledText.of(title, styles).lines(indent, width).stripLeading());
        out.append(indent).append(String.join(" · ", facts(hit))).append('\n');
        for (Answer.Section section : hit.sections()) {
            section(section, indent, out);
        }
        if (hit.sections().isEmpty()) {
            place(hit.href(), indent, out);
        }
        out.append('\n');
    }

    private static List<String> facts(Answer.Hit hit) {
        List<String> facts = new ArrayList<>(List.of(hit.href()));
        Stream.of(hit.type()).filter(type -> !type.isEmpty()).forEach(facts::add);
        FACETS.forEach(facet -> facts.addAll(hit.facets().getOrDefault(facet, List.of())));
        if (hit.message()) {
            facts.add("explains this message");
        }
        return facts.stream().map(Printable::of).toList();
    }

    private void section(Answer.Section section, String indent, StringBuilder out) {
        if (!section.path().isEmpty()) {
            out.append(indent)
                    .append("> ")
                    .append(Printable.of(String.join(" > ", section.path())))
                    .append('\n');
        }
        StyledText snippet = StyledText.of(section.snippet(), styles);
        if (!snippet.isBlank()) {
            out.append(snippet.lines(indent + "  ", width));
        }
        place(section.href(), indent + "  ", out);
    }

    private void place(String href, String indent, StringBuilder out) {
        String place = folder.map(at -> HitPlace.url(at, href)).orElse(href);
        out.append(indent).append(Printable.of(place)).append('\n');
    }

    private static String closing(Answer answer) {
        int shown = answer.hits().size();
        return shown >= answer.total()
                ? pages(shown) + ".\n"
                : String.format(Locale.ROOT, "%,d of %s; --limit shows more.\n", shown, pages(answer.total()));
    }

    private static String pages(int count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "page" : "pages");
    }

    private static String quoted(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return "\"" + Printable.of(length <= 80 ? line : line.substring(0, line.offsetByCodePoints(0, 80)) + "…")
                + "\"";
    }
}
