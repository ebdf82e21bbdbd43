package dev.tierzero.runbook.commands;

import dev.tierzero.api.Block;
import dev.tierzero.runbook.commands.Script.Command;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Placed;
import dev.tierzero.runbook.model.Preferences;
import dev.tierzero.runbook.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A dangerous command in a step that does not say so: in an admonition, or in its text. */
final class Danger implements PageRule {

    private static final Set<String> WARNINGS = Set.of("caution", "warning", "danger", "important");
    private static final Pattern MARK = Pattern.compile(
            "(?i)\\b(?:irreversibl[ey]|dangerous|danger|caution|destructive|data loss|permanently"
                    + "|(?:cannot|can ?not|can't|could not) be (?:undone|reversed|recovered|restored|brought back|taken back)"
                    + "|no way back|lost for good|gone for good|erases|destroys|wipes|overwrites|deletes (?:all|every|everything|the))\\b");
    private static final Pattern FORBIDS = Pattern.compile("(?i)\\b(?:never|do not|don't|must not)\\b");

    @Override
    public void check(Page page, Findings findings) {
        page.blocks()
                .filter(placed -> placed.block().code().isPresent())
                .forEach(placed -> check(page, placed, findings));
    }

    private static void check(Page page, Placed placed, Findings findings) {
        for (Command command :
                Script.of(page, placed.block().code().orElseThrow()).commands()) {
            Optional<String> what = Dangers.of(command.text(), page.preferences());
            if (what.isPresent() && !isFlagged(placed) && !isReadOnly(placed)) {
                findings.add(
                        Rule.RB024,
                        page.line(placed.block().position(), line(command, page.preferences())),
                        "this command " + what.get() + ", and the step does not say so",
                        "put a caution with the title Irreversible before it, and say what is lost");
                return;
            }
        }
    }

    private static String line(Command command, Preferences preferences) {
        List<String> lines = command.text().lines().toList();
        return lines.stream()
                .filter(line ->
                        lines.size() > 1 && Dangers.of(line, preferences).isPresent())
                .findFirst()
                .orElse(command.firstLine());
    }

    /** A step that says it is read-only is a finding of its own. */
    private static boolean isReadOnly(Placed placed) {
        return placed.step()
                .filter(step -> step.text().toLowerCase(Locale.ROOT).startsWith("read-only."))
                .isPresent();
    }

    private static boolean isFlagged(Placed placed) {
        if (placed.step().isPresent()) {
            boolean own = placed.step().get().all().anyMatch(Danger::warns);
            return own || before(placed.part().section().blocks(), placed.step().get());
        }
        boolean around = placed.around().stream()
                .anyMatch(block -> warns(block) || block.children().stream().anyMatch(Danger::warns));
        return around || placed.part().section().blocks().stream().anyMatch(Danger::warns) || forbidden(placed);
    }

    /** Whether a warning stands in the section before its steps; before tabs, also one in the step that they belong to. */
    private static boolean before(List<Block> blocks, Block step) {
        List<Block> before = blocks.stream()
                .takeWhile(block -> block.all().noneMatch(step::equals))
                .toList();
        List<Block> steps = before.stream()
                .filter(block -> block.kind() == Block.Kind.ORDERED_ITEM)
                .toList();
        boolean belongs = !steps.isEmpty() && !blocks.contains(step);
        return before.stream()
                        .filter(block -> block.kind() == Block.Kind.ADMONITION)
                        .anyMatch(Danger::warns)
                || (belongs && steps.get(steps.size() - 1).all().anyMatch(Danger::warns));
    }

    private static boolean warns(Block block) {
        return (block.kind() == Block.Kind.ADMONITION
                        && WARNINGS.contains(block.detail().toLowerCase(Locale.ROOT)))
                || (block.kind() != Block.Kind.CODE
                        && MARK.matcher(block.text()).find());
    }

    private static boolean forbidden(Placed placed) {
        List<Block> siblings = placed.siblings();
        int index = siblings.indexOf(placed.block());
        return index > 0 && FORBIDS.matcher(siblings.get(index - 1).text()).find();
    }
}
