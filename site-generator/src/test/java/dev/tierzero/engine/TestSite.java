package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A site in one string: {@code -- content/a.md --} begins a file, what follows is its text. */
public record TestSite(Path folder) {

    /** Writes the files of a site into a folder. */
    public static TestSite in(Path folder, String files) {
        TestSite site = new TestSite(folder);
        files(files).forEach(site::write);
        return site;
    }

    /** The files by path, in the order written. */
    public static Map<String, String> files(String text) {
        Map<String, StringBuilder> found = new java.util.LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String bare : text.lines().toList()) {
            String line = bare + "\n";
            if (line.startsWith("-- ") && line.stripTrailing().endsWith(" --")) {
                String stripped = line.stripTrailing();
                current = new StringBuilder();
                found.put(stripped.substring(3, stripped.length() - 3), current);
            } else {
                current.append(line);
            }
        }
        Map<String, String> files = new java.util.LinkedHashMap<>();
        found.forEach((path, content) -> files.put(path, content.toString()));
        return files;
    }

    /** Writes one file, making its folders. */
    public TestSite write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes one file, making its folders. */
    public TestSite write(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes one file. */
    public TestSite delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with two threads and a cache. */
    public Request request() {
        return new Request(folder, Optional.empty(), 2, Map.of(), true, false);
    }

    /** Builds into {@code output/}, refused on errors. */
    public Outcome build() {
        return build(request(), Optional.of(Severity.ERROR));
    }

    /** Builds, whatever is found. */
    public Outcome buildAnyway() {
        return build(request(), Optional.empty());
    }

    /** Builds without any earlier result into a folder. */
    public Outcome buildClean(Path output) {
        return build(new Request(folder, Optional.of(output), 2, Map.of(), false, false), Optional.of(Severity.ERROR));
    }

    /** Builds as asked. */
    public static Outcome build(Request request, Optional<Severity> limit) {
        try {
            return new Build(request, Progress.NONE).publish(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Checks. */
    public Outcome check() {
        try {
            return new Build(request(), Progress.NONE).check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The text of a file of the finished site. */
    public String output(String path) {
        try {
            return Files.readString(folder.resolve("output").resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the finished site. */
    public SortedMap<String, String> outputs() {
        return tree(folder.resolve("output"));
    }

    /** Every file below a folder: its bytes as ISO 8859-1, by path. Empty when there is no folder. */
    public static SortedMap<String, String> tree(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Errors and warnings as {@code file:line:col CODE}. */
    public static List<String> brief(List<Diagnostic> findings) {
        return findings.stream()
                .filter(d -> d.severity() != Severity.INFO)
                .map(d -> d.position() + " " + d.code())
                .toList();
    }

    /** Errors and warnings as {@code file:line:col: error CODE: message / hint}. */
    public static List<String> whole(List<Diagnostic> findings) {
        return findings.stream()
                .filter(d -> d.severity() != Severity.INFO)
                .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + " / "
                        + d.hint())
                .toList();
    }
}
