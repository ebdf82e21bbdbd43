package dev.tierzero.publish;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Platform;

/**
 * Puts one folder in the place of another. Linux and macOS can exchange two names in one system call
 * ({@code renameat2} with {@code RENAME_EXCHANGE}, {@code renamex_np} with {@code RENAME_SWAP}), so that a kill at any moment leaves one
 * whole folder there. Where the system or the file system cannot, two renames do it; between them the name is absent.
 */
final class Exchange {

    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    /** The C library's calls. Public because jnr-ffi implements it at run time. */
    public interface LinuxLibrary {
        /** See {@code man 2 renameat2}. */
        int renameat2(int oldFolder, String oldPath, int newFolder, String newPath, int flags);
    }

    /** The C library's calls. Public because jnr-ffi implements it at run time. */
    public interface MacLibrary {
        /** See {@code man 2 renamex_np}. */
        int renamex_np(String from, String to, int flags);
    }

    private Exchange() {}

    /**
     * Puts {@code fresh} in the place of {@code target}; what was at {@code target} is afterwards at {@code fresh}, or gone when
     * there was nothing. Both must be on one file system.
     *
     * @throws IOException when the move fails; then {@code target} is as before
     */
    static void exchange(Path fresh, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } else if (!swappedAtOnce(fresh, target)) {
            swapByTwoRenames(fresh, target);
        }
    }

    private static boolean swappedAtOnce(Path a, Path b) {
        try {
            return switch (Platform.getNativePlatform().getOS()) {
                case LINUX ->
                    LibraryLoader.create(LinuxLibrary.class)
                                    .load("c")
                                    .renameat2(AT_FDCWD, a.toString(), AT_FDCWD, b.toString(), RENAME_EXCHANGE)
                            == 0;
                case DARWIN ->
                    LibraryLoader.create(MacLibrary.class).load("c").renamex_np(a.toString(), b.toString(), RENAME_SWAP)
                            == 0;
                default -> false;
            };
        } catch (LinkageError | IllegalStateException e) {
            // A C library without the call (musl before 1.2.6, glibc before 2.28): the renames below do.
            return false;
        }
    }

    private static void swapByTwoRenames(Path fresh, Path target) throws IOException {
        Path aside = fresh.resolveSibling(fresh.getFileName() + ".old");
        Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        Files.move(aside, fresh, StandardCopyOption.ATOMIC_MOVE);
    }
}
