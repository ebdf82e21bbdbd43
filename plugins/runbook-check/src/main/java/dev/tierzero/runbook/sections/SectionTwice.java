package dev.tierzero.runbook.sections;

import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import java.util.List;

/** A required section is there more than once. */
final class SectionTwice implements SectionRule {

    @Override
    public void check(Page page, Outline outline, Findings findings) {
        outline.inOrder().forEach(entry -> {
            List<Section> sections = entry.getValue();
            sections.stream()
                    .skip(1)
                    .forEach(section -> findings.add(
                            Rule.RB004,
                            SectionRule.position(section, page),
                            "section \"" + section.title() + "\" is there twice",
                            "put both under one heading: the first is on line "
                                    + SectionRule.position(sections.get(0), page)
                                            .line()));
        });
    }
}
