package dev.tierzero.runbook.outage;

import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page repairs.
 *
 * @param service that it repairs
 * @param allowed ids of services that it says it needs
 */
record Repair(Service service, List<String> allowed) {

    private static final String NEEDS = "needs";

    /**
     * Reads it from the page's service, or from the register when that names the page. Needs that cannot be met are reported: a page for
     * an outage cannot need what is out.
     */
    static Optional<Repair> of(Page page, Services services, Findings findings) {
        String path = page.document().path();
        Optional<Service> registered = services.byId().values().stream()
                .filter(service -> named(service).anyMatch(path::equals))
                .findFirst();
        Optional<Service> own = page.document()
                .metadata()
                .text("service")
                .flatMap(services::service)
                .filter(s -> page.isProcedure());
        Optional<Service> service = own.or(() -> registered);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        List<String> needs = page.document().metadata().list(NEEDS);
        needs.stream()
                .filter(id -> services.service(id).isEmpty())
                .forEach(id -> unknown(page, id, services, findings));
        boolean forOutage = registered.isPresent() || page.document().type().equals("dr-playbook");
        if (!forOutage) {
            return Optional.of(new Repair(service.get(), needs));
        }
        needs.forEach(id -> contradiction(page, id, service.get(), services, findings));
        return Optional.of(new Repair(service.get(), List.of()));
    }

    private static Stream<String> named(Service service) {
        return Stream.of("runbook", "playbook").flatMap(key -> service.entry().text(key).stream());
    }

    private static void unknown(Page page, String id, Services services, Findings findings) {
        findings.add(
                Rule.RB042,
                page.position(NEEDS),
                "there is no service \"" + id + "\" in the register",
                Words.nearest(id, services.byId().keySet())
                        .map(name -> "did you mean " + name + "?")
                        .orElse("name one of "
                                + String.join(", ", services.byId().keySet())));
    }

    private static void contradiction(Page page, String id, Service service, Services services, Findings findings) {
        Optional<String> way = services.needing(service.id()).entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst();
        if (id.equals(service.id()) || way.isPresent()) {
            findings.add(
                    Rule.RB064,
                    page.position(NEEDS),
                    "this page is for the time when " + service.title() + " is down, and says that it needs " + id
                            + way.map(text -> " (" + text + ")").orElse(""),
                    "take it out, and take what the steps need from somewhere else");
        }
    }
}
