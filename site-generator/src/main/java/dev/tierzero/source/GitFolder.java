package dev.tierzero.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a site's repository keeps its things, read without starting git.
 *
 * @param own of this work tree: {@code HEAD}
 * @param common to all work trees: branches, {@code shallow}
 */
record GitFolder(Path own, Path common) {

    private static final String POINTER = "gitdir: ";
    private static final String REF = "ref: ";

    /** The repository that a folder is in; empty outside of any. */
    static Optional<GitFolder> of(Path site) throws IOException {
        for (Path at = site.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new GitFolder(git, git));
            }
            if (Files.isRegularFile(git)) {
                return workTree(at, Files.readString(git).strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<GitFolder> workTree(Path root, String pointer) throws IOException {
        if (!pointer.startsWith(POINTER)) {
            return Optional.empty();
        }
        Path own = root.resolve(pointer.substring(POINTER.length()));
        Path common = own.resolve("commondir");
        return Optional.of(new GitFolder(
                own,
                Files.isRegularFile(common)
                        ? own.resolve(Files.readString(common).strip())
                        : own));
    }

    /** Whether the history is cut off, so that the oldest commit seems to have changed every file. */
    boolean isShallow() {
        return Files.exists(common.resolve("shallow"));
    }

    /** The id of the commit that is checked out; empty before the first commit, and for ways to store it that are new. */
    Optional<String> head() throws IOException {
        String head = Files.readString(own.resolve("HEAD")).strip();
        if (!head.startsWith(REF)) {
            return id(head);
        }
        String ref = head.substring(REF.length());
        Path loose = common.resolve(ref);
        if (Files.isRegularFile(loose)) {
            return id(Files.readString(loose).strip());
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        return Files.readAllLines(packed).stream()
                .filter(line -> line.endsWith(" " + ref))
                .findFirst()
                .flatMap(line -> id(line.substring(0, line.indexOf(' '))));
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(t -> t.matches("[0-9a-f]{40}|[0-9a-f]{64}"));
    }
}
