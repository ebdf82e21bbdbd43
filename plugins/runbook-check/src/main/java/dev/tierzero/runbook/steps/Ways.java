package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import dev.tierzero.api.Link;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the steps of a page send their reader. */
final class Ways {

    private static final Pattern ENDS = Pattern.compile(
            "(?i)\\b(?:until|stop|stops|call|ask|escalate|page|inform|tell|wait for|done|finished|hand over|give up|open a ticket)\\b");

    private final Page page;

    Ways(Page page) {
        this.page = page;
    }

    /** The id on this page that a link leads to; empty when it leads elsewhere. */
    Optional<String> id(Link link) {
        int hash = link.target().indexOf('#');
        if (link.kind() != Link.Kind.ANCHOR || hash < 0) {
            return Optional.empty();
        }
        boolean here = hash == 0
                || page.site()
                        .target(page.document(), link)
                        .filter(document ->
                                document.path().equals(page.document().path()))
                        .isPresent();
        return here ? Optional.of(link.target().substring(hash + 1)) : Optional.empty();
    }

    /** The section of this page that a link leads to. */
    Optional<Part> part(Link link) {
        return id(link).flatMap(page::part);
    }

    /** Whether a link of a step, a table or an item in another section of this page leads to a section. */
    boolean isBranch(Part part) {
        return !part.id().isEmpty()
                && page.blocks()
                        .filter(placed -> !placed.part().id().equals(part.id()))
                        .filter(placed -> placed.block().kind() != Block.Kind.HEADING)
                        .flatMap(placed -> placed.block().links().stream())
                        .anyMatch(link -> id(link).filter(part.id()::equals).isPresent());
    }

    /** Whether the last thing that a step says sends everybody elsewhere. */
    static boolean sendsAll(Step step) {
        List<Block> prose = Sentences.prose(step.item());
        if (prose.isEmpty()) {
            return false;
        }
        List<Block> children = step.item().children();
        Block last = prose.get(prose.size() - 1);
        boolean closes = children.isEmpty()
                || children.get(children.size() - 1).all().anyMatch(last::equals)
                || last.equals(step.item());
        List<String> sentences = Sentences.of(last.text());
        String end = sentences.isEmpty() ? "" : sentences.get(sentences.size() - 1);
        String before = sentences.size() < 2 ? "" : sentences.get(sentences.size() - 2);
        return closes && Sentences.sendsAll(end, before);
    }

    /** Whether a step says that this is the end, or calls somebody. */
    static boolean ends(Step step) {
        return step.item().all().anyMatch(block -> ENDS.matcher(block.text()).find());
    }
}
