package dev.tierzero.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void aManifestComesBackAsItWasWritten() {
        TreeMap<String, Manifest.Entry> files = new TreeMap<>();
        files.put("a b/\"q\".html", new Manifest.Entry("0".repeat(64), 0));
        files.put("é/😀.txt", new Manifest.Entry("f".repeat(64), Long.MAX_VALUE / 1000));
        Manifest manifest = new Manifest("Tier \"Zero\" \u007f\u2028", "finger", files);
        assertEquals(Optional.of(manifest), Manifest.parse(manifest.json()));
        Manifest empty = new Manifest("", "", new TreeMap<>());
        assertEquals(Optional.of(empty), Manifest.parse(empty.json()));
    }

    @Test
    void aDamagedManifestIsNoManifestOrAnotherButNeverAnException() {
        TreeMap<String, Manifest.Entry> files = new TreeMap<>();
        files.put("a\u0001b.html", new Manifest.Entry("0".repeat(64), 12));
        files.put("b.html", new Manifest.Entry("1".repeat(64), 3));
        String json = new Manifest("Tier Zero", "finger", files).json().replace("a\\u0001b", "a\\u0041b");
        assertTrue(Manifest.parse(json).isPresent());
        for (int at = 0; at < json.length(); at++) {
            assertEquals(Optional.empty(), Manifest.parse(json.substring(0, at)), "prefix " + at);
            for (char c : "\"\\{}u0z\n/.\u0000".toCharArray()) {
                Manifest.parse(json.substring(0, at) + c + json.substring(at + 1));
                Manifest.parse(json.substring(0, at) + c + json.substring(at));
            }
        }
        for (String path : List.of("../x", "/x", "a//b", "", ".", "a/./b", "a\\u0000b")) {
            String hostile = json.replace("b.html", path).replace("a\\u0041" + path, "z");
            assertEquals(Optional.empty(), Manifest.parse(hostile), path);
        }
    }
}
