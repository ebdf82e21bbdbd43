package dev.tierzero.engine;

import dev.tierzero.model.Settings;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.Publication;
import dev.tierzero.query.EngineText;
import dev.tierzero.query.IndexFiles;
import dev.tierzero.render.Theme;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.source.SettingsException;
import dev.tierzero.source.SettingsFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * A search index of a site and the engine that reads it.
 *
 * @param engine as the site has it
 * @param files of the index
 * @param folder that the site is published in; empty for an index in memory
 * @param current whether content, settings and templates are still as they were
 */
public record SiteSearch(EngineText engine, IndexFiles files, Optional<Path> folder, boolean current) {

    /**
     * The published index; empty when nothing is published, or it is of a version without search.
     *
     * @throws SettingsException for settings that make no sense
     */
    public static Optional<SiteSearch> published(Request request) throws IOException, SettingsException {
        Configuration configuration = Configuration.read(request.site());
        Settings settings = configuration.settings();
        Path folder = request.output()
                .orElse(request.site().resolve(settings.folders().output()))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(folder.resolve(Manifest.NAME)) || !Files.isDirectory(folder.resolve("_search"))) {
            return Optional.empty();
        }
        Theme theme = Theme.load(request.site().resolve(settings.folders().templates()));
        EngineText engine = engine(theme, settings);
        boolean current = !changedSince(folder, request, configuration) || isOf(request, folder);
        return Optional.of(new SiteSearch(engine, path -> bytes(folder.resolve(path)), Optional.of(folder), current));
    }

    /**
     * An index of the content as it is now, in memory. Asks nothing outside the site's folder.
     *
     * @throws SettingsException for settings that make no sense
     */
    public static SiteSearch fresh(Request request, Progress progress) throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request.with(request.plugged().withoutNetwork()));
        Stage stage = Stage.of(inputs, Optional.empty(), progress);
        SearchIndex index = new Searching(inputs, stage.rendering().site().pages()).index();
        EngineText engine = engine(inputs.theme(), inputs.settings());
        return new SiteSearch(engine, path -> Optional.ofNullable(index.files().get(path)), Optional.empty(), true);
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static EngineText engine(Theme theme, Settings settings) throws IOException {
        return SearchChecks.engine(theme, settings)
                .orElseThrow(() -> new IOException("the theme has no assets/" + EngineText.NAME));
    }

    /** Whether a file or folder is younger than the published site: quick, and more often true than needed. */
    private static boolean changedSince(Path folder, Request request, Configuration configuration) throws IOException {
        FileTime built = Files.getLastModifiedTime(folder.resolve(Manifest.NAME));
        List<String> names = List.of(
                configuration.settings().folders().content(),
                configuration.settings().folders().templates(),
                SettingsFile.NAME);
        for (String name : names) {
            Path path = request.site().resolve(name);
            if (Files.exists(path) && hasYounger(path, built)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasYounger(Path path, FileTime than) throws IOException {
        boolean[] younger = {false};
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return look(attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return look(attributes);
            }

            private FileVisitResult look(BasicFileAttributes attributes) {
                younger[0] = attributes.lastModifiedTime().compareTo(than) > 0;
                return younger[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return younger[0];
    }

    /** Whether the published site was built of exactly these files. */
    private static boolean isOf(Request request, Path folder) throws IOException, SettingsException {
        String fingerprint = Inputs.read(request).fingerprint();
        return Publication.published(folder)
                .filter(manifest -> manifest.fingerprint().startsWith(fingerprint))
                .isPresent();
    }
}
