package dev.tierzero.engine;

import dev.tierzero.model.ParsedDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source of a page as it was written, front matter included, and after it every file that it includes, with its name.
 *
 * @param bytes UTF-8
 * @param missing files that are included and could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record SourceText(byte[] bytes, List<String> missing) {

    private static final String RULE = "=".repeat(78);

    static SourceText of(ParsedDocument document, Published files) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<String> missing = new ArrayList<>();
        append(text, files.read(document.path()), document.file(), missing);
        Set<String> included = new LinkedHashSet<>();
        document.includes().forEach(include -> included.add(include.file()));
        String folder = document.file()
                .substring(0, document.file().length() - document.path().length());
        for (String file : included) {
            text.writeBytes(
                    ("\n" + RULE + "\nIncluded above: " + file + "\n" + RULE + "\n").getBytes(StandardCharsets.UTF_8));
            String path = file.startsWith(folder) ? file.substring(folder.length()) : file;
            append(text, files.read(path), file, missing);
        }
        return new SourceText(text.toByteArray(), List.copyOf(missing));
    }

    private static void append(ByteArrayOutputStream text, Optional<byte[]> bytes, String file, List<String> missing) {
        bytes.ifPresentOrElse(text::writeBytes, () -> missing.add(file));
    }
}
