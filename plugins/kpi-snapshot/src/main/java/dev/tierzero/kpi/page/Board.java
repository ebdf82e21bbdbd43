package dev.tierzero.kpi.page;

import dev.tierzero.api.CollectedData;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.model.Declarations;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All KPIs of a site with what is known of them.
 *
 * @param readings in the order declared
 * @param asOf the time of the build's version, or of the last attempt to collect when that is later
 */
public record Board(SiteView site, Declarations declared, List<Reading> readings, Instant asOf) {

    /** What a site declares and what was collected for it. */
    public static Board of(SiteView site) {
        Declarations declared = Declarations.of(site);
        Snapshots snapshots =
                site.data().map(CollectedData::text).map(Snapshots::ofText).orElse(Snapshots.NONE);
        Instant asOf = asOf(site, snapshots);
        List<Reading> readings = declared.kpis().stream()
                .map(kpi -> new Reading(kpi, snapshots.of(kpi.id()), declared, asOf))
                .toList();
        return new Board(site, declared, readings, asOf);
    }

    /** No clock: the same data and the same version give the same page. */
    private static Instant asOf(SiteView site, Snapshots snapshots) {
        Stream<Instant> attempts = snapshots.all().stream().flatMap(s -> s.lastAttempt().stream());
        Optional<Instant> known =
                Stream.concat(attempts, site.builtAt().stream()).max(Instant::compareTo);
        return known.or(() -> snapshots.all().stream()
                        .map(Snapshot::last)
                        .flatMap(Optional::stream)
                        .map(Observation::fetchedAt)
                        .max(Instant::compareTo))
                .orElse(Instant.EPOCH);
    }

    /** The reading of a KPI. */
    public Optional<Reading> reading(String id) {
        return readings.stream().filter(r -> r.kpi().id().equals(id)).findFirst();
    }

    /** Whether every figure is made up. */
    public boolean isDemo() {
        return !readings.isEmpty() && readings.stream().allMatch(r -> r.kpi().demo());
    }

    /** The title of a role; its id when no register knows it. */
    String owner(String role) {
        return site.register("owners").orElse(List.of()).stream()
                .filter(owner -> owner.text("id").orElse("").equals(role))
                .flatMap(owner -> owner.text("title").stream())
                .findFirst()
                .orElse(role);
    }

    /** The entries of a register; none when there is no such file. */
    public List<DataNode> entries(String register) {
        return site.register(register).orElse(List.of());
    }
}
