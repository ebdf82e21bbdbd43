package dev.tierzero.model;

import java.util.Objects;

/**
 * A file that the scan found.
 *
 * @param path below the content folder, NFC, with {@code /}; a hidden folder that was not entered ends in {@code /}
 * @param file as findings name it: {@code content/} and the path
 * @param fileClass what becomes of it
 * @param size in bytes
 * @param sha256 of the bytes, 64 lower-case hex digits; empty for ignored files and errors, which are never read
 * @param output path in the site, with {@code /}: {@code runbooks/vault.html}; empty unless a page or an asset
 */
public record ScannedFile(String path, String file, FileClass fileClass, long size, String sha256, String output) {

    /** Everything is there. */
    public ScannedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(fileClass, "fileClass");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(output, "output");
    }
}
