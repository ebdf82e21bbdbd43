package dev.tierzero.runbook.sections;

import dev.tierzero.api.DocumentType.RequiredSection;
import dev.tierzero.api.Section;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A section that a page's type must have is not there, or its heading is misspelt. */
final class MissingSection implements SectionRule {

    @Override
    public void check(Page page, Outline outline, Findings findings) {
        List<Section> others = new ArrayList<>(outline.others());
        List<RequiredSection> order =
                outline.inOrder().map(entry -> entry.getKey()).toList();
        for (RequiredSection wanted : order) {
            if (wanted.optional() || outline.has(wanted)) {
                continue;
            }
            Optional<Section> slip = slip(wanted, others);
            slip.ifPresentOrElse(
                    section -> {
                        others.remove(section);
                        misspelt(page, wanted, section, findings);
                    },
                    () -> missing(page, outline, wanted, order, findings));
        }
    }

    /** The heading that was probably meant: misspelt, or with a word more or less on the page's own level. */
    private static Optional<Section> slip(RequiredSection wanted, List<Section> others) {
        List<String> titles = Stream.concat(Stream.of(wanted.title()), wanted.synonyms().stream())
                .toList();
        Optional<Section> near = others.stream()
                .filter(s -> titles.stream().anyMatch(title -> Words.near(s.title(), title)))
                .findFirst();
        return near.or(() -> others.stream()
                .filter(s -> titles.stream().anyMatch(title -> Words.overlap(s.title(), title)))
                .findFirst());
    }

    private static void misspelt(Page page, RequiredSection wanted, Section section, Findings findings) {
        String meant = Words.nearest(section.title(), wanted.synonyms())
                .filter(synonym -> !Words.near(section.title(), wanted.title()))
                .orElse(wanted.title());
        findings.add(
                Rule.RB001,
                SectionRule.position(section, page),
                "section \"" + wanted.title() + "\" is missing; \"" + section.title() + "\" is none that counts as it",
                "did you mean \"" + meant + "\"? Correct the heading, or add yours to its synonyms in site.yaml");
    }

    private static void missing(
            Page page, Outline outline, RequiredSection wanted, List<RequiredSection> order, Findings findings) {
        int index = order.indexOf(wanted);
        Optional<Section> after = order.subList(index + 1, order.size()).stream()
                .flatMap(next -> first(outline, wanted, next).stream())
                .findFirst();
        Optional<Section> before = order.subList(0, index).stream()
                .flatMap(previous -> first(outline, wanted, previous).stream())
                .reduce((first, second) -> second);
        SourcePosition position =
                after.or(() -> before).map(s -> SectionRule.position(s, page)).orElse(page.top());
        String place = after.map(s -> "before \"" + s.title() + "\"")
                .or(() -> before.map(s -> "behind \"" + s.title() + "\""))
                .orElse("into the page");
        String inside = wanted.within().isBlank() ? "" : " in \"" + wanted.within() + "\"";
        findings.add(
                Rule.RB001,
                position,
                "section \"" + wanted.title() + "\" is missing" + inside,
                "write it " + place + ": pages of type " + label(page) + " have it");
    }

    private static Optional<Section> first(Outline outline, RequiredSection wanted, RequiredSection other) {
        return Words.same(wanted.within(), other.within())
                ? outline.placed().getOrDefault(other, List.of()).stream().findFirst()
                : Optional.empty();
    }

    private static String label(Page page) {
        return page.type()
                .map(type -> type.label().toLowerCase(Locale.ROOT))
                .orElse(page.document().type());
    }
}
