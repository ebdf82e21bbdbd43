package dev.tierzero.runbook.outage;

import dev.tierzero.api.SiteFiles;
import dev.tierzero.runbook.model.Preferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services of the register {@code services}.
 *
 * @param byId in the register's order
 */
record Services(Map<String, Service> byId) {

    /** The register; empty when the site has none. */
    static Services of(SiteFiles site, Preferences preferences) {
        Map<String, Service> services = new LinkedHashMap<>();
        site.register("services").orElse(List.of()).stream()
                .map(entry -> Service.of(entry, preferences.hosts()))
                .filter(service -> !service.id().isEmpty())
                .forEach(service -> services.putIfAbsent(service.id(), service));
        return new Services(services);
    }

    /** A service by its id. */
    Optional<Service> service(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Services that do not work without one, with the way to it: {@code git needs sso, sso needs vault}. */
    Map<Service, String> needing(String id) {
        Map<Service, String> needing = new LinkedHashMap<>();
        for (Service service : byId.values()) {
            List<String> way = way(service.id(), id, new LinkedHashSet<>());
            if (!service.id().equals(id) && !way.isEmpty()) {
                needing.put(service, sentence(way));
            }
        }
        return needing;
    }

    /** The ids from one service to another that it needs; empty when it does not. */
    private List<String> way(String from, String to, Set<String> seen) {
        if (!seen.add(from)) {
            return List.of();
        }
        for (String next : service(from).map(Service::needs).orElse(List.of())) {
            List<String> rest = next.equals(to) ? List.of(to) : way(next, to, seen);
            if (!rest.isEmpty()) {
                List<String> way = new ArrayList<>(List.of(from));
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }

    private static String sentence(List<String> way) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i + 1 < way.size(); i++) {
            parts.add(way.get(i) + " needs " + way.get(i + 1));
        }
        return String.join(", ", parts);
    }

    /** Whether a service needs itself through others. */
    boolean needsItself(String id) {
        return !way(id, id, new LinkedHashSet<>()).isEmpty();
    }
}
