package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of data that were cut off: a record whose download broke, a file that was saved half. */
final class DataFileTest {

    private static final String RECORD = """
            {
              "format": "tier0-run/1", "demo": true, "rto-seconds": 7200, "page": null,
              "response": "It said \\"no\\" \\u00fc \\ud83d\\ude00 and ü 😀 stalled.",
              "steps": [{"id": "restore.1", "elapsed": "05:00"}, {}],
              "log": []
            }
            """;

    @Test
    void everyPrefixIsDataOrOneFindingAtItsPlace() {
        byte[] bytes = RECORD.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length - 2; length++) {
            DataFile read = DataFile.read("record.json", java.util.Arrays.copyOf(bytes, length));
            List<Diagnostic> found = read.diagnostics();
            assertEquals(read.root().isPresent() ? 0 : 1, found.size(), "after " + length + " bytes");
            assertTrue(found.stream().allMatch(finding -> finding.position().line() > 0), "after " + length + " bytes");
        }
        assertEquals(List.of(), DataFile.read("record.json", bytes).diagnostics());
    }

    @Test
    void anEscapeThatBreaksOffIsFoundAtItsPlace() {
        assertEquals(
                List.of(
                        "record.json:2:4: the data cannot be read: an escape lacks some of its digits",
                        "record.json:1:3: the data cannot be read: an escape lacks some of its digits",
                        "record.json:2:8: the data cannot be read: an escape lacks some of its digits",
                        "record.json:2:6: the data cannot be read: an escape lacks some of its digits"),
                Stream.of(
                                "{\"a\":\n \"ü\\u",
                                "[\"\\UFFFFFFFF\"]",
                                "path: C:\\users\nname: \"\\u",
                                "path: C:\\users\nto: \"\\UFFFFFFFF\"\n")
                        .flatMap(text ->
                                DataFile.read("record.json", text.getBytes(StandardCharsets.UTF_8))
                                        .diagnostics()
                                        .stream())
                        .map(finding -> finding.position() + ": " + finding.message())
                        .toList());
    }
}
