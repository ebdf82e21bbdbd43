package dev.tierzero.engine;

import dev.tierzero.model.ContentFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Scanned files of which some have new bytes, from the scan on. */
record Overlay(ContentFiles scanned, Map<String, byte[]> fresh) implements ContentFiles {
    Overlay with(Map<String, byte[]> fresher) {
        Map<String, byte[]> all = new HashMap<>(fresh);
        all.putAll(fresher);
        return new Overlay(scanned, Map.copyOf(all));
    }

    @Override
    public boolean contains(String path) {
        return scanned.contains(path);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        byte[] bytes = fresh.get(path);
        return bytes == null ? scanned.read(path) : Optional.of(bytes);
    }

    @Override
    public String file(String path) {
        return scanned.file(path);
    }
}
