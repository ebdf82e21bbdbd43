package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;

/** A prompt in a script: what is copied does not run. One finding for a block, at its first prompt. */
final class Prompt implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        for (CodeBlock code : page.document().codeBlocks()) {
            Script script = Script.of(page, code);
            boolean named = script.dialect() == Dialect.SHELL || script.dialect() == Dialect.WINDOWS;
            if (named && script.prompted() && !script.commands().isEmpty()) {
                findings.add(
                        Rule.RB021,
                        page.line(code.position(), script.commands().get(0).firstLine()),
                        "this " + code.language() + " block has prompts: what is copied from it does not run",
                        "write console, which shows prompts and does not copy them, or take them out");
            }
        }
    }
}
