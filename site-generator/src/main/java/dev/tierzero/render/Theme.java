package dev.tierzero.render;

import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The files of the theme: the embedded default, each file replaced by the site's own of the same path.
 *
 * @param files bytes by path: {@code layouts/page.peb}, {@code assets/site.css}
 * @param fingerprint hex SHA-256 of paths and bytes
 */
public record Theme(SortedMap<String, byte[]> files, String fingerprint) {

    private static final String EMBEDDED = "dev/tierzero/theme/";
    private static final String ASSETS = "assets/";
    /** Output folder of the assets. No page or file of content can stand there: their names never begin with an underscore. */
    public static final String OUTPUT_FOLDER = "_theme/";

    private static final int HASH_LENGTH = 10;

    /** Copies the map, not the bytes. */
    public Theme {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads the theme.
     *
     * @param overrides the site's {@code templates/}; need not exist. Symbolic links are not followed.
     */
    public static Theme load(Path overrides) throws IOException {
        SortedMap<String, byte[]> files = embedded();
        if (Files.isDirectory(overrides, LinkOption.NOFOLLOW_LINKS)) {
            readFolder(overrides, files);
        }
        MessageDigest digest = Sha256.digest();
        files.forEach((path, bytes) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
        });
        return new Theme(files, HexFormat.of().formatHex(digest.digest()));
    }

    /** The text of a template. */
    Optional<String> template(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The text of an asset. */
    public Optional<String> asset(String name) {
        return template(ASSETS + name);
    }

    /** The text of a script that is published by another name than its own, as it is published; empty when there is none. */
    public String script(String path) {
        byte[] source = Optional.ofNullable(files.get(path)).orElse(new byte[0]);
        return new String(Shrunk.of(path, source), StandardCharsets.UTF_8);
    }

    /** Whether there is such a layout. */
    public boolean hasLayout(String name) {
        return files.containsKey("layouts/" + name + ".peb");
    }

    /** The published assets: output path with the hash of the bytes in its name, by asset name ({@code site.css}). */
    public SortedMap<String, Asset> assets() {
        SortedMap<String, Asset> assets = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(ASSETS)) {
                String name = path.substring(ASSETS.length());
                byte[] published = Shrunk.of(name, bytes);
                assets.put(name, new Asset(OUTPUT_FOLDER + hashed(name, published), published));
            }
        });
        return assets;
    }

    /**
     * A file that the theme publishes.
     *
     * @param href output path
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Asset(String href, byte[] bytes) {}

    private static String hashed(String name, byte[] bytes) {
        String hash = Sha256.hex(bytes).substring(0, HASH_LENGTH);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name + "." + hash : name.substring(0, dot) + "." + hash + name.substring(dot);
    }

    private static SortedMap<String, byte[]> embedded() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path origin = Path.of(URI.create(
                Theme.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (Files.isDirectory(origin)) {
            readFolder(origin.resolve(EMBEDDED), files);
            return files;
        }
        try (JarFile jar = new JarFile(origin.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(EMBEDDED)) {
                    files.put(entry.getName().substring(EMBEDDED.length()), bytes(jar, entry));
                }
            }
        }
        return files;
    }

    private static byte[] bytes(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void readFolder(Path folder, SortedMap<String, byte[]> files) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && !path.startsWith(".") && !path.contains("/.")) {
                    files.put(path, Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
