package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Deliverables against the pages that hold or prepare them. */
final class DeliverableAxis {

    private final Inventory inventory;

    private DeliverableAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        DeliverableAxis axis = new DeliverableAxis(inventory);
        return new Axis(
                "deliverables",
                "Deliverables and their pages",
                "Every deliverable has a page that holds it, or that says how it is made.",
                List.of("Id", "Deliverable", "Stream", "Page", "The portal provides", "Status"),
                inventory.registers().deliverables().stream().map(axis::row).toList(),
                axis.gaps());
    }

    private Axis.Row row(Deliverable deliverable) {
        Findings findings = inventory.findings();
        page(deliverable, findings);
        List<Html> cells = List.of(
                Html.text(deliverable.id()),
                Html.text(deliverable.title()),
                Html.text(deliverable.stream()),
                Cells.page(inventory, deliverable.page(), deliverable.anchor()),
                Cells.text(deliverable.provides()),
                Html.text(Cells.words(deliverable.status())));
        return Axis.Row.of(cells, findings);
    }

    private void page(Deliverable deliverable, Findings findings) {
        if (deliverable.page().isEmpty()) {
            findings.hole(
                    "CV050",
                    deliverable.at("id"),
                    "deliverable " + deliverable.id() + " has no page",
                    "write the page that holds it or says how it is made, and name it here as \"page\"");
            return;
        }
        String path = deliverable.page().get();
        Optional<Document> page = inventory.site().document(path);
        if (page.isEmpty()) {
            findings.error(
                    "CV051",
                    deliverable.at("page"),
                    "the page of deliverable " + deliverable.id() + " does not exist: " + path,
                    inventory.nearestPage(path, "write the page, or correct the path, which begins below content/"));
            return;
        }
        deliverable
                .anchor()
                .filter(id -> !page.get().ids().contains(id))
                .ifPresent(id -> findings.error(
                        "CV051",
                        deliverable.at("page"),
                        "there is no heading #" + id + " on the page of deliverable " + deliverable.id(),
                        Hint.near(id, page.get().ids(), "leave the part after # out, or correct it")));
    }

    /** Numbers that are left out between the first and the last of a series. */
    private List<Diagnostic> gaps() {
        TreeMap<String, TreeSet<Integer>> series = new TreeMap<>();
        inventory.registers().deliverables().forEach(deliverable -> series.computeIfAbsent(
                        deliverable.series(), name -> new TreeSet<>())
                .add(deliverable.number()));
        Findings findings = inventory.findings();
        for (Deliverable deliverable : inventory.registers().deliverables()) {
            Set<Integer> numbers = series.getOrDefault(deliverable.series(), new TreeSet<>());
            int before = deliverable.number() - 1;
            if (before > 0 && !numbers.contains(before)) {
                findings.hole(
                        "CV052",
                        deliverable.at("id"),
                        "the register goes to " + deliverable.id() + " without " + deliverable.series() + before,
                        "add the deliverable that is left out");
            }
        }
        return findings.all();
    }
}
