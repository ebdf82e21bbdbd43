package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.markup.Drawing;
import dev.tierzero.model.ScannedFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Files of content besides pages, as they are published: drawings are made safe. The scan refuses what a browser would run. */
final class Assets {

    private Assets() {}

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
