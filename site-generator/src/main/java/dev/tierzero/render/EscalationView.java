package dev.tierzero.render;

import dev.tierzero.model.Escalation;
import dev.tierzero.model.SupportHours;
import dev.tierzero.model.SupportStep;
import dev.tierzero.site.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates see of those who help: the ladder on every page, the registers on the escalation sheet. */
record EscalationView(Portal portal) {

    private Escalation escalation() {
        return portal.facts().notices().escalation();
    }

    /** The ladder of help. */
    List<Map<String, Object>> steps(String base) {
        List<Map<String, Object>> views = SiteView.entrances(portal.facts().support(), base);
        List<SupportStep> steps = escalation().steps();
        for (int i = 0; i < views.size(); i++) {
            Optional<SupportStep> step = i < steps.size() ? Optional.of(steps.get(i)) : Optional.empty();
            views.get(i).put("channel", step.map(SupportStep::channel).orElse(""));
            views.get(i).put("answer", step.map(SupportStep::answer).orElse(""));
            views.get(i).put("urgent", step.map(SupportStep::urgent).orElse(false));
            views.get(i)
                    .put(
                            "hours",
                            step.flatMap(SupportStep::hours)
                                    .map(EscalationView::hours)
                                    .orElse(Map.of()));
        }
        return views;
    }

    private static Map<String, Object> hours(SupportHours hours) {
        return Map.of(
                "text", hours.text(),
                "always", hours.isAlways(),
                "days", hours.dayNumbers(),
                "from", hours.from().toString(),
                "to", hours.to().toString(),
                "zone", hours.zone(),
                "holidays", hours.holidaysText(),
                "note", hours.note());
    }

    /** What those who help want to be told. */
    List<String> send() {
        return escalation().steps().stream()
                .flatMap(step -> step.send().stream())
                .distinct()
                .toList();
    }

    /** How the role that owns a page is reached: {@code channel} and, in a restricted site, {@code people}. */
    Map<String, Object> owner(String id) {
        return Map.of("channel", role(id).map(Escalation.Role::channel).orElse(""), "people", people(id));
    }

    private Optional<Escalation.Role> role(String id) {
        return escalation().roles().stream()
                .filter(role -> role.id().equals(id))
                .findFirst();
    }

    private List<Map<String, Object>> people(String role) {
        List<Map<String, Object>> people = new ArrayList<>();
        for (Escalation.Person person : escalation().people().getOrDefault(role, List.of())) {
            people.add(Map.of(
                    "name", person.name(),
                    "phone", person.phone(),
                    "mail", person.mail(),
                    "chat", person.chat()));
        }
        return people;
    }

    /** The registers; nothing on other pages than the sheet. */
    Map<String, Object> sheet(Page page, String base) {
        if (page.kind() != Page.Kind.ESCALATION) {
            return Map.of("roles", List.of(), "duties", List.of());
        }
        List<Map<String, Object>> roles = new ArrayList<>();
        for (Escalation.Role role : escalation().roles()) {
            Map<String, Object> view = new HashMap<>(owner(role.id()));
            view.put("title", role.title());
            view.put("deputy", title(role.deputy()));
            roles.add(view);
        }
        List<Map<String, Object>> duties = new ArrayList<>();
        for (Escalation.Duty duty : escalation().duties()) {
            duties.add(Map.of(
                    "title", duty.title(),
                    "owner", title(duty.owner()),
                    "channel", role(duty.owner()).map(Escalation.Role::channel).orElse(""),
                    "alerts", alerts(duty, base)));
        }
        return Map.of("roles", roles, "duties", duties);
    }

    private List<Map<String, Object>> alerts(Escalation.Duty duty, String base) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Escalation.Alert alert : duty.alerts()) {
            views.add(Map.of(
                    "id",
                    alert.id(),
                    "severity",
                    alert.severity(),
                    "href",
                    portal.site()
                            .pageOf(alert.runbook())
                            .map(p -> Layouts.url(base, p.href()))
                            .orElse("")));
        }
        return views;
    }

    private String title(String role) {
        return portal.owners().getOrDefault(role, role);
    }

    /** The digest of what stands on the sheet, people apart: the sheet that names them has the code that everybody can look up. */
    String digest() {
        return EscalationDigest.of(escalation());
    }
}
