package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;

/** A block of code names its language, and one of commands with their output has a command. */
final class CodeLanguage implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        for (CodeBlock code : page.document().codeBlocks()) {
            Script script = Script.of(page, code);
            if (script.dialect() == Dialect.UNNAMED && !code.text().isBlank()) {
                findings.add(
                        Rule.RB020,
                        code.position(),
                        "this block of code names no language",
                        script.prompted()
                                ? "write console: the prompts are then shown and not copied"
                                : "write bash for commands, console for commands with their output, output for output alone");
            }
            if (script.dialect() == Dialect.SESSION
                    && script.commands().isEmpty()
                    && !code.text().isBlank()) {
                findings.add(
                        Rule.RB026,
                        code.position(),
                        "no line of this session begins with a prompt, so there is no command to copy",
                        "put \"$ \" before the commands, or write bash when all lines are commands");
            }
        }
    }
}
