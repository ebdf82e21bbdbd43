package dev.tierzero.verify;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.PercentCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Checks the bytes of a page before they are published: ids are unique, every reference leads to a file of the site and to an id
 * that is really there, nothing is loaded from another host. Content is checked where it was written; what is found here is mostly a
 * template's fault. Safe for all threads.
 *
 * @param outputs output paths of all files of the site
 * @param ids ids of a page by output path; empty for files that have none or are not known
 * @param root path of the site on its host, with a slash at both ends, for root-absolute references
 */
public record PageVerification(Set<String> outputs, Function<String, Optional<Set<String>>> ids, String root) {

    private static final Set<String> NAVIGATING_RELS =
            Set.of("canonical", "alternate", "edit", "next", "prev", "license", "author", "help", "up");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /**
     * What was found on a page.
     *
     * @param diagnostics what is wrong with it
     * @param targets output paths of the files that it refers to
     */
    public record Verified(List<Diagnostic> diagnostics, SortedSet<String> targets) {}

    /**
     * Verifies one page.
     *
     * @param href its output path
     * @param file its source as findings name it, or the template's
     * @param html its text
     * @param reported URLs that findings on the content name already
     */
    public Verified verify(String href, String file, String html, Set<String> reported) {
        List<Diagnostic> found = new ArrayList<>();
        SortedSet<String> targets = new TreeSet<>();
        HtmlScan scan = HtmlScan.of(html);
        Set<String> own = new HashSet<>();
        for (String id : scan.ids()) {
            if (!own.add(id)) {
                found.add(Diagnostic.error(
                        "VF001",
                        SourcePosition.ofFile(file),
                        "id \"" + id + "\" stands twice on page " + href,
                        "give one of them another id; templates must not use ids that headings can have"));
            }
        }
        Set<String> seen = new HashSet<>();
        reported.forEach(url -> List.of("a ", "img ").forEach(element -> seen.add(element + url)));
        for (HtmlScan.Reference reference : scan.references()) {
            if (seen.add(reference.element() + " " + reference.url())) {
                problem(href, reference, own, targets).ifPresent(p -> found.add(p.at(file)));
            }
        }
        return new Verified(found, targets);
    }

    /** The ids of a page. */
    public static Set<String> ids(String html) {
        return Set.copyOf(new HashSet<>(HtmlScan.of(html).ids()));
    }

    private record Problem(String code, String message, String hint) {
        Diagnostic at(String file) {
            return Diagnostic.error(code, SourcePosition.ofFile(file), message, hint);
        }
    }

    private Optional<Problem> problem(String href, HtmlScan.Reference reference, Set<String> own, Set<String> targets) {
        String url = reference.url();
        if (hasScheme(url)) {
            return isLoaded(reference) && !url.startsWith("data:")
                    ? Optional.of(new Problem(
                            "VF004",
                            "page " + href + " loads " + url + " from another host",
                            "keep a copy in the site: pages must work without a network"))
                    : Optional.empty();
        }
        int hash = url.indexOf('#');
        String path = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : PercentCode.decoded(url.substring(hash + 1));
        if (path.isEmpty() || path.startsWith("?")) {
            return fragment.isEmpty() || own.contains(fragment) ? Optional.empty() : missingAnchor(href, url);
        }
        String target = resolve(href, path);
        targets.add(target);
        if (!outputs.contains(target)) {
            return Optional.of(new Problem(
                    "VF002",
                    "page " + href + " refers to " + url + ", which is no file of the site",
                    "correct the reference in the template or page"));
        }
        boolean known = fragment.isEmpty()
                || ids.apply(target).map(there -> there.contains(fragment)).orElse(true);
        return known ? Optional.empty() : missingAnchor(href, url);
    }

    private static Optional<Problem> missingAnchor(String href, String url) {
        return Optional.of(new Problem(
                "VF003",
                "page " + href + " refers to " + url + ", and there is no such id",
                "correct the reference in the template or page"));
    }

    private static boolean isLoaded(HtmlScan.Reference reference) {
        if (reference.element().equals("link")) {
            return !NAVIGATING_RELS.contains(reference.rel());
        }
        return !reference.element().equals("a") && !reference.element().equals("area");
    }

    private static boolean hasScheme(String url) {
        if (url.startsWith("//")) {
            return true;
        }
        int colon = url.indexOf(':');
        return colon > 1 && SCHEME.matcher(url).region(0, colon).matches();
    }

    private String resolve(String href, String path) {
        int query = path.indexOf('?');
        String plain = PercentCode.decoded(query < 0 ? path : path.substring(0, query));
        if (plain.startsWith(root)) {
            return plain.substring(root.length());
        }
        int up = 0;
        while (plain.startsWith("../", up * 3)) {
            up++;
        }
        String folder = href;
        for (int i = 0; i <= up; i++) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        String rest = plain.substring(up * 3);
        return folder.isEmpty() ? rest : folder + "/" + rest;
    }
}
