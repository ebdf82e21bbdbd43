package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;

/** Alerts against the runbooks that they open, both ways. */
final class AlertAxis {

    private final Inventory inventory;

    private AlertAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        AlertAxis axis = new AlertAxis(inventory);
        return new Axis(
                "alerts",
                "Alerts and their runbooks",
                "Every alert opens a runbook, and the runbook names the alert.",
                List.of("Alert", "Opens", "Severity", "Service", "Fires after"),
                inventory.registers().alerts().stream().map(axis::row).toList(),
                axis.strayPages());
    }

    private Axis.Row row(Alert alert) {
        Findings findings = inventory.findings();
        runbook(alert, findings);
        if (!inventory.registers().services().isEmpty()
                && inventory.registers().service(alert.service()).isEmpty()) {
            findings.error(
                    "CV024",
                    alert.at("service"),
                    "alert " + alert.id() + " is of the service " + alert.service()
                            + ", which is not in the register of services",
                    ServiceAxis.nearest(inventory, alert.service()));
        }
        List<Html> cells = List.of(
                Cells.code(alert.id()),
                Cells.page(inventory, alert.runbook()),
                Html.text(alert.severity()),
                Html.text(inventory
                        .registers()
                        .service(alert.service())
                        .map(Service::title)
                        .orElse(alert.service())),
                Html.text(fires(alert)));
        return Axis.Row.of(cells, findings);
    }

    private static String fires(Alert alert) {
        String wait = alert.entry().text("for").orElse("0m");
        return wait.matches("0[a-z]+") ? "at once" : wait.replaceFirst("(\\d+)m$", "$1 min");
    }

    private void runbook(Alert alert, Findings findings) {
        if (alert.runbook().isEmpty()) {
            findings.hole(
                    "CV020",
                    alert.at("id"),
                    "alert " + alert.id() + " opens no runbook",
                    "write a runbook with \"alerts: [" + alert.id() + "]\", and name it here as \"runbook\"");
            return;
        }
        String path = alert.runbook().get();
        Optional<Document> page = inventory.site().document(path);
        if (page.isEmpty()) {
            findings.error(
                    "CV021",
                    alert.at("runbook"),
                    "the runbook of alert " + alert.id() + " does not exist: " + path,
                    inventory.nearestPage(path, "write the runbook, or correct the path, which begins below content/"));
        } else if (!inventory.isRunbook(path)) {
            findings.error(
                    "CV021",
                    alert.at("runbook"),
                    "alert " + alert.id() + " opens a page that is no runbook: " + path,
                    "name a page of type runbook or dr-playbook");
        } else if (!page.get().metadata().list("alerts").contains(alert.id())) {
            findings.error(
                    "CV022",
                    page.get()
                            .metadata()
                            .position("alerts")
                            .orElse(SourcePosition.ofFile(page.get().file())),
                    "alert " + alert.id() + " opens this page, which does not name it",
                    "add " + alert.id() + " to its alerts");
        }
    }

    private List<Diagnostic> strayPages() {
        if (inventory.registers().alerts().isEmpty()) {
            return List.of();
        }
        Findings findings = inventory.findings();
        for (Document page : inventory.site().documents()) {
            page.metadata().list("alerts").forEach(id -> stray(page, id, findings));
        }
        return findings.all();
    }

    private void stray(Document page, String id, Findings findings) {
        SourcePosition at = page.metadata().position("alerts").orElse(SourcePosition.ofFile(page.file()));
        List<String> known =
                inventory.registers().alerts().stream().map(Alert::id).toList();
        if (!known.contains(id)) {
            findings.error(
                    "CV023",
                    at,
                    "alert " + id + " is not in the register of alerts",
                    Hint.near(id, known, "add it to content/_data/alerts.yaml, or correct the page"));
            return;
        }
        inventory.registers().alerts().stream()
                .filter(alert -> alert.id().equals(id))
                .flatMap(alert -> alert.runbook().stream())
                .filter(path -> !path.equals(page.path()))
                .forEach(path -> findings.error(
                        "CV023",
                        at,
                        "alert " + id + " opens " + path + ", not this page",
                        "take the alert off this page, or change the register of alerts"));
    }
}
