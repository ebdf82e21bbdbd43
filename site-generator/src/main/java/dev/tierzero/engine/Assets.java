package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.markup.Drawing;
import dev.tierzero.model.ScannedFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What files of content besides pages may be: data that a browser shows or saves, never code that it runs. */
final class Assets {

    /** Types that a browser runs when they are opened or named by a page of the same site. */
    private static final Set<String> ACTIVE = Set.of(
            "html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "cjs", "wasm", "swf", "xml", "xsl", "xslt", "mhtml",
            "hta");

    private Assets() {}

    /** Why a file is not published; empty when it is. */
    static List<Diagnostic> refused(ScannedFile file) {
        String extension = extension(file.path());
        if (!ACTIVE.contains(extension)) {
            return List.of();
        }
        return List.of(
                Diagnostic.error(
                        "AS001",
                        SourcePosition.ofFile(file.file()),
                        "a ." + extension + " file would run in readers' browsers, and content is not code",
                        "move it to templates/assets, where changes are reviewed as code, or list it under ignore: in site.yaml"));
    }

    /** The bytes to publish: drawings are made safe. */
    static Drawing published(ScannedFile file, byte[] bytes) {
        return extension(file.path()).equals("svg") ? Drawing.of(file.file(), bytes) : new Drawing(bytes, List.of());
    }

    /** What was taken out of a drawing. */
    static List<Diagnostic> diagnostics(ScannedFile file, Inputs inputs) throws IOException {
        return extension(file.path()).equals("svg")
                ? Drawing.of(file.file(), inputs.bytes(file)).diagnostics()
                : List.of();
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
