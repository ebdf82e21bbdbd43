package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ScannedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When files of content last changed, by git. A date is told only when it is right: none for a file that is not
 * committed as it is, none at all in a shallow clone.
 *
 * @param commit id of the commit that is checked out, in full
 * @param committedAt when that commit was made
 * @param lastChanged day of the last commit (author's date, UTC) by a file's path below content
 * @param diagnostics why there are no dates, at most one
 */
public record GitHistory(
        Optional<String> commit,
        Optional<Instant> committedAt,
        Map<String, LocalDate> lastChanged,
        List<Diagnostic> diagnostics) {

    /** No repository, no dates. */
    public static final GitHistory NONE = new GitHistory(Optional.empty(), Optional.empty(), Map.of(), List.of());

    /** How long one call of git may take; 14,000 pages take 1.5 s. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final String CACHE_FILE = "git.dates";

    /** Copies. */
    public GitHistory {
        lastChanged = Collections.unmodifiableMap(new TreeMap<>(lastChanged));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Asks git, unless the commit and the files are those of the last time.
     *
     * @param site the site's folder
     * @param content name of the content folder
     * @param workspace the scanned content
     * @param cache folder for what was learnt; empty: git is always asked
     */
    public static GitHistory of(Path site, String content, Workspace workspace, Optional<Path> cache) {
        return of(site, content, workspace, cache, new Git(site, "git", DEADLINE));
    }

    static GitHistory of(Path site, String content, Workspace workspace, Optional<Path> cache, Git git) {
        try {
            Optional<GitFolder> repository = GitFolder.of(site);
            if (repository.isEmpty()) {
                return NONE;
            }
            Optional<String> head = repository.get().head();
            if (head.isEmpty()) {
                return NONE;
            }
            SortedMap<String, String> hashes = hashes(workspace, content);
            GitDates known = GitDates.read(cache.map(c -> c.resolve(CACHE_FILE)));
            boolean shallow = repository.get().isShallow();
            GitDates dates = known.updated(git, head.get(), content, shallow, hashes);
            if (cache.isPresent() && !dates.equals(known)) {
                dates.write(cache.get().resolve(CACHE_FILE));
            }
            return history(dates, content, shallow);
        } catch (IOException e) {
            return new GitHistory(
                    Optional.empty(), Optional.empty(), Map.of(), List.of(none(String.valueOf(e.getMessage()))));
        }
    }

    /** The day of a file's last change, by its path below content. */
    public Optional<LocalDate> lastChanged(String path) {
        return Optional.ofNullable(lastChanged.get(path));
    }

    /** The same without the dates of files that were edited since: what a server that watches files needs, not git. */
    public GitHistory without(Set<String> paths) {
        Map<String, LocalDate> days = new TreeMap<>(lastChanged);
        days.keySet().removeAll(paths);
        return new GitHistory(commit, committedAt, days, diagnostics);
    }

    private static GitHistory history(GitDates dates, String content, boolean shallow) {
        Map<String, LocalDate> days = new TreeMap<>();
        dates.settled()
                .forEach((file, seconds) -> days.put(
                        file.substring(content.length() + 1),
                        LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC)));
        return new GitHistory(
                Optional.of(dates.head()),
                Optional.of(Instant.ofEpochSecond(dates.committedAt())),
                days,
                shallow ? List.of(none("the clone is shallow")) : List.of());
    }

    private static SortedMap<String, String> hashes(Workspace workspace, String content) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (ScannedFile file : workspace.files()) {
            if (!file.sha256().isEmpty() && file.file().startsWith(content + "/")) {
                hashes.put(file.file(), file.sha256());
            }
        }
        return hashes;
    }

    private static Diagnostic none(String reason) {
        return Diagnostic.info(
                "SR011",
                SourcePosition.ofFile(".git"),
                "no dates of last change: " + Shown.of(reason),
                "have git and the whole history at hand: git fetch --unshallow, or fetch-depth: 0 in CI");
    }
}
