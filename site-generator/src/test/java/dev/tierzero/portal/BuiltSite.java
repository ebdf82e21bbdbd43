package dev.tierzero.portal;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A site that was built for the tests; nobody changes it.
 *
 * @param source its folder with content and settings
 * @param output the published folder
 * @param outcome what the build said
 */
public record BuiltSite(Path source, Path output, Outcome outcome) {

    /** The kind of pages that only send readers on to another page. */
    public static final String MOVED = "moved";

    private static final Pattern KIND = Pattern.compile("<body class=\"is-([a-z-]+)");

    /** Builds a folder's site, whatever is found. */
    public static BuiltSite of(Path source) throws IOException, SettingsException {
        Request request = new Request(source, Optional.empty(), 2, Map.of(), false, false);
        Outcome outcome = new Build(request, Progress.NONE).publish(Optional.empty());
        return new BuiltSite(source, outcome.output().orElseThrow(), outcome);
    }

    /** Output paths of all HTML files, in order. */
    public List<String> pages() {
        try (Stream<Path> files = Files.walk(output)) {
            return files.map(file -> output.relativize(file).toString())
                    .filter(path -> path.endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Output paths of the pages that stay open when they are opened: all but those that send readers on. */
    public List<String> lasting() {
        return pages().stream()
                .filter(page -> !isCopy(page) && !kind(page).equals(MOVED))
                .toList();
    }

    /** Whether a page is the copy of another in one file: what it is made of is told by the tests of copies. */
    private static boolean isCopy(String page) {
        return page.endsWith(".offline.html");
    }

    /** The text of a published file. */
    public String text(String path) {
        try {
            return Files.readString(output.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of what was published, for tests that change it. */
    public Path copiedTo(Path folder) throws IOException {
        Repository.copy(output, folder);
        return folder;
    }

    /** The layout that a page was made with, or {@link #MOVED}. */
    public String kind(String page) {
        Matcher matcher = KIND.matcher(text(page));
        return matcher.find() ? matcher.group(1) : MOVED;
    }

    /** The longest page of each kind: where most can be wrong. */
    public SortedMap<String, String> kinds() {
        SortedMap<String, String> longest = new TreeMap<>();
        pages().stream()
                .filter(page -> !isCopy(page))
                .sorted(Comparator.comparing(page -> text(page).length()))
                .forEach(page -> longest.put(kind(page), page));
        return longest;
    }
}
