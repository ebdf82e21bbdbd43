package dev.tierzero.coverage;

import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds registers against pages, both ways. */
public final class Coverage implements SiteCheck, PageContributor {

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public Map<String, String> registers() {
        return RegisterSchemas.all();
    }

    @Override
    public Set<String> auditCodes() {
        return Set.of("CV034", "CV037", "CV042");
    }

    @Override
    public List<Diagnostic> check(SiteView site) {
        Inventory inventory = Inventory.of(site);
        List<Diagnostic> found = new ArrayList<>(inventory.settings().findings());
        axes(inventory).forEach(axis -> found.addAll(axis.findings()));
        found.addAll(ReleasedIndex.check(inventory));
        found.addAll(OwnerCheck.of(inventory));
        return List.copyOf(found);
    }

    @Override
    public List<Contribution> contribute(SiteView site) {
        Inventory inventory = Inventory.of(site);
        List<Axis> axes = axes(inventory);
        List<Contribution> contributions = new ArrayList<>(Inserts.of(inventory, axes));
        contributions.addAll(Facts.of(inventory));
        List<Axis> known = axes.stream().filter(axis -> !axis.rows().isEmpty()).toList();
        if (!known.isEmpty()) {
            contributions.add(CoveragePage.of(inventory, known));
        }
        if (!inventory.runs().all().isEmpty()) {
            contributions.add(DrillPage.of(inventory));
            contributions.addAll(ReviewPage.all(inventory));
        }
        if (!inventory.registers().codes().isEmpty()) {
            contributions.add(HelpIndex.of(inventory));
            RetiredPage.of(inventory).ifPresent(contributions::add);
        }
        return List.copyOf(contributions);
    }

    private static List<Axis> axes(Inventory inventory) {
        return List.of(
                CodeAxis.of(inventory),
                AlertAxis.of(inventory),
                ServiceAxis.of(inventory),
                DrillAxis.of(inventory),
                TeamAxis.of(inventory),
                DeliverableAxis.of(inventory),
                CategoryAxis.of(inventory));
    }
}
