package dev.tierzero.render;

import dev.tierzero.api.Block;
import dev.tierzero.api.Step;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The marks of a page's steps in its HTML: what run mode, print and records know a step by, and its box to tick. */
final class StepMarks {

    /** No marks: the text as it is where nobody ticks anything. */
    static final StepMarks NONE = new StepMarks(List.of(), false);

    private final List<Optional<Step>> items;
    private final boolean ticked;

    private StepMarks(List<Optional<Step>> items, boolean ticked) {
        this.items = items;
        this.ticked = ticked;
    }

    /** The marks of a procedure. */
    static StepMarks of(ParsedDocument document) {
        IdentityHashMap<Block, Step> steps = new IdentityHashMap<>();
        document.steps().forEach(step -> steps.put(step.item(), step));
        List<Optional<Step>> items = new ArrayList<>();
        document.blocks().stream()
                .flatMap(Block::all)
                .filter(block -> block.kind() == Block.Kind.ORDERED_ITEM || block.kind() == Block.Kind.TASK)
                .forEach(item -> items.add(Optional.ofNullable(steps.get(item))));
        return new StepMarks(items, true);
    }

    /** Writes the attributes of the n-th item. */
    void attributes(int item, StringBuilder out) {
        step(item).ifPresent(step -> out.append(" data-step=\"")
                .append(HtmlText.escaped(step.id()))
                .append("\" data-digest=\"")
                .append(step.digest())
                .append("\" data-kind=\"")
                .append(step.kind().word())
                .append("\" data-role=\"")
                .append(step.role().name().toLowerCase(Locale.ROOT))
                .append('"'));
    }

    /** Writes the box of the n-th item. */
    void tick(int item, StringBuilder out) {
        step(item).ifPresent(step -> out.append("<input class=\"tick\" type=\"checkbox\" aria-label=\"Step ")
                .append(HtmlText.escaped(step.number()))
                .append(" done\">"));
    }

    /** Writes what the box of a task is. */
    void box(StringBuilder out) {
        out.append(ticked ? " class=\"tick\" type=\"checkbox\"" : " type=\"checkbox\" disabled");
    }

    private Optional<Step> step(int item) {
        return ticked ? items.get(item) : Optional.empty();
    }
}
