package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.api.Section;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocks of a page: what is one, what is in which, and that nothing is lost or told twice. */
final class BlocksTest {

    private static Document markdown(String text) {
        return Pages.none().parse(text).document();
    }

    private static Document asciidoc(String text) {
        return AsciiDocFixture.page(text).parsed().document();
    }

    /** One block a line: kind, detail in brackets, text, links in angle brackets, line; indented by depth. */
    static String tree(Document document) {
        return tree(document.blocks(), "", true);
    }

    /** The same without lines. */
    static String shape(Document document) {
        return tree(document.blocks(), "", false);
    }

    private static String tree(List<Block> blocks, String indent, boolean lines) {
        StringBuilder tree = new StringBuilder();
        for (Block block : blocks) {
            tree.append(indent).append(block.kind());
            tree.append(block.detail().isEmpty() ? "" : " [" + block.detail() + "]");
            tree.append(block.text().isEmpty() ? "" : " " + block.text());
            block.links()
                    .forEach(link -> tree.append(" <").append(link.target()).append('>'));
            block.code().ifPresent(code -> tree.append(" `")
                    .append(code.text().replace("\n", "⏎"))
                    .append('`'));
            tree.append(lines ? " @" + block.position().line() : "").append('\n');
            tree.append(tree(block.children(), indent + "  ", lines));
        }
        return tree.toString();
    }

    @Test
    void blocksStandAsTheyAreNested() {
        assertEquals("""
                PARAGRAPH Lead with code. <a.md> @1
                HEADING [do-it] Do it <b.md> @3
                ORDERED_ITEM [3] First <c.md> @5
                  PARAGRAPH More. @7
                  CODE [bash] Title `ls` @9
                ORDERED_ITEM [4] Second @13
                  ITEM inner @14
                TASK [x] Done @16
                TASK [ ] Open @17
                ADMONITION [warning] Mind the gap @19
                  PARAGRAPH Text. <d.md> @20
                  QUOTE @22
                    PARAGRAPH Said. @22
                TABLE A B one two <e.md> @24
                OTHER @28
                  TAB [Linux] @29
                    CODE [console] `$ ls` @30
                DISCLOSURE [More of it] @36
                  PARAGRAPH Hidden. @38
                TERM Vault @42
                  PARAGRAPH Keeps secrets. <f.md> @43
                  PARAGRAPH Is sealed. @44
                TERM Harbor @46
                  PARAGRAPH Keeps images. @47
                FIGURE [What it shows] <g.png> @49
                PARAGRAPH <h.png> @51
                """, tree(markdown("""
                Lead with `code`.[](a.md)

                ## Do [it](b.md)

                3. First [](c.md)

                   More.

                   ```bash title="Title"
                   ls
                   ```

                4. Second
                   - inner

                - [x] Done
                - [ ] Open

                > [!WARNING] Mind the gap
                > Text. [](d.md)
                >
                > > Said.

                | A | B |
                |---|---|
                | one | [two](e.md) |

                ::::tabs
                :::tab Linux
                ```console
                $ ls
                ```
                :::
                ::::

                <details><summary>More of it</summary>

                Hidden.

                </details>

                Vault
                : Keeps secrets. [](f.md)
                : Is sealed.

                Harbor
                : Keeps images.

                ![Alt](g.png "What it shows")

                ![Alt](h.png)
                """)));
    }

    @Test
    void tightAndLooseListsAreTheSameInBothMarkups() {
        String expected = """
                ORDERED_ITEM [1] one <a.md>
                  ITEM inner
                    ITEM innermost
                ORDERED_ITEM [2] two
                """;
        assertEquals(expected, shape(markdown("1. one [](a.md)\n   - inner\n     - innermost\n2. two\n")));
        assertEquals(expected, shape(markdown("1. one [](a.md)\n\n   - inner\n\n     - innermost\n\n2. two\n")));
        assertEquals(expected, shape(asciidoc(". one xref:a.md[]\n* inner\n** innermost\n. two\n")));
        assertEquals(expected, shape(asciidoc(". one xref:a.md[]\n\n* inner\n\n** innermost\n\n. two\n")));
    }

    @Test
    void anItemTakesItsFirstParagraphOnly() {
        String expected = """
                ORDERED_ITEM [1] First.
                  PARAGRAPH Second. <a.md>
                ORDERED_ITEM [2]
                  CODE [bash] `ls`
                  PARAGRAPH After code.
                """;
        assertEquals(expected, shape(markdown("""
                1. First.

                   Second. [](a.md)

                2. ```bash
                   ls
                   ```

                   After code.
                """)));
        assertEquals(expected, shape(asciidoc("""
                . First.
                +
                Second. xref:a.md[]
                . {empty}
                +
                [source,bash]
                ----
                ls
                ----
                +
                After code.
                """)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ol reversed><li>a<li>b<li>c</ol>| 3 2 1",
                "<ol start=\"7\"><li>a<li value=\"20\">b<li>c</ol>| 7 20 21",
                "<ol start=\"x\"><li>a</ol>| 1",
                "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>| 1 1 2 2"
            })
    void itemsHaveTheNumbersThatReadersSee(String listAndNumbers) {
        String[] parts = listAndNumbers.split("\\|", -1);
        assertEquals(
                parts[1],
                markdown(parts[0]).blocks().stream()
                        .flatMap(Block::all)
                        .map(block -> " " + block.detail())
                        .collect(Collectors.joining()));
    }

    @Test
    void footnotesAreTheLastBlockAndInNoSection() {
        for (Document document : List.of(
                markdown("Text[^n].\n\n## Last\n\n[^n]: The note. [](a.md)\n"),
                asciidoc("Textfootnote:[The note. xref:a.md[]].\n\n== Last\n"))) {
            assertEquals("""
                    PARAGRAPH Text.
                    HEADING [last] Last
                    OTHER [footnotes]
                      OTHER
                        PARAGRAPH The note. <a.md>
                    """, shape(document));
            List<Section> sections = document.sections();
            assertEquals(
                    List.of("", "Last"), sections.stream().map(Section::title).toList());
            assertEquals(List.of(), sections.get(1).blocks());
        }
    }

    @Test
    void cellsAreBlocksOnlyWhenTheyHoldBlocks() {
        assertEquals("""
                TABLE plain text one two <a.md>
                  OTHER
                    ITEM one <b.md>
                    CODE [bash] `ls`
                    PARAGRAPH two
                """, shape(asciidoc("""
                [cols="1,1a"]
                |===
                |plain xref:a.md[text]
                |
                * one xref:b.md[]

                //-

                [source,bash]
                ----
                ls
                ----

                two
                |===
                """)));
    }

    @Test
    void textOutsideBlocksIsAParagraph() {
        assertEquals("""
                PARAGRAPH bare link <a.md>
                PARAGRAPH inside
                PARAGRAPH after
                TERM one
                  PARAGRAPH two
                QUOTE three
                """, shape(markdown("""
                <span>bare <a href="a.md">link</a></span>
                <section>inside</section>
                <em>after</em>
                <dl><div><dt>one</dt><dd>two</dd></div></dl>
                <blockquote>three</blockquote>
                """)));
    }

    @Test
    void blocksOfIncludedFilesStandThere() {
        Document document = Pages.none()
                .with("guides/_part.md", "\n- [ ] In the part\n")
                .parse("Text.\n\n--8<-- \"_part.md\"\n")
                .document();
        assertEquals(
                List.of("content/guides/page.md:1:1", "content/guides/_part.md:2:1"),
                document.blocks().stream().map(b -> b.position().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dl><dd><blockquote><dt>x</dt></blockquote></dd></dl>",
                "<dl>x<dl><dt>y</dl><dd>z</dl>",
                "<li>a<p>b</li><dd>c",
                "<table><p>a<tr><td><table><tr><td>b</table></table>",
                "<details><p>a<summary>b</summary></details>",
                "<figure><p>a</p><figcaption>b</figcaption>c</figure>",
                "<ul><p>a</p><li><h2>b</h2></ul>",
                "<a href=\"x.md\"><div>a</div></a>",
                "<div><p>a</div>b<div>c"
            })
    void oddHtmlLosesNothing(String html) {
        BlockLaws.check(markdown(html + "\n\n[l](m.md)\n"));
    }

    @Test
    void whatHoldsForBlocksHoldsForEveryPageOfThePortal() throws IOException {
        Folder portal = new Folder(Repository.root().resolve("content"));
        List<String> pages = portal.pages();
        assertTrue(pages.size() > 150);
        pages.forEach(page -> BlockLaws.check(portal.parse(page)));
    }

    @Test
    void everyConstructHasTheSameBlocksInBothMarkups() {
        Folder constructs =
                new Folder(Repository.root().resolve("site-generator/src/test/sites/constructs/in/content"));
        Document markdown = constructs.parse("markdown.md");
        Document asciidoc = constructs.parse("asciidoc.adoc");
        assertEquals(shape(markdown), shape(asciidoc));
        assertTrue(shape(markdown).lines().count() > 40);
        BlockLaws.check(markdown);
        BlockLaws.check(asciidoc);
    }

    /** Content on disk; front matter is left out. */
    private record Folder(Path root) implements ContentFiles {

        List<String> pages() throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(path -> path.endsWith(".md") || path.endsWith(".adoc"))
                        .sorted()
                        .toList();
            }
        }

        Document parse(String path) {
            String text = text(path);
            String body = text.startsWith("---\n") ? text.substring(text.indexOf("\n---\n") + 5) : text;
            return new DocumentParser(
                            this,
                            Map.of(
                                    Markup.MARKDOWN,
                                    new MarkdownRenderer(this),
                                    Markup.ASCIIDOC,
                                    new AsciiDocRenderer(this)),
                            new PlainHighlighter(),
                            source -> "page")
                    .parse(AsciiDocFixture.source(path, body))
                    .document();
        }

        private String text(String path) {
            try {
                return Files.readString(root.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean contains(String path) {
            return Files.isRegularFile(root.resolve(path));
        }

        @Override
        public Optional<byte[]> read(String path) throws IOException {
            return contains(path) ? Optional.of(Files.readAllBytes(root.resolve(path))) : Optional.empty();
        }

        @Override
        public String file(String path) {
            return "content/" + path;
        }
    }

    /** What holds for the blocks of every page. */
    static final class BlockLaws {

        private BlockLaws() {}

        static void check(Document document) {
            List<Block> all = document.blocks().stream().flatMap(Block::all).toList();
            same(
                    document.codeBlocks(),
                    all.stream().flatMap(block -> block.code().stream()).toList(),
                    document.file());
            assertEquals(
                    document.codeBlocks().size(),
                    all.stream().filter(b -> b.kind() == Block.Kind.CODE).count());
            same(
                    document.links(),
                    all.stream().flatMap(block -> block.links().stream()).toList(),
                    document.file());
            assertEquals(
                    document.headings().stream().map(Heading::id).toList(),
                    all.stream()
                            .filter(b -> b.kind() == Block.Kind.HEADING)
                            .map(Block::detail)
                            .toList());
            assertEquals(sorted(document.text()), sorted(String.join(" ", words(document.blocks()))), document.file());
            all.forEach(block -> assertTrue(
                    block.text().equals(block.text().strip()) && !block.text().contains("  ")));
        }

        /** The very same, each once; blocks within blocks may put links out of the order of the text. */
        private static void same(List<?> expected, List<?> found, String file) {
            assertEquals(expected.size(), found.size(), file);
            for (Object one : expected) {
                assertEquals(1, found.stream().filter(other -> other == one).count(), file + " " + one);
            }
            if (expected.stream().allMatch(CodeBlock.class::isInstance)) {
                for (int i = 0; i < expected.size(); i++) {
                    assertSame(expected.get(i), found.get(i), file);
                }
            }
        }

        private static List<String> words(List<Block> blocks) {
            return blocks.stream()
                    .flatMap(block -> {
                        boolean titled = List.of(Block.Kind.TAB, Block.Kind.DISCLOSURE, Block.Kind.FIGURE)
                                .contains(block.kind());
                        boolean table = block.kind() == Block.Kind.TABLE;
                        return Stream.of(
                                        List.of(titled ? block.detail() : "", block.text()),
                                        table ? List.<String>of() : words(block.children()))
                                .flatMap(List::stream);
                    })
                    .toList();
        }

        private static String sorted(String words) {
            return Arrays.stream(words.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void linksKeepTheirOrderAmongSiblings() {
        Document document = markdown("[a](a.md) ![b](b.png)\n\n- [c](c.md)\n- [d](d.md)\n");
        assertEquals(
                document.links().stream().map(Link::target).toList(),
                document.blocks().stream()
                        .flatMap(b -> b.allLinks().stream())
                        .map(Link::target)
                        .toList());
    }
}
