package dev.tierzero.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site in one string: files after lines such as {@code -- content/a.md --}. */
final class SiteText {

    private SiteText() {}

    static Path write(Path site, String text) throws IOException {
        for (String part : text.split("(?m)^-- ", -1)) {
            if (!part.isBlank()) {
                int end = part.indexOf(" --\n");
                Path file = site.resolve(part.substring(0, end));
                Path folder = file.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(file, part.substring(end + 4));
            }
        }
        return site;
    }
}
