package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.model.Body;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads lists: bulleted, numbered, of tasks, of definitions. One page, one thread. */
final class ListReading {

    private final Reading reading;
    private final Draft draft;
    private final BlockReading blocks;
    private boolean ordered;
    private int number;
    private int step = 1;
    private int terms;

    ListReading(Reading reading, Draft draft, BlockReading blocks) {
        this.reading = reading;
        this.draft = draft;
        this.blocks = blocks;
    }

    void list(Element element, String name) {
        boolean tasks =
                element.childrenSize() > 0 && element.children().stream().anyMatch(child -> child.hasAttr("data-task"));
        boolean outerOrdered = ordered;
        int outerNumber = number;
        int outerStep = step;
        ordered = name.equals("ol");
        step = element.hasAttr("reversed") ? -1 : 1;
        number = number(element.attr("start"), step > 0 ? 1 : element.childrenSize());
        blocks.container(element, name, tasks ? "tasks" : "");
        ordered = outerOrdered;
        number = outerNumber;
        step = outerStep;
    }

    private static int number(String written, int otherwise) {
        return written.matches("-?\\d{1,4}") ? Integer.parseInt(written) : otherwise;
    }

    void item(Element element) {
        if (element.hasAttr("data-task")) {
            task(element);
            return;
        }
        if (ordered) {
            number = number(element.attr("value"), number);
            draft.blocks().item(Block.Kind.ORDERED_ITEM, Integer.toString(number));
            number += step;
            numbered(element);
        } else {
            draft.blocks().item(Block.Kind.ITEM, "");
            blocks.wrap(element, "li", "");
        }
        draft.blocks().close();
    }

    private void numbered(Element element) {
        blocks.open(element, "li", "");
        int item = draft.item();
        draft.out().append('>');
        draft.box(item, Body.Kind.TICK);
        reading.children(element);
        blocks.close("li");
    }

    private void task(Element element) {
        boolean done = element.attr("data-task").equals("x");
        draft.blocks().item(Block.Kind.TASK, done ? "x" : " ");
        number += step;
        blocks.open(element, "li", "task");
        int item = draft.item();
        draft.out().append("><input");
        draft.out().append(draft.box(item, Body.Kind.BOX) ? "" : " type=\"checkbox\" disabled");
        draft.out().append(done ? " checked" : "");
        Html.attribute(draft.out(), "aria-label", label(element));
        draft.out().append("> ");
        reading.children(element);
        blocks.close("li");
        draft.blocks().close();
    }

    /** The text of an item without the lists in it. */
    private static String label(Element item) {
        StringBuilder text = new StringBuilder();
        for (Node child : item.childNodes()) {
            if (child instanceof Element element) {
                if (!element.normalName().equals("ul") && !element.normalName().equals("ol")) {
                    text.append(' ').append(element.text()).append(' ');
                }
            } else if (child instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ").replaceAll(" ([.,;:!?])", "$1");
    }

    /** Reads a list of definitions: a term stays open for its definitions. */
    void definitions(Element element) {
        int outer = terms;
        terms = draft.blocks().depth();
        blocks.container(element, "dl", "");
        draft.blocks().closeTo(terms);
        terms = outer;
    }

    void term(Element element) {
        boolean listed = isListed(element);
        if (listed) {
            draft.blocks().closeTo(terms);
        }
        draft.blocks().open(Block.Kind.TERM, "");
        blocks.wrap(element, "dt", "");
        if (!listed) {
            draft.blocks().close();
        }
    }

    /** Whether a term stands in the list itself, in nothing but a division. */
    private static boolean isListed(Element term) {
        Node parent = term.parent();
        Node list = parent != null && parent.nodeName().equals("div") ? parent.parent() : parent;
        return list != null && list.nodeName().equals("dl");
    }

    void definition(Element element) {
        draft.blocks().bare();
        blocks.wrap(element, "dd", "");
        draft.blocks().close();
    }
}
