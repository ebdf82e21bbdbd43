package dev.tierzero.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of content.
 *
 * @param folder below the content folder; empty for the whole portal
 * @param title from the settings, its index page or its name
 * @param order sections and pages stand in ascending order, then by title
 * @param index its first page, written or generated
 * @param pages its other pages, in order
 * @param sections its folders, in order
 */
public record Section(String folder, String title, int order, Page index, List<Page> pages, List<Section> sections) {

    /** Copies the lists. */
    public Section {
        pages = List.copyOf(pages);
        sections = List.copyOf(sections);
    }

    /** Every page in reading order: the index, the pages, then section by section. */
    public Stream<Page> readingOrder() {
        return Stream.concat(
                Stream.concat(Stream.of(index), pages.stream()),
                sections.stream().flatMap(Section::readingOrder));
    }

    /** Every section from this one down, parents first. */
    public Stream<Section> all() {
        return Stream.concat(Stream.of(this), sections.stream().flatMap(Section::all));
    }
}
