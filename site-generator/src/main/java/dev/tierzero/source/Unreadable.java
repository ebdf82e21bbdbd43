package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The finding for a file that the file system does not give out. */
final class Unreadable {

    private Unreadable() {}

    static Diagnostic finding(String file, IOException failure) {
        return Diagnostic.error(
                "SR010",
                SourcePosition.ofFile(Shown.whole(file)),
                "cannot be read: " + reason(failure),
                "check that the file is there and may be read, then build again");
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "it is gone";
        }
        String reason = failure instanceof FileSystemException f
                ? Optional.ofNullable(f.getReason()).orElse("")
                : String.valueOf(failure.getMessage());
        return reason.isBlank() ? failure.getClass().getSimpleName() : Shown.of(reason);
    }
}
