package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.runbook.commands.Script;
import dev.tierzero.runbook.commands.Script.Command;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import java.util.List;

/** A step that says it only looks must not change anything. What follows a condition is another matter. */
final class ReadOnlyStep implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        page.steps().stream().filter(Step::isReadOnly).forEach(step -> check(page, step, findings));
    }

    private static void check(Page page, Step step, Findings findings) {
        List<Block> children = step.item().children();
        for (int i = 0; i < children.size(); i++) {
            boolean conditional = i > 0
                    && children.get(i - 1).kind() == Block.Kind.PARAGRAPH
                    && Sentences.isConditional(children.get(i - 1).text());
            if (!conditional) {
                Block block = children.get(i);
                block.code().map(code -> Script.of(page, code)).stream()
                        .flatMap(script -> script.commands().stream())
                        .filter(command -> Changes.isCommand(command.text()))
                        .findFirst()
                        .ifPresent(command -> report(page, step, block, command, findings));
            }
        }
    }

    private static void report(Page page, Step step, Block block, Command command, Findings findings) {
        findings.add(
                Rule.RB016,
                page.line(block.position(), command.firstLine()),
                "step " + step.number() + " says that it is read-only, and its command changes something",
                "take \"Read-only\" out, or use a command that only looks");
    }
}
