package dev.tierzero.jbake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JBakeProjectTest {

    private final Path site;

    JBakeProjectTest(@TempDir Path site) {
        this.site = site;
    }

    @Test
    void theLayoutAloneIsRecognised() throws Exception {
        for (String folder : List.of("content", "assets", "templates")) {
            assertFalse(JBakeProject.is(site));
            Files.createDirectory(site.resolve(folder));
        }
        assertFalse(JBakeProject.is(site));
        Files.writeString(site.resolve("templates/page.ftl"), "");
        assertTrue(JBakeProject.is(site));
    }

    @Test
    void thePropertiesThatCountAreSettings() throws Exception {
        JBakeProject project = read("""
                # a blog
                site.host = https://blog.example.com/
                content.folder: pages
                asset.folder=static
                default.type=album
                default.status=\\
                    draft
                template.recipe.file=recipe.ftl
                template.tag.file=tags.ftl
                render.tags=true
                """);
        assertEquals(List.of("jbake.properties: JB004 without effect here: render.tags"), lines(project));
        Settings settings = project.settings();
        assertEquals("https://blog.example.com", settings.url());
        assertEquals("pages", settings.folders().content());
        assertEquals(Optional.of("static"), settings.folders().assets());
        assertEquals("draft", settings.frontMatter().defaults().get("status"));
        assertEquals(Optional.of("album"), settings.folderType("x.md"));
        assertEquals(Set.of("post", "album", "recipe"), settings.types().keySet());
    }

    @Test
    void withoutPropertiesTheStandardHolds() throws Exception {
        JBakeProject project = JBakeProject.read(site, Settings.standard("Blog"));
        assertEquals(List.of(), project.diagnostics());
        assertEquals("Blog", project.settings().title());
        assertEquals(Optional.of("assets"), project.settings().folders().assets());
    }

    @Test
    void nothingIsInterpolated() throws Exception {
        JBakeProject project = read("""
                site.host=https://${env:SECRET}.example.com
                content.folder=${file:UTF-8:/etc/hostname}
                custom=${script:javascript:1}
                """);
        assertEquals(
                List.of(
                        "jbake.properties:1:11: JB001 \"${…}\" is not replaced",
                        "jbake.properties:2:16: JB001 \"${…}\" is not replaced",
                        "jbake.properties:3:8: JB001 \"${…}\" is not replaced"),
                lines(project));
        assertEquals("", project.settings().url());
        assertEquals("content", project.settings().folders().content());
    }

    @Test
    void whatCannotBeUsedIsToldAndLeftOut() throws Exception {
        JBakeProject project = read("""
                site.host=blog.example.com
                content.folder=../../etc
                asset.folder=/etc
                default.status=hidden
                default.type=../x
                """);
        assertEquals(
                List.of(
                        "jbake.properties:1:11: JB003 site.host is not an address",
                        "jbake.properties:2:16: JB002 content.folder is not a folder inside the project",
                        "jbake.properties:3:14: JB002 asset.folder is not a folder inside the project",
                        "jbake.properties:4:16: JB003 default.status is not a status",
                        "jbake.properties:5:14: JB003 default.type is not a name for a type"),
                lines(project));
        assertEquals("content", project.settings().folders().content());
    }

    private JBakeProject read(String properties) throws Exception {
        Files.writeString(site.resolve(JBakeProject.PROPERTIES), properties);
        return JBakeProject.read(site, Settings.standard("Blog"));
    }

    private static List<String> lines(JBakeProject project) {
        return project.diagnostics().stream()
                .map(d -> d.position() + ": " + d.code() + " " + d.message())
                .toList();
    }
}
