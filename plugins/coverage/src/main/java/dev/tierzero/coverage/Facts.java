package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.PageFact;
import dev.tierzero.api.PageFact.Tone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the registers know about a page and its author need not write: shown in the page's card. */
final class Facts {

    private final Inventory inventory;

    private Facts(Inventory inventory) {
        this.inventory = inventory;
    }

    static List<PageFact> of(Inventory inventory) {
        Facts facts = new Facts(inventory);
        List<PageFact> all = new ArrayList<>();
        for (Document page : inventory.site().documents()) {
            switch (page.type()) {
                case "runbook", "dr-playbook" -> all.addAll(facts.runbook(page));
                case "faq" -> all.addAll(facts.entry(page));
                default -> {
                    if (inventory.isProcedure(page)) {
                        all.addAll(RunFacts.of(inventory, page));
                    }
                }
            }
        }
        return all;
    }

    private List<PageFact> runbook(Document page) {
        List<PageFact> facts = new ArrayList<>();
        if (page.metadata().text("rto").isEmpty()
                && page.metadata().text("service").isPresent()
                && !inventory.registers().services().isEmpty()) {
            Rto rto = DrillAxis.rto(inventory, page);
            Tone tone = rto.limit().isPresent() ? Tone.NEUTRAL : Tone.ATTENTION;
            facts.add(new PageFact(page.path(), "RTO", rto.text(), "", "", tone)
                    .withValue(rto.limit().map(Duration::toString).orElse("")));
        }
        facts.addAll(RunFacts.of(inventory, page));
        facts.add(coverage(page));
        deputy(page).ifPresent(facts::add);
        facts.add(nextReview(page));
        return facts;
    }

    private PageFact coverage(Document page) {
        List<String> alerts = inventory.registers().alerts().stream()
                .filter(alert -> alert.runbook().filter(page.path()::equals).isPresent())
                .map(Alert::id)
                .toList();
        if (!alerts.isEmpty()) {
            String text = (alerts.size() == 1 ? "Opened by alert " : "Opened by alerts ") + String.join(", ", alerts);
            return new PageFact(page.path(), "Coverage", text, "", "", Tone.GOOD);
        }
        Optional<Service> service = inventory.registers().services().stream()
                .filter(s -> s.playbook().filter(page.path()::equals).isPresent()
                        || s.runbook().filter(page.path()::equals).isPresent())
                .findFirst();
        if (service.isPresent()) {
            String text = (page.type().equals("dr-playbook") ? "Playbook of " : "Runbook of ")
                    + service.get().title();
            return new PageFact(page.path(), "Coverage", text, "", "", Tone.GOOD);
        }
        return page.type().equals("dr-playbook")
                ? new PageFact(page.path(), "Coverage", "No service names this playbook", "", "", Tone.ATTENTION)
                : PageFact.of(page.path(), "Coverage", "No alert opens this page");
    }

    private Optional<PageFact> deputy(Document page) {
        Optional<String> owner = page.metadata().text("owner");
        if (owner.isEmpty() || inventory.registers().roles().isEmpty()) {
            return Optional.empty();
        }
        Optional<Role> deputy = owner.flatMap(inventory.registers()::role)
                .flatMap(Role::deputy)
                .flatMap(inventory.registers()::role)
                .filter(Role::active);
        return Optional.of(deputy.map(role -> PageFact.of(page.path(), "Deputy", role.title()))
                .orElse(new PageFact(page.path(), "Deputy", "None", "", "", Tone.ATTENTION)));
    }

    private static PageFact nextReview(Document page) {
        Optional<LocalDate> reviewed = page.metadata().text("reviewed").flatMap(Facts::day);
        Optional<Interval> every = page.metadata().text("review-every").flatMap(Interval::of);
        if (reviewed.isEmpty()) {
            return new PageFact(page.path(), "Next review", "Never reviewed", "", "", Tone.BAD);
        }
        return every.isEmpty()
                ? new PageFact(page.path(), "Next review", "No interval given", "", "", Tone.ATTENTION)
                : PageFact.of(
                        page.path(),
                        "Next review",
                        "By " + every.get().after(reviewed.get()) + ", every "
                                + every.get().text());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<PageFact> entry(Document page) {
        Optional<Code> code = page.metadata().text("code").flatMap(inventory.registers()::code);
        if (code.isEmpty()) {
            return List.of();
        }
        List<PageFact> facts = new ArrayList<>();
        facts.add(status(page, code.get()));
        facts.add(PageFact.of(page.path(), "Since", "Version " + code.get().since()));
        code.get()
                .entry()
                .text("next-tier")
                .ifPresent(tier -> facts.add(PageFact.of(page.path(), "Who helps next", "Tier " + tier)));
        return facts;
    }

    private static PageFact status(Document page, Code code) {
        if (!code.retired()) {
            return PageFact.of(page.path(), "Status", "Active");
        }
        String since =
                code.entry().text("retired-in").map(v -> " in version " + v).orElse("");
        String next = code.replacedBy().map(id -> ", replaced by " + id).orElse("");
        return new PageFact(page.path(), "Status", "Retired" + since + next, "", "", Tone.ATTENTION);
    }
}
