package dev.tierzero.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;

/** Reads an index as a browser does. */
record IndexFiles(SearchIndex index) {

    byte[] root() throws IOException {
        return file("_search/root.bin");
    }

    JsonNode rootJson() throws IOException {
        return new ObjectMapper().readTree(root());
    }

    byte[] shard(String name) throws IOException {
        return file("_search/" + index.gen() + "/" + name + ".bin");
    }

    JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(shard(name));
    }

    private byte[] file(String path) throws IOException {
        return inflated(Objects.requireNonNull(index.files().get(path), path));
    }

    static byte[] inflated(byte[] deflated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new InflaterOutputStream(bytes, new Inflater(true))) {
            out.write(deflated);
        }
        return bytes.toByteArray();
    }
}
