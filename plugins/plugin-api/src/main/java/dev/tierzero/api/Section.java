package dev.tierzero.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A heading with what stands under it; footnotes are in no section.
 *
 * @param heading empty for what stands before the first heading
 * @param blocks under the heading, up to the next heading of any level
 * @param sections under deeper headings
 */
public record Section(Optional<Heading> heading, List<Block> blocks, List<Section> sections) {

    /** Copies. */
    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** The heading's text; empty before the first heading. */
    public String title() {
        return heading.map(Heading::text).orElse("");
    }

    /** The top blocks of this section and of those in it, in document order. */
    public Stream<Block> allBlocks() {
        return Stream.concat(blocks.stream(), sections.stream().flatMap(Section::allBlocks));
    }

    /** This section and all in it, in document order. */
    public Stream<Section> all() {
        return Stream.concat(Stream.of(this), sections.stream().flatMap(Section::all));
    }

    /** The sections of a page, given its headings and top blocks; the first has no heading, unless nothing stands before the first. */
    static List<Section> of(List<Heading> headings, List<Block> blocks) {
        Reader reader = new Reader(headings, blocks);
        List<Section> sections = new ArrayList<>();
        List<Block> preamble = reader.blocks();
        if (!preamble.isEmpty()) {
            sections.add(new Section(Optional.empty(), preamble, List.of()));
        }
        sections.addAll(reader.sections(1));
        return List.copyOf(sections);
    }

    /** Reads blocks in order, splitting at headings. Headings inside other blocks split nothing. */
    private static final class Reader {
        private final List<Heading> headings;
        private final List<Block> blocks;
        private int at;

        Reader(List<Heading> headings, List<Block> blocks) {
            this.headings = headings;
            this.blocks = blocks;
        }

        List<Block> blocks() {
            List<Block> found = new ArrayList<>();
            while (at < blocks.size() && isInSection(blocks.get(at))) {
                found.add(blocks.get(at++));
            }
            return found;
        }

        List<Section> sections(int above) {
            List<Section> found = new ArrayList<>();
            while (at < blocks.size()
                    && !isFootnotes(blocks.get(at))
                    && heading().level() > above) {
                Heading heading = heading();
                at++;
                List<Block> own = blocks();
                found.add(new Section(Optional.of(heading), own, sections(heading.level())));
            }
            return found;
        }

        private static boolean isInSection(Block block) {
            return block.kind() != Block.Kind.HEADING && !isFootnotes(block);
        }

        private static boolean isFootnotes(Block block) {
            return block.kind() == Block.Kind.OTHER && block.detail().equals(Block.FOOTNOTES);
        }

        private Heading heading() {
            Block block = blocks.get(at);
            return headings.stream()
                    .filter(h -> h.id().equals(block.detail()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no heading " + block.detail()));
        }
    }
}
