package dev.tierzero.runbook.outage;

import dev.tierzero.api.SiteFiles;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Preferences;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;

/** What the register says services need is in the register, and no service needs itself through others. */
public final class ServiceNeeds {

    private ServiceNeeds() {}

    /** Reports what is wrong with the register. */
    public static void check(SiteFiles site, Preferences preferences, Findings findings) {
        Services services = Services.of(site, preferences);
        for (Service service : services.byId().values()) {
            service.needs().stream()
                    .filter(id -> services.service(id).isEmpty())
                    .forEach(id -> findings.add(
                            Rule.RB062,
                            service.entry().position("needs"),
                            "service \"" + service.id() + "\" needs \"" + id + "\", which is not in the register",
                            Words.nearest(id, services.byId().keySet())
                                    .map(name -> "did you mean " + name + "?")
                                    .orElse("add it, or name one of "
                                            + String.join(", ", services.byId().keySet()))));
        }
        services.byId().values().stream()
                .filter(service -> services.needsItself(service.id()))
                .findFirst()
                .ifPresent(service -> findings.add(
                        Rule.RB063,
                        service.entry().position("needs"),
                        "service \"" + service.id()
                                + "\" needs itself through others: when all are down, none can start first",
                        "say in a playbook how one of them starts alone, or take out a need that is none"));
    }
}
