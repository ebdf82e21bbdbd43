package dev.tierzero.publish;

import dev.tierzero.model.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a published folder holds, itself published as {@code manifest.json}: a digest for every other file.
 *
 * @param generator name and version of what wrote it
 * @param fingerprint hex SHA-256 of every input of the build
 * @param files SHA-256 (hex) and size by path with {@code /}, sorted
 */
public record Manifest(String generator, String fingerprint, SortedMap<String, Entry> files) {

    /** The file's name at the top of the published folder. */
    public static final String NAME = "manifest.json";

    /**
     * One published file.
     *
     * @param sha256 hex
     * @param size bytes
     */
    public record Entry(String sha256, long size) {}

    /** Copies the files. */
    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The JSON text: one file a line, so that a diff of two manifests is readable. */
    public String json() {
        StringBuilder json = new StringBuilder(files.size() * 120 + 200);
        json.append("{\n  \"generator\": ").append(JsonText.quoted(generator));
        json.append(",\n  \"fingerprint\": ").append(JsonText.quoted(fingerprint));
        json.append(",\n  \"files\": {");
        String separator = "\n";
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            json.append(separator)
                    .append("    ")
                    .append(JsonText.quoted(file.getKey()))
                    .append(": {\"sha256\": \"");
            json.append(file.getValue().sha256())
                    .append("\", \"size\": ")
                    .append(file.getValue().size())
                    .append('}');
            separator = ",\n";
        }
        return json.append("\n  }\n}\n").toString();
    }

    /** Reads the manifest of a folder; empty when there is none, or it is not one that {@link #json} wrote. */
    public static Optional<Manifest> read(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve(NAME))) {
            return Optional.empty();
        }
        try {
            return parse(Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static Optional<Manifest> parse(String json) {
        Cursor cursor = new Cursor(json);
        String generator = cursor.textAfter("{\n  \"generator\": ");
        String fingerprint = cursor.textAfter(",\n  \"fingerprint\": ");
        cursor.expect(",\n  \"files\": {");
        SortedMap<String, Entry> files = new TreeMap<>();
        while (cursor.valid() && cursor.skipped(files.isEmpty() ? "\n    \"" : ",\n    \"")) {
            String path = cursor.text();
            cursor.expect(": {\"sha256\": \"");
            String sha256 = cursor.until('"');
            cursor.expect(", \"size\": ");
            files.put(path, new Entry(sha256, cursor.number('}')));
            if (!isPlain(path) || sha256.length() != 64) {
                return Optional.empty();
            }
        }
        cursor.expect("\n  }\n}\n");
        return cursor.atEnd() ? Optional.of(new Manifest(generator, fingerprint, files)) : Optional.empty();
    }

    /** Whether a path is one that a build writes: below the folder, no way up, nothing that a file system refuses. */
    private static boolean isPlain(String path) {
        String framed = "/" + path + "/";
        return path.chars().noneMatch(c -> c < 0x20 || c == '\\')
                && !framed.contains("//")
                && !framed.contains("/./")
                && !framed.contains("/../");
    }

    /** Walks the one shape that {@link #json} writes; anything else makes it invalid for good. */
    private static final class Cursor {
        private final String json;
        private int at;

        Cursor(String json) {
            this.json = json;
        }

        boolean valid() {
            return at >= 0;
        }

        boolean atEnd() {
            return at == json.length();
        }

        boolean skipped(String token) {
            boolean there = valid() && json.startsWith(token, at);
            at = there ? at + token.length() : at;
            return there;
        }

        void expect(String token) {
            if (!skipped(token)) {
                at = -1;
            }
        }

        String textAfter(String token) {
            expect(token + "\"");
            return text();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            while (valid() && at < json.length() && json.charAt(at) != '"') {
                char c = json.charAt(at++);
                text.append(c == '\\' ? escaped() : c);
            }
            expect("\"");
            return text.toString();
        }

        private char escaped() {
            char c = at < json.length() ? json.charAt(at++) : '"';
            if (c == 'n') {
                return '\n';
            }
            if (c != 'u') {
                return c;
            }
            int value = 0;
            for (int i = 0; i < 4; i++) {
                int digit = at + i < json.length() ? Character.digit(json.charAt(at + i), 16) : -1;
                if (digit < 0) {
                    at = -1;
                    return c;
                }
                value = value * 16 + digit;
            }
            at += 4;
            return (char) value;
        }

        String until(char end) {
            int stop = valid() ? json.indexOf(end, at) : -1;
            String text = stop < 0 ? "" : json.substring(at, stop);
            at = stop < 0 ? -1 : stop + 1;
            return text;
        }

        long number(char end) {
            String digits = until(end);
            if (!digits.matches("\\d{1,18}")) {
                at = -1;
                return 0;
            }
            return Long.parseLong(digits);
        }
    }
}
