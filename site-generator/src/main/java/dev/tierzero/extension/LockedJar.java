package dev.tierzero.extension;

import dev.tierzero.api.SourcePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A jar that the site locks, checked.
 *
 * @param name of the file in {@code plugins/ext}
 * @param sha256 of its bytes, as the lock has it
 * @param path of the copy that was checked and is used: nobody exchanges it between the check and its use
 */
public record LockedJar(String name, String sha256, Path path) {

    /** The jars of a site that are what its lock says, sorted by name. What is wrong with others {@link Extensions#load} tells. */
    public static List<LockedJar> of(Path site) {
        return Jars.read(site).locked();
    }

    /** The jar as findings name it. */
    public String file() {
        return PluginLock.FOLDER + "/" + name;
    }

    SourcePosition position() {
        return SourcePosition.ofFile(file());
    }

    /**
     * Names of the services that the jar has providers of, sorted.
     *
     * @throws IOException when the file is no jar
     */
    public List<String> services() throws IOException {
        return new JarLoader(name, path, ClassLoader.getPlatformClassLoader()).services();
    }

    /**
     * A new class loader of this jar alone. {@code Class-Path} in its manifest is not followed.
     *
     * @param parent what the jar's classes see besides
     * @throws IOException when the file is no jar
     */
    public ClassLoader loader(ClassLoader parent) throws IOException {
        return new JarLoader(name, path, parent);
    }
}
