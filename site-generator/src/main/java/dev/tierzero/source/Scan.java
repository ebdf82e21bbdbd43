package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One scan: walk, classes, collisions, limits, hashes. */
final class Scan {

    private static final String CACHE_FILE = "files.stat";

    private final Path site;
    private final Settings settings;
    private final Optional<Path> cache;
    private final int threads;
    private final Set<String> extensions;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final ContentBytes bytes = new ContentBytes();

    Scan(Path site, Settings settings, Optional<Path> cache, int threads, Set<String> extensions) {
        this.site = site;
        this.settings = settings;
        this.cache = cache;
        this.threads = threads;
        this.extensions = extensions;
    }

    Workspace run() throws IOException {
        long startedAt = cache.isPresent() ? fileSystemTime(cache.get()) : Long.MIN_VALUE;
        StatCache known = StatCache.read(cache.map(c -> c.resolve(CACHE_FILE)).orElse(site.resolve(CACHE_FILE)));
        List<FoundFile> found = new Collisions(findings)
                .resolved(found()).stream().map(this::limited).toList();
        found.forEach(bytes::locate);
        Hashing hashing = new Hashing(bytes, known, threads);
        List<String> hashes = hashing.of(found);
        List<ScannedFile> files = new ArrayList<>(found.size());
        Map<String, StatCache.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Optional<IOException> failure =
                    Optional.ofNullable(hashing.failures().get(found.get(i).path()));
            FoundFile file = failure.isPresent() ? unreadable(found.get(i), failure.get()) : found.get(i);
            files.add(scanned(file, hashes.get(i)));
            if (!hashes.get(i).isEmpty()) {
                entries.put(file.path(), new StatCache.Entry(file.stat(), hashes.get(i)));
            }
        }
        if (cache.isPresent() && !known.holds(entries)) {
            StatCache.write(cache.get().resolve(CACHE_FILE), entries, startedAt);
        }
        return new Workspace(files, findings, bytes, settings.folders().content());
    }

    private static ScannedFile scanned(FoundFile file, String hash) {
        return new ScannedFile(
                file.path(), file.file(), file.fileClass(), file.stat().size(), hash, file.output());
    }

    private FoundFile unreadable(FoundFile file, IOException failure) {
        findings.add(Unreadable.finding(file.file(), failure));
        return file.as(FileClass.ERROR);
    }

    private List<FoundFile> found() throws IOException {
        FileClasses classes = new FileClasses(settings.ignore(), extensions);
        boolean unix = Stat.isUnix(site);
        String content = settings.folders().content();
        List<FoundFile> files =
                new ArrayList<>(new ContentWalk(content, classes, false, unix, findings).of(site.resolve(content)));
        Optional<String> assets = settings.folders().assets();
        if (assets.isPresent() && Files.isDirectory(site.resolve(assets.get()), LinkOption.NOFOLLOW_LINKS)) {
            files.addAll(new ContentWalk(assets.get(), classes, true, unix, findings).of(site.resolve(assets.get())));
        }
        return files;
    }

    private FoundFile limited(FoundFile found) {
        boolean text = found.fileClass() == FileClass.PAGE || found.fileClass() == FileClass.PARTIAL;
        long most = text ? settings.limits().pageBytes() : settings.limits().assetBytes();
        if (found.fileClass() == FileClass.IGNORED
                || found.fileClass() == FileClass.ERROR
                || found.stat().size() <= most) {
            return found;
        }
        findings.add(Diagnostic.error(
                "SR009",
                SourcePosition.ofFile(found.file()),
                "the file has " + found.stat().size() + " bytes; at most " + most + " are taken",
                "split it, or raise \"limits: " + (text ? "page-bytes" : "asset-bytes") + "\" in site.yaml"));
        return found.as(FileClass.ERROR);
    }

    /** The clock that files are stamped with, which need not be that of this machine. */
    private static long fileSystemTime(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path probe = Files.createTempFile(folder, "clock-", ".tmp");
        try {
            return Stat.of(probe, false).modified();
        } finally {
            Files.delete(probe);
        }
    }
}
