package dev.tierzero.site;

import dev.tierzero.api.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The file that a wrong path most likely means. Looking takes time in proportion to the number of files, so that answers are kept: a
 * deleted page is named by every link that led to it. Safe for all threads.
 */
final class NearestPath {

    /** A line, perhaps a column, as compilers and editors write them after a file. */
    private static final Pattern LINE = Pattern.compile("(:\\d{1,9}){1,2}$");

    private final List<String> files;
    private final List<String> assets;
    private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

    /**
     * @param pages paths below content
     * @param assets likewise
     */
    NearestPath(Collection<String> pages, Collection<String> assets) {
        this.assets = List.copyOf(new TreeSet<>(assets));
        TreeSet<String> all = new TreeSet<>(pages);
        all.addAll(assets);
        this.files = List.copyOf(all);
    }

    /** The page or asset. */
    Optional<String> file(String wanted) {
        return found.computeIfAbsent(wanted, w -> nearest(w, files));
    }

    /** The asset. */
    Optional<String> asset(String wanted) {
        return found.computeIfAbsent("image\n" + wanted, w -> nearest(wanted, assets));
    }

    /** The same name (with any extension) elsewhere, the one with most in common first; else the fewest edits. */
    private static Optional<String> nearest(String written, List<String> paths) {
        String wanted = LINE.matcher(written).replaceFirst("");
        String stem = stem(wanted);
        List<String> moved = paths.stream().filter(p -> stem(p).equals(stem)).toList();
        return Nearest.within(wanted.length(), wanted, moved)
                .or(() -> moved.stream().findFirst())
                .or(() -> Nearest.of(wanted, paths));
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
