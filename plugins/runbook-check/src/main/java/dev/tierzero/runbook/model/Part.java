package dev.tierzero.runbook.model;

import dev.tierzero.api.Block;
import dev.tierzero.api.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A section alone, without the sections in it, and what it is for.
 *
 * @param section with its own blocks; the sections in it are parts of their own
 * @param role what it is for, its own or that of the section around it
 * @param parents the sections around it, innermost first
 */
public record Part(Section section, Role role, List<Section> parents) {

    /** What a section is for. */
    public enum Role {
        /** What to do. */
        STEPS,
        /** How to tell that it worked. */
        VERIFICATION,
        /** What comes after. */
        CLOSING,
        /** Anything else. */
        OTHER
    }

    /** Copies. */
    public Part {
        parents = List.copyOf(parents);
    }

    /** The parts of a page in document order. */
    static List<Part> of(List<Section> sections, Preferences preferences) {
        List<Part> parts = new ArrayList<>();
        sections.forEach(section -> add(section, Role.OTHER, List.of(), preferences, parts));
        return List.copyOf(parts);
    }

    private static void add(
            Section section, Role around, List<Section> parents, Preferences preferences, List<Part> parts) {
        Role role = role(section.title(), around, preferences);
        parts.add(new Part(section, role, parents));
        List<Section> inside = new ArrayList<>(List.of(section));
        inside.addAll(parents);
        section.sections().forEach(child -> add(child, role, inside, preferences, parts));
    }

    private static Role role(String title, Role around, Preferences preferences) {
        if (Words.among(title, preferences.verificationSections())) {
            return Role.VERIFICATION;
        }
        if (Words.among(title, preferences.closingSections())) {
            return Role.CLOSING;
        }
        return Words.among(title, preferences.stepSections()) ? Role.STEPS : around;
    }

    /** The id of its heading; empty before the first heading. */
    public String id() {
        return section.heading().map(heading -> heading.id()).orElse("");
    }

    /** The title as messages name it. */
    public String title() {
        return section.heading().map(heading -> heading.text()).orElse("the text before the first heading");
    }

    /** Every block of it, with the blocks around each, innermost first. */
    public Stream<Placed> placed() {
        return section.blocks().stream().flatMap(block -> placed(block, List.of()));
    }

    private Stream<Placed> placed(Block block, List<Block> around) {
        List<Block> inside = new ArrayList<>(List.of(block));
        inside.addAll(around);
        return Stream.concat(
                Stream.of(new Placed(block, around, this)),
                block.children().stream().flatMap(child -> placed(child, inside)));
    }
}
