package dev.tierzero.verify;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.PercentCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a copy of a page needs nothing outside itself: it loads nothing, its links stay in it, and it is small enough to be sent.
 *
 * @param file the page's source as findings name it
 * @param copy output path of the copy
 * @param live the one URL that may lead out: to the page
 * @param style text of the style sheet that all copies have, which {@link #ofStyle} checks
 */
public record Closure(String file, String copy, String live, String style) {

    /** The largest copy in bytes: what every mail server takes, and a phone opens at once. */
    public static final int LARGEST = 300 * 1024;

    private static final int LARGE_PIECE = 20 * 1024;

    private static final Set<String> LOADING = Set.of(
            "src",
            "srcset",
            "href",
            "xlink:href",
            "poster",
            "data",
            "action",
            "formaction",
            "background",
            "imagesrcset",
            "ping",
            "data-script",
            "data-scripts",
            "data-style",
            "data-text");

    /** Besides, what tells where ids are, what else is loaded, and what an image shows. */
    private static final Set<String> READ = Stream.concat(
                    LOADING.stream(), Stream.of("id", "style", "content", "http-equiv", "alt"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern CALLS = Pattern.compile("(?i)tel:.*|mailto:.*|sms:.*", Pattern.DOTALL);
    private static final Pattern LOADED =
            Pattern.compile("(?i)@import[^;]*|url\\(\\s*[\"']?(?!\\s*[\"']?(?:data:|#))[^)]*\\)?");

    /** A URL of a tag, and whether it can lead to an id of the copy. */
    private record Named(String element, String url, boolean isId) {}

    /** An image that is large. */
    private record Piece(int size, String words) {}

    /** What the tags of a copy say. */
    private static final class Read {
        private final Set<String> ids = new LinkedHashSet<>();
        private final Set<Named> named = new LinkedHashSet<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final List<String> styles = new ArrayList<>();
    }

    /**
     * Verifies the copy.
     *
     * @param size in bytes
     */
    public List<Diagnostic> verify(String html, int size) {
        // Long, and checked by itself: not read once more for every copy.
        HtmlTags tags = new HtmlTags(style.isEmpty() ? html : html.replace(style, ""));
        Read read = new Read();
        while (tags.nextElement()) {
            read(tags, read);
        }
        Set<String> told = new LinkedHashSet<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Named named : read.named) {
            problem(named, read.ids).filter(d -> told.add(d.message())).ifPresent(found::add);
        }
        read.styles.forEach(css -> found.addAll(ofStyle(file, css)));
        if (size > LARGEST) {
            found.add(tooLarge(read.pieces, size));
        }
        return found;
    }

    private static void read(HtmlTags tags, Read read) {
        String element = tags.element().toLowerCase(Locale.ROOT);
        Map<String, String> attributes = new LinkedHashMap<>();
        while (tags.nextAttribute()) {
            String name = tags.attribute().toLowerCase(Locale.ROOT);
            if (READ.contains(name)) {
                attributes.putIfAbsent(name, tags.value());
            }
        }
        attributes.forEach((name, value) -> attribute(element, name, value.strip(), attributes, read));
        if (element.equals("style")) {
            read.styles.add(tags.text());
        }
    }

    private static void attribute(
            String element, String name, String value, Map<String, String> attributes, Read read) {
        switch (name) {
            case "id" -> read.ids.add(value);
            case "style" -> {
                if (LOADED.matcher(value).find()) {
                    read.named.add(new Named(element, value, false));
                }
            }
            case "content" -> {
                if (attributes.getOrDefault("http-equiv", "").equalsIgnoreCase("refresh")) {
                    read.named.add(new Named(element, value, false));
                }
            }
            default -> {
                if (LOADING.contains(name) && (!name.equals("data") || element.equals("object"))) {
                    read.named.add(new Named(element, value, true));
                    if (element.equals("img") && name.equals("src")) {
                        piece(value, attributes).ifPresent(read.pieces::add);
                    }
                }
            }
        }
    }

    private static Optional<Piece> piece(String url, Map<String, String> attributes) {
        boolean large = url.startsWith("data:") && url.length() > LARGE_PIECE;
        return large ? Optional.of(new Piece(url.length(), attributes.getOrDefault("alt", ""))) : Optional.empty();
    }

    private Optional<Diagnostic> problem(Named named, Set<String> ids) {
        String url = named.url();
        if (named.isId() && url.startsWith("#")) {
            String id = PercentCode.decoded(url.substring(1));
            return ids.contains(id) ? Optional.empty() : Optional.of(missing(url));
        }
        boolean link = named.element().equals("a") || named.element().equals("area");
        boolean fine = link ? CALLS.matcher(url).matches() || url.equals(live) : url.startsWith("data:");
        return fine && named.isId() ? Optional.empty() : Optional.of(leaving(named));
    }

    private Diagnostic leaving(Named named) {
        return Diagnostic.error(
                "OF001",
                SourcePosition.ofFile(file),
                "the one-file copy " + copy + " needs something outside it: <" + named.element() + "> names "
                        + named.url(),
                "take it out of the template of copies, layouts/one-file.peb, or put it into the file as data:");
    }

    private Diagnostic missing(String url) {
        return Diagnostic.error(
                "OF002",
                SourcePosition.ofFile(file),
                "the one-file copy " + copy + " has a link to " + url + ", and there is no such id in it",
                "correct the template of copies, layouts/one-file.peb");
    }

    private Diagnostic tooLarge(List<Piece> large, int size) {
        String pieces = large.stream()
                .map(piece -> "an image of " + kilobytes(piece.size())
                        + (piece.words().isEmpty() ? "" : " (" + piece.words() + ")"))
                .limit(3)
                .reduce((a, b) -> a + ", " + b)
                .map(images -> "; in it " + images)
                .orElse("");
        return Diagnostic.warning(
                "OF003",
                SourcePosition.ofFile(file),
                "the one-file copy " + copy + " has " + kilobytes(size) + ", and may have " + kilobytes(LARGEST)
                        + pieces,
                "make images smaller, link sections instead of whole pages, or divide the page");
    }

    private static String kilobytes(int bytes) {
        return (bytes + 1023) / 1024 + " KB";
    }

    /**
     * Checks the style sheet of all copies: what it would load is not in them.
     *
     * @param file as findings name it
     */
    public static List<Diagnostic> ofStyle(String file, String css) {
        Set<String> loaded = new LinkedHashSet<>();
        Matcher matcher = LOADED.matcher(css);
        while (matcher.find()) {
            loaded.add(matcher.group());
        }
        return loaded.stream()
                .map(url -> Diagnostic.error(
                        "OF001",
                        SourcePosition.ofFile(file),
                        "one-file copies have the style sheet in them, and it loads something: " + url,
                        "put it into the style sheet as data:, or leave it out"))
                .toList();
    }

    /**
     * Checks that everything a page refers to is also in the archive of the site.
     *
     * @param page output path
     * @param targets output paths of what it refers to
     * @param archived tells by its output path whether a file of the site is in the archive; says yes to what is no file of it
     */
    public static List<Diagnostic> ofArchive(
            String file, String page, Collection<String> targets, Predicate<String> archived) {
        return targets.stream()
                .filter(archived.negate())
                .map(path -> Diagnostic.warning(
                        "OF006",
                        SourcePosition.ofFile(file),
                        "page " + page + " refers to " + path + ", which is not in portal.zip",
                        "take the reference out: from a disk it leads nowhere"))
                .toList();
    }
}
