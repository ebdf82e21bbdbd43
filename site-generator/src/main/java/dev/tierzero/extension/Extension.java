package dev.tierzero.extension;

import dev.tierzero.api.DataCollector;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.Plugin;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plugin that was found.
 *
 * @param id of the plugin, asked once
 * @param version of its jar; blank when the jar does not say
 * @param origin {@link #BUILT_IN}, {@link #GIVEN}, or the jar: {@code plugins/ext/reading-ease.jar}
 * @param plugin to call, through {@link Guard} only
 * @param registers that it reads, asked once: JSON Schemas of an entry by the register's name
 */
public record Extension(String id, String version, String origin, Plugin plugin, Map<String, String> registers) {

    /** Origin of the plugins that come with the generator. */
    public static final String BUILT_IN = "built in";

    /** Origin of the plugins that a test hands over. */
    public static final String GIVEN = "given";

    /** Copies, sorted by name. */
    public Extension {
        registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    }

    /** Asks the plugin for its registers. */
    public Extension(String id, String version, String origin, Plugin plugin) {
        this(id, version, origin, plugin, plugin.registers());
    }

    /** The stages it takes part in, in their order: {@code collect}, {@code check}, {@code contribute}. */
    public List<String> stages() {
        List<String> stages = new ArrayList<>();
        if (plugin instanceof DataCollector) {
            stages.add("collect");
        }
        if (plugin instanceof DocumentCheck || plugin instanceof SiteCheck) {
            stages.add("check");
        }
        if (plugin instanceof PageContributor) {
            stages.add("contribute");
        }
        return List.copyOf(stages);
    }

    /** Where findings about the plugin itself stand: its jar; for the others the settings, where it can be switched off. */
    public SourcePosition position() {
        return SourcePosition.ofFile(origin.endsWith(".jar") ? origin : "site.yaml");
    }

    Subject subject() {
        return new Subject("plugin " + id, position(), plugin.getClass().getClassLoader(), plugin.getClass());
    }
}
