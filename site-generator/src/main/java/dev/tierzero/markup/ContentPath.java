package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths below the content folder. */
final class ContentPath {

    private ContentPath() {}

    /**
     * The normalised path that a target means in a file; empty when it leaves the content folder or is no path: blank, a URL, with a
     * backslash or a control character.
     */
    static Optional<String> resolve(String from, String target) {
        if (target.isBlank() || target.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7F)) {
            return Optional.empty();
        }
        boolean root = target.startsWith("/");
        String base = root ? "" : from.substring(0, from.lastIndexOf('/') + 1);
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (base + target).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    /** A link as a page must write it to mean what it means in another file; unchanged where both say the same. */
    static String rebased(String page, String file, String link) {
        int end = link.length();
        for (int i = 0; i < link.length() && end == link.length(); i++) {
            end = link.charAt(i) == '#' || link.charAt(i) == '?' ? i : end;
        }
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        boolean same = file.substring(0, file.lastIndexOf('/') + 1).equals(folder);
        if (same || end == 0 || link.startsWith("/")) {
            return link;
        }
        String rest = link.substring(end);
        return resolve(file, link.substring(0, end))
                .map(path ->
                        "../".repeat((int) folder.chars().filter(c -> c == '/').count()) + path + rest)
                .orElse(link);
    }

    /** Paths that an author may have meant: a partial's underscore forgotten or too much, the other markup's extension. */
    static List<String> lookalikes(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, slash);
        String name = path.substring(slash);
        String bare = name.startsWith("_") ? name.substring(1) : "_" + name;
        String swapped = name.endsWith(".md")
                ? name.substring(0, name.length() - 3) + ".adoc"
                : name.endsWith(".adoc") ? name.substring(0, name.length() - 5) + ".md" : name + ".md";
        return List.of(folder + bare, folder + swapped, folder + name + ".adoc", "_partials/" + name, name);
    }
}
