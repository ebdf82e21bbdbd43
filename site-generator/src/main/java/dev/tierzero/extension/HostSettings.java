package dev.tierzero.extension;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of {@code plugins.<id>} that are the host's: {@code enabled}, {@code environment} and {@code collect-seconds}. */
final class HostSettings {

    static final String ENABLED = "enabled";
    static final String ENVIRONMENT = "environment";

    /** Longest time of a collection, in seconds; more than {@link #MOST_SECONDS} is no time to wait for a page. */
    static final String COLLECT_SECONDS = "collect-seconds";

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(600);

    private HostSettings() {}

    /** Whether a plugin is switched on: it is, unless the settings say {@code enabled: false}. */
    static boolean isOn(Map<String, DataNode> settings, String id) {
        return Optional.ofNullable(settings.get(id))
                .flatMap(node -> node.flag(ENABLED))
                .orElse(true);
    }

    /**
     * What is wrong with them.
     *
     * @param ids of the plugins there are
     * @param whole whether every jar could be loaded; else a missing plugin may be in one that could not
     */
    static List<Diagnostic> findings(Map<String, DataNode> settings, Set<String> ids, boolean whole) {
        List<Diagnostic> found = new ArrayList<>();
        settings.forEach((id, node) -> {
            if (!ids.contains(id)) {
                found.add(unknown(id, node, ids, whole));
            }
            if (node.get(ENABLED).isPresent() && node.flag(ENABLED).isEmpty()) {
                found.add(Diagnostic.error(
                        "PL015",
                        node.position(ENABLED),
                        "plugins." + id + ".enabled is neither true nor false",
                        "write enabled: false to switch the plugin off, or delete the line"));
            }
            node.get(ENVIRONMENT).ifPresent(names -> {
                if (!isNames(names)) {
                    found.add(Diagnostic.error(
                            "PL015",
                            names.position(),
                            "plugins." + id + ".environment is not a list of names of variables",
                            "write names of letters, digits and _: environment: [METRICS_TOKEN]; never a value"));
                }
            });
            node.get(COLLECT_SECONDS)
                    .filter(seconds -> !isTime(seconds))
                    .ifPresent(seconds -> found.add(Diagnostic.error(
                            "PL015",
                            seconds.position(),
                            "plugins." + id + ".collect-seconds is not a number of seconds up to 600",
                            "write a number above 0: collect-seconds: 20")));
        });
        return found;
    }

    private static boolean isTime(DataNode seconds) {
        return seconds.number()
                .filter(n -> n.signum() > 0 && n.compareTo(MOST_SECONDS) <= 0)
                .isPresent();
    }

    /** Names of environment variables (POSIX.1-2017 §8.1, lower case too). */
    private static boolean isNames(DataNode names) {
        return names.kind() == DataNode.Kind.LIST
                && names.texts().size() == names.items().size()
                && names.texts().stream().allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"));
    }

    private static Diagnostic unknown(String id, DataNode node, Set<String> ids, boolean whole) {
        String known = Nearest.of(id, ids)
                .map(near -> "did you mean " + near + "?")
                .orElse("delete the settings, or add the plugin with ./tier0 plugin add");
        return Diagnostic.error(
                "PL011",
                node.position(),
                "there is no plugin " + id,
                whole ? known : "mend what is said about plugins/ext first; " + known);
    }
}
