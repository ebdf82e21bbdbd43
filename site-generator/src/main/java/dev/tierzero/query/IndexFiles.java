package dev.tierzero.query;

import java.io.IOException;
import java.util.Optional;

/** The files of a search index, wherever they are. */
@FunctionalInterface
public interface IndexFiles {

    /**
     * The bytes of a file; empty when there is none.
     *
     * @param path below the output folder: {@code _search/root.bin}, {@code _search/0123456789/w0.bin}
     */
    Optional<byte[]> bytes(String path) throws IOException;
}
