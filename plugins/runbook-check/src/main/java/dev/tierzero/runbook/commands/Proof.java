package dev.tierzero.runbook.commands;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Heading;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Placed;
import dev.tierzero.runbook.model.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** The section that tells whether it worked has a command, and says what it must print. */
final class Proof implements PageRule {

    private static final Pattern EXPECTED = Pattern.compile(
            "(?i)\\b(?:expect\\w*|you (?:should |must |will )?see"
                    + "|(?:should|must) (?:show|print|say|return|report|be|list|have|contain|answer)|returns?|prints?|shows?|output)\\b");

    @Override
    public void check(Page page, Findings findings) {
        List<Part> all = page.parts().stream()
                .filter(part -> part.role() == Part.Role.VERIFICATION)
                .toList();
        boolean something =
                all.stream().anyMatch(part -> !part.section().blocks().isEmpty());
        if (something && all.stream().flatMap(Part::placed).noneMatch(placed -> isProof(page, placed))) {
            Part first = all.get(0);
            findings.add(
                    Rule.RB030,
                    first.section().heading().map(Heading::position).orElse(page.top()),
                    "section \"" + first.title() + "\" has no command with the output that is expected",
                    "write a command and what it prints when all is well, as a console block");
        }
    }

    private static boolean isProof(Page page, Placed placed) {
        if (placed.block().code().isEmpty()) {
            return false;
        }
        CodeBlock code = placed.block().code().get();
        Script script = Script.of(page, code);
        if (script.commands().stream().anyMatch(Script.Command::answered)) {
            return true;
        }
        return !script.commands().isEmpty() && isExplained(page, placed);
    }

    /** Whether output follows, or a text beside the command says what to expect. */
    private static boolean isExplained(Page page, Placed placed) {
        List<Block> siblings = placed.siblings();
        int index = siblings.indexOf(placed.block());
        boolean output = index + 1 < siblings.size()
                && siblings.get(index + 1)
                        .code()
                        .filter(code -> Script.of(page, code).commands().isEmpty())
                        .isPresent();
        boolean beside = siblings.stream().skip(Math.max(0, index - 1)).limit(3).anyMatch(block -> EXPECTED.matcher(
                        block.text())
                .find());
        boolean step =
                placed.step().filter(b -> EXPECTED.matcher(b.text()).find()).isPresent();
        return output || beside || step;
    }
}
