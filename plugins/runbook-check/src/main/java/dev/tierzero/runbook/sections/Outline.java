package dev.tierzero.runbook.sections;

import dev.tierzero.api.DocumentType.RequiredSection;
import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which section of a page is which of those that its type must have.
 *
 * @param top the sections on the page's own level
 * @param all every section of the page with a heading, in document order
 * @param placed by required section, those that stand where they belong
 * @param misplaced by required section, one that stands elsewhere
 */
record Outline(
        List<Section> top,
        List<Section> all,
        Map<RequiredSection, List<Section>> placed,
        Map<RequiredSection, Section> misplaced) {

    static Outline of(List<Section> sections, List<RequiredSection> required) {
        List<Section> all = sections.stream()
                .flatMap(Section::all)
                .filter(section -> section.heading().isPresent())
                .toList();
        List<Section> top = top(sections, required);
        Map<RequiredSection, List<Section>> placed = new LinkedHashMap<>();
        Map<RequiredSection, Section> misplaced = new LinkedHashMap<>();
        for (RequiredSection wanted : required) {
            List<Section> level = wanted.within().isBlank() ? top : inside(wanted.within(), placed, required, top);
            List<Section> matches = level.stream().filter(s -> is(s, wanted)).toList();
            placed.put(wanted, matches);
            if (matches.isEmpty()) {
                all.stream()
                        .filter(section -> is(section, wanted))
                        .findFirst()
                        .ifPresent(section -> misplaced.put(wanted, section));
            }
        }
        return new Outline(top, all, placed, misplaced);
    }

    /** The level of the required sections: below a heading that all of them stand under, if there is one. */
    private static List<Section> top(List<Section> sections, List<RequiredSection> required) {
        List<Section> level = headed(sections);
        while (level.stream().noneMatch(section -> isAny(section, required))) {
            Optional<Section> around = level.stream()
                    .filter(section -> section.sections().stream().anyMatch(s -> isAny(s, required)))
                    .findFirst();
            if (around.isEmpty()) {
                return headed(sections);
            }
            level = headed(around.get().sections());
        }
        return level;
    }

    private static List<Section> headed(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.heading().isPresent())
                .toList();
    }

    private static boolean isAny(Section section, List<RequiredSection> required) {
        return required.stream().filter(wanted -> wanted.within().isBlank()).anyMatch(wanted -> is(section, wanted));
    }

    private static List<Section> inside(
            String title,
            Map<RequiredSection, List<Section>> placed,
            List<RequiredSection> required,
            List<Section> top) {
        Optional<RequiredSection> around =
                required.stream().filter(r -> Words.same(r.title(), title)).findFirst();
        List<Section> sections = around.isPresent()
                ? placed.getOrDefault(around.get(), List.of())
                : top.stream().filter(s -> Words.same(s.title(), title)).toList();
        return sections.stream().flatMap(s -> s.sections().stream()).toList();
    }

    /** Whether a section's heading is the title, or a synonym, of a required one. */
    static boolean is(Section section, RequiredSection wanted) {
        return Words.same(section.title(), wanted.title()) || Words.among(section.title(), wanted.synonyms());
    }

    /** The required sections that are there, at the right place or not. */
    boolean has(RequiredSection wanted) {
        return !placed.getOrDefault(wanted, List.of()).isEmpty() || misplaced.containsKey(wanted);
    }

    /** Sections that are no required one, as far as they have a heading. */
    List<Section> others() {
        List<Section> taken = new ArrayList<>(misplaced.values());
        placed.values().forEach(taken::addAll);
        return all.stream().filter(section -> !taken.contains(section)).toList();
    }

    /** Whether a section is a required one that stands in a section where it does not belong. */
    boolean isMisplaced(Section section) {
        return misplaced.containsValue(section);
    }

    /** All required sections that stand where they belong, by title in the order of the type. */
    Stream<Map.Entry<RequiredSection, List<Section>>> inOrder() {
        return placed.entrySet().stream();
    }
}
