package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.engine.TestSite;
import dev.tierzero.extension.LockedJar;
import dev.tierzero.jbake.ForeignJar;
import dev.tierzero.portal.Repository;
import dev.tierzero.render.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same JBake project baked by stock JBake 2.7.0, with its database, and built by us: the same pages with the same text. Stock JBake
 * runs in a process of its own, from {@code target/oracle}; nothing of it is on the class path here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JBakeOracleTest {

    /** JBake's page, and ours: addresses here have small letters, digits and hyphens. */
    private static final Map<String, String> RENAMED = Map.of("ops/Install+Guide.html", "ops/install-guide.html");

    /** JBake publishes drafts under another name; here they are not published. */
    private static final Set<String> DRAFTS = Set.of("blog/2024/second-post-draft.html");

    /** JBake drops a page of a type that nobody declared; here it is built, and an error. */
    private static final Set<String> DROPPED = Set.of("ops/unknown.html");

    /** A markup of somebody else's, in a jar that both have. */
    private static final String ENGINE = """
            public void processBody(ParserContext c) {
                StringBuilder html = new StringBuilder();
                for (String line : c.getBody().split("\\n")) {
                    html.append(line.startsWith("!") ? "<h2>" + line.substring(1) + "</h2>" : "<p>" + line + "</p>").append("\\n");
                }
                c.setBody(html.toString());
            }""";

    /** Lists the pages of each tag. */
    private static final String TOOL = """
            java.util.TreeSet<String> lines = new java.util.TreeSet<>();
            for (String tag : db.getAllTags()) {
                for (DocumentModel d : db.getPublishedDocumentsByTag(tag)) {
                    java.time.LocalDate day = d.getDate().toInstant().atZone(java.time.ZoneId.of("UTC")).toLocalDate();
                    lines.add(tag + ": " + d.getUri() + " " + d.getTitle() + " " + day);
                }
            }
            lines.add("posts " + db.getPublishedCount("post") + db.getPublishedPosts().size() + " " + new java.util.TreeSet<>(db.getTags()));
            Path file = config.getDestinationFolder().toPath().resolve("listing.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\\n", lines) + "\\n");
            return 1;
            """;

    private String bakedListing = "";
    private String builtListing = "";
    private SortedMap<String, Document> baked = new TreeMap<>();
    private SortedMap<String, Document> built = new TreeMap<>();
    private List<Diagnostic> findings = List.of();

    @BeforeAll
    void bakeBothWays(@TempDir Path folder) throws IOException, InterruptedException {
        TestSite site = new TestSite(folder.resolve("site"));
        TestSite.tree(Repository.root().resolve("site-generator/src/test/jbake/site"))
                .forEach((path, bytes) -> site.write(path, bytes.getBytes(StandardCharsets.ISO_8859_1)));
        Path target = folder.resolve("baked");
        LockedJar jar = ForeignJar.named("wiki.jar")
                .engine("Wiki", "wiki", ENGINE)
                .tool("Listing", TOOL)
                .lockedIn(site.folder());
        bake(site.folder(), target, jar.path());
        bakedListing = Files.readString(target.resolve("listing.txt"));
        baked = pages(target);
        for (String path : Theme.load(folder.resolve("none")).files().keySet()) {
            if (path.startsWith("layouts/")) {
                site.write("templates/" + path, "<title>{{ page.title }}</title><body>{{ page.body | raw }}</body>\n");
            }
        }
        findings = site.buildAnyway().diagnostics();
        built = pages(site.folder().resolve("output"));
        builtListing = site.output("listing.txt");
    }

    @Test
    void aRenderingToolFindsTheSameInBothStores() {
        assertEquals(bakedListing, builtListing);
        assertTrue(
                builtListing.contains("vault: ops/notes.html Notes in a markup of our own 2024-07-08\n"), builtListing);
    }

    @Test
    void thePagesAreTheSame() {
        Set<String> expected = baked.keySet().stream()
                .filter(path -> !DRAFTS.contains(path))
                .map(path -> RENAMED.getOrDefault(path, path))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(DROPPED);
        Set<String> ours = new TreeSet<>(built.keySet());
        // What we add: listings of folders without a page of their own, of tags and of types, and the page for wrong
        // addresses.
        ours.removeIf(
                path -> path.matches("(404|offline|search)\\.html|(blog|blog/2024|ops)/index\\.html|(tags|types)/.*"));
        assertEquals(expected, ours);
        assertTrue(baked.keySet().containsAll(DRAFTS), "the reasons above are there");
    }

    @Test
    void theTextIsTheSame() {
        SortedMap<String, String> theirs = new TreeMap<>();
        SortedMap<String, String> ours = new TreeMap<>();
        baked.forEach((path, page) -> {
            String renamed = RENAMED.getOrDefault(path, path);
            if (!DRAFTS.contains(path)) {
                theirs.put(renamed, text(page));
                ours.put(renamed, text(built.getOrDefault(renamed, new Document(""))));
            }
        });
        assertEquals(lines(theirs), lines(ours));
    }

    @Test
    void whatJBakeDropsWithoutAnErrorIsAnErrorHere() {
        assertEquals(List.of("content/ops/unknown.md:2:6 FM003"), TestSite.brief(findings));
    }

    private static String lines(SortedMap<String, String> pages) {
        return pages.entrySet().stream()
                .map(page -> page.getKey() + ": " + page.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The words of a page, and where its links and images lead. Of ours without the # beside each heading, which leads to the heading
     * itself. The title is put before the text: stock JBake has none for a page whose only title is its first heading.
     */
    private static String text(Document page) {
        page.select("a.permalink").remove();
        String words = (page.title() + " " + page.body().text()).replaceAll("\\s+", " ");
        return words.strip() + " " + page.select("a").eachAttr("href")
                + page.select("img").eachAttr("src");
    }

    private static SortedMap<String, Document> pages(Path root) {
        SortedMap<String, Document> pages = new TreeMap<>();
        TestSite.tree(root).forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
                pages.put(path, Jsoup.parse(new String(raw, StandardCharsets.UTF_8)));
            }
        });
        return pages;
    }

    private static void bake(Path project, Path target, Path extension) throws IOException, InterruptedException {
        Path module = Repository.root().resolve("site-generator/target");
        Path log = target.resolveSibling("jbake.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "-cp",
                        module.resolve("oracle") + "/*" + System.getProperty("path.separator")
                                + module.resolve("test-classes") + System.getProperty("path.separator") + extension,
                        "dev.tierzero.jbake.StockBake",
                        project.toString(),
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended && process.exitValue() == 0, () -> said(log));
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
