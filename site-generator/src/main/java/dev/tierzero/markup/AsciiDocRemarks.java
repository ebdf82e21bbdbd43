package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Asciidoctor and our converter remark, as findings: code, severity and what to do about it, from {@code asciidoc-remarks.tsv}. A
 * remark that is not in that table becomes AD097: none is lost.
 */
final class AsciiDocRemarks {

    /** Remarks that are no findings: references are checked for the whole site, and tabs and mermaid are styles of ours. */
    private static final Pattern SILENT = Pattern.compile(
            "possible invalid reference: .*|unknown style for \\w+ block: (?:tabs|mermaid)|unknown name for block macro: toc",
            Pattern.DOTALL);

    private static final List<String> ADMONITIONS = List.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");

    private static final List<String> STYLES = List.of(
            "source", "listing", "literal", "quote", "verse", "sidebar", "example", "tabs", "mermaid", "discrete");

    private final List<Known> known;

    /**
     * A remark that we know.
     *
     * @param pattern of the remark
     * @param severity how much it matters
     * @param code of the finding
     * @param message what is wrong, with {@code {n}} for the n-th group
     * @param hint what to do, likewise
     */
    private record Known(Pattern pattern, Severity severity, String code, String message, String hint) {

        static Known of(String row) {
            String[] cells = row.split("\t", -1);
            return new Known(
                    Pattern.compile(cells[2], Pattern.DOTALL),
                    Severity.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                    cells[1],
                    cells[3],
                    cells[4]);
        }
    }

    /** Reads the table. */
    AsciiDocRemarks() {
        try (InputStream in = AsciiDocRemarks.class.getResourceAsStream("asciidoc-remarks.tsv")) {
            byte[] table = Objects.requireNonNull(in, "asciidoc-remarks.tsv").readAllBytes();
            known = new String(table, StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .map(Known::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The finding that a remark means; empty when it is none. */
    Optional<Diagnostic> finding(AsciiDocEngine.Remark remark, SourcePosition position, List<SourcePosition> chain) {
        if (SILENT.matcher(remark.message()).matches()) {
            return Optional.empty();
        }
        for (Known candidate : known) {
            Matcher matcher = candidate.pattern().matcher(remark.message());
            if (matcher.matches()) {
                return Optional.of(new Diagnostic(
                        candidate.severity(),
                        candidate.code(),
                        position,
                        chain,
                        filled(candidate.message(), matcher),
                        filled(candidate.hint(), matcher)));
            }
        }
        return Optional.of(new Diagnostic(
                severity(remark.level()),
                "AD097",
                position,
                chain,
                "Asciidoctor says: " + remark.message().replaceAll("\\s+", " "),
                "mend what it complains about"));
    }

    private static Severity severity(int level) {
        if (level >= 3) {
            return Severity.ERROR;
        }
        return level == 2 ? Severity.WARNING : Severity.INFO;
    }

    private static String filled(String text, Matcher matcher) {
        String result = text;
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = Objects.requireNonNullElse(matcher.group(i), "").replaceAll("\\s+", " ");
            result = result.replace("{" + i + "}", group);
        }
        return result.contains("{style}") ? result.replace("{style}", style(matcher.group(2))) : result;
    }

    private static String style(String style) {
        Optional<String> admonition = Nearest.of(style.toUpperCase(Locale.ROOT), ADMONITIONS);
        Optional<String> near = admonition.or(() -> Nearest.of(style, STYLES));
        return near.map(name -> "did you mean [" + name + "]?")
                .orElse("write [source," + style + "] for a block of code, or [." + style + "] for a role");
    }
}
