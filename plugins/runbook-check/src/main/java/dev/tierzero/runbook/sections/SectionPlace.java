package dev.tierzero.runbook.sections;

import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import java.util.Optional;

/** A required section stands inside a section where it does not belong, or not in the one where it does. */
final class SectionPlace implements SectionRule {

    @Override
    public void check(Page page, Outline outline, Findings findings) {
        outline.misplaced().forEach((wanted, section) -> {
            String belongs = wanted.within().isBlank() ? "on the top level" : "in \"" + wanted.within() + "\"";
            findings.add(
                    Rule.RB005,
                    SectionRule.position(section, page),
                    "section \"" + section.title() + "\" stands " + place(outline, section),
                    "it belongs " + belongs + ": give its heading that level");
        });
    }

    private static String place(Outline outline, Section section) {
        Optional<Section> around = outline.all().stream()
                .filter(other -> other.sections().stream().anyMatch(section::equals))
                .findFirst();
        return around.map(other -> "inside \"" + other.title() + "\"").orElse("on the top level");
    }
}
