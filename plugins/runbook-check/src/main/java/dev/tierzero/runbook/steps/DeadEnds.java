package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Link;
import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import dev.tierzero.runbook.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ways that lead nowhere, and sections that no way leads to. */
final class DeadEnds implements PageRule {

    private static final Pattern NOWHERE = Pattern.compile(
            "(?i)\\b(?:go|jump|skip|proceed|continue|return)(?: back| on)? (?:to|with|at)(?: the)?\\s*[.!:;,]?$");

    @Override
    public void check(Page page, Findings findings) {
        Ways ways = new Ways(page);
        page.steps().forEach(step -> {
            nowhere(step, findings);
            toNothing(page, ways, step, findings);
        });
        List<Part> parts = page.parts().stream()
                .filter(part -> part.role() == Part.Role.STEPS
                        && !part.parents().isEmpty()
                        && !page.steps(part).isEmpty())
                .toList();
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (isNext(parts.get(i), parts.get(i + 1))) {
                fallsThrough(page, ways, parts.get(i), parts.get(i + 1), findings);
                unreachable(page, ways, parts.get(i), parts.get(i + 1), findings);
            }
        }
    }

    private static boolean isNext(Part part, Part next) {
        List<Section> siblings = part.parents().get(0).sections();
        return siblings.indexOf(part.section()) + 1 == siblings.indexOf(next.section());
    }

    /** A sentence that ends where its target should be, or a question that nothing answers. */
    private static void nowhere(Step step, Findings findings) {
        List<Block> prose = step.prose();
        for (Block block : prose) {
            boolean open = block.links().isEmpty()
                    && Sentences.of(block.text()).stream().anyMatch(sentence -> NOWHERE.matcher(sentence.strip())
                            .find());
            if (open) {
                findings.add(
                        Rule.RB013,
                        block.position(),
                        "step " + step.number() + " says to go on, and not where",
                        "link the section, or name the step");
                return;
            }
        }
        List<Block> children = step.item().children();
        boolean asks = !children.isEmpty()
                && children.get(children.size() - 1).kind() == Block.Kind.PARAGRAPH
                && children.get(children.size() - 1).text().strip().matches("(?s).*[\\p{L}\\p{N}\"'’]\\?");
        if (asks) {
            findings.add(
                    Rule.RB013,
                    children.get(children.size() - 1).position(),
                    "step " + step.number() + " ends with a question, and nothing says what to do then",
                    "say what the reader does when the answer is yes, or where to go on");
        }
    }

    /** A link into a section in which nothing stands. Required sections have a rule of their own for that. */
    private static void toNothing(Page page, Ways ways, Step step, Findings findings) {
        for (Link link : step.item().allLinks()) {
            Optional<Section> section = ways.part(link).map(Part::section);
            boolean empty = section.filter(s -> s.allBlocks().allMatch(b -> b.kind() == Block.Kind.HEADING))
                    .isPresent();
            if (empty && !isRequired(page, section.get())) {
                findings.add(
                        Rule.RB013,
                        link.position(),
                        "step " + step.number() + " leads to \"" + section.get().title()
                                + "\", and nothing stands there",
                        "write the section, or lead somewhere else");
            }
        }
    }

    private static boolean isRequired(Page page, Section section) {
        return page.type().map(DocumentType::sections).orElse(List.of()).stream()
                .anyMatch(required -> Words.same(section.title(), required.title())
                        || Words.among(section.title(), required.synonyms()));
    }

    /** A branch that ends without a word where to go on, before another branch: a reader would go on with that one. */
    private static void fallsThrough(Page page, Ways ways, Part part, Part next, Findings findings) {
        List<Step> steps = page.steps(part);
        Step last = steps.get(steps.size() - 1);
        boolean goesOn = !last.item().allLinks().isEmpty()
                || Ways.ends(last)
                || last.item().all().anyMatch(block -> StepReferences.REFERENCE
                        .matcher(block.text())
                        .find())
                || goesOnBehind(part, last);
        if (!goesOn && ways.isBranch(part) && ways.isBranch(next)) {
            findings.add(
                    Rule.RB013,
                    last.item().position(),
                    "\"" + part.title() + "\" ends without saying where to go on; \"" + next.title()
                            + "\" follows, which is another branch",
                    "end with where the reader goes now, such as the verification");
        }
    }

    private static boolean goesOnBehind(Part part, Step last) {
        List<Block> blocks = part.section().blocks();
        int index = blocks.indexOf(last.item());
        return index < 0
                || blocks.subList(index + 1, blocks.size()).stream()
                        .anyMatch(block -> !block.allLinks().isEmpty());
    }

    /** A section behind a jump for everybody, to which no link leads. */
    private static void unreachable(Page page, Ways ways, Part part, Part next, Findings findings) {
        List<Step> steps = page.steps(part);
        boolean jumps = Ways.sendsAll(steps.get(steps.size() - 1));
        if (jumps && !ways.isBranch(next) && !isLinkedElsewhere(page, next.id())) {
            findings.add(
                    Rule.RB015,
                    next.section().heading().map(heading -> heading.position()).orElse(page.top()),
                    "nobody is sent to \"" + next.title()
                            + "\": no link leads there, and the steps before it end elsewhere",
                    "link it from the step that decides, or take it out");
        }
    }

    private static boolean isLinkedElsewhere(Page page, String id) {
        return page.site().documents().stream()
                .filter(document -> !document.path().equals(page.document().path()))
                .anyMatch(document -> document.links().stream()
                        .filter(link -> link.target().endsWith("#" + id))
                        .anyMatch(link -> page.site()
                                .target(document, link)
                                .filter(target ->
                                        target.path().equals(page.document().path()))
                                .isPresent()));
    }
}
