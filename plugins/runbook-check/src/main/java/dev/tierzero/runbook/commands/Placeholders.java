package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.runbook.commands.Script.Command;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to fill in that the page does not explain: {@code <node>}, {@code {{node}}}, {@code YOUR_NODE}, {@code xxx}, {@code [node]}.
 * One finding for a block; each placeholder is told once a page.
 */
final class Placeholders implements PageRule {

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?<![<\\w])<([A-Za-z][\\w./: -]{0,38}[\\w])>(?!>)"),
            Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w-]*|\\$[A-Za-z_][\\w.]*)\\s*}}"),
            Pattern.compile("(?<![\\w-])((?:YOUR|MY)[_-][A-Z][A-Z0-9_-]*|(?:your)-[a-z][a-z0-9-]*)(?![\\w-])"),
            Pattern.compile("(?<![A-Za-z0-9])([xX]{3,})(?![A-Za-z0-9])"),
            Pattern.compile("(?<=[\\s=/@:])\\[([A-Za-z]{2,}(?:[ _-][A-Za-z]+){0,4})](?=[\\s/:,;]|$)"),
            Pattern.compile("(?<=\\s)(…|\\.{3})(?=\\s|$)"));

    /** Words of Go templates, which tools fill in themselves. */
    private static final Set<String> TEMPLATE =
            Set.of("end", "else", "json", "range", "if", "with", "break", "continue");

    /** A placeholder of so many words says itself what to put there: {@code <value of the namespace label>}. */
    private static final int EXPLAINED = 3;

    private static final Pattern MARKUP =
            Pattern.compile("</\\w|<\\?xml|<(?:html|head|body|title|div|span|br|p|a)\\b[^<>]*>");

    @Override
    public void check(Page page, Findings findings) {
        Declared declared = Declared.of(page);
        Set<String> told = new HashSet<>();
        for (CodeBlock code : page.document().codeBlocks()) {
            check(page, code, Script.of(page, code), declared, told, findings);
        }
    }

    private static void check(
            Page page, CodeBlock code, Script script, Declared declared, Set<String> told, Findings findings) {
        List<String> names = new ArrayList<>();
        String line = "";
        for (Command command : script.commands()) {
            for (String name : placeholders(command)) {
                if (!declared.explains(name) && told.add(name.toLowerCase(Locale.ROOT))) {
                    line = names.isEmpty() ? firstLine(command, name) : line;
                    names.add(name);
                }
            }
        }
        if (!names.isEmpty()) {
            report(page, page.line(code.position(), line), names, findings);
        }
    }

    /** A page that asks for values must ask for all of them: what it leaves open is copied as it stands. */
    private static void report(Page page, SourcePosition position, List<String> names, Findings findings) {
        String message = String.join(", ", names) + (names.size() == 1 ? " is" : " are")
                + " to be filled in, and the page does not say with what";
        if (page.document().metadata().position("parameters").isPresent()) {
            findings.addError(
                    Rule.RB022, position, message, "declare it under parameters, where the page declares the others");
        } else {
            findings.add(
                    Rule.RB022,
                    position,
                    message,
                    "say in the text what to put there, or set a variable in a step before");
        }
    }

    /** The line of a command that can be found in the source. */
    private static String firstLine(Command command, String name) {
        return command.text()
                .lines()
                .filter(line -> line.contains(name))
                .findFirst()
                .orElse(command.firstLine());
    }

    private static List<String> placeholders(Command command) {
        String text = ShellText.of(command.text()).withoutComments();
        List<String> found = new ArrayList<>();
        if (MARKUP.matcher(text).find()) {
            return found;
        }
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = String.valueOf(matcher.group(1));
                if (!TEMPLATE.contains(name) && name.split("\\s+", -1).length < EXPLAINED) {
                    found.add(matcher.group());
                }
            }
        }
        return found;
    }
}
