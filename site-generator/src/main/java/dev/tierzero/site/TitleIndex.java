package dev.tierzero.site;

import dev.tierzero.api.Heading;
import dev.tierzero.model.ParsedDocument;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that a reader may look up by its first letter: titles, codes, alerts and headings. */
public final class TitleIndex {

    /** A heading that stands on more pages than this tells nothing: "Verification". */
    private static final int MOST_PAGES_OF_A_HEADING = 3;
    /** With more entries than this the headings are left out: the page would be slow to load where it is needed most. */
    private static final int MOST_ENTRIES = 6_000;

    private static final List<String> KEYS = List.of("code", "alerts");
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::sortKey, NaturalOrder.INSTANCE)
            .thenComparing(Entry::text)
            .thenComparing(entry -> entry.page().href())
            .thenComparing(Entry::anchor);

    private TitleIndex() {}

    /**
     * One line.
     *
     * @param text what it stands under
     * @param page it leads to
     * @param anchor on the page; empty for the page itself
     * @param note what page that is, when the text does not say it; may be empty
     */
    public record Entry(String text, Page page, String anchor, String note) {

        /** Without accents and what stands before the first letter or digit. */
        private String sortKey() {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
            StringBuilder key = new StringBuilder();
            plain.codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .filter(c -> !key.isEmpty() || Character.isLetterOrDigit(c))
                    .forEach(key::appendCodePoint);
            return key.toString();
        }

        private String letter() {
            String key = sortKey();
            int first = key.isEmpty() ? '#' : key.codePointAt(0);
            if (Character.isDigit(first)) {
                return "0–9";
            }
            return Character.isLetter(first) ? Character.toString(first).toUpperCase(Locale.ROOT) : "#";
        }
    }

    /**
     * The entries that begin alike.
     *
     * @param name {@code A}, {@code 0–9}, or {@code #} for what has neither letter nor digit
     * @param id for links to it
     */
    public record Letter(String name, String id, List<Entry> entries) {

        /** Copies. */
        public Letter {
            entries = List.copyOf(entries);
        }
    }

    /** The index of a site, in the order of titles. */
    public static List<Letter> of(Site site) {
        List<Page> pages = site.pages().stream()
                .filter(page -> page.document().isPresent() && page.isFound())
                .toList();
        List<Entry> entries = new ArrayList<>();
        pages.forEach(page -> own(page).forEach(entries::add));
        List<Entry> headings = headings(pages);
        if (entries.size() + headings.size() <= MOST_ENTRIES) {
            entries.addAll(headings);
        }
        entries.sort(ORDER);
        Map<String, List<Entry>> letters = new TreeMap<>(NaturalOrder.INSTANCE);
        entries.forEach(entry ->
                letters.computeIfAbsent(entry.letter(), l -> new ArrayList<>()).add(entry));
        return letters.entrySet().stream()
                .map(letter -> new Letter(letter.getKey(), id(letter.getKey()), letter.getValue()))
                .toList();
    }

    private static Stream<Entry> own(Page page) {
        ParsedDocument document = page.document().orElseThrow();
        Set<String> said = new HashSet<>(Set.of(page.title()));
        List<Entry> entries = new ArrayList<>(List.of(new Entry(page.title(), page, "", "")));
        for (String key : KEYS) {
            for (String code : document.metadata().list(key)) {
                if (said.add(code)) {
                    entries.add(new Entry(code, page, "", page.title()));
                }
            }
        }
        return entries.stream();
    }

    private static List<Entry> headings(List<Page> pages) {
        Map<String, Set<String>> by = new HashMap<>();
        pages.forEach(page -> headings(page)
                .forEach(h -> by.computeIfAbsent(h.text().toLowerCase(Locale.ROOT), t -> new HashSet<>())
                        .add(page.href())));
        List<Entry> entries = new ArrayList<>();
        for (Page page : pages) {
            headings(page)
                    .filter(h -> !h.text().isBlank() && !h.text().equals(page.title()))
                    .filter(h -> by.getOrDefault(h.text().toLowerCase(Locale.ROOT), Set.of())
                                    .size()
                            <= MOST_PAGES_OF_A_HEADING)
                    .forEach(h -> entries.add(new Entry(h.text(), page, h.id(), page.title())));
        }
        return entries;
    }

    private static Stream<Heading> headings(Page page) {
        return page.document().orElseThrow().headings().stream();
    }

    /** No id of a heading begins like this. */
    private static String id(String letter) {
        return "tz."
                + (letter.equals("#") ? "signs" : letter.equals("0–9") ? "digits" : letter.toLowerCase(Locale.ROOT));
    }
}
