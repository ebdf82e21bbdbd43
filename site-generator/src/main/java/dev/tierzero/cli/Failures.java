package dev.tierzero.cli;

import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Turns what stopped a run into one line and an exit code; only a defect of ours shows a stack trace. */
final class Failures {

    private Failures() {}

    static int report(Throwable failure, PrintWriter err) {
        if (failure instanceof SettingsException || failure instanceof UsageException) {
            err.println("tier0: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return report(
                    Optional.<IOException>ofNullable(unchecked.getCause()).orElseGet(() -> new IOException(unchecked)),
                    err);
        }
        if (failure instanceof IOException io) {
            err.println("tier0: " + text(io));
            return ExitCode.USAGE;
        }
        err.println("tier0: this is a defect of tier0, not of your content; please report it with these lines:");
        failure.printStackTrace(err);
        return ExitCode.DEFECT;
    }

    private static String text(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        String message = String.valueOf(failure.getMessage());
        return failure instanceof FileSystemException
                ? message + ": " + failure.getClass().getSimpleName().replace("Exception", "")
                : message;
    }
}
