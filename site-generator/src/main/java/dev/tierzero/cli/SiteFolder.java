package dev.tierzero.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which site a command is about. */
final class SiteFolder {

    @Option(names = "--site", paramLabel = "DIR", description = "The site's folder (default: here).")
    private Path site = Path.of("");

    /** @throws UsageException when the folder does not exist */
    Path path() {
        if (!Files.isDirectory(site.toAbsolutePath())) {
            throw new UsageException("there is no folder " + site + "; name the site's folder with --site");
        }
        return site.toAbsolutePath().normalize();
    }
}
