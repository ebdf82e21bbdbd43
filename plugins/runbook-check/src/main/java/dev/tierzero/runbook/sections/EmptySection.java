package dev.tierzero.runbook.sections;

import dev.tierzero.api.Block;
import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import java.util.List;
import java.util.Optional;

/** Nothing stands in a section, or a note in it says that more is to be written. */
final class EmptySection implements SectionRule {

    @Override
    public void check(Page page, Outline outline, Findings findings) {
        Emptiness emptiness = new Emptiness(outline);
        outline.inOrder().forEach(entry -> {
            List<Section> sections = entry.getValue().isEmpty()
                    ? Optional.ofNullable(outline.misplaced().get(entry.getKey())).stream()
                            .toList()
                    : entry.getValue();
            if (!sections.isEmpty() && sections.stream().allMatch(emptiness::of)) {
                if (!entry.getKey().mayBeEmpty()) {
                    report(page, sections.get(0), findings);
                }
            } else {
                sections.forEach(section -> unfinished(page, section, findings));
            }
        });
    }

    private static void report(Page page, Section section, Findings findings) {
        boolean note = section.allBlocks().anyMatch(EmptySection::isNote);
        findings.add(
                Rule.RB002,
                SectionRule.position(section, page),
                "section \"" + section.title() + "\" is empty" + (note ? ": there is only a note to write it" : ""),
                "write what the reader must know, or say why nothing is needed");
    }

    private static void unfinished(Page page, Section section, Findings findings) {
        section.allBlocks()
                .flatMap(Block::all)
                .filter(EmptySection::isNote)
                // An empty step is a finding of its own.
                .filter(block -> !page.isProcedure() || block.kind() != Block.Kind.ORDERED_ITEM)
                .findFirst()
                .ifPresent(block -> findings.add(
                        Rule.RB006,
                        block.position(),
                        "section \"" + section.title() + "\" is not finished",
                        "write what is missing and take the note out"));
    }

    private static boolean isNote(Block block) {
        return block.kind() != Block.Kind.HEADING && block.kind() != Block.Kind.CODE && Emptiness.isNote(block.text());
    }
}
