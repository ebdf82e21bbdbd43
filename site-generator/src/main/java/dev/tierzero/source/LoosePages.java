package dev.tierzero.source;

import dev.tierzero.model.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Pages that lie in the site's folder itself, where nobody looks for them. */
final class LoosePages {

    private static final int SHOWN = 3;

    private LoosePages() {}

    /** The first names, with an ellipsis when there are more; blank when there is none but the usual project files. */
    static String in(Path site) {
        try (Stream<Path> found = Files.list(site)) {
            List<String> names = found.map(p -> p.getFileName().toString())
                    .filter(n -> Markup.ofPath(n).isPresent() && n.indexOf('.') > 0)
                    .filter(n -> !n.toUpperCase(Locale.ROOT).matches("(README|CHANGELOG|CONTRIBUTING|LICENSE)\\..*"))
                    .sorted()
                    .toList();
            return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                    + (names.size() > SHOWN ? ", …" : "");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
