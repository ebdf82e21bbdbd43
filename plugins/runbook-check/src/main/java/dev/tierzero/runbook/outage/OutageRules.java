package dev.tierzero.runbook.outage;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Link;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Placed;
import dev.tierzero.runbook.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page that repairs a service must work while that service is down, and with it all that needs it. Verification and what comes after
 * are left out: there the service runs again.
 */
public final class OutageRules implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        Services services = Services.of(page.site(), page.preferences());
        Optional<Repair> repair = Repair.of(page, services, findings);
        if (repair.isEmpty()) {
            return;
        }
        List<Suspect> suspects = suspects(repair.get(), services);
        page.blocks()
                .filter(placed -> placed.part().role() != Part.Role.VERIFICATION
                        && placed.part().role() != Part.Role.CLOSING)
                .forEach(placed -> check(page, placed, suspects, findings));
    }

    /** A service that the page must not need, and why. */
    private record Suspect(Use use, Service service, Rule rule, String why) {}

    private static List<Suspect> suspects(Repair repair, Services services) {
        List<Suspect> suspects = new ArrayList<>();
        Service own = repair.service();
        if (!repair.allowed().contains(own.id())) {
            suspects.add(new Suspect(new Use(own, true), own, Rule.RB060, "which this page repairs"));
        }
        for (Map.Entry<Service, String> other : services.needing(own.id()).entrySet()) {
            if (!repair.allowed().contains(other.getKey().id())
                    && !repair.allowed().contains(own.id())) {
                suspects.add(new Suspect(
                        new Use(other.getKey(), false),
                        other.getKey(),
                        Rule.RB061,
                        "which is down with " + own.title() + " (" + other.getValue() + ")"));
            }
        }
        return suspects;
    }

    private static void check(Page page, Placed placed, List<Suspect> suspects, Findings findings) {
        for (Link link : placed.block().links()) {
            suspects.stream()
                    .filter(suspect -> suspect.use().ofAddress(link.target()).isPresent())
                    .findFirst()
                    .ifPresent(suspect -> report(
                            suspect,
                            placed,
                            link.position(),
                            link.kind() == Link.Kind.IMAGE ? "loads an image from" : "links to",
                            findings));
        }
        Optional<CodeBlock> code = placed.block().code();
        List<Needs.Line> lines = code.map(c -> Needs.lines(page, c)).orElseGet(() -> Needs.inText(placed));
        for (Needs.Line line : lines) {
            for (Suspect suspect : suspects) {
                Optional<String> how = code.isPresent()
                        ? suspect.use().of(line.text())
                        : Needs.ofText(line.text(), suspect.use(), suspect.service());
                if (how.isPresent()) {
                    report(suspect, placed, page.line(placed.block().position(), line.source()), how.get(), findings);
                    break;
                }
            }
        }
    }

    private static void report(Suspect suspect, Placed placed, SourcePosition position, String how, Findings findings) {
        Optional<Block> step =
                placed.block().kind() == Block.Kind.ORDERED_ITEM ? Optional.of(placed.block()) : placed.step();
        String who = step.filter(item -> !item.detail().isEmpty())
                .map(item -> "step " + item.detail())
                .orElse("this");
        findings.add(
                suspect.rule(),
                position,
                who + " " + how + " " + suspect.service().title() + ", " + suspect.why(),
                suspect.rule() == Rule.RB060
                        ? "take it from a copy that is there without "
                                + suspect.service().title() + ", or say after which step it works again"
                        : "take it from a place that does not need it");
    }
}
