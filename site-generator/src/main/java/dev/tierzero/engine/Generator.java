package dev.tierzero.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * This generator, as caches and pages know it.
 *
 * @param name with version: {@code Tier Zero 0.1.0}
 * @param identity changes whenever the generator may write something else for the same input
 */
public record Generator(String name, String identity) {

    /** The one that runs. */
    public static Generator running() throws IOException {
        String version = Optional.ofNullable(Generator.class.getPackage().getImplementationVersion())
                .orElse("development");
        Path origin = Path.of(URI.create(Generator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        // Within one version the jar changes while it is being developed; its size and time tell without reading it.
        String stamp = Files.isRegularFile(origin)
                ? stamp(origin) + plugins(origin.resolveSibling("lib"), version)
                : "classes";
        return new Generator("Tier Zero " + version.replace("-SNAPSHOT", ""), version + "+" + stamp);
    }

    private static String stamp(Path jar) throws IOException {
        return Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
    }

    /** Our own plugins are jars beside the generator's, and decide what it writes as much. */
    private static String plugins(Path lib, String version) throws IOException {
        StringBuilder stamps = new StringBuilder();
        if (Files.isDirectory(lib)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "*-" + version + ".jar")) {
                for (Path jar :
                        StreamSupport.stream(jars.spliterator(), false).sorted().toList()) {
                    stamps.append('+').append(stamp(jar));
                }
            }
        }
        return stamps.toString();
    }
}
