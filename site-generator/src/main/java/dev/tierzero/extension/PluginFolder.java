package dev.tierzero.extension;

import dev.tierzero.api.Nearest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/** The jars of a site and their lock, to be changed. */
public final class PluginFolder {

    private final Path site;

    private PluginFolder(Path site) {
        this.site = site;
    }

    /** Those of a site. */
    public static PluginFolder of(Path site) {
        return new PluginFolder(site);
    }

    /** What became of a jar that was added. */
    public enum Change {
        /** It was not trusted before. */
        NEW,
        /** Another jar of its name was. */
        REPLACED,
        /** It was trusted before. */
        SAME
    }

    /**
     * A jar that was added.
     *
     * @param name of its file
     * @param sha256 of its bytes
     * @param change what is new
     */
    public record Added(String name, String sha256, Change change) {

        /** As findings name it. */
        public String file() {
            return PluginLock.FOLDER + "/" + name;
        }
    }

    /**
     * Copies a jar to its place, unless it is there, and locks it. The bytes that are locked are the bytes that are put there.
     *
     * @throws IOException when it is no jar, cannot be locked under its name, or the lock cannot be changed
     */
    public Added add(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName());
        if (!PluginLock.isName(name)) {
            throw new IOException(
                    jar + ": a plugin's file name has ASCII letters, digits and . _ + - and ends in .jar; rename it");
        }
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + ": there is no such file");
        }
        PluginLock lock = lock();
        String sha256 = placed(jar, site.resolve(PluginLock.FOLDER).resolve(name));
        Optional<String> before = lock.entry(name).map(PluginLock.Entry::sha256);
        lock.with(name, sha256).write(site);
        if (before.isEmpty()) {
            return new Added(name, sha256, Change.NEW);
        }
        return new Added(name, sha256, before.get().equals(sha256) ? Change.SAME : Change.REPLACED);
    }

    /** Puts a copy in place in one step, when it is a jar; returns the digest of its bytes. */
    private static String placed(Path jar, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Path fresh = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid());
        try {
            String sha256;
            try (OutputStream out = Files.newOutputStream(fresh)) {
                sha256 = Jars.copied(jar, out);
            }
            requireJar(jar, fresh);
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sha256;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void requireJar(Path jar, Path copy) throws IOException {
        try (JarFile file = new JarFile(copy.toFile())) {
            if (file.size() == 0) {
                throw new IOException(jar + ": the jar is empty");
            }
        } catch (ZipException e) {
            throw new IOException(jar + ": is no jar: " + e.getMessage(), e);
        }
    }

    /**
     * Takes a jar out of the lock and deletes it.
     *
     * @param name of its file
     * @return the jar as findings name it
     * @throws IOException when there is no such jar, or it cannot be deleted
     */
    public String remove(String name) throws IOException {
        PluginLock lock = lock();
        Set<String> known = new TreeSet<>(Jars.names(site));
        lock.entries().forEach(entry -> known.add(entry.name()));
        if (!known.contains(name)) {
            throw new IOException(name + ": there is no such jar in " + PluginLock.FOLDER + hint(name, known));
        }
        lock.without(name).write(site);
        Files.deleteIfExists(site.resolve(PluginLock.FOLDER).resolve(name));
        Optional<PluginLock.Entry> entry = lock.entry(name);
        if (entry.isPresent()) {
            Files.deleteIfExists(site.resolve(Jars.COPIES).resolve(entry.get().sha256() + ".jar"));
        }
        return PluginLock.FOLDER + "/" + name;
    }

    private static String hint(String name, Set<String> known) {
        return Nearest.of(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(known.isEmpty() ? "; there is none" : "; there are " + String.join(", ", known));
    }

    /** The lock, when it can be written again without losing a line. */
    private PluginLock lock() throws IOException {
        PluginLock lock = PluginLock.read(site);
        List<String> faults = lock.diagnostics().stream()
                .filter(d -> d.code().equals("PL004"))
                .map(d -> d.position() + ": " + d.message())
                .toList();
        if (!faults.isEmpty()) {
            throw new IOException(faults.get(0) + "; mend the line first");
        }
        return lock;
    }
}
