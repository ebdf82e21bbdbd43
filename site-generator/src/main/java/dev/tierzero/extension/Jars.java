package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The jars of {@code plugins/ext} that are what the lock says.
 *
 * @param locked sorted by name
 * @param diagnostics about the others
 */
record Jars(List<LockedJar> locked, List<Diagnostic> diagnostics) {

    /** Where the copies are that are used, in the site's folder. */
    static final String COPIES = ".tier0/plugins";

    /** Copies. */
    Jars {
        locked = List.copyOf(locked);
        diagnostics = List.copyOf(diagnostics);
    }

    static Jars read(Path site) {
        List<Diagnostic> found = new ArrayList<>();
        List<LockedJar> locked = new ArrayList<>();
        try {
            Path folder = site.resolve(PluginLock.FOLDER);
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                found.add(LockFindings.unreadable("", "it is no folder"));
                return new Jars(locked, found);
            }
            List<String> names = names(site);
            PluginLock lock = PluginLock.read(site);
            found.addAll(lock.diagnostics());
            for (PluginLock.Entry entry : lock.entries()) {
                if (!names.contains(entry.name())) {
                    found.add(LockFindings.missing(entry));
                }
            }
            for (String name : names) {
                Optional<PluginLock.Entry> entry = lock.entry(name);
                if (entry.isEmpty()) {
                    found.add(LockFindings.unlocked(name));
                } else if (!lock.disputed().contains(name)) {
                    checked(site, entry.get(), found).ifPresent(locked::add);
                }
            }
        } catch (IOException e) {
            found.add(LockFindings.unreadable("plugins.lock", String.valueOf(e)));
        }
        return new Jars(locked, found);
    }

    /** Digest of the lock's and the jars' bytes; what cannot be read counts as unreadable. */
    static String fingerprint(Path site) {
        StringBuilder text = new StringBuilder();
        try {
            Path folder = site.resolve(PluginLock.FOLDER);
            for (String name : names(site)) {
                text.append(digest(folder.resolve(name)))
                        .append(' ')
                        .append(name)
                        .append('\n');
            }
            text.append(digest(site.resolve(PluginLock.FILE)));
        } catch (IOException e) {
            text.append("unreadable ").append(e);
        }
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Path file) throws IOException {
        return Files.isRegularFile(file) ? copied(file, OutputStream.nullOutputStream()) : "none";
    }

    /** Names of the files that look like jars, sorted. */
    static List<String> names(Path site) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        Path folder = site.resolve(PluginLock.FOLDER);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (name.toLowerCase(Locale.ROOT).endsWith(".jar") && !name.startsWith(".")) {
                        names.add(name);
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private static Optional<LockedJar> checked(Path site, PluginLock.Entry entry, List<Diagnostic> found) {
        try {
            Path jar = site.resolve(PluginLock.FOLDER).resolve(entry.name());
            String digest = copied(jar, OutputStream.nullOutputStream());
            if (!digest.equals(entry.sha256())) {
                found.add(LockFindings.changed(entry, digest));
                return Optional.empty();
            }
            Path copy = site.resolve(COPIES).resolve(digest + ".jar");
            if (!Files.isRegularFile(copy)
                    || !copied(copy, OutputStream.nullOutputStream()).equals(digest)) {
                copy(jar, copy, digest);
            }
            return Optional.of(new LockedJar(entry.name(), digest, copy));
        } catch (IOException e) {
            found.add(LockFindings.unreadable(entry.name(), String.valueOf(e)));
            return Optional.empty();
        }
    }

    /** The bytes that are digested are the bytes that are written, and only these are ever opened. */
    private static void copy(Path jar, Path copy, String digest) throws IOException {
        Files.createDirectories(copy.getParent());
        Path fresh = Files.createTempFile(copy.getParent(), "fresh", ".tmp");
        try {
            String written;
            try (OutputStream out = Files.newOutputStream(fresh)) {
                written = copied(jar, out);
            }
            if (!written.equals(digest)) {
                throw new IOException("the file changed while it was read");
            }
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Copies a file and returns the digest of what was copied. */
    static String copied(Path file, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(to, digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
