package dev.tierzero.kpi.collect;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plugin's settings, {@code plugins.kpi-snapshot} in {@code site.yaml}.
 *
 * @param hosts that may be asked, each with or without a port; without one, all its ports
 * @param privateHosts that may have an address of a private network
 * @param plainHosts that may be asked without TLS
 * @param timeout for all sources together, at most 60 s
 */
record Settings(Set<String> hosts, Set<String> privateHosts, Set<String> plainHosts, Duration timeout) {

    private static final Set<String> KEYS = Set.of("hosts", "allow-private", "allow-plain", "timeout-seconds");

    /** What every plugin has; the host reads them. */
    private static final Set<String> KEYS_OF_ALL = Set.of("enabled", "environment", "collect-seconds");

    private static final String HOST = "([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:\\d{1,5})?";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Reads the settings; what cannot be read is a finding, and allows nothing. */
    static Settings of(DataNode node, List<Diagnostic> findings) {
        node.entries().forEach((key, value) -> {
            if (!KEYS.contains(key) && !KEYS_OF_ALL.contains(key)) {
                report(
                        findings,
                        value,
                        "plugins.kpi-snapshot has no setting " + key,
                        "settings are: " + String.join(", ", new TreeSet<>(KEYS)));
            }
        });
        return new Settings(
                names(node, "hosts", findings),
                names(node, "allow-private", findings),
                names(node, "allow-plain", findings),
                timeout(node, findings));
    }

    /** Whether the site lets this host be asked at this port. */
    boolean allows(String host, int port) {
        return listed(hosts, host, port);
    }

    /** Whether this host may have an address of a private network. */
    boolean allowsPrivate(String host, int port) {
        return listed(privateHosts, host, port);
    }

    /** Whether this host may be asked without TLS. */
    boolean allowsPlain(String host, int port) {
        return listed(plainHosts, host, port);
    }

    private static boolean listed(Set<String> names, String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return names.contains(name) || names.contains(name + ":" + port);
    }

    private static Set<String> names(DataNode node, String key, List<Diagnostic> findings) {
        Set<String> names = new TreeSet<>();
        List<DataNode> items = node.get(key)
                .map(n -> n.kind() == DataNode.Kind.LIST ? n.items() : List.of(n))
                .orElse(List.of());
        for (DataNode item : items) {
            Optional<String> name = item.text().filter(text -> text.matches(HOST));
            name.ifPresent(text -> names.add(text.toLowerCase(Locale.ROOT)));
            if (name.isEmpty()) {
                report(
                        findings,
                        item,
                        key + " takes names of hosts",
                        "write a host, with a port if only one is meant: metrics.example.org:9090");
            }
        }
        return Set.copyOf(names);
    }

    private static Duration timeout(DataNode node, List<Diagnostic> findings) {
        if (node.get("timeout-seconds").isEmpty()) {
            return TIMEOUT;
        }
        Optional<BigDecimal> seconds =
                node.number("timeout-seconds").filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(60)) <= 0);
        if (seconds.isEmpty()) {
            node.get("timeout-seconds")
                    .ifPresent(at -> report(
                            findings,
                            at,
                            "timeout-seconds is not more than 0 and at most 60",
                            "write for example: timeout-seconds: 5"));
        }
        return seconds.map(n -> Duration.ofMillis(n.movePointRight(3).longValue()))
                .orElse(TIMEOUT);
    }

    private static void report(List<Diagnostic> findings, DataNode at, String message, String hint) {
        findings.add(Diagnostic.error("KP013", at.position(), message, hint));
    }
}
