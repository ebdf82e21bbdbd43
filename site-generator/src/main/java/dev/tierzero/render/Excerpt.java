package dev.tierzero.render;

import dev.tierzero.site.Page;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What a one-file copy takes of another page: whole sections of its body, each once. */
final class Excerpt {

    /** A page that is linked as a whole is taken whole up to this length of its HTML (UTF-16). */
    static final int LARGEST_PAGE = 24 * 1024;
    /** The most that is taken for one link. */
    static final int LARGEST_SECTION = 48 * 1024;

    private final Page page;
    private final List<Node> nodes;
    private final Map<String, Integer> places;
    /** Of their HTML, once measured; 0 before. */
    private final int[] lengths;

    private final BitSet taken = new BitSet();
    private final int notes;

    /** How much of what a link leads to was taken. */
    enum Taken {
        /** All of it. */
        WHOLE,
        /** Of a long page what stands before its first section, and the first section with steps. */
        BEGINNING,
        /** Nothing: it is too long. */
        NOTHING
    }

    /** @param body of the page, which is read and not changed */
    Excerpt(Page page, Element body) {
        this.page = page;
        this.nodes = List.copyOf(body.childNodes());
        this.places = places(nodes);
        this.lengths = new int[nodes.size()];
        int footnotes = nodes.size();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Element e && e.hasClass("footnotes")) {
                footnotes = i;
            }
        }
        this.notes = footnotes;
    }

    Page page() {
        return page;
    }

    /** Takes what a link leads to. */
    Taken take(String fragment) {
        Optional<Integer> at = Optional.ofNullable(places.get(fragment));
        if (at.isPresent()) {
            return take(sectionAround(at.get())) ? Taken.WHOLE : Taken.NOTHING;
        }
        BitSet all = range(0, nodes.size());
        if (length(all) <= LARGEST_PAGE) {
            taken.or(all);
            return Taken.WHOLE;
        }
        return take(beginning()) ? Taken.BEGINNING : Taken.NOTHING;
    }

    private boolean take(BitSet section) {
        boolean fits = length(section) <= LARGEST_SECTION;
        if (fits) {
            taken.or(section);
        }
        return fits;
    }

    /** URLs of the images of the whole page, as they stand on it. */
    List<String> images() {
        List<String> images = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Element e) {
                images.addAll(e.select("img[src]").eachAttr("src"));
            }
        }
        return images;
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    /** Whether something of the page is missing here. */
    boolean isPart() {
        return taken.cardinality() < nodes.size();
    }

    /** Copies of the nodes that were taken, in their order; of the footnotes those that are referred to. */
    List<Node> nodes() {
        BitSet body = (BitSet) taken.clone();
        Set<String> referred = new HashSet<>();
        body.stream().mapToObj(nodes::get).filter(Element.class::isInstance).forEach(n -> ((Element) n)
                .select("a[href^=#]")
                .forEach(a -> referred.add(a.attr("href"))));
        List<Node> copies =
                body.stream().mapToObj(i -> nodes.get(i).clone()).collect(java.util.stream.Collectors.toList());
        if (notes < nodes.size() && !taken.get(notes)) {
            Element footnotes = (Element) nodes.get(notes).clone();
            footnotes.select("li[id]").stream()
                    .filter(note -> !referred.contains("#" + note.id()))
                    .toList()
                    .forEach(Node::remove);
            if (!footnotes.select("li[id]").isEmpty()) {
                copies.add(footnotes);
            }
        }
        return copies;
    }

    private static Map<String, Integer> places(List<Node> nodes) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Element e) {
                for (Element within : e.getElementsByAttribute("id")) {
                    places.putIfAbsent(within.id(), i);
                }
            }
        }
        return places;
    }

    /** The heading at or before a node, and what follows it up to the next heading that is not below it. */
    private BitSet sectionAround(int at) {
        int start = at;
        while (start >= 0 && level(start) == 0) {
            start--;
        }
        if (start < 0) {
            return range(0, firstHeading(0));
        }
        int end = start + 1;
        while (end < notes && (level(end) == 0 || level(end) > level(start))) {
            end++;
        }
        return range(start, Math.max(end, Math.min(at + 1, nodes.size())));
    }

    private BitSet beginning() {
        int first = firstHeading(0);
        BitSet beginning = range(0, first);
        for (int i = first; i < notes; i = firstHeading(i + 1)) {
            BitSet section = sectionAround(i);
            if (section.stream()
                    .anyMatch(n -> nodes.get(n) instanceof Element e
                            && !e.select("ol > li").isEmpty())) {
                beginning.or(section);
                return beginning;
            }
        }
        return beginning;
    }

    private int firstHeading(int from) {
        int at = from;
        while (at < notes && level(at) == 0) {
            at++;
        }
        return at;
    }

    /** 1 to 6 for a heading, else 0. */
    private int level(int index) {
        String name = nodes.get(index) instanceof Element e ? e.normalName().toLowerCase(Locale.ROOT) : "";
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                ? name.charAt(1) - '0'
                : 0;
    }

    private static BitSet range(int from, int to) {
        BitSet range = new BitSet();
        range.set(from, to);
        return range;
    }

    private int length(BitSet section) {
        return section.stream().map(this::length).sum();
    }

    private int length(int index) {
        if (lengths[index] == 0) {
            lengths[index] = nodes.get(index).outerHtml().length();
        }
        return lengths[index];
    }
}
