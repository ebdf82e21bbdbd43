package dev.tierzero.engine;

import dev.tierzero.model.ParsedDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The source of a page as it was written, front matter included, and after it every file that it includes, with its name. */
final class SourceText {

    private static final String RULE = "=".repeat(78);

    private SourceText() {}

    /** The text in UTF-8. */
    static byte[] of(ParsedDocument document, Published files) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        files.read(document.path()).ifPresent(text::writeBytes);
        Set<String> included = new LinkedHashSet<>();
        document.includes().forEach(include -> included.add(include.file()));
        int folder = document.file().length() - document.path().length();
        for (String file : included) {
            text.writeBytes(utf8("\n" + RULE + "\nIncluded above: " + file + "\n" + RULE + "\n"));
            // What cannot be read was an error where it is included.
            Optional<byte[]> bytes = files.read(file.substring(Math.min(folder, file.length())));
            text.writeBytes(bytes.orElse(utf8("(it could not be read)\n")));
        }
        return text.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
