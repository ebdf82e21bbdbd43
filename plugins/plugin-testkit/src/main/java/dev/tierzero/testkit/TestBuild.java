package dev.tierzero.testkit;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.Plugin;
import dev.tierzero.api.SiteView;
import dev.tierzero.engine.Build;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Builds a site in a folder that is gone afterwards. */
final class TestBuild {

    /** In the place of plugins when the generator's own findings are wanted: it does nothing. */
    private record Nobody() implements DocumentCheck {
        @Override
        public String id() {
            return "nobody";
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            return List.of();
        }
    }

    private TestBuild() {}

    static Run of(Map<String, String> files, TestSite.Circumstances given, List<Plugin> plugins) {
        try {
            Path folder = Files.createTempDirectory("tier0-test-site");
            try {
                return built(folder, files, given, plugins);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SettingsException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Run built(Path folder, Map<String, String> files, TestSite.Circumstances given, List<Plugin> plugins)
            throws IOException, SettingsException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
        List<Diagnostic> others = new Build(request(folder, given, List.of(new Nobody())), Progress.NONE)
                .check()
                .diagnostics();
        List<Plugin> named = plugins.isEmpty() ? List.of(new Nobody()) : plugins;
        List<Diagnostic> all = new Build(request(folder, given, named), Progress.NONE)
                .publish(Optional.empty())
                .diagnostics();
        List<Diagnostic> findings = new ArrayList<>(all);
        others.forEach(findings::remove);
        return new Run(findings, others, tree(folder.resolve("output")));
    }

    private static Request request(Path folder, TestSite.Circumstances given, List<Plugin> plugins) {
        return new Request(
                        folder,
                        Optional.of(folder.resolve("output")),
                        2,
                        Map.of("SOURCE_DATE_EPOCH", String.valueOf(given.now().getEpochSecond())),
                        false,
                        false)
                .with(new Request.Plugged(
                        !given.online(),
                        given.asOf(),
                        given::now,
                        name -> Optional.ofNullable(given.variables().get(name)),
                        plugins));
    }

    private static SortedMap<String, byte[]> tree(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
