package dev.tierzero.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a file of content goes in the site. Folders and pages are lower case, {@code [a-z0-9._-]} only; assets keep the
 * case of their own name, so that {@code README.txt} and {@code Foo.java} download under their names.
 */
public final class OutputPath {

    /** Longest name of a file or folder in the site, in bytes: what every file system and git host takes. */
    public static final int LONGEST_SEGMENT = 200;

    private static final Set<String> INDEX_NAMES = Set.of("index", "_index", "readme");
    private static final Set<String> WINDOWS_DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private OutputPath() {}

    /** The HTML file of a page; empty when a name on the way has no letter or digit that a URL can keep. */
    public static Optional<String> ofPage(String path) {
        String base = isIndex(path) ? "index" : slug(baseName(path));
        return usable(base) ? folder(path).map(f -> f + base + ".html") : Optional.empty();
    }

    /** The file of an asset; empty as for a page. */
    public static Optional<String> ofAsset(String path) {
        String name = safe(path.substring(path.lastIndexOf('/') + 1));
        return usable(name) ? folder(path).map(f -> f + name) : Optional.empty();
    }

    /** Whether a page is its folder's own: {@code index}, {@code _index} or {@code README}, in any case. */
    public static boolean isIndex(String path) {
        return INDEX_NAMES.contains(baseName(path).toLowerCase(Locale.ROOT));
    }

    /** The output folder of a path with its trailing {@code /}; blank at the top. */
    private static Optional<String> folder(String path) {
        StringBuilder folder = new StringBuilder();
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            String segment = slug(path.substring(start, end));
            if (!usable(segment)) {
                return Optional.empty();
            }
            folder.append(segment).append('/');
            start = end + 1;
        }
        return Optional.of(folder.toString());
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String slug(String name) {
        return safe(name).toLowerCase(Locale.ROOT);
    }

    /** Keeps ASCII letters, digits, dot, underscore and hyphen; accents go, anything else becomes one hyphen. */
    private static String safe(String name) {
        if (isSafe(name)) {
            return name;
        }
        String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder safe = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isKept(c) && !(c == '.' && endsWith(safe, '.'))) {
                safe.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !endsWith(safe, '-')) {
                safe.append('-');
            }
        }
        return trim(safe);
    }

    private static String trim(StringBuilder name) {
        int start = 0;
        int end = name.length();
        while (start < end && ".-_".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ".-".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean usable(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return !name.isEmpty() && name.length() <= LONGEST_SEGMENT && !WINDOWS_DEVICES.contains(stem);
    }

    private static boolean isKept(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }

    private static boolean endsWith(StringBuilder text, char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    /** Most names are as they should be, and are not copied. */
    private static boolean isSafe(String name) {
        char before = '.';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean mark = c == '.' || c == '-' || c == '_';
            boolean between = mark && ".-_".indexOf(before) < 0 && i + 1 < name.length();
            if (mark ? !between : !isKept(c)) {
                return false;
            }
            before = c;
        }
        return !name.isEmpty();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
