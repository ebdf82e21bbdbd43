package dev.tierzero.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

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

    private Urls() {}

    /** Whether a reference names a scheme ({@code https:}) or a host ({@code //}). */
    static boolean isAbsolute(String target) {
        if (target.startsWith("//")) {
            return true;
        }
        int colon = target.indexOf(':');
        if (colon < 2) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = target.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !other)) {
                return false;
            }
        }
        return true;
    }

    static Parts split(String target) {
        int hash = target.indexOf('#');
        int query = target.indexOf('?');
        int end = query >= 0 && (hash < 0 || query < hash) ? query : hash;
        String path = end < 0 ? target : target.substring(0, end);
        String suffix = end < 0 ? "" : target.substring(end);
        String fragment = hash < 0 ? "" : target.substring(hash + 1);
        return new Parts(target, decoded(path), suffix, decoded(fragment));
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

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++, length++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
            bytes[length] = escape ? (byte) (high * 16 + low) : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
