package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.jbake.ForeignJar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What extensions of JBake, and projects of JBake, do to the process and its output. */
final class JBakeProcessTest {

    private final Path folder;

    JBakeProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anEngineThatEndsTheProcessDoesNotLookLikeAFinishedBuild() {
        TestSite site = TestSite.in(folder.resolve("site"), "-- content/index.bye --\ntitle=Home\n~~~~~~\ntext\n");
        ForeignJar.named("bye.jar")
                .engine("Bye", "bye", "public void processBody(ParserContext c) { System.exit(0); }")
                .lockedIn(site.folder());
        ForkedBuild.Result result =
                ForkedBuild.start("build", "--site", site.folder().toString()).result();
        assertEquals(70, result.code(), result.text());
        assertTrue(result.text().contains("bye.jar") && result.text().contains("foreign.Bye"), result.text());
        assertFalse(Files.exists(site.folder().resolve("output")));
    }

    @Test
    void whatAnEnginePrintsDoesNotMixWithFindings() {
        TestSite site = TestSite.in(folder.resolve("site"), "-- content/index.say --\ntitle=Home\n~~~~~~\ntext\n");
        ForeignJar.named("say.jar")
                .engine("Say", "say", "public void processBody(ParserContext c) { System.out.println(\"NOISE\"); }")
                .lockedIn(site.folder());
        ForkedBuild.Result result = ForkedBuild.start(
                        "check", "--format", "json", "--site", site.folder().toString())
                .result();
        assertEquals(0, result.code(), result.text());
        assertFalse(result.text().contains("NOISE"), result.text());
    }

    @Test
    void theReportOfAMigrationAccountsForEveryFileAndADryRunWritesNothing() {
        TestSite project = project();
        Path target = folder.resolve("new");
        String report = """
                copied    assets/site.css -> content/site.css
                left      assets/sitemap.xml  (the site has a sitemap.xml of its own)
                converted content/a.md -> content/a.md  ("cached" is not needed)
                copied    content/b.md -> content/b.md  (says no status: a draft for JBake 2.7, published here)
                copied    data/team.yaml -> content/_data/jbake/team.yaml
                converted jbake.properties -> site.yaml  (without a counterpart: render.tags)
                left      output/  (made by a build)
                left      pom.xml  (no part of the site)
                left      templates/page.ftl  (a template of JBake; the site gets the built-in theme)
                2 converted + 3 copied + 4 left + 0 in the way = 9
                """;
        assertEquals(report + "Nothing was written: --dry-run.\n", migrate(project, target, 0, "--dry-run"));
        assertFalse(Files.exists(target));
        assertEquals(report + "Now: ./tier0 check --site " + target + "\n", migrate(project, target, 0));
        TestSite made = new TestSite(target);
        assertEquals("""
                ---
                title: "A: first"
                type: recipe
                date: 2024-02-03
                tags: [one, two, three]
                author: Somebody
                ---
                Text.
                """, TestSite.tree(target).get("content/a.md"));
        assertEquals("""
                # Made of jbake.properties.
                title: My site
                types:
                  post:
                    label: Post
                  recipe:
                    label: Recipe
                front-matter:
                  extra: [author]
                """, TestSite.tree(target).get("site.yaml"));
        assertEquals("Text.\n", TestSite.tree(target).get("content/b.md"));
        assertTrue(Files.exists(made.folder().resolve("content/_data/jbake/team.yaml")));
    }

    @Test
    void aMigrationOverwritesNothing() {
        TestSite project = project();
        TestSite target =
                TestSite.in(folder.resolve("new"), "-- content/a.md --\nMine.\n-- site.yaml --\ntitle: Mine\n");
        String said = migrate(project, target.folder(), 1);
        assertTrue(said.contains("in the way content/a.md -> content/a.md  (something lies there already)\n"), said);
        assertTrue(said.contains("0 converted + 3 copied + 4 left + 2 in the way = 9\n"), said);
        assertEquals("Mine.\n", TestSite.tree(target.folder()).get("content/a.md"));
        assertEquals("title: Mine\n", TestSite.tree(target.folder()).get("site.yaml"));
    }

    @Test
    void aMigrationIntoTheProjectOrOfNoProjectIsRefused() {
        TestSite project = project();
        assertEquals(
                "tier0: the site's folder and the project are one inside the other; name another with --to\n",
                migrate(project, project.folder().resolve("new"), 2));
        TestSite none = TestSite.in(folder.resolve("none"), "-- a.txt --\n");
        assertEquals(
                "tier0: " + none.folder()
                        + " is no JBake project: it has no jbake.properties, and no content/, assets/ and"
                        + " templates/\n",
                migrate(none, folder.resolve("new"), 2));
    }

    private TestSite project() {
        return TestSite.in(folder.resolve("old"), """
                -- jbake.properties --
                site.title=My site
                template.recipe.file=recipe.ftl
                render.tags=true
                -- content/a.md --
                title=A: first
                type=recipe
                status=published
                date=2024-02-03
                tags=one, two, three
                author=Somebody
                cached=true
                ~~~~~~
                Text.
                -- content/b.md --
                Text.
                -- assets/site.css --
                -- assets/sitemap.xml --
                -- data/team.yaml --
                -- templates/page.ftl --
                -- output/a.html --
                -- output/b.html --
                -- pom.xml --
                """);
    }

    private static String migrate(TestSite project, Path target, int code, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "migrate", "jbake", project.folder().toString(), "--to", target.toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        ForkedBuild.Result result = ForkedBuild.start(arguments).result();
        assertEquals(code, result.code(), result.text());
        return result.text();
    }
}
