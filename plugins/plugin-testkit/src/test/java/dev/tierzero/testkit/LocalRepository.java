package dev.tierzero.testkit;

import dev.tierzero.api.Plugin;
import dev.tierzero.engine.Build;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A local Maven repository that has what this machine's has, and our modules as they are now: a project outside the reactor is built
 * against them without a network and without installing anything.
 */
record LocalRepository(Path folder) implements AutoCloseable {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    /** @param root of our repository, compiled */
    static LocalRepository with(Path root) throws IOException {
        Path folder = Files.createTempDirectory("tier0-test-repository");
        Path machine =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        link(machine, folder, "dev");
        link(machine.resolve("dev"), folder.resolve("dev"), "tierzero");
        LocalRepository repository = new LocalRepository(folder);
        repository.put("tier-zero", root.resolve("pom.xml"));
        for (String plugin : List.of("kpi-snapshot", "runbook-check", "coverage")) {
            repository.put(plugin, root.resolve("plugins").resolve(plugin).resolve("pom.xml"));
            repository.jar(plugin, root.resolve("plugins").resolve(plugin).resolve("target/classes"));
        }
        repository.put("plugin-api", root.resolve("plugins/plugin-api/pom.xml"));
        repository.jar("plugin-api", origin(Plugin.class));
        repository.put("site-generator", root.resolve("site-generator/pom.xml"));
        repository.jar("site-generator", origin(Build.class));
        repository.put("plugin-testkit", root.resolve("plugins/plugin-testkit/pom.xml"));
        repository.jar("plugin-testkit", origin(TestSite.class));
        return repository;
    }

    /** Deletes it; what its links lead to stays. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    /** Makes a folder with links to everything in another, but for one entry. */
    private static void link(Path from, Path to, String but) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!String.valueOf(entry.getFileName()).equals(but)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private void put(String artifact, Path pom) throws IOException {
        Files.copy(pom, place(artifact, ".pom"));
    }

    /** @param classes a folder of classes, or a jar */
    private void jar(String artifact, Path classes) throws IOException {
        Path jar = place(artifact, ".jar");
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, jar);
            return;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private Path place(String artifact, String ending) throws IOException {
        Path version = folder.resolve("dev/tierzero").resolve(artifact).resolve(VERSION);
        return Files.createDirectories(version).resolve(artifact + "-" + VERSION + ending);
    }

    private static Path origin(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
