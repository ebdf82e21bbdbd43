package dev.tierzero.engine;

import dev.tierzero.publish.Publication;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a site that names people.
 *
 * @param applies whether this is one
 */
record Restriction(boolean applies) {

    /** Refuses a folder in which a site for everybody stands: whoever publishes that folder would publish people. */
    void refusePublic(Path target) throws IOException, SettingsException {
        Path report = target.resolve(BuildReport.NAME);
        boolean site = applies && Publication.published(target).isPresent();
        if (site && !(Files.isRegularFile(report) && Files.readString(report).contains(BuildReport.RESTRICTED))) {
            throw new SettingsException(
                    target.toAbsolutePath().normalize()
                            + ": a site for everybody stands there; a site that names people needs another folder, with --output");
        }
    }

    /** Files besides those of any site: git takes none of the folder. */
    Map<String, byte[]> files() {
        return applies ? Map.of(".gitignore", "*\n".getBytes(StandardCharsets.UTF_8)) : Map.of();
    }

    /** Gives an attempt up; where it is kept for inspection, unless it names people. */
    Optional<Path> abandoned(Publication publication) throws IOException {
        if (applies) {
            publication.discard();
            return Optional.empty();
        }
        return Optional.of(publication.abandon());
    }
}
