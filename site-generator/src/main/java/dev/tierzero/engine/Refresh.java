package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects data and writes it to the data folder of the content, for a job that commits it: the only run that writes content. */
public final class Refresh {

    private static final String FOLDER = "_data";
    private static final Pattern PATH =
            Pattern.compile("([a-z0-9][a-z0-9._-]{0,99}/){0,6}[a-z0-9][a-z0-9._-]{0,99}\\.(csv|json|yaml|txt)");

    private final Request request;

    /** Prepares a run; nothing is read yet. */
    public Refresh(Request request) {
        this.request = request;
    }

    /**
     * What was done.
     *
     * @param written files whose content is another now, relative to the site's folder, sorted
     * @param unchanged how many files were as they should be
     * @param diagnostics in total order
     */
    public record Result(List<String> written, int unchanged, List<Diagnostic> diagnostics) {}

    /** Collects, and writes each file at once as a whole. */
    public Result run() throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Plugins plugins = Plugins.of(inputs);
        Collection collection = Collection.of(plugins);
        List<Diagnostic> found = new ArrayList<>(plugins.extensions().diagnostics());
        found.addAll(collection.diagnostics());
        found.addAll(plugins.siteData().diagnostics());
        Writing writing =
                new Writing(request.site(), inputs.settings().folders().content());
        for (Map.Entry<String, Map<String, String>> share : collection.files().entrySet()) {
            for (Map.Entry<String, String> file : share.getValue().entrySet()) {
                writing.take(share.getKey(), file.getKey(), file.getValue());
            }
        }
        found.addAll(writing.refused);
        return new Result(
                List.copyOf(writing.written),
                writing.unchanged,
                found.stream().sorted().distinct().toList());
    }

    /** What becomes of the files, one after the other: one that cannot be is a finding, and the others are written. */
    private static final class Writing {
        private final Path site;
        private final String content;
        private final Map<String, String> takenBy = new HashMap<>();
        private final List<String> written = new ArrayList<>();
        private final List<Diagnostic> refused = new ArrayList<>();
        private int unchanged;

        Writing(Path site, String content) {
            this.site = site;
            this.content = content;
        }

        void take(String plugin, String path, String text) throws IOException {
            String name = content + "/" + FOLDER + "/" + path;
            if (!PATH.matcher(path).matches()) {
                refuse(plugin, "the path \"" + path + "\" is none that a file of data can have");
                return;
            }
            String other = takenBy.putIfAbsent(path, plugin);
            if (other != null) {
                refuse(plugin, name + " is written by the plugin " + other + " already");
            } else if (WrittenContent.write(
                    site.resolve(content), site.resolve(name), text.getBytes(StandardCharsets.UTF_8))) {
                written.add(name);
            } else {
                unchanged++;
            }
        }

        private void refuse(String plugin, String message) {
            refused.add(Diagnostic.error(
                    "CT003",
                    PluginStages.SETTINGS,
                    "the plugin " + plugin + ": " + message,
                    "change the plugin's settings or data; if that does not help, it is a defect of the plugin"));
        }
    }
}
