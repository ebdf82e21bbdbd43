package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.commands.Script.Command;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a shell cannot read: a quotation or here-document that does not end, an end of line that asks for more. Only lines that surely
 * are commands are looked at: blocks of real runbooks hold output as well.
 */
final class Syntax implements PageRule {

    private static final Pattern SURE = Pattern.compile(
            "^(?:sudo |[A-Z_][A-Z0-9_]*=|\\./|/\\w|export |echo |printf |for |while |if |cat |grep |egrep |sed |awk "
                    + "|curl |wget |kubectl |oc |docker |podman |helm |git |ssh |scp |rsync |tar |find |systemctl |journalctl |vault |psql |mysql |jq |rm "
                    + "|cp |mv |ls |aws |gcloud |az |terraform |ansible\\S* |python3? |bash |sh |tee |etcdctl |ceph |promtool |mvn |npm |cosign |skopeo )");
    private static final Pattern BLANK_BEHIND = Pattern.compile("(?m)\\\\[ \\t]+$");

    @Override
    public void check(Page page, Findings findings) {
        for (CodeBlock code : page.document().codeBlocks()) {
            Script script = Script.of(page, code);
            if (script.isShell()) {
                script.commands().stream()
                        .filter(command -> script.prompted()
                                || SURE.matcher(command.text()).find())
                        .forEach(command -> check(page, code, command, findings));
            }
        }
    }

    private static void check(Page page, CodeBlock code, Command command, Findings findings) {
        problem(command.text())
                .ifPresent(problem -> findings.add(
                        Rule.RB025,
                        page.line(code.position(), command.firstLine()),
                        "a shell cannot read this command: " + problem,
                        "run it once as it stands here, and correct it"));
    }

    private static Optional<String> problem(String command) {
        if (command.lines().anyMatch(line -> line.length() >= Script.LONGEST_LINE)) {
            return Optional.empty();
        }
        ShellText text = ShellText.of(command);
        if (text.openDocument().isPresent()) {
            return Optional.of(
                    "the here-document is not ended by " + text.openDocument().get());
        }
        if (text.openQuote().isPresent()) {
            return Optional.of("a quotation mark (" + text.openQuote().get() + ") is not closed");
        }
        String raw = text.withoutComments();
        if (BLANK_BEHIND.matcher(command).find()) {
            return Optional.of("there is a blank behind the backslash at the end of a line");
        }
        String plain = raw.stripTrailing();
        boolean goesOn = plain.endsWith("\\") && command.stripTrailing().endsWith("\\");
        if (plain.endsWith("|") || plain.endsWith("&&") || goesOn) {
            return Optional.of("it ends with " + (plain.endsWith("&&") ? "&&" : plain.substring(plain.length() - 1)));
        }
        return Optional.empty();
    }
}
