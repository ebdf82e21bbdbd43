package dev.tierzero.engine;

import dev.tierzero.model.Settings;
import dev.tierzero.source.SettingsException;
import java.nio.file.Path;
import java.util.List;

/** Where the finished site goes. */
final class Target {

    private Target() {}

    /**
     * The folder that is published into. What is published must not become content, or the theme, of the next build.
     *
     * @throws SettingsException when it would, or when a site that names people would come near the public one
     */
    static Path of(Request request, Settings.Folders folders) throws SettingsException {
        boolean restricted = request.publishing().contacts().isPresent();
        Path own = request.site().resolve(folders.output());
        Path target = request.output().orElse(restricted ? request.site().resolve(Contacts.OUTPUT) : own);
        if (restricted && overlap(target.toAbsolutePath().normalize(), own.normalize())) {
            throw new SettingsException(target.toAbsolutePath().normalize()
                    + ": a site that names people cannot go into the folder of the public one, nor around it;"
                    + " name another folder with --output");
        }
        for (String name : List.of(folders.content(), folders.templates())) {
            if (target.toAbsolutePath().normalize().startsWith(request.site().resolve(name))) {
                throw new SettingsException(target.toAbsolutePath().normalize()
                        + ": the site cannot be published into its own folder \"" + name
                        + "\"; name another folder with --output");
            }
        }
        return target;
    }

    private static boolean overlap(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}
