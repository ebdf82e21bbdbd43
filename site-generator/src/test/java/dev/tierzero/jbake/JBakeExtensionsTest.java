package dev.tierzero.jbake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.extension.LockedJar;
import dev.tierzero.model.ContentLimits;
import dev.tierzero.model.ForeignHtml;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars as others build them for JBake, one right and the others wrong in one way each. */
final class JBakeExtensionsTest {

    private static final String SHOUT =
            "public void processBody(ParserContext c) { c.setBody(\"<p>\" + c.getBody().strip().toUpperCase(java.util.Locale.ROOT) + \"</p>\"); }";

    private final Path site;

    JBakeExtensionsTest(@TempDir Path site) {
        this.site = site;
    }

    @Test
    void anEngineTurnsThePagesWithItsExtensionIntoHtml() {
        JBakeExtensions extensions = with(ForeignJar.named("shout.jar")
                .engine("Shout", "shout, SHT", SHOUT)
                .lockedIn(site));
        assertEquals(Set.of("shout", "sht"), extensions.extensions());
        assertEquals(List.of(), extensions.diagnostics());
        assertEquals(new ForeignHtml("<p>HELP</p>", "", List.of()), extensions.convert(page("a.SHOUT", "help\n")));
        assertThrows(IllegalArgumentException.class, () -> extensions.convert(page("a.txt", "help\n")));
    }

    @Test
    void anEngineIsGivenWhatJBakeGives() throws Exception {
        Files.writeString(site.resolve("jbake.properties"), "custom.value=of the project\nsecret=${env:PATH}\n");
        JBakeExtensions extensions =
                with(ForeignJar.named("told.jar").engine("Told", "told", """
                public void processBody(ParserContext c) {
                    DocumentModel m = c.getDocumentModel();
                    c.setBody(String.join("\\n", c.getFile().getName(), String.join("/", c.getFileLines()), "" + c.hasHeader(),
                        m.getTitle(), m.getType(), m.getStatus(), m.getDate().toInstant().toString(), String.join("+", m.getTags()),
                        "" + m.get("custom"), c.getConfig().getSiteHost(), "" + c.getConfig().get("custom.value"),
                        "" + c.getConfig().get("secret"), "" + c.getConfig().get("user.home"), c.getBody()));
                }""").lockedIn(site));
        Source page = page(
                "ops/a.told",
                "the body\n",
                Map.of(
                        "title",
                        "A page",
                        "type",
                        "post",
                        "date",
                        "2024-02-03",
                        "tags",
                        List.of("one", "two"),
                        "custom",
                        "own"));
        assertEquals("""
                a.told
                custom=own/date=2024-02-03/tags=one,two/title=A page/type=post/~~~~~~/the body
                true
                A page
                post
                published
                2024-02-03T00:00:00Z
                one+two
                own

                of the project
                null
                null
                the body
                """, extensions.convert(page).html());
    }

    @Test
    void aPageWithoutAHeaderIsNotDropped() {
        JBakeExtensions extensions =
                with(ForeignJar.named("bare.jar").engine("Bare", "bare", """
                public void processHeader(ParserContext c) { c.getDocumentModel().setTitle("From the text"); }
                public void processBody(ParserContext c) { c.setBody(c.hasHeader() + c.getType() + c.getStatus() + c.getFileLines()); }
                """).lockedIn(site));
        ForeignHtml made = extensions.convert(page("a.bare", "text\n"));
        assertEquals("falsepagepublished[text]", made.html());
        assertEquals("From the text", made.title());
    }

    @Test
    void anEngineThatReadsFilesItselfGetsTheFile() throws Exception {
        Files.createDirectories(site.resolve("content"));
        Files.writeString(site.resolve("content/a.raw"), "as it is");
        JBakeExtensions extensions = with(ForeignJar.named("raw.jar")
                .claim("foreign.Raw", "raw")
                .source("foreign.Raw", ForeignJar.ENGINE + """
                        public class Raw implements ParserEngine {
                            public DocumentModel parse(JBakeConfiguration config, java.io.File file) {
                                DocumentModel m = new DocumentModel();
                                try { m.setBody(java.nio.file.Files.readString(file.toPath())); }
                                catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
                                m.setType("page");
                                return m;
                            }
                            public java.util.Map<String, Object> parse(org.apache.commons.configuration2.Configuration c, java.io.File f, String p) { return null; }
                        }
                        """)
                .lockedIn(site));
        assertEquals(new ForeignHtml("as it is", "", List.of()), extensions.convert(page("a.raw", "as it is")));
    }

    @Test
    void eachPageHasAnEngineOfItsOwn() {
        JBakeExtensions extensions =
                with(ForeignJar.named("count.jar").engine("Count", "count", """
                private int calls;
                public void processBody(ParserContext c) { c.setBody("call " + ++calls); }
                """).lockedIn(site));
        assertEquals("call 1", extensions.convert(page("a.count", "x")).html());
        assertEquals("call 1", extensions.convert(page("b.count", "x")).html());
    }

    @Test
    void anEngineThatThrowsIsAFindingAtThePage() {
        JBakeExtensions extensions = with(ForeignJar.named("throw.jar")
                .engine(
                        "Thrower",
                        "thr",
                        "public void processBody(ParserContext c) { throw new IllegalStateException(\"no\\nmore\"); }")
                .engine("Deep", "deep", "public void processBody(ParserContext c) { processBody(c); }")
                .lockedIn(site));
        assertEquals(
                List.of("content/a.thr: error JB013: the engine foreign.Thrower of plugins/ext/throw.jar fails:"
                        + " IllegalStateException: no / correct the page, or tell who wrote the engine"),
                whole(extensions.convert(page("a.thr", "x"))));
        assertEquals(
                List.of("content/a.deep: error JB013: the engine foreign.Deep of plugins/ext/throw.jar fails:"
                        + " StackOverflowError / correct the page, or tell who wrote the engine"),
                whole(extensions.convert(page("a.deep", "x"))));
    }

    @Test
    void anEngineThatHangsIsLeftBehindAndNotCalledForEver() {
        JBakeExtensions extensions = with(
                impatient(),
                ForeignJar.named("hang.jar")
                        .engine(
                                "Hanging",
                                "hang",
                                "public void processBody(ParserContext c) { while (true) { Thread.onSpinWait(); } }")
                        .lockedIn(site));
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    List.of("content/" + i
                            + ".hang: error JB014: the engine foreign.Hanging of plugins/ext/hang.jar takes longer"
                            + " than 1 s / shorten the page, or raise \"limits: page-seconds\" in site.yaml"),
                    whole(extensions.convert(page(i + ".hang", "x"))));
        }
        assertTrue(System.nanoTime() - start < 15_000_000_000L, "three times the limit, not twenty times");
    }

    @Test
    void anEngineThatMissesAClassIsToldOnceForItsJar() {
        JBakeExtensions extensions = with(ForeignJar.named("torn.jar")
                .missing("foreign.Lost", "public class Lost { static String text() { return \"\"; } }")
                .engine("Torn", "torn", "public void processBody(ParserContext c) { c.setBody(Lost.text()); }")
                .claim("foreign.Nobody", "nobody")
                .claim("org.jbake.parser.AsciidoctorEngine", "adoc2")
                .lockedIn(site));
        String hint = " / use a build of the jar for JBake 2.7 that brings the libraries it needs";
        assertEquals(
                List.of(
                        "plugins/ext/torn.jar: error JB012: the engine foreign.Torn cannot be used: NoClassDefFoundError:"
                                + " foreign/Lost" + hint),
                whole(extensions.convert(page("a.torn", "x"))));
        assertEquals(
                List.of(
                        "plugins/ext/torn.jar: error JB012: the engine foreign.Nobody cannot be used: ClassNotFoundException:"
                                + " foreign.Nobody" + hint),
                whole(extensions.convert(page("a.nobody", "x"))));
        assertEquals(
                List.of(
                        "plugins/ext/torn.jar: error JB012: the engine org.jbake.parser.AsciidoctorEngine cannot be used:"
                                + " ClassNotFoundException: org.jbake.parser.AsciidoctorEngine" + hint),
                whole(extensions.convert(page("a.adoc2", "x"))),
                "the engine that includes any file of the machine cannot be had");
    }

    @Test
    void anEngineSeesNoLibraryOfTheGenerator() {
        JBakeExtensions extensions =
                with(ForeignJar.named("nosy.jar").engine("Nosy", "nosy", """
                public void processBody(ParserContext c) {
                    StringBuilder seen = new StringBuilder("seen:");
                    for (String name : new String[] {"org.jsoup.Jsoup", "org.asciidoctor.Asciidoctor", "dev.tierzero.engine.Build",
                            "dev.tierzero.api.Plugin", "org.yaml.snakeyaml.Yaml", "org.slf4j.Logger", "java.util.List"}) {
                        try { Class.forName(name); seen.append(' ').append(name); } catch (ClassNotFoundException e) { }
                    }
                    c.setBody(seen.toString());
                }""").lockedIn(site));
        assertEquals(
                "seen: org.slf4j.Logger java.util.List",
                extensions.convert(page("a.nosy", "x")).html());
    }

    @Test
    void whatAnEngineReadsBesidesTheTextIsNotTakenSilently() {
        JBakeExtensions extensions = with(ForeignJar.named("head.jar")
                .engine("Heading", "head", """
                public void processHeader(ParserContext c) { c.getDocumentModel().setStatus("draft"); c.getDocumentModel().setType("post"); }
                """)
                .engine("Silent", "silent", "public boolean validate(ParserContext c) { return false; }")
                .lockedIn(site));
        assertEquals(
                List.of(
                        "content/a.head: error JB016: the engine foreign.Heading reads that this is a draft; its header does not say so"
                                + " / write status=draft in the header of the page, above ~~~~~~",
                        "content/a.head: warning JB016: the engine foreign.Heading reads the type \"post\"; the page is a page"
                                + " / write type=post in the header of the page, above ~~~~~~"),
                whole(extensions.convert(page("a.head", "x"))));
        assertEquals(
                List.of("content/a.silent: error JB015: the engine foreign.Silent of plugins/ext/head.jar gives no text"
                        + " / correct the page: the engine refuses it"),
                whole(extensions.convert(page("a.silent", "x"))));
    }

    @Test
    void anExtensionThatIsOursOrTakenIsRefused() {
        LockedJar first =
                ForeignJar.named("a.jar").claim("x.A", "md, txt, ht ml").lockedIn(site);
        LockedJar second = ForeignJar.named("b.jar").claim("y.B", "txt").lockedIn(site);
        JBakeExtensions extensions = with(second, first);
        assertEquals(Set.of("txt"), extensions.extensions());
        assertEquals(
                List.of(
                        "plugins/ext/a.jar: error JB010: x.A asks for .md, which Tier Zero reads itself / take md out of"
                                + " META-INF/org.jbake.parser.MarkupEngines.properties in the jar",
                        "plugins/ext/a.jar: error JB012: \"ht ml\", which x.A asks for, is no extension of files / correct"
                                + " META-INF/org.jbake.parser.MarkupEngines.properties in the jar: extensions without the dot, with"
                                + " commas between them",
                        "plugins/ext/b.jar: error JB011: y.B asks for .txt, as x.A of plugins/ext/a.jar does / keep one of them:"
                                + " delete the other jar, or take the extension out of its descriptor"),
                whole(extensions.diagnostics()));
    }

    private JBakeExtensions with(LockedJar... jars) {
        return with(Settings.standard("Site"), jars);
    }

    private JBakeExtensions with(Settings settings, LockedJar... jars) {
        return JBakeExtensions.of(List.of(jars), site, settings, site.resolve(".tier0"));
    }

    /** One second for a page. */
    private static Settings impatient() {
        Settings standard = Settings.standard("Site");
        ContentLimits limits = standard.limits();
        return new Settings(
                standard.title(),
                standard.tagline(),
                standard.language(),
                standard.url(),
                standard.repository(),
                standard.folders(),
                standard.menu(),
                standard.sections(),
                standard.types(),
                standard.frontMatter(),
                standard.ignore(),
                standard.headers(),
                new ContentLimits(
                        limits.pageBytes(),
                        limits.assetBytes(),
                        1,
                        limits.nesting(),
                        limits.includeDepth(),
                        limits.includedBytes()),
                standard.support(),
                standard.offline(),
                standard.portalZip(),
                standard.plugins());
    }

    private static Source page(String path, String body) {
        return page(path, body, Map.of());
    }

    private static Source page(String path, String body, Map<String, Object> metadata) {
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        new TreeMap<>(metadata)
                .forEach((key, value) ->
                        values.put(key, new Metadata.Value(value, SourcePosition.ofFile("content/" + path))));
        return new Source(path, "content/" + path, Markup.EXTENSION, new Metadata(values), body, 1);
    }

    private static List<String> whole(ForeignHtml made) {
        assertEquals("", made.diagnostics().get(0).code().equals("JB016") ? "" : made.html());
        return whole(made.diagnostics());
    }

    private static List<String> whole(List<Diagnostic> findings) {
        return findings.stream()
                .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + " / "
                        + d.hint())
                .toList();
    }
}
