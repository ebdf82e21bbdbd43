package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.MenuItem;
import dev.tierzero.model.Settings.UnknownKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsFileTest {

    private static final Settings STANDARD = Settings.standard("Ops portal");

    private final Path temp;

    SettingsFileTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void aSiteWithoutSettingsIsCalledLikeItsFolder() throws Exception {
        Path site = Files.createDirectory(temp.resolve("day-2_ops"));
        Settings settings = SettingsFile.read(site);
        assertEquals("Day 2 ops", settings.title());
        assertEquals("content", settings.folders().content());
        assertEquals("output", settings.folders().output());
        assertEquals(UnknownKeys.ERROR, settings.frontMatter().unknown());
    }

    @Test
    void anEmptyFileChangesNothing() throws Exception {
        assertEquals(STANDARD, parse("# nothing yet\n"));
    }

    @Test
    void everySettingIsRead() throws Exception {
        Settings settings = parse("""
                title: AI-Box
                tagline: "Sandboxes: how they work"
                language: en-GB
                url: https://portal.example.com/
                repository:
                  url: https://github.com/example/portal
                  branch: trunk
                content: pages
                output: public
                templates: theme
                menu:
                  - help
                  - title: Code
                    link: https://git.example.com/portal
                sections:
                  help: {title: Troubleshooting, order: 2, type: faq}
                  operations/alerts:
                    type: runbook
                types:
                  postmortem:
                    label: Post-mortem
                    facts: {impact: Impact}
                    required-sections: [Timeline, Causes]
                    required: [impact]
                    properties:
                      impact: {type: string, enum: [low, high]}
                front-matter:
                  unknown: warning
                  extra: [lastmod]
                ignore: ["*.psd", drafts/**]
                headers: {hsts: true}
                offline: false
                limits: {page-bytes: 2000000}
                """);
        assertEquals("AI-Box", settings.title());
        assertEquals("Sandboxes: how they work", settings.tagline());
        assertEquals("en-GB", settings.language());
        assertEquals("https://portal.example.com", settings.url());
        assertEquals(
                Optional.of("https://github.com/example/portal/edit/trunk/content/a%20b.md"),
                settings.repository().flatMap(r -> r.editUrl("content/a b.md")));
        assertEquals("pages", settings.folders().content());
        assertEquals(
                List.of(new MenuItem("", "help"), new MenuItem("Code", "https://git.example.com/portal")),
                settings.menu());
        assertEquals(Optional.of("faq"), settings.folderType("help/e1001.md"));
        assertEquals(Optional.of("runbook"), settings.folderType("operations/alerts/deep/er/x.md"));
        assertEquals(Optional.empty(), settings.folderType("operations/x.md"));
        assertEquals(UnknownKeys.WARNING, settings.frontMatter().unknown());
        assertEquals(Set.of("lastmod"), settings.frontMatter().extra());
        assertEquals(List.of("*.psd", "drafts/**"), settings.ignore());
        assertTrue(settings.headers().hsts());
        assertFalse(settings.offline());
        assertEquals(2_000_000, settings.limits().pageBytes());
        assertEquals(5, settings.limits().pageSeconds());
        assertEquals(
                "Post-mortems",
                ContentTypes.of(settings).get("postmortem").orElseThrow().plural());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "titel: x | site.yaml:1:1: unknown setting \"titel\"; did you mean \"title\"?",
                "banana: x | site.yaml:1:1: unknown setting \"banana\"; settings here: title, tagline, language, url, repository, content, output, templates, menu, sections, types, front-matter, ignore, headers, limits, support, offline, portal-zip, plugins",
                "title: [a] | site.yaml:1:8: \"title\" takes text, not a list",
                "title: '' | site.yaml:1:8: \"title\" is blank",
                "title: \"a\\nb\" | site.yaml:1:8: \"title\" holds an invisible character: a<U+000A>b",
                "language: english please | site.yaml:1:11: \"language\" takes a language code such as en or pt-BR, not \"english please\"",
                "url: portal.example.com | site.yaml:1:6: \"url\" takes an address such as https://portal.example.com, not \"portal.example.com\"",
                "url: javascript:alert(1) | site.yaml:1:6: \"url\" takes an address such as https://portal.example.com, not \"javascript:alert(1)\"",
                "content: ../x | site.yaml:1:10: \"content\" takes a folder inside the site's folder, not \"../x\"",
                "content: /etc | site.yaml:1:10: \"content\" takes a folder inside the site's folder, not \"/etc\"",
                "content: . | site.yaml:1:10: \"content\" takes a folder inside the site's folder, not \".\"",
                "output: content/out | site.yaml:1:9: \"output\" and \"content\" are one inside the other: content/out, content",
                "menu: help | site.yaml:1:7: \"menu\" takes a list, not \"help\"",
                "menu: [{titel: x}] | site.yaml:1:9: unknown setting \"menu.titel\"; did you mean \"title\"?",
                "menu: [{title: x}] | site.yaml:1:8: a menu entry needs a \"link\"",
                "menu: ['javascript:x'] | site.yaml:1:8: a menu entry takes a folder or page below content, or an https URL, not \"javascript:x\"",
                "support: [{text: x}] | site.yaml:1:11: a step of support needs a \"title\"",
                "support: [{title: x, link: '../x'}] | site.yaml:1:11: the link of a step of support takes a folder or page below content, or an https URL, not \"../x\"",
                "sections: {help: {type: fak}} | site.yaml:1:25: \"sections.help.type\" is not a content type: \"fak\"; did you mean \"faq\"?",
                "sections: {help: {order: first}} | site.yaml:1:26: \"sections.help.order\" takes a whole number from -1000000 to 1000000, not \"first\"",
                "types: {Post: {}} | site.yaml:1:15: \"types.Post\" is not a name for a type; lower-case letters, digits and hyphens are",
                "types: {post: {properties: {a: {typ: string}}}} | site.yaml:1:33: \"typ\" is no schema keyword that is taken here; did you mean \"type\"?",
                "types: {post: {properties: {a: {type: text}}}} | site.yaml:1:39: \"text\" is no type; one of array, boolean, integer, number, object, string",
                "types: {post: {properties: {a: {pattern: '('}}}} | site.yaml:1:42: not a regular expression: (",
                "front-matter: {unknown: maybe} | site.yaml:1:25: \"front-matter.unknown\" takes one of error, warning, ignore, not \"maybe\"",
                "offline: sometimes | site.yaml:1:10: \"offline\" takes true or false, not \"sometimes\"",
                "headers: {hsts: perhaps} | site.yaml:1:17: \"headers.hsts\" takes true or false, not \"perhaps\"",
                "limits: {page-bytes: 1} | site.yaml:1:22: \"limits.page-bytes\" takes a whole number from 1000 to 20000000, not \"1\"",
                "ignore: ['[a'] | site.yaml:1:9: \"ignore\" holds something that is not a glob: \"[a\"",
                "repository: {url: x} | site.yaml:1:19: \"repository.url\" takes an address such as https://portal.example.com, not \"x\"",
                "repository: {url: 'https://x.example', edit: 'https://x.example/edit'} | site.yaml:1:46: \"repository.edit\" takes an https URL with {path} in it, not \"https://x.example/edit\"",
                "title: a: b | site.yaml:1:9: a colon followed by a blank stands in an unquoted value; put the whole value in double quotes",
                "title: *x | site.yaml:1:8: anchors and aliases (&name, *name) are not taken; repeat the value, or put text that starts with & or * in quotes",
            })
    void aMistakeIsOneLineWithItsPlace(String yaml, String message) {
        SettingsException thrown = assertThrows(SettingsException.class, () -> parse(yaml));
        assertEquals(message, thrown.line());
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        SettingsException thrown = assertThrows(
                SettingsException.class,
                () -> SettingsFile.parse(
                        "site.yaml", "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), STANDARD));
        assertEquals("site.yaml:1:11: byte 10 (0xE9) is not UTF-8", thrown.line());
    }

    @Test
    void everyPrefixIsReadOrRefusedWithAPlace() {
        String yaml = "title: \"x\"\nmenu: [a, {title: b, link: c}]\nsections:\n  a: {order: 1}\n";
        for (int length = 0; length <= yaml.length(); length++) {
            try {
                parse(yaml.substring(0, length));
            } catch (SettingsException e) {
                assertTrue(e.line().matches("site\\.yaml:\\d+:\\d+: .+"), e.line());
            }
        }
    }

    private static Settings parse(String yaml) throws SettingsException {
        return SettingsFile.parse("site.yaml", yaml.getBytes(StandardCharsets.UTF_8), STANDARD);
    }
}
