package dev.tierzero.runbook.model;

import dev.tierzero.api.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step: an item of a numbered list that stands in no other step.
 *
 * @param item it
 * @param number as readers see it
 * @param part the section in which it stands
 */
public record Step(Block item, int number, Part part) {

    /** The steps of a section's own blocks, in document order. */
    static List<Step> of(Part part) {
        List<Step> steps = new ArrayList<>();
        dev.tierzero.api.Step.items(part.section().blocks()).forEach(item -> {
            int next = steps.isEmpty() ? 1 : steps.get(steps.size() - 1).number() + 1;
            String detail = item.detail();
            steps.add(new Step(item, detail.matches("\\d{1,6}") ? Integer.parseInt(detail) : next, part));
        });
        return List.copyOf(steps);
    }

    /** The numbers of a section's steps. */
    public static Stream<Integer> numbers(Part part) {
        return of(part).stream().map(Step::number);
    }

    /** Its own words and those of its paragraphs, in order: without code, tables, notes and steps in it. */
    public List<Block> prose() {
        return Stream.concat(
                        Stream.of(item), item.children().stream().filter(block -> block.kind() == Block.Kind.PARAGRAPH))
                .filter(block -> !block.text().isBlank())
                .toList();
    }

    /** All of its {@link #prose()} as one text. */
    public String text() {
        return prose().stream().map(Block::text).collect(Collectors.joining(" "));
    }

    /** Whether it says first of all that it only looks. */
    public boolean isReadOnly() {
        String start = item.text().strip().toLowerCase(Locale.ROOT);
        return start.startsWith("read-only.") || start.startsWith("read-only:") || start.startsWith("read only.");
    }
}
