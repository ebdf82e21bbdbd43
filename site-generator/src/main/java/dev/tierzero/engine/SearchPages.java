package dev.tierzero.engine;

import dev.tierzero.api.Block;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.Section;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.search.Message;
import dev.tierzero.search.SearchPage;
import dev.tierzero.search.SearchSection;
import dev.tierzero.site.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pages of a site as search sees them: the same for both markups and for what plugins contribute. */
final class SearchPages {

    /** Facets besides the type, in the order shown; each is a key of the metadata. */
    static final List<String> FACETS = List.of("service", "severity", "owner", "tags");

    /** Metadata that names what a page is about in one word. */
    private static final List<String> KEYS = List.of("code", "alerts");

    private SearchPages() {}

    /** Every page that was written or contributed and does not say {@code search: false}. */
    static List<SearchPage> of(List<Page> pages) {
        return pages.stream().flatMap(page -> of(page).stream()).toList();
    }

    /** Output paths of the same pages, by path below the content folder. */
    static Map<String, String> hrefs(List<Page> pages) {
        Map<String, String> hrefs = new TreeMap<>();
        for (Page page : pages) {
            page.document().filter(document -> page.isFound()).ifPresent(d -> hrefs.put(d.path(), page.href()));
        }
        return hrefs;
    }

    private static Optional<SearchPage> of(Page page) {
        return page.document().filter(document -> page.isFound()).map(document -> {
            Metadata metadata = document.metadata();
            List<String> keys = new ArrayList<>();
            KEYS.forEach(key -> keys.addAll(metadata.list(key)));
            return new SearchPage(
                    page.href(),
                    page.title(),
                    page.description(),
                    document.type(),
                    facets(metadata),
                    keys,
                    messages(metadata),
                    sections(document));
        });
    }

    private static SortedMap<String, List<String>> facets(Metadata metadata) {
        SortedMap<String, List<String>> facets = new TreeMap<>();
        for (String facet : FACETS) {
            List<String> values = metadata.maps(facet).isEmpty() ? metadata.list(facet) : List.of();
            if (!values.isEmpty()) {
                facets.put(facet, values.stream().distinct().toList());
            }
        }
        return facets;
    }

    /** A template is a text, or a map that names the section explaining it. */
    private static List<Message> messages(Metadata metadata) {
        Object value = Optional.ofNullable(metadata.values().get("messages"))
                .map(Metadata.Value::value)
                .orElse(List.of());
        List<Message> messages = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            if (item instanceof Map<?, ?> map) {
                Object anchor = map.get("anchor");
                Object text = map.get("text");
                if (text != null) {
                    messages.add(new Message(anchor == null ? "" : anchor.toString(), text.toString()));
                }
            } else {
                messages.add(new Message("", String.valueOf(item)));
            }
        }
        return messages;
    }

    private static List<SearchSection> sections(ParsedDocument document) {
        List<SearchSection> sections = new ArrayList<>();
        for (Section section : document.sections()) {
            section.all().forEach(s -> sections.add(section(s)));
        }
        if (sections.isEmpty() || !sections.get(0).heading().isEmpty()) {
            sections.add(0, new SearchSection(1, "", "", ""));
        }
        return withFootnotes(sections, document);
    }

    private static SearchSection section(Section section) {
        Optional<Heading> heading = section.heading();
        return new SearchSection(
                heading.map(Heading::level).orElse(1),
                heading.map(Heading::id).orElse(""),
                section.title(),
                text(section.blocks()));
    }

    /** Footnotes stand in no section: they are found with the last. */
    private static List<SearchSection> withFootnotes(List<SearchSection> sections, ParsedDocument document) {
        List<Block> notes = document.blocks().stream()
                .filter(block -> block.detail().equals(Block.FOOTNOTES))
                .toList();
        if (!notes.isEmpty()) {
            SearchSection last = sections.remove(sections.size() - 1);
            String text = last.text() + " " + text(notes);
            sections.add(new SearchSection(last.level(), last.anchor(), last.heading(), text));
        }
        return sections;
    }

    private static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        return text.toString();
    }

    private static void append(Block block, StringBuilder text) {
        switch (block.kind()) {
            case TAB, DISCLOSURE, FIGURE -> text.append(block.detail()).append(' ');
            default -> {}
        }
        text.append(block.text()).append(' ');
        block.code().ifPresent(code -> text.append(code.text()).append(' '));
        block.children().forEach(child -> append(child, text));
    }
}
