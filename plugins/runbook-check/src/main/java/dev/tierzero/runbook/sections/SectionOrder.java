package dev.tierzero.runbook.sections;

import dev.tierzero.api.DocumentType.RequiredSection;
import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Required sections stand in another order than their type has. As few as possible are named. */
final class SectionOrder implements SectionRule {

    private static final Comparator<List<Item>> BETTER = Comparator.<List<Item>>comparingInt(List::size)
            .thenComparing(list -> list.stream().mapToInt(Item::place).sum(), Comparator.reverseOrder());

    private record Item(RequiredSection wanted, Section section, int place) {}

    @Override
    public void check(Page page, Outline outline, Findings findings) {
        List<RequiredSection> order =
                outline.inOrder().map(entry -> entry.getKey()).toList();
        order.stream().map(RequiredSection::within).distinct().forEach(within -> {
            List<Item> items = items(outline, order, within);
            List<Item> kept = longestInOrder(items);
            items.stream()
                    .filter(item -> !kept.contains(item))
                    .forEach(item -> report(page, item, kept, order, findings));
        });
    }

    private static List<Item> items(Outline outline, List<RequiredSection> order, String within) {
        List<Item> items = new ArrayList<>();
        for (RequiredSection wanted : order) {
            List<Section> sections = outline.placed().getOrDefault(wanted, List.of());
            if (Words.same(wanted.within(), within) && !sections.isEmpty()) {
                items.add(new Item(wanted, sections.get(0), place(outline, sections.get(0))));
            }
        }
        return items;
    }

    private static int place(Outline outline, Section section) {
        for (int i = 0; i < outline.all().size(); i++) {
            if (outline.all().get(i).equals(section)) {
                return i;
            }
        }
        return -1;
    }

    /** The longest list of items in the type's order whose places rise; of several the one that stands first. */
    private static List<Item> longestInOrder(List<Item> items) {
        List<List<Item>> best = new ArrayList<>(List.of(List.of()));
        for (Item item : items) {
            List<Item> now = new ArrayList<>(best.stream()
                    .filter(list -> list.isEmpty() || list.get(list.size() - 1).place() < item.place())
                    .max(BETTER)
                    .orElse(List.of()));
            now.add(item);
            best.add(now);
        }
        return best.stream().max(BETTER).orElse(List.of());
    }

    private static void report(Page page, Item item, List<Item> kept, List<RequiredSection> order, Findings findings) {
        int own = order.indexOf(item.wanted());
        String place = kept.stream()
                .filter(other -> order.indexOf(other.wanted()) > own)
                .findFirst()
                .map(other -> "before \"" + other.section().title() + "\"")
                .orElseGet(
                        () -> "behind \"" + kept.get(kept.size() - 1).section().title() + "\"");
        findings.add(
                Rule.RB003,
                SectionRule.position(item.section(), page),
                "section \"" + item.section().title() + "\" is out of order",
                "move it " + place + ", so that readers find the same thing at the same place");
    }
}
