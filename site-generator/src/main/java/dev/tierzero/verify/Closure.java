package dev.tierzero.verify;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.PercentCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

    private static final Pattern CALLS = Pattern.compile("(?i)tel:.*|mailto:.*|sms:.*", Pattern.DOTALL);
    private static final Pattern LOADED =
            Pattern.compile("(?i)@import[^;]*|url\\(\\s*[\"']?(?!\\s*[\"']?(?:data:|#))[^)]*\\)?");

    /**
     * Verifies the copy.
     *
     * @param size in bytes
     */
    public List<Diagnostic> verify(String html, int size) {
        List<Diagnostic> found = new ArrayList<>();
        // Long, checked by itself, and no markup: not read once more for every copy.
        Document document = Jsoup.parse(style.isEmpty() ? html : html.replace(style, ""));
        Set<String> ids = new LinkedHashSet<>(document.select("[id]").eachAttr("id"));
        Set<String> told = new LinkedHashSet<>();
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                reference(element, attribute, ids)
                        .filter(d -> told.add(d.message()))
                        .ifPresent(found::add);
            }
            if (element.normalName().equals("style") && !element.data().isEmpty()) {
                found.addAll(ofStyle(file, element.data()));
            }
        }
        if (size > LARGEST) {
            found.add(tooLarge(document, size));
        }
        return found;
    }

    private java.util.Optional<Diagnostic> reference(Element element, Attribute attribute, Set<String> ids) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String url = attribute.getValue().strip();
        if (name.equals("style")
                || (name.equals("content") && element.attr("http-equiv").equalsIgnoreCase("refresh"))) {
            boolean leaves = name.equals("content") || LOADED.matcher(url).find();
            return leaves ? java.util.Optional.of(leaving(element, url)) : java.util.Optional.empty();
        }
        if (!LOADING.contains(name)
                || (name.equals("data") && !element.normalName().equals("object"))) {
            return java.util.Optional.empty();
        }
        if (url.startsWith("#")) {
            String id = PercentCode.decoded(url.substring(1));
            return ids.contains(id) ? java.util.Optional.empty() : java.util.Optional.of(missing(url));
        }
        boolean link = element.normalName().equals("a") || element.normalName().equals("area");
        boolean fine = link ? CALLS.matcher(url).matches() || url.equals(live) : url.startsWith("data:");
        return fine ? java.util.Optional.empty() : java.util.Optional.of(leaving(element, url));
    }

    private Diagnostic leaving(Element element, String url) {
        return Diagnostic.error(
                "OF001",
                SourcePosition.ofFile(file),
                "the one-file copy " + copy + " needs something outside it: <" + element.normalName() + "> names "
                        + url,
                "take it out of the template of copies, layouts/one-file.peb, or put it into the file as data:");
    }

    private Diagnostic missing(String url) {
        return Diagnostic.error(
                "OF002",
                SourcePosition.ofFile(file),
                "the one-file copy " + copy + " has a link to " + url + ", and there is no such id in it",
                "correct the template of copies, layouts/one-file.peb");
    }

    private Diagnostic tooLarge(Document document, int size) {
        String pieces = document.select("img[src^=data:]").stream()
                .filter(image -> image.attr("src").length() > LARGE_PIECE)
                .map(image -> "an image of " + kilobytes(image.attr("src").length())
                        + (image.attr("alt").isEmpty() ? "" : " (" + image.attr("alt") + ")"))
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
     * @param html of the page
     * @param archived tells by its output path whether a file of the site is in the archive; says yes to what is no file of it
     */
    public static List<Diagnostic> ofArchive(String file, String page, String html, Predicate<String> archived) {
        Set<String> lacking = new LinkedHashSet<>();
        for (HtmlScan.Reference reference : HtmlScan.of(html).references()) {
            try {
                URI target = URI.create("file:///" + PercentCode.encoded(page)).resolve(reference.url());
                String path =
                        "file".equals(target.getScheme()) ? target.getPath().substring(1) : "";
                if (!path.isEmpty() && !archived.test(path)) {
                    lacking.add(path);
                }
            } catch (IllegalArgumentException e) {
                // No URL: the verification of pages says so.
            }
        }
        return lacking.stream()
                .map(path -> Diagnostic.warning(
                        "OF006",
                        SourcePosition.ofFile(file),
                        "page " + page + " refers to " + path + ", which is not in portal.zip",
                        "take the reference out: from a disk it leads nowhere"))
                .toList();
    }
}
