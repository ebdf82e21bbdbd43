package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.api.Link;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Steps that send everybody back, with no way out in between: no condition, no link out, nobody to call. */
final class Loops implements PageRule {

    /** Where steps lead besides other steps: out of the loop. */
    private static final int OUT = -1;

    @Override
    public void check(Page page, Findings findings) {
        List<Step> steps = page.steps().stream()
                .filter(step -> step.part().role() == Part.Role.STEPS)
                .toList();
        Map<Integer, Set<Integer>> ways = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            ways.put(i, ways(page, steps, i));
        }
        Set<Integer> told = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            if (told.contains(i) || !Ways.sendsAll(steps.get(i))) {
                continue;
            }
            Set<Integer> reached = reached(ways, i);
            if (!reached.contains(OUT) && reached.contains(i)) {
                told.addAll(reached);
                report(steps.get(i), findings);
            }
        }
    }

    private static void report(Step step, Findings findings) {
        List<Block> prose = Sentences.prose(step.item());
        Block last = prose.isEmpty() ? step.item() : prose.get(prose.size() - 1);
        findings.add(
                Rule.RB014,
                last.position(),
                "step " + step.number() + " of \"" + step.part().title()
                        + "\" sends everybody back, and no step in between leads out",
                "say when to stop: a condition, a limit, or whom to call");
    }

    private static Set<Integer> ways(Page page, List<Step> steps, int index) {
        Step step = steps.get(index);
        Set<Integer> ways = new LinkedHashSet<>();
        boolean last = index + 1 == steps.size() || !steps.get(index + 1).part().equals(step.part());
        if (!Ways.sendsAll(step)) {
            ways.add(last ? OUT : index + 1);
        }
        if (Ways.ends(step)) {
            ways.add(OUT);
        }
        for (Link link : step.item().allLinks()) {
            ways.add(target(page, steps, link));
        }
        boolean linked = !step.item().allLinks().isEmpty();
        for (Block block : Sentences.prose(step.item())) {
            for (String sentence : Sentences.of(block.text())) {
                if (Sentences.sends(sentence) && !linked) {
                    ways.add(named(steps, step, sentence));
                }
            }
        }
        return ways;
    }

    private static int target(Page page, List<Step> steps, Link link) {
        Optional<Part> part = new Ways(page).part(link);
        for (int i = 0; i < steps.size() && part.isPresent(); i++) {
            Part at = steps.get(i).part();
            if (at.equals(part.get()) || at.parents().contains(part.get().section())) {
                return i;
            }
        }
        return OUT;
    }

    private static int named(List<Step> steps, Step from, String sentence) {
        Matcher matcher = StepReferences.REFERENCE.matcher(sentence);
        if (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).part().equals(from.part()) && steps.get(i).number() == number) {
                    return i;
                }
            }
        }
        return OUT;
    }

    private static Set<Integer> reached(Map<Integer, Set<Integer>> ways, int from) {
        Set<Integer> reached = new LinkedHashSet<>();
        List<Integer> open = new ArrayList<>(ways.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(ways.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
