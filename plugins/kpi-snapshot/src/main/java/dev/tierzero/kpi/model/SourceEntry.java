package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a source is declared with the keys of its type. */
final class SourceEntry {

    private static final Set<String> COMMON = Set.of("type", "about");
    private static final Map<Source.Type, List<String>> NEEDED = Map.of(
            Source.Type.FILE, List.of(),
            Source.Type.PROMETHEUS, List.of("url", "query"),
            Source.Type.HTTP_JSON, List.of("url", "value"),
            Source.Type.CSV, List.of("value"),
            Source.Type.SQL, List.of("url", "query", "value"));
    private static final Map<Source.Type, Set<String>> TAKEN = Map.of(
            Source.Type.FILE, Set.of(),
            Source.Type.PROMETHEUS,
                    Set.of("range", "step", "aggregate", "observed", "group", "scale", "token", "header"),
            Source.Type.HTTP_JSON, Set.of("observed", "group", "scale", "token", "header"),
            Source.Type.CSV, Set.of("url", "path", "observed", "group", "separator", "scale", "token", "header"),
            Source.Type.SQL, Set.of("observed", "group", "scale", "user", "password"));

    private final Source source;
    private final List<Diagnostic> findings;

    SourceEntry(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    void check() {
        DataNode data = source.data();
        String type = source.type().word();
        List<String> needed = NEEDED.getOrDefault(source.type(), List.of());
        Set<String> taken = TAKEN.getOrDefault(source.type(), Set.of());
        needed.stream()
                .filter(key -> data.text(key).isEmpty())
                .forEach(key ->
                        report(data, "type", "a source of type " + type + " needs " + key, "add \"" + key + ": …\""));
        data.entries().keySet().stream()
                .filter(key -> !needed.contains(key) && !taken.contains(key) && !COMMON.contains(key))
                .forEach(key -> report(data, key, "a source of type " + type + " has no " + key, "delete it"));
        boolean both = data.text("url").isPresent() && data.text("path").isPresent();
        boolean neither = data.text("url").isEmpty() && data.text("path").isEmpty();
        if (source.type() == Source.Type.CSV && (both || neither)) {
            report(data, "type", "a source of type csv is either a url or a path", "keep one of: url, path");
        }
        if (data.text("range").isPresent() != data.text("step").isPresent()) {
            report(data, "type", "range and step belong together", "write for example: range: 12 weeks, step: 7 days");
        }
        List.of("range", "step").forEach(key -> data.text(key)
                .filter(t -> Ages.of(t).isEmpty())
                .ifPresent(t -> findings.add(Diagnostic.error(
                        "KP004",
                        data.position(key),
                        "\"" + t + "\" is no length of time",
                        "write for example: 7 days"))));
    }

    private void report(DataNode data, String key, String message, String hint) {
        findings.add(Diagnostic.error("KP007", data.position(key), message, hint));
    }
}
