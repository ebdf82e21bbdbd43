package dev.tierzero.extension;

import dev.tierzero.api.DataNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a plugin may see of the environment: the variables that {@code plugins.<id>.environment} names.
 *
 * @param variables that are named and set, by name
 */
public record AllowedEnvironment(Map<String, String> variables) {

    /** Copies, sorted by name. */
    public AllowedEnvironment {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /**
     * The part of an environment that is named.
     *
     * @param settings {@code plugins.<id>}
     * @param environment of the process, by a variable's name
     */
    public static AllowedEnvironment of(DataNode settings, Function<String, Optional<String>> environment) {
        Map<String, String> allowed = new TreeMap<>();
        for (String name : settings.texts(HostSettings.ENVIRONMENT)) {
            environment.apply(name).ifPresent(value -> allowed.put(name, value));
        }
        return new AllowedEnvironment(allowed);
    }

    /** A variable that the plugin may see, when it is set. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Takes the values out of what the plugin says. */
    public Redaction redaction() {
        return Redaction.of(variables.values());
    }

    /** The names alone: a record's own text would tell the values. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
