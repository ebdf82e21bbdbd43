package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Heading;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Emergency;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Suppression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round trips of what is kept between builds, and every damage that a disk can do to it. */
class CachesTest {

    @TempDir
    Path folder;

    @Test
    void aDocumentComesBackAsItWas() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Parsed parsed = new RandomDocument(new Random(seed), true).parsed("content/p" + seed + ".md");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DocumentCodec.write(new DataOutputStream(bytes), parsed);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            assertEquals(parsed, DocumentCodec.read(in), "seed " + seed);
            assertEquals(-1, in.read(), "seed " + seed);
        }
    }

    @Test
    void entriesComeBackAsTheyWereWritten() throws IOException {
        Map<String, ParseCache.Entry> entries = entries();
        ParseCache cache = new ParseCache(folder);
        cache.write(entries.values());
        assertEquals(entries, cache.read());
    }

    @Test
    void everyBitFlippedInTheParseCacheCostsAnEntryAtMostAndChangesNone() throws IOException {
        Map<String, ParseCache.Entry> entries = entries();
        ParseCache cache = new ParseCache(folder);
        cache.write(entries.values());
        Path file = folder.resolve("parse.pack");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            Files.write(file, damaged);
            assertKept(entries, cache.read(), "byte " + at);
        }
    }

    @Test
    void everyPrefixOfTheParseCacheIsReadAsFarAsItGoes() throws IOException {
        Map<String, ParseCache.Entry> entries = entries();
        ParseCache cache = new ParseCache(folder);
        cache.write(entries.values());
        Path file = folder.resolve("parse.pack");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 3) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertKept(entries, cache.read(), "length " + length);
        }
    }

    @Test
    void everyBitFlippedInTheLastRunIsNoticed() throws IOException {
        LastRun run = new LastRun(
                "ab".repeat(32),
                "ef".repeat(32),
                Map.of(FileClass.PAGE, 7, FileClass.ASSET, 2),
                List.of(Diagnostic.warning("AB001", new SourcePosition("content/ü.md", 3, 4), "wrong", "mend it")),
                new LastRun.LetThrough(List.of(new Emergency.Failed("AB001", "content/ü.md", 3, "wrong")), 2));
        Path file = folder.resolve("last-run");
        run.write(file);
        assertEquals(Optional.of(run), LastRun.read(file));
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, damaged);
            assertEquals(Optional.empty(), LastRun.read(file), "bit " + bit);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), LastRun.read(file), "length " + length);
        }
    }

    @Test
    void anEntryCountsOnlyWhileAllThatWentIntoItIsTheSame() {
        ParseCache.Entry entry = new ParseCache.Entry("key", Map.of("_a.md", "1", "_b.md", ""), parsed());
        Map<String, String> digests = new LinkedHashMap<>(Map.of("_a.md", "1"));
        assertTrue(entry.isFresh("key", path -> Optional.ofNullable(digests.get(path))));
        assertTrue(!entry.isFresh("other", path -> Optional.ofNullable(digests.get(path))));
        digests.put("_b.md", "2");
        assertTrue(
                !entry.isFresh("key", path -> Optional.ofNullable(digests.get(path))),
                "a file that was missing has come");
        digests.remove("_b.md");
        digests.put("_a.md", "2");
        assertTrue(!entry.isFresh("key", path -> Optional.ofNullable(digests.get(path))));
    }

    @Test
    void aDamagedCacheFolderNeverChangesTheSite() throws IOException {
        TestSite site = TestSite.in(folder.resolve("site"), """
                -- content/a.md --
                # A

                [b](b.md)
                -- content/b.md --
                # B
                """);
        site.build();
        Path cache = site.folder().resolve(".tier0/cache");
        List<Path> files;
        try (var walk = Files.walk(cache)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            site.write("content/b.md", "# B" + round + "\n");
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            for (int flip = 0; flip < 3; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, round == 4 ? new byte[0] : bytes);
            site.build();
            Path clean = folder.resolve("clean" + round);
            site.buildClean(clean);
            assertEquals(TestSite.tree(clean), site.outputs(), file + " round " + round);
        }
    }

    private static void assertKept(
            Map<String, ParseCache.Entry> entries, Map<String, ParseCache.Entry> read, String where) {
        read.forEach((path, entry) -> assertEquals(entries.get(path), entry, where));
    }

    private static Map<String, ParseCache.Entry> entries() {
        Map<String, ParseCache.Entry> entries = new LinkedHashMap<>();
        IntStream.range(0, 3).forEach(i -> {
            Parsed parsed = new RandomDocument(new Random(i), false).parsed("p" + i + ".md");
            entries.put("p" + i + ".md", new ParseCache.Entry("key" + i, Map.of("_x.md", "abc"), parsed));
        });
        return entries;
    }

    private static Parsed parsed() {
        return new RandomDocument(new Random(1), false).parsed("p.md");
    }

    /** Documents with everything in them, from nothing at all to nested lists of maps. */
    private record RandomDocument(Random random, boolean large) {

        private static final String LETTERS = "aZ09 \"'<&>\n\t\u0000\u001bäß€\u2028😀𝔘";

        Parsed parsed(String path) {
            List<Link> links =
                    list(() -> new Link(random.nextBoolean() ? Link.Kind.ANCHOR : Link.Kind.IMAGE, text(), position()));
            List<CodeBlock> code = list(() -> new CodeBlock(text(), text(), position()));
            ParsedDocument document = new ParsedDocument(
                    path,
                    "content/" + path,
                    random.nextBoolean() ? Markup.MARKDOWN : Markup.ASCIIDOC,
                    text(),
                    text(),
                    metadata(),
                    list(() -> new Heading(1 + random.nextInt(6), text(), text(), position())),
                    links,
                    code,
                    list(this::text),
                    text(),
                    new Body(text(), list(() -> new Body.Slot(random.nextInt(), random.nextInt(), Body.Kind.TITLE))),
                    new Outline(
                            list(() -> block(links, code, 3)),
                            list(() -> new InsertReference(text(), random.nextBoolean(), position()))),
                    list(() -> new ParsedDocument.Included(
                            text(),
                            position(),
                            list(() -> new ParsedDocument.Lines(random.nextInt(), random.nextInt())))));
            return new Parsed(document, list(this::diagnostic), list(this::suppression));
        }

        private Block block(List<Link> links, List<CodeBlock> code, int depth) {
            List<Block.Kind> kinds = List.of(Block.Kind.values());
            return new Block(
                    kinds.get(random.nextInt(kinds.size())),
                    text(),
                    text(),
                    position(),
                    links.isEmpty() ? List.of() : list(() -> links.get(random.nextInt(links.size()))),
                    depth == 0 ? List.of() : list(() -> block(links, code, depth - 1)),
                    code.isEmpty() || random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(code.get(random.nextInt(code.size()))));
        }

        private Suppression suppression() {
            return new Suppression(
                    position(),
                    List.of("AB001", "CD00" + random.nextInt(10)),
                    LocalDate.ofEpochDay(random.nextInt(100_000)),
                    text(),
                    random.nextBoolean()
                            ? Suppression.Lines.ALL
                            : new Suppression.Lines(random.nextInt(9), random.nextInt(9)));
        }

        private Diagnostic diagnostic() {
            return new Diagnostic(
                    List.of(Severity.values()).get(random.nextInt(Severity.values().length)),
                    "AB00" + random.nextInt(10),
                    position(),
                    list(this::position),
                    "m" + text(),
                    "h" + text());
        }

        private Metadata metadata() {
            Map<String, Metadata.Value> values = new LinkedHashMap<>();
            list(this::text).forEach(key -> values.put(key, new Metadata.Value(value(3), position())));
            return new Metadata(values);
        }

        private Object value(int depth) {
            return switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> text();
                case 1 -> random.nextLong();
                case 2 -> random.nextDouble();
                case 3 -> random.nextBoolean();
                case 4 -> list(() -> value(depth - 1));
                default -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    list(this::text).forEach(key -> map.put(key, value(depth - 1)));
                    yield map;
                }
            };
        }

        private SourcePosition position() {
            int line = random.nextInt(4);
            return new SourcePosition(text(), line, line == 0 ? 0 : random.nextInt(9));
        }

        private <T> List<T> list(java.util.function.Supplier<T> one) {
            List<T> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(one.get());
            }
            return list;
        }

        private String text() {
            int[] letters = LETTERS.codePoints().toArray();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return large && random.nextInt(50) == 0 ? text.toString().repeat(9000) : text.toString();
        }
    }
}
