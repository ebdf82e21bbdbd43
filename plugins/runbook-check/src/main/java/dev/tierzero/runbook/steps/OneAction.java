package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.runbook.commands.Script;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import java.util.List;

/**
 * One action a step: what was done can be ticked, timed and taken back. Only what is sure is reported: two blocks of code that both
 * change something, without a condition in front, or a text that asks for two changes.
 */
final class OneAction implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        page.steps().stream()
                .filter(step -> step.part().role() == Part.Role.STEPS)
                .filter(step -> !twoBlocks(page, step, findings))
                .forEach(step -> twoRequests(step, findings));
    }

    private static boolean twoBlocks(Page page, Step step, Findings findings) {
        List<Block> children = step.item().children();
        int changing = 0;
        for (int i = 0; i < children.size(); i++) {
            if (!changes(page, children.get(i)) || (i > 0 && isConditional(children.get(i - 1)))) {
                continue;
            }
            changing++;
            if (changing == 2) {
                findings.add(
                        Rule.RB010,
                        children.get(i).position(),
                        "step " + step.number() + " changes something twice",
                        "make it two steps: each can then be ticked, timed and taken back");
                return true;
            }
        }
        return false;
    }

    private static boolean isConditional(Block before) {
        return before.kind() == Block.Kind.PARAGRAPH && Sentences.isConditional(before.text());
    }

    private static boolean changes(Page page, Block block) {
        return block.code().map(code -> Script.of(page, code)).stream()
                .flatMap(script -> script.commands().stream())
                .anyMatch(command -> Changes.isCommand(command.text()));
    }

    private static void twoRequests(Step step, Findings findings) {
        List<String> sentences = Sentences.whole(step.item().text());
        long requests = sentences.stream().filter(Changes::asks).count();
        if (requests > 1 || sentences.stream().anyMatch(Changes::asksTwice)) {
            findings.add(
                    Rule.RB010,
                    step.item().position(),
                    "step " + step.number() + " asks for more than one action",
                    "make it two steps: each can then be ticked, timed and taken back");
        }
    }
}
