package dev.tierzero.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of {@code ignore}: {@code *} and {@code ?} within a name, {@code **} across folders; a pattern without
 * {@code /} matches names in any folder, and what matches a folder matches everything below.
 */
final class Globs {

    private final List<Pattern> patterns;

    Globs(List<String> globs) {
        this.patterns = globs.stream().map(Globs::pattern).toList();
    }

    /** Whether a path below content is matched. */
    boolean match(String path) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }

    static boolean isValid(String glob) {
        return !glob.isBlank()
                && glob.length() <= 200
                && !glob.startsWith("/")
                && glob.chars().noneMatch(c -> c < 0x20 || "\\[]{}!".indexOf(c) >= 0);
    }

    private static Pattern pattern(String glob) {
        String path = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
        StringBuilder regex = new StringBuilder(path.indexOf('/') < 0 ? "(?:.*/)?" : "");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.append("(?:/.*)?").toString(), Pattern.DOTALL);
    }
}
