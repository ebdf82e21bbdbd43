package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Severity;
import dev.tierzero.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHistoryTest {

    private final Path temp;

    GitHistoryTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void eachFileHasTheDayOfItsLastCommitInUtc() throws Exception {
        Path site = repository();
        SiteText.write(site, "-- content/a.md --\n1\n-- content/caf\u00e9 x.md --\n1\n-- other.txt --\n1\n");
        commit(site, "2026-01-31T23:30:00-05:00");
        SiteText.write(site, "-- content/a.md --\n2\n");
        commit(site, "2026-03-01T00:30:00+02:00");
        GitHistory history = history(site);
        assertEquals(
                Map.of("a.md", LocalDate.of(2026, 2, 28), "caf\u00e9 x.md", LocalDate.of(2026, 2, 1)),
                history.lastChanged());
        assertEquals(Optional.of(Instant.parse("2026-02-28T22:30:00Z")), history.committedAt());
        assertTrue(history.commit().orElseThrow().matches("[0-9a-f]{40}"));
        assertEquals(List.of(), history.diagnostics());
    }

    @Test
    void whatIsNotCommittedAsItIsHasNoDate() throws Exception {
        Path site = repository();
        SiteText.write(site, """
                -- content/edited.md --
                -- content/staged.md --
                -- content/back.md --
                -- content/same.md --
                """);
        commit(site, "2026-01-01T12:00:00Z");
        git(site, "rm", "-q", "content/back.md");
        commit(site, "2026-02-01T12:00:00Z");
        SiteText.write(site, """
                -- content/edited.md --
                x
                -- content/staged.md --
                x
                -- content/new.md --
                x
                -- content/back.md --
                """);
        git(site, "add", "content/staged.md");
        assertEquals(Map.of("same.md", LocalDate.of(2026, 1, 1)), history(site).lastChanged());
    }

    @Test
    void aMovedFileHasTheDayOfTheMove() throws Exception {
        Path site = repository();
        SiteText.write(site, "-- content/old.md --\nsome text\n");
        commit(site, "2026-01-01T12:00:00Z");
        git(site, "mv", "content/old.md", "content/new.md");
        commit(site, "2026-02-01T12:00:00Z");
        assertEquals(Map.of("new.md", LocalDate.of(2026, 2, 1)), history(site).lastChanged());
    }

    @Test
    void aMergeIsDatedByTheCommitThatChangedTheFile() throws Exception {
        Path site = repository();
        SiteText.write(site, "-- content/a.md --\n1\n-- content/b.md --\n1\n");
        commit(site, "2026-01-01T12:00:00Z");
        git(site, "checkout", "-q", "-b", "side");
        SiteText.write(site, "-- content/a.md --\n2\n");
        commit(site, "2026-02-01T12:00:00Z");
        git(site, "checkout", "-q", "main");
        SiteText.write(site, "-- content/b.md --\n2\n");
        commit(site, "2026-03-01T12:00:00Z");
        git(site, "merge", "-q", "--no-ff", "-m", "merge", "side");
        assertEquals(
                Map.of("a.md", LocalDate.of(2026, 2, 1), "b.md", LocalDate.of(2026, 3, 1)),
                history(site).lastChanged());
    }

    @Test
    void aShallowCloneHasNoDatesAndOneRemark() throws Exception {
        Path site = repository();
        SiteText.write(site, "-- content/a.md --\n1\n");
        commit(site, "2026-01-01T12:00:00Z");
        SiteText.write(site, "-- content/b.md --\n1\n");
        commit(site, "2026-02-01T12:00:00Z");
        Path clone = temp.resolve("clone");
        git(temp, "clone", "-q", "--depth", "1", site.toUri().toString(), clone.toString());
        GitHistory history = history(clone);
        assertEquals(Map.of(), history.lastChanged());
        assertEquals(Optional.of(Instant.parse("2026-02-01T12:00:00Z")), history.committedAt());
        assertEquals(1, history.diagnostics().size());
        assertEquals(Severity.INFO, history.diagnostics().get(0).severity());
        assertEquals(
                "no dates of last change: the clone is shallow",
                history.diagnostics().get(0).message());
    }

    @Test
    void aWorkTreeAndAFolderOfARepositoryHaveDates() throws Exception {
        Path repository = repository();
        Path site = SiteText.write(repository.resolve("docs"), "-- content/a.md --\n1\n");
        commit(repository, "2026-01-01T12:00:00Z");
        Map<String, LocalDate> expected = Map.of("a.md", LocalDate.of(2026, 1, 1));
        assertEquals(expected, history(site).lastChanged());
        git(repository, "worktree", "add", "-q", temp.resolve("tree").toString());
        assertEquals(expected, history(temp.resolve("tree/docs")).lastChanged());
        git(repository, "pack-refs", "--all");
        assertEquals(expected, history(site).lastChanged());
    }

    @Test
    void withoutRepositoryOrCommitThereIsNothing() throws Exception {
        Path site = SiteText.write(temp.resolve("plain"), "-- content/a.md --\n1\n");
        assertEquals(GitHistory.NONE, history(site));
        assertEquals(GitHistory.NONE, history(SiteText.write(repository(), "-- content/a.md --\n1\n")));
    }

    @Test
    void withoutGitThereAreNoDatesAndOneRemark() throws Exception {
        Path site = committed();
        GitHistory history = history(site, new Git(site, "no-such-git", Duration.ofSeconds(5)));
        assertEquals(Map.of(), history.lastChanged());
        assertEquals(1, history.diagnostics().size());
    }

    @Test
    void aHangingGitCostsItsDeadline() throws Exception {
        Path site = committed();
        Path hanging = temp.resolve("hanging-git");
        Files.writeString(hanging, "#!/bin/sh\nexec sleep 600\n");
        assertTrue(hanging.toFile().setExecutable(true));
        GitHistory history = history(site, new Git(site, hanging.toString(), Duration.ofMillis(200)));
        assertEquals(
                "no dates of last change: git show took longer than 0 s",
                history.diagnostics().get(0).message());
    }

    @Test
    void unchangedFilesDoNotAskGitAgain() throws Exception {
        Path site = committed();
        GitHistory first = history(site);
        Git none = new Git(site, "no-such-git", Duration.ofSeconds(5));
        assertEquals(first, history(site, none));
        SiteText.write(site, "-- content/a.md --\nedited\n");
        assertEquals(1, history(site, none).diagnostics().size());
        assertEquals(Map.of(), history(site).lastChanged());
        SiteText.write(site, "-- content/a.md --\n1\n");
        assertEquals(first, history(site));
        assertEquals(Map.of(), first.without(Set.of("a.md")).lastChanged());
    }

    private Path committed() throws Exception {
        Path site = SiteText.write(repository(), "-- content/a.md --\n1\n");
        commit(site, "2026-01-01T12:00:00Z");
        return site;
    }

    private Path repository() throws Exception {
        Path site = Files.createDirectories(temp.resolve("repository"));
        git(site, "init", "-q", "-b", "main");
        return site;
    }

    private static GitHistory history(Path site) throws Exception {
        return history(site, new Git(site, "git", Duration.ofSeconds(20)));
    }

    private static GitHistory history(Path site, Git git) throws Exception {
        Optional<Path> cache = Optional.of(site.resolve(".tier0/cache"));
        Workspace workspace = Workspace.scan(site, Settings.standard("x"), cache, 1);
        return GitHistory.of(site, "content", workspace, cache, git);
    }

    private static void commit(Path site, String time) throws Exception {
        git(site, "add", "-A", ".");
        run(site, Map.of("GIT_AUTHOR_DATE", time, "GIT_COMMITTER_DATE", time), "commit", "-q", "-m", "x");
    }

    private static void git(Path folder, String... arguments) throws Exception {
        run(folder, Map.of("GIT_COMMITTER_DATE", "2026-04-01T12:00:00Z"), arguments);
    }

    private static void run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("git", "-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(environment);
        assertEquals(0, builder.start().waitFor(), () -> "git " + String.join(" ", arguments));
    }
}
