package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.model.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** YAML made to harm (TRUST T8), and bytes that are no text (T16): each ends soon, in one finding with its place. */
final class HostileFrontMatterTest {

    private static final FrontMatter READER =
            new FrontMatter(ContentTypes.of(Settings.standard("x")), Settings.standard("x"));

    @TestFactory
    Stream<DynamicTest> anAttackByYamlIsAFinding() {
        String bomb = "a: &a [x,x]\n"
                + IntStream.range(0, 9)
                        .mapToObj(i -> (char) ('b' + i) + ": &" + (char) ('b' + i) + " [*" + (char) ('a' + i) + ",*"
                                + (char) ('a' + i) + "]\n")
                        .collect(Collectors.joining());
        Map<String, String> attacks = Map.ofEntries(
                Map.entry(bomb, "2:4 FM011 anchors and aliases (&name, *name) are not taken"),
                Map.entry(
                        "title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x\"]]]]",
                        "2:8 FM011 tags (!name) are not taken"),
                Map.entry("title: !!binary aGFsbG8=", "2:8 FM011 tags (!name) are not taken"),
                Map.entry("title: !local x", "2:8 FM011 tags (!name) are not taken"),
                Map.entry("title: a\ntitle: b", "3:1 FM008 \"title\" is given twice"),
                Map.entry("title: " + "[".repeat(5000), "2:1 FM012 nested deeper than 16 levels"),
                Map.entry("title: " + "{a: ".repeat(40) + "}".repeat(40), "2:1 FM012 nested deeper than 16 levels"),
                Map.entry("title: " + "x".repeat(4_000_000), "2:1 FM010 more than 64 KB of YAML"),
                Map.entry("title: &self [*self]", "2:8 FM011 anchors and aliases (&name, *name) are not taken"),
                Map.entry("title: y\n<<: {title: x}", "3:1 FM002 unknown key \"<<\" in the front matter"),
                Map.entry("? [a, b]\n: c", "2:3 FM001 a key is not plain text"),
                Map.entry(
                        "title: x\n%YAML 9.9",
                        "3:1 FM001 not valid YAML: found incompatible YAML document (version 1.* is required)"),
                Map.entry("title: \"\\ud83d\"", "2:8 FM017 title holds the control character U+D83D"));
        return attacks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(a -> DynamicTest.dynamicTest(
                        Shown.of(a.getKey()),
                        () -> assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                            List<String> errors =
                                    errors(("---\n" + a.getKey() + "\n---\n").getBytes(StandardCharsets.UTF_8));
                            assertEquals("content/a.md:" + a.getValue().replaceFirst(" ", ": "), errors.get(0));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> bytesThatAreNoTextAreAFindingWithTheirOffset() {
        Map<String, String> cases = Map.ofEntries(
                Map.entry("Caf\u00e9: E9", "1:4: FM013 byte 3 (0xE9) is not UTF-8"),
                Map.entry("lone continuation: 61 0A 62 80", "2:2: FM013 byte 3 (0x80) is not UTF-8"),
                Map.entry("overlong slash: C0 AF", "1:1: FM013 byte 0 (0xC0) is not UTF-8"),
                Map.entry("overlong NUL: 61 C0 80", "1:2: FM013 byte 1 (0xC0) is not UTF-8"),
                Map.entry("surrogate: 61 ED A0 80", "1:2: FM013 byte 1 (0xED) is not UTF-8"),
                Map.entry("cut off: 61 E2 82", "1:2: FM013 byte 1 (0xE2) is not UTF-8"),
                Map.entry("above Unicode: F4 90 80 80", "1:1: FM013 byte 0 (0xF4) is not UTF-8"),
                Map.entry("UTF-16LE: FF FE 61 00", "1:1: FM013 the file is UTF-16, not UTF-8 (byte 0)"),
                Map.entry("UTF-16BE: FE FF 00 61", "1:1: FM013 the file is UTF-16, not UTF-8 (byte 0)"),
                Map.entry("NUL: 61 0D 0A C3 A4 00 62", "2:2: FM014 byte 5 is NUL: this is not a text file"),
                Map.entry("mark, then wrong: EF BB BF 61 FF", "1:2: FM013 byte 4 (0xFF) is not UTF-8"),
                Map.entry("replacement, then wrong: EF BF BD FF", "1:2: FM013 byte 3 (0xFF) is not UTF-8"));
        return cases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> {
                    String hex = c.getKey().contains(": ")
                            ? c.getKey().substring(c.getKey().lastIndexOf(": ") + 2)
                            : "";
                    byte[] prefix = c.getKey().startsWith("Caf") ? new byte[] {'C', 'a', 'f'} : new byte[0];
                    assertEquals(List.of("content/a.md:" + c.getValue()), errors(bytes(prefix, hex)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOnlyUnusualIsText() {
        Map<String, String> cases = Map.of(
                "EF BB BF 61", "a",
                "61 0D 0A 62 0D 63", "a\nb\nc",
                "EF BF BD", "\uFFFD",
                "F0 9F 98 80", "\uD83D\uDE00");
        return cases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(c -> DynamicTest.dynamicTest(
                        c.getKey(),
                        () -> assertEquals(
                                c.getValue(),
                                READER.read("a.md", "content/a.md", bytes(new byte[0], c.getKey()))
                                        .source()
                                        .body())));
    }

    private static List<String> errors(byte[] bytes) {
        return READER.read("a.md", "content/a.md", bytes).diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map((Diagnostic d) -> d.position() + ": " + d.code() + " " + d.message())
                .toList();
    }

    private static byte[] bytes(byte[] prefix, String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (String one : hex.split(" ", -1)) {
            out.write(Integer.parseInt(one, 16));
        }
        return out.toByteArray();
    }
}
