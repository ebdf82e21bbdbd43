package dev.tierzero.extension;

import dev.tierzero.api.DataCollector;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.Plugin;
import dev.tierzero.api.SiteCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A plugin that was found.
 *
 * @param id of the plugin, asked once
 * @param version of its jar; blank when the jar does not say
 * @param origin {@code built in}, or the jar below {@code plugins/ext}
 * @param plugin to call, through {@link Guard} only
 */
public record Extension(String id, String version, String origin, Plugin plugin) {

    /** The registers that it declares, with their schemas; none when it fails to say. */
    public Map<String, String> registers() {
        return plugin.registers();
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
}
