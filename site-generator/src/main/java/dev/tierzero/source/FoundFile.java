package dev.tierzero.source;

import dev.tierzero.model.FileClass;
import java.nio.file.Path;

/**
 * A file that the walk came upon.
 *
 * @param onDisk where it is read
 * @param path below the content folder, NFC
 * @param file as findings name it
 * @param stat without following links
 * @param fileClass what it is by name and kind
 * @param output in the site; blank unless a page or an asset
 */
record FoundFile(Path onDisk, String path, String file, Stat stat, FileClass fileClass, String output) {

    FoundFile as(FileClass other) {
        return new FoundFile(onDisk, path, file, stat, other, "");
    }
}
