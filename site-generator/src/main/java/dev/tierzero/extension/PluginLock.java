package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that a site trusts, {@code plugins/ext/plugins.lock}: lines as {@code sha256sum} writes them, and comments that begin with
 * {@code #}. {@code sha256sum -c plugins.lock} says the same as the generator.
 *
 * @param entries in the order written, each name once
 * @param end comments after the last entry
 * @param disputed names that stand there twice with different digests; they are trusted neither way
 * @param diagnostics what is wrong with the file
 */
public record PluginLock(List<Entry> entries, List<String> end, Set<String> disputed, List<Diagnostic> diagnostics) {

    /** Folder of the jars, in the site's folder. */
    public static final String FOLDER = "plugins/ext";

    /** The lock, as findings name it. */
    public static final String FILE = FOLDER + "/plugins.lock";

    /** A name that a shell, a file system and this file can hold. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,119}\\.jar");

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    /**
     * A trusted jar.
     *
     * @param name of the file in {@link #FOLDER}
     * @param sha256 of its bytes, 64 lower-case hex digits
     * @param line of the lock, 1-based
     * @param comments on the lines above
     */
    public record Entry(String name, String sha256, int line, List<String> comments) {

        /** Copies. */
        public Entry {
            comments = List.copyOf(comments);
        }

        SourcePosition position() {
            return SourcePosition.ofLine(FILE, line);
        }
    }

    /** Copies. */
    public PluginLock {
        entries = List.copyOf(entries);
        end = List.copyOf(end);
        disputed = Set.copyOf(disputed);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether a jar of this name can be locked. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The lock of a site; empty when it has none. */
    public static PluginLock read(Path site) throws IOException {
        Path file = site.resolve(FILE);
        return Files.exists(file)
                ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : new PluginLock(List.of(), List.of(), Set.of(), List.of());
    }

    static PluginLock parse(String text) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, Entry> byName = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        Set<String> disputed = new TreeSet<>();
        List<String> comments = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                comments.add(line);
            } else if (!matcher.matches() || !isName(matcher.group(2))) {
                found.add(LockFindings.malformed(number, line));
            } else {
                Entry entry = new Entry(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT), number, comments);
                comments.clear();
                Optional<Entry> before = Optional.ofNullable(byName.putIfAbsent(entry.name(), entry));
                before.ifPresentOrElse(first -> found.add(LockFindings.twice(first, entry)), () -> entries.add(entry));
                before.filter(first -> !first.sha256().equals(entry.sha256()))
                        .ifPresent(first -> disputed.add(first.name()));
            }
        }
        return new PluginLock(entries, comments, disputed, found);
    }

    /** The entry of a jar. */
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /** The same with one more jar, or with another digest for it, sorted by name. */
    public PluginLock with(String name, String sha256) {
        List<Entry> more = new ArrayList<>(without(name).entries);
        more.add(new Entry(name, sha256, 0, entry(name).map(Entry::comments).orElse(List.of())));
        more.sort(Comparator.comparing(Entry::name));
        return new PluginLock(more, end, Set.of(), diagnostics);
    }

    /** The same without a jar. */
    public PluginLock without(String name) {
        return new PluginLock(
                entries.stream().filter(e -> !e.name().equals(name)).toList(), end, Set.of(), diagnostics);
    }

    /** Writes it in one step: whoever reads it meanwhile sees the old one or this one. */
    public void write(Path site) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            entry.comments().forEach(comment -> text.append(comment).append('\n'));
            text.append(entry.sha256()).append("  ").append(entry.name()).append('\n');
        }
        end.forEach(comment -> text.append(comment).append('\n'));
        Path file = Files.createDirectories(site.resolve(FOLDER)).resolve("plugins.lock");
        Path fresh =
                file.resolveSibling(".plugins.lock." + ProcessHandle.current().pid());
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
