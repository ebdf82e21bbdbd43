package dev.tierzero.kpi.page;

import java.time.Duration;
import java.time.Instant;

/** Sites with one KPI or two. */
public final class Fixture {

    /** The day of the last weekly value, four days before the build. */
    public static final Instant LAST = Instant.parse("2026-11-16T00:00:00Z");

    private static final String KPI = """
            - id: startup
              title: Cold start
              definition: Time to a sandbox that accepts SSH
              formula: p95(seconds)
              unit: s
              direction: down
              target: { operator: "<", value: 90 }
              owner: platform-team
              max-age: 14 days
              source: { type: file, about: Telemetry }
            """;

    private Fixture() {}

    /** A site with a KPI in seconds, target below 90, and a value a week up to {@link #LAST}; an empty one is missing. */
    public static TestView weekly(String... values) {
        return TestView.of(KPI).with("_data/kpi/startup.csv", csv(values));
    }

    /** The same KPI with one line of its declaration exchanged, or added when it is new. */
    public static TestView declared(String line, String... values) {
        String key = line.substring(0, line.indexOf(':'));
        String old = KPI.lines()
                .filter(text -> text.startsWith("  " + key + ":"))
                .findFirst()
                .orElse("");
        String kpi = old.isEmpty() ? KPI + "  " + line + "\n" : KPI.replace(old, "  " + line);
        return TestView.of(kpi).with("_data/kpi/startup.csv", csv(values));
    }

    private static String csv(String... values) {
        StringBuilder csv = new StringBuilder("observed-at,fetched-at,value,group\n");
        for (int i = 0; i < values.length; i++) {
            Instant at = LAST.minus(Duration.ofDays(7L * (values.length - 1 - i)));
            if (!values[i].isEmpty()) {
                csv.append(at)
                        .append(',')
                        .append(at.plusSeconds(21_600))
                        .append(',')
                        .append(values[i])
                        .append(",200\n");
            }
        }
        return csv.toString();
    }
}
