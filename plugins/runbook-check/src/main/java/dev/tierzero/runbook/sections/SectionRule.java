package dev.tierzero.runbook.sections;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Section;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;

/** One rule about required sections. */
interface SectionRule {

    void check(Page page, Outline outline, Findings findings);

    /** The place of a section's heading. */
    static SourcePosition position(Section section, Page page) {
        return section.heading().map(Heading::position).orElse(page.top());
    }
}
