package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.findings.People;
import dev.tierzero.jbake.JBakeProject;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Sha256;
import dev.tierzero.source.SettingsException;
import dev.tierzero.source.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of a site, from {@code site.yaml}, a JBake project, or none.
 *
 * @param settings for the run
 * @param diagnostics about where they come from
 * @param digest of the bytes of {@code site.yaml}; blank without one
 */
public record Configuration(Settings settings, List<Diagnostic> diagnostics, String digest) {

    /** Copies the findings. */
    public Configuration {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads them.
     *
     * @param site the site's folder
     * @throws SettingsException for a setting that makes no sense
     */
    public static Configuration read(Path site) throws IOException, SettingsException {
        if (!SettingsFile.exists(site) && JBakeProject.is(site)) {
            JBakeProject project = JBakeProject.read(site, SettingsFile.read(site));
            return new Configuration(project.settings(), project.diagnostics(), "");
        }
        Path file = site.resolve(SettingsFile.NAME);
        if (!SettingsFile.exists(site)) {
            return new Configuration(SettingsFile.read(site), List.of(), "");
        }
        byte[] bytes = Files.readAllBytes(file);
        Settings settings = SettingsFile.read(site);
        List<Diagnostic> people = People.findings(SettingsFile.NAME, new String(bytes, StandardCharsets.UTF_8));
        return new Configuration(settings, people, Sha256.hex(bytes));
    }
}
