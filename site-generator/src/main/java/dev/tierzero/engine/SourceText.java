package dev.tierzero.engine;

import dev.tierzero.model.ParsedDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The source of a page as it was written, front matter included, and after it every file that it includes, with its name. Of a file
 * whose regions or lines it includes, those: nothing is published that is not on the page.
 */
final class SourceText {

    private static final String RULE = "=".repeat(78);

    private SourceText() {}

    /** The text in UTF-8. */
    static byte[] of(ParsedDocument document, Published files) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        files.read(document.path()).ifPresent(text::writeBytes);
        int folder = document.file().length() - document.path().length();
        for (ParsedDocument.Included included : document.includes()) {
            String file = included.file();
            Optional<byte[]> bytes = files.read(file.substring(Math.min(folder, file.length())));
            if (bytes.isEmpty() || included.lines().isEmpty()) {
                // That was an error where it is included.
                text.writeBytes(utf8(head(file) + "(it could not be read)\n"));
                continue;
            }
            List<String> lines = lines(bytes.get());
            ParsedDocument.Lines first = included.lines().get(0);
            if (first.first() == 1 && first.last() >= lines.size()) {
                text.writeBytes(utf8(head(file)));
                text.writeBytes(bytes.get());
            } else {
                text.writeBytes(utf8(head(file + numbers(included.lines()))));
                included.lines().forEach(part -> text.writeBytes(utf8(part(lines, part))));
            }
        }
        return text.toByteArray();
    }

    private static String head(String name) {
        return "\n" + RULE + "\nIncluded above: " + name + "\n" + RULE + "\n";
    }

    private static String numbers(List<ParsedDocument.Lines> parts) {
        boolean one = parts.size() == 1 && parts.get(0).first() == parts.get(0).last();
        return parts.stream()
                .map(part -> part.first() + (part.first() == part.last() ? "" : "-" + part.last()))
                .collect(Collectors.joining(", ", one ? ", line " : ", lines ", ""));
    }

    private static String part(List<String> lines, ParsedDocument.Lines part) {
        // A preview may have a file that is shorter by now.
        int end = Math.min(part.last(), lines.size());
        return lines.subList(Math.min(part.first() - 1, end), end).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Numbered as where they are included. */
    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
