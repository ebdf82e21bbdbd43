package dev.tierzero.engine;

import dev.tierzero.model.Sha256;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.Publication;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The site that stands in the output folder, when it is whole.
 *
 * @param fingerprint of the inputs it was built from
 * @param pages how many HTML files it has
 */
record Standing(String fingerprint, int pages) {

    /**
     * The site in a folder; empty when there is none, or when a file is missing, was added, has another size or was written later
     * than the manifest, which a build writes last. Of files written in the manifest's own tick of the clock the bytes decide.
     */
    static Optional<Standing> of(Path folder) throws IOException {
        Optional<Manifest> manifest = Publication.published(folder);
        if (manifest.isEmpty() || !isWhole(folder, manifest.get())) {
            return Optional.empty();
        }
        long pages = manifest.get().files().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .count();
        return Optional.of(new Standing(manifest.get().fingerprint(), (int) pages));
    }

    private static boolean isWhole(Path folder, Manifest manifest) throws IOException {
        FileTime written = Files.getLastModifiedTime(folder.resolve(Manifest.NAME));
        Comparison comparison = new Comparison(folder, manifest, written);
        Files.walkFileTree(folder, comparison);
        return comparison.same && comparison.seen == manifest.files().size();
    }

    private static final class Comparison extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Manifest manifest;
        private final FileTime written;
        private boolean same = true;
        private int seen;

        Comparison(Path folder, Manifest manifest, FileTime written) {
            this.folder = folder;
            this.manifest = manifest;
            this.written = written;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (path.equals(Manifest.NAME)) {
                return FileVisitResult.CONTINUE;
            }
            seen++;
            Manifest.Entry entry = manifest.files().get(path);
            same = entry != null && isSame(file, attributes, entry);
            return same ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private boolean isSame(Path file, BasicFileAttributes attributes, Manifest.Entry entry) throws IOException {
            if (!attributes.isRegularFile() || entry.size() != attributes.size()) {
                return false;
            }
            int later = attributes.lastModifiedTime().compareTo(written);
            return later < 0
                    || (later == 0 && Sha256.hex(Files.readAllBytes(file)).equals(entry.sha256()));
        }
    }
}
