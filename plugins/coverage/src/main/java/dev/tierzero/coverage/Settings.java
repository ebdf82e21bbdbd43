package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code plugins.coverage} in the site's settings.
 *
 * @param holes severity of what is missing; contradictions are errors whatever it says
 * @param page path of the page that shows coverage
 * @param drillPage path of the page that shows the drill records
 * @param released path of the index that was released with the command-line tool
 * @param categories of troubleshooting that need an entry; none unless the site names them
 * @param drillsFrom first quarter of the exercise grid
 * @param drillEvery longest time between two exercises of one scenario
 * @param findings what was not understood
 */
record Settings(
        Severity holes,
        String page,
        String drillPage,
        String released,
        List<String> categories,
        Optional<Quarter> drillsFrom,
        Interval drillEvery,
        List<Diagnostic> findings) {

    private static final List<String> KEYS =
            List.of("severity", "page", "drill-page", "released", "categories", "drills-from", "drill-every");
    private static final List<String> SEVERITIES = List.of("error", "warning", "info");
    private static final String QUARTERLY = "3 months";

    static Settings of(DataNode map) {
        List<Diagnostic> findings = new ArrayList<>();
        map.entries().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                findings.add(fault(
                        value.position(),
                        "unknown setting plugins.coverage." + key,
                        Hint.near(key, KEYS, "settings: " + String.join(", ", KEYS))));
            }
        });
        return new Settings(
                severity(map, findings),
                page(map, "page", "contribute/coverage.html", findings),
                page(map, "drill-page", "recovery/drill-records.html", findings),
                map.text("released").orElse("_data/help-index-released.json"),
                map.texts("categories"),
                from(map, findings),
                every(map, findings),
                List.copyOf(findings));
    }

    private static Severity severity(DataNode map, List<Diagnostic> findings) {
        String word = map.text("severity").orElse("warning");
        if (!SEVERITIES.contains(word)) {
            findings.add(fault(
                    map.position("severity"),
                    "plugins.coverage.severity is \"" + word + "\"; one of error, warning, info",
                    Hint.near(word, SEVERITIES, "write \"severity: warning\"")));
        }
        return switch (word) {
            case "error" -> Severity.ERROR;
            case "info" -> Severity.INFO;
            default -> Severity.WARNING;
        };
    }

    private static String page(DataNode map, String key, String otherwise, List<Diagnostic> findings) {
        String path = map.text(key).orElse(otherwise);
        if (path.matches("([a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\\.html")) {
            return path;
        }
        findings.add(fault(
                map.position(key),
                "plugins.coverage." + key + " is no path of a page: \"" + path + "\"",
                "for example \"" + key + ": " + otherwise + "\""));
        return otherwise;
    }

    private static Optional<Quarter> from(DataNode map, List<Diagnostic> findings) {
        Optional<Quarter> quarter = map.text("drills-from").flatMap(Quarter::parse);
        if (map.get("drills-from").isPresent() && quarter.isEmpty()) {
            findings.add(fault(
                    map.position("drills-from"),
                    "plugins.coverage.drills-from is no quarter: \""
                            + map.text("drills-from").orElse("")
                            + "\"",
                    "for example \"drills-from: 2026-Q4\""));
        }
        return quarter;
    }

    private static Interval every(DataNode map, List<Diagnostic> findings) {
        String text = map.text("drill-every").orElse(QUARTERLY);
        Optional<Interval> interval = Interval.of(text);
        if (interval.isEmpty()) {
            findings.add(fault(
                    map.position("drill-every"),
                    "plugins.coverage.drill-every is no interval: \"" + text + "\"",
                    "for example \"drill-every: 3 months\""));
        }
        return interval.or(() -> Interval.of(QUARTERLY)).orElseThrow();
    }

    private static Diagnostic fault(SourcePosition at, String message, String hint) {
        return Diagnostic.error("CV070", at, message, hint);
    }
}
