package dev.tierzero.runbook.facts;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SiteFiles;
import dev.tierzero.api.SourcePosition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of the register {@code owners}.
 *
 * @param byId in the register's order
 */
record Roles(Map<String, Role> byId) {

    /**
     * A role.
     *
     * @param deputy id of the role that stands in; empty when there is none
     * @param position of the entry
     * @param deputyPosition of its deputy
     */
    record Role(
            String id,
            boolean isActive,
            Optional<String> deputy,
            SourcePosition position,
            SourcePosition deputyPosition) {}

    /** The register; empty when the site has none, or none that can be read. */
    static Optional<Roles> of(SiteFiles site) {
        return site.register("owners").filter(entries -> !entries.isEmpty()).map(Roles::of);
    }

    private static Roles of(List<DataNode> entries) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (DataNode entry : entries) {
            entry.text("id")
                    .ifPresent(id -> roles.putIfAbsent(
                            id,
                            new Role(
                                    id,
                                    entry.flag("active").orElse(true),
                                    entry.text("deputy"),
                                    entry.position(),
                                    entry.position("deputy"))));
        }
        return new Roles(roles);
    }

    /** The active role that stands in for one, through deputies of deputies. */
    Optional<String> standIn(Role role) {
        Set<String> seen = new LinkedHashSet<>(Set.of(role.id()));
        Optional<Role> next = role.deputy().flatMap(this::role);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().isActive()) {
                return Optional.of(next.get().id());
            }
            next = next.get().deputy().flatMap(this::role);
        }
        return Optional.empty();
    }

    /** A role by its id. */
    Optional<Role> role(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
