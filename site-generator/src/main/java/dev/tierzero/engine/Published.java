package dev.tierzero.engine;

import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of content as a page's copies need them: what is published as it is, and the sources. */
final class Published {

    private final ContentFiles content;
    private final Map<String, ScannedFile> assets = new TreeMap<>();

    /** @param assets files published as they are, or made safe */
    Published(ContentFiles content, List<ScannedFile> assets) {
        this.content = content;
        assets.forEach(asset -> this.assets.put(asset.output(), asset));
    }

    private Published(ContentFiles content, Map<String, ScannedFile> assets) {
        this.content = content;
        this.assets.putAll(assets);
    }

    /** The same files with other bytes. */
    Published with(ContentFiles fresh) {
        return new Published(fresh, assets);
    }

    /** The bytes published at an output path; empty when no such file is published. */
    Optional<byte[]> bytes(String output) {
        return asset(output).flatMap(file -> read(file.path())
                .map(bytes -> Assets.published(file, bytes).bytes()));
    }

    /** The file that is published at an output path. */
    Optional<ScannedFile> asset(String output) {
        return Optional.ofNullable(assets.get(output));
    }

    /** The bytes of a file of content as they are. */
    Optional<byte[]> read(String path) {
        try {
            return content.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a file of content in findings. */
    String file(String path) {
        return content.file(path);
    }

    /** The name in findings of what is published at an output path; the path itself of what no file of content makes. */
    String source(Site site, String output) {
        return site.page(output)
                .flatMap(Page::document)
                .map(ParsedDocument::file)
                .or(() -> asset(output).map(ScannedFile::file))
                .orElse(output);
    }
}
