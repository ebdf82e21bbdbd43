package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A site's content as it stood when it was scanned: every file in exactly one class, and its bytes on demand.
 * Thread-safe.
 */
public final class Workspace implements ContentFiles {

    private final Map<String, ScannedFile> files;
    private final List<Diagnostic> diagnostics;
    private final ContentBytes bytes;
    private final String folder;

    Workspace(List<ScannedFile> files, List<Diagnostic> diagnostics, ContentBytes bytes, String folder) {
        Map<String, ScannedFile> byPath = new LinkedHashMap<>();
        files.forEach(f -> byPath.putIfAbsent(f.path(), f));
        this.files = Collections.unmodifiableMap(byPath);
        this.diagnostics = diagnostics.stream().sorted().distinct().toList();
        this.bytes = bytes;
        this.folder = folder;
    }

    /**
     * Scans the content of a site.
     *
     * @param site the site's folder
     * @param settings of the site
     * @param cache folder for what is known about unchanged files, made when absent; empty: every file is read
     * @param threads that read and hash, at least 1
     * @throws SettingsException when there is no content folder; the message says what was found instead
     * @throws IOException when a folder or file cannot be read, or the cache cannot be written
     */
    public static Workspace scan(Path site, Settings settings, Optional<Path> cache, int threads)
            throws IOException, SettingsException {
        return scan(site, settings, cache, threads, Set.of());
    }

    /**
     * Scans the content of a site with extensions; otherwise as above.
     *
     * @param extensions of pages that engines of extensions read, lower case, without the dot
     */
    public static Workspace scan(
            Path site, Settings settings, Optional<Path> cache, int threads, Set<String> extensions)
            throws IOException, SettingsException {
        checkFolder(site, settings);
        return new Scan(site, settings, cache, threads, extensions).run();
    }

    /**
     * Checks that the site's folder and its content folder are there.
     *
     * @throws SettingsException with one line that says which is missing, and where pages were found instead
     */
    public static void checkFolder(Path site, Settings settings) throws SettingsException {
        if (!Files.isDirectory(site)) {
            throw new SettingsException(site + ": no such folder");
        }
        String name = settings.folders().content();
        Path content = site.resolve(name);
        if (Files.isSymbolicLink(content)) {
            throw new SettingsException(content + ": is a symbolic link; the content folder has to be a real one");
        }
        if (!Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)) {
            String pages = LoosePages.in(site);
            throw new SettingsException(
                    pages.isBlank()
                            ? site + ": no folder \"" + name + "\" here; the pages of a site are in it"
                            : site + ": the pages (" + pages + ") are in the site's folder itself; move them to \""
                                    + name + "/\"");
        }
    }

    /** Every file, in the order of the paths. */
    public List<ScannedFile> files() {
        return List.copyOf(files.values());
    }

    /** The files of one class, in the order of the paths. */
    public List<ScannedFile> files(FileClass fileClass) {
        return files.values().stream().filter(f -> f.fileClass() == fileClass).toList();
    }

    /** A file by its path. */
    public Optional<ScannedFile> get(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** How many files are in each class; all classes are there, and they add up to {@link #files()}. */
    public Map<FileClass, Integer> counts() {
        Map<FileClass, Integer> counts = new EnumMap<>(FileClass.class);
        for (FileClass fileClass : FileClass.values()) {
            counts.put(fileClass, 0);
        }
        files.values().forEach(f -> counts.merge(f.fileClass(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** What is wrong with files, in total order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** How many files were opened and hashed by the scan: 0 when nothing has changed. */
    public int hashed() {
        return bytes.hashed();
    }

    @Override
    public boolean contains(String path) {
        return get(path).filter(Workspace::isContent).isPresent();
    }

    /**
     * The bytes of a scanned file, those that its hash was taken of.
     *
     * @throws IOException also when the file was changed after the scan
     */
    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<ScannedFile> found = get(path).filter(Workspace::isContent);
        return found.isPresent() ? Optional.of(bytes.of(found.get())) : Optional.empty();
    }

    @Override
    public String file(String path) {
        return get(path).map(ScannedFile::file).orElse(folder + "/" + path);
    }

    private static boolean isContent(ScannedFile found) {
        return found.fileClass() != FileClass.IGNORED && found.fileClass() != FileClass.ERROR;
    }
}
