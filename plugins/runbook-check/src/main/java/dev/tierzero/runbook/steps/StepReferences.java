package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.api.Document;
import dev.tierzero.api.Link;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Placed;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "Step 9" must exist: in the section that mentions it, or in one that the same block links to. A page whose headings are steps
 * ("Step 3: Drain the node") has those as well.
 */
final class StepReferences implements PageRule {

    static final Pattern REFERENCE =
            Pattern.compile("(?i)\\bsteps?\\s+(\\d{1,3})(?:\\s*(?:-|–|to|and|or|,)\\s*(\\d{1,3}))?\\b(?!\\s*%)");
    private static final Pattern HEADING = Pattern.compile("(?i)^step\\s+(\\d{1,3})\\b");

    @Override
    public void check(Page page, Findings findings) {
        page.blocks()
                .filter(placed -> placed.block().kind() != Block.Kind.HEADING
                        && placed.block().kind() != Block.Kind.CODE)
                .forEach(placed -> check(page, placed, findings));
    }

    private static void check(Page page, Placed placed, Findings findings) {
        Matcher matcher = REFERENCE.matcher(placed.block().text());
        while (matcher.find()) {
            Optional<String> last = Optional.ofNullable(matcher.group(2));
            List<Integer> wanted = Stream.concat(Stream.of(matcher.group(1)), last.stream())
                    .map(Integer::valueOf)
                    .toList();
            List<Part> places = places(page, placed);
            List<Integer> numbers = numbers(page, places);
            Optional<Integer> missing =
                    wanted.stream().filter(number -> !numbers.contains(number)).findFirst();
            if (missing.isPresent() && !numbers.isEmpty()) {
                report(page, placed, missing.get(), matcher.group(), numbers, findings);
            }
        }
    }

    private static void report(
            Page page, Placed placed, int number, String text, List<Integer> numbers, Findings findings) {
        int highest = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        findings.add(
                Rule.RB012,
                page.line(placed.block().position(), text),
                "there is no step " + number + " in \"" + placed.part().title()
                        + "\", nor in a section that is linked here",
                "its last step is " + highest + "; correct the number, or link the section that is meant");
    }

    /** The numbers of the steps that may be meant; none when the text may mean anything. */
    private static List<Integer> numbers(Page page, List<Part> places) {
        List<Integer> numbers = new ArrayList<>();
        places.forEach(part -> Step.numbers(part).forEach(numbers::add));
        if (numbers.isEmpty()) {
            page.steps().forEach(step -> numbers.add(step.number()));
        }
        for (Part part : page.parts()) {
            Matcher matcher = HEADING.matcher(part.section().title());
            if (matcher.find()) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers;
    }

    private static List<Part> places(Page page, Placed placed) {
        List<Part> places = new ArrayList<>(List.of(placed.part()));
        placed.part().parents().forEach(section -> page.parts().stream()
                .filter(part -> part.section().equals(section))
                .forEach(places::add));
        Stream.concat(Stream.of(placed.block()), placed.around().stream().limit(1))
                .flatMap(block -> block.links().stream())
                .forEach(link -> places.addAll(linked(page, link)));
        return places;
    }

    /** The sections that a link leads to: the one named, or all of the page that it leads to. */
    private static List<Part> linked(Page page, Link link) {
        int hash = link.target().indexOf('#');
        String id = hash < 0 ? "" : link.target().substring(hash + 1);
        if (hash == 0) {
            return withInner(page, id);
        }
        Optional<Document> target = page.site().target(page.document(), link);
        if (target.isEmpty()) {
            return List.of();
        }
        Page other = new Page(target.get(), page.site(), page.preferences());
        return id.isEmpty() ? other.parts() : withInner(other, id);
    }

    private static List<Part> withInner(Page page, String id) {
        Optional<Part> part = page.part(id);
        return page.parts().stream()
                .filter(other -> part.filter(
                                p -> p.equals(other) || other.parents().contains(p.section()))
                        .isPresent())
                .toList();
    }
}
