package dev.tierzero.model;

import java.io.IOException;
import java.util.Optional;

/** The scanned files of the content folder, by path: the only way that includes and images reach the disk. */
public interface ContentFiles {

    /** Whether a regular file of content stands at this path (below the content folder, normalised, with {@code /}). */
    boolean contains(String path);

    /** The bytes of a scanned file; empty when there is none at the path. Read once per build. */
    Optional<byte[]> read(String path) throws IOException;

    /** The path as findings name it: {@code content/} and the path. */
    String file(String path);
}
