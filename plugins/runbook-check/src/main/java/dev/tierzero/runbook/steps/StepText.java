package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import java.util.regex.Pattern;

/** The text of a step: there is some, and not too much to read at three in the morning. */
final class StepText implements PageRule {

    private static final Pattern EMPTY =
            Pattern.compile("(?is)^[\\s\\p{Punct}…]*(?:(?:to[- ]?do|tbd|tba|fixme)(?![\\p{L}\\p{N}]).*)?$");

    @Override
    public void check(Page page, Findings findings) {
        for (Step step : page.steps()) {
            if (step.part().role() == Part.Role.STEPS || step.part().role() == Part.Role.VERIFICATION) {
                empty(step, findings);
                tooLong(page, step, findings);
            }
        }
    }

    private static void empty(Step step, Findings findings) {
        boolean nothing = EMPTY.matcher(step.item().text()).matches()
                && step.item().links().isEmpty()
                && step.item().children().stream().allMatch(StepText::saysNothing);
        if (nothing) {
            findings.add(
                    Rule.RB017,
                    step.item().position(),
                    "step " + step.number() + " says nothing",
                    "write what to do, or take the step out");
        }
    }

    private static boolean saysNothing(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && EMPTY.matcher(block.text()).matches();
    }

    private static void tooLong(Page page, Step step, Findings findings) {
        int words = step.text().isBlank() ? 0 : step.text().strip().split("\\s+", -1).length;
        int most = page.preferences().maxStepWords();
        if (words > most) {
            findings.add(
                    Rule.RB011,
                    step.item().position(),
                    "step " + step.number() + " has " + words + " words; " + most + " are the most",
                    "split it, or move what only some readers need into a note or a section of its own");
        }
    }
}
