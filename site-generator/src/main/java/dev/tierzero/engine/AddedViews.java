package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.PageFact;
import dev.tierzero.render.Added;
import dev.tierzero.site.LinkMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Resolves the links in what plugins show in pages. */
final class AddedViews {

    private final LinkMap links;
    private final List<Diagnostic> dead;

    private AddedViews(LinkMap links, List<Diagnostic> dead) {
        this.links = links;
        this.dead = dead;
    }

    /** @param dead takes a finding for each link that leads nowhere */
    static Added of(Contributions contributions, LinkMap links, List<Diagnostic> dead) {
        AddedViews views = new AddedViews(links, dead);
        Map<String, Added.Insertion> inserts = new HashMap<>();
        contributions
                .inserts()
                .forEach((name, insert) -> inserts.put(
                        name,
                        new Added.Insertion(
                                links.fragment(
                                        insert.html().toString(), target -> views.dead("{" + name + "}", target)),
                                insert.block())));
        Map<String, List<Added.Fact>> facts = new HashMap<>();
        contributions
                .facts()
                .forEach((path, all) ->
                        facts.put(path, all.stream().map(views::fact).toList()));
        return new Added(inserts, facts);
    }

    private Added.Fact fact(PageFact fact) {
        Optional<String> output = fact.target().isEmpty() ? Optional.empty() : links.output(fact.target());
        if (output.isEmpty() && !fact.target().isEmpty()) {
            dead("the fact \"" + fact.label() + "\" of " + fact.path(), fact.target());
        }
        int hash = fact.target().indexOf('#');
        return new Added.Fact(
                fact.label(),
                fact.text(),
                output.orElse(""),
                hash < 0 ? "" : fact.target().substring(hash),
                fact.date(),
                fact.tone().name().toLowerCase(Locale.ROOT),
                fact.value());
    }

    private void dead(String what, String target) {
        dead.add(Diagnostic.error(
                "CT007",
                PluginStages.SETTINGS,
                "what a plugin shows for " + what + " links to " + target + ", which there is not",
                "write the page, or correct the register or setting that names it"));
    }
}
