package dev.tierzero.site;

import dev.tierzero.model.PercentCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** References as authors write them, taken apart (RFC 3986 §3 and §5.2.4). */
final class Urls {

    /**
     * A reference without a scheme.
     *
     * @param raw as written
     * @param path percent-decoded
     * @param suffix the query and fragment as written, with their {@code ?} and {@code #}
     * @param fragment percent-decoded, without {@code #}
     */
    record Parts(String raw, String path, String suffix, String fragment) {}

    /** Of IANA's register, those that a page of text may link to. */
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "ssh", "git", "irc", "ircs", "xmpp",
            "data");

    private Urls() {}

    /**
     * Whether a reference names a host ({@code //}) or one of the schemes that pages link to. Any other text before a colon is part of
     * a path: {@code guide.md:12} is a file and a line that somebody pasted, though RFC 3986 §3.1 would take it for a scheme.
     */
    static boolean isAbsolute(String target) {
        if (target.startsWith("//")) {
            return true;
        }
        int colon = target.indexOf(':');
        return colon > 0 && SCHEMES.contains(target.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** A reference that no browser takes for absolute (RFC 3986 §4.2: a colon in the first segment needs {@code ./} before it). */
    static String relative(String target) {
        int colon = target.indexOf(':');
        int end = target.length() - split(target).suffix().length();
        int slash = target.indexOf('/');
        boolean first = colon >= 0 && colon < end && (slash < 0 || colon < slash);
        return first ? "./" + target : target;
    }

    static Parts split(String target) {
        int hash = target.indexOf('#');
        int query = target.indexOf('?');
        int end = query >= 0 && (hash < 0 || query < hash) ? query : hash;
        String path = end < 0 ? target : target.substring(0, end);
        String suffix = end < 0 ? "" : target.substring(end);
        String fragment = hash < 0 ? "" : target.substring(hash + 1);
        return new Parts(target, PercentCode.decoded(path), suffix, PercentCode.decoded(fragment));
    }

    /** The path from the content folder; empty when it leaves it. A trailing slash is dropped. */
    static Optional<String> resolve(String folder, String path) {
        Deque<String> segments = new ArrayDeque<>();
        String joined = path.startsWith("/") || folder.isEmpty() ? path : folder + "/" + path;
        for (String segment : joined.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The path of one source file as a page writes it that stands elsewhere. */
    static String relativeSource(String from, String to) {
        String folder = Hrefs.folder(from);
        StringBuilder path = new StringBuilder();
        while (!folder.isEmpty() && !to.startsWith(folder + "/")) {
            path.append("../");
            folder = Hrefs.folder(folder);
        }
        return path.append(folder.isEmpty() ? to : to.substring(folder.length() + 1))
                .toString();
    }
}
