package dev.tierzero.render;

import dev.tierzero.model.PercentCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL of a rendered page that leads into the site.
 *
 * @param path output path of what it leads to
 * @param fragment without {@code #}, decoded; may be empty
 */
record Local(String path, String fragment) {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*", Pattern.DOTALL);

    /** Reads a URL that stands on the page at an output path; empty when it leads elsewhere or above the site. */
    static Optional<Local> of(String href, String url) {
        if (ELSEWHERE.matcher(url).matches()) {
            return Optional.empty();
        }
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : PercentCode.decoded(url.substring(hash + 1));
        String whole = hash < 0 ? url : url.substring(0, hash);
        int query = whole.indexOf('?');
        String path = PercentCode.decoded(query < 0 ? whole : whole.substring(0, query));
        return path.isEmpty() ? Optional.of(new Local(href, fragment)) : resolved(href, path, fragment);
    }

    /** RFC 3986 §5.2.4. */
    private static Optional<Local> resolved(String href, String path, String fragment) {
        Deque<String> segments = new ArrayDeque<>();
        String all = path.startsWith("/") ? path : href.substring(0, href.lastIndexOf('/') + 1) + path;
        for (String segment : all.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(new Local(String.join("/", segments), fragment));
    }
}
