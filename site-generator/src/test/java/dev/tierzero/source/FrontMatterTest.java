package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.FrontMatterRules;
import dev.tierzero.model.Settings.Section;
import dev.tierzero.model.Settings.UnknownKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontMatterTest {

    private static final FrontMatter STANDARD =
            new FrontMatter(ContentTypes.of(Settings.standard("x")), Settings.standard("x"));

    private static final String RUNBOOK = """
            ---
            title: "Vault: down"
            kind: runbook
            owner: platform-team
            reviewed: 2026-11-01
            weight: 10
            tags: vault, recovery
            severity: sev2
            alerts: [VaultUnreachable]
            applies-to: 1.10
            draft: no
            ---

            Text.
            """;

    @Test
    void frontMatterIsTypedByTheSchemaOfThePagesType() {
        FrontMatter.Reading reading = read("runbooks/vault.md", RUNBOOK);
        var metadata = reading.source().metadata();
        assertEquals(List.of(), reading.diagnostics());
        assertEquals("runbook", reading.type());
        assertEquals("\nText.\n", reading.source().body());
        assertEquals(13, reading.source().firstLine());
        assertEquals(Optional.of("Vault: down"), metadata.text("title"));
        assertEquals(Optional.of("2026-11-01"), metadata.text("reviewed"));
        assertEquals(Optional.of(10), metadata.integer("order"));
        assertEquals(List.of("vault", "recovery"), metadata.list("tags"));
        assertEquals(List.of("VaultUnreachable"), metadata.list("alerts"));
        assertEquals(Optional.of("1.10"), metadata.text("applies-to"));
        assertEquals(Optional.of("false"), metadata.text("draft"));
        assertEquals(Optional.of(new SourcePosition("content/runbooks/vault.md", 6, 1)), metadata.position("order"));
        assertEquals(
                List.of(
                        "title",
                        "type",
                        "owner",
                        "reviewed",
                        "order",
                        "tags",
                        "severity",
                        "alerts",
                        "applies-to",
                        "draft"),
                List.copyOf(metadata.keys()));
    }

    @Test
    void asciiDocAttributesMeanTheSame() {
        FrontMatter.Reading reading = read("runbooks/vault.adoc", """
                // a remark
                = Vault: down
                Platform Team <platform-team@aibox.example>
                v1.2, 2026-11-02: second
                :kind: runbook
                :owner: {team}
                :team: x
                :OWNER: platform-team
                :reviewed: 2026-11-01
                :weight: 10
                :tags: vault, \\
                  recovery
                :severity: sev2
                :toc: left
                :icons: font
                :imagesdir: img

                Text.
                :status: draft
                """);
        var metadata = reading.source().metadata();
        assertEquals(List.of(), reading.diagnostics());
        assertEquals("runbook", reading.type());
        assertEquals(1, reading.source().firstLine());
        assertTrue(reading.source().body().startsWith("// a remark\n= Vault: down\n"));
        assertEquals(Optional.of("Vault: down"), metadata.text("title"));
        assertEquals(Optional.of("platform-team"), metadata.text("owner"));
        assertEquals(Optional.of(10), metadata.integer("order"));
        assertEquals(List.of("vault", "recovery"), metadata.list("tags"));
        assertTrue(metadata.flag("toc"));
        assertEquals(Optional.of(new SourcePosition("content/runbooks/vault.adoc", 5, 2)), metadata.position("type"));
        assertEquals(Set.of("type", "owner", "reviewed", "order", "tags", "severity", "toc", "title"), metadata.keys());
    }

    @Test
    void yamlAndAttributesTogetherAreReadAndYamlComesFirst() {
        FrontMatter.Reading reading = read("a.adoc", """
                ---
                title: From YAML
                owner: a
                ---
                = From the header
                :owner: b
                :reviewed: 2026-11-01
                """);
        assertEquals(Optional.of("From YAML"), reading.source().metadata().text("title"));
        assertEquals(Optional.of("a"), reading.source().metadata().text("owner"));
        assertEquals(
                Optional.of(new SourcePosition("content/a.adoc", 7, 2)),
                reading.source().metadata().position("reviewed"));
        assertEquals(5, reading.source().firstLine());
    }

    @Test
    void messageTemplatesAreTextsOrLeadToAHeading() {
        FrontMatter.Reading reading = read("a.adoc", """
                ---
                owner: a
                reviewed: 2026-11-01
                messages:
                  - "Vault is sealed"
                  - 'Get "https://harbor.example/v2/": dial tcp <address>: connect: connection refused'
                  - {text: 'core: <cause>: vault is sealed', anchor: sealed}
                  - удалённый узел недоступен
                ---
                = Vault
                :type: runbook
                """);
        assertEquals(List.of(), reading.diagnostics());
        assertEquals(
                List.of(
                        "Vault is sealed",
                        "Get \"https://harbor.example/v2/\": dial tcp <address>: connect: connection refused",
                        Map.of("text", "core: <cause>: vault is sealed", "anchor", "sealed"),
                        "удалённый узел недоступен"),
                Objects.requireNonNull(reading.source().metadata().values().get("messages"))
                        .value());
    }

    @Test
    void aJBakeHeaderMeansTheSame() {
        FrontMatter.Reading reading = read("blog/first.md", """
                title=First post
                date=2026-11-01
                type=page
                tags=a, b
                status=published
                owner=platform-team
                ~~~~~~

                Text.
                """);
        assertEquals(List.of("content/blog/first.md:1:1: FM020 the page does not say reviewed"), lines(reading));
        assertEquals("page", reading.type());
        assertEquals(8, reading.source().firstLine());
        assertEquals("\nText.\n", reading.source().body());
        assertEquals(List.of("a", "b"), reading.source().metadata().list("tags"));
        assertEquals(
                Optional.of(new SourcePosition("content/blog/first.md", 4, 1)),
                reading.source().metadata().position("tags"));
    }

    @Test
    void jBakeAttributesLoseTheirPrefix() {
        FrontMatter.Reading reading =
                read("a.adoc", "= T\n:jbake-type: guide\n:jbake-status: draft\n:jbake-colour: x\n");
        assertEquals("guide", reading.type());
        assertTrue(FrontMatter.isDraft(reading.source().metadata()));
        assertEquals(
                List.of(
                        "content/a.adoc:1:1: FM020 the page does not say owner, reviewed",
                        "content/a.adoc:4:2: FM002 unknown key \"jbake-colour\" in the JBake header"),
                lines(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Title\n\nText.\n",
                "---\n\nA rule above.\n",
                "---\nA rule above.\n\n---\n",
                "---\n- a list\n- after a rule\n",
                "----\ncode\n----\n",
                "\n---\ntitle: x\n---\n",
                "a=b\nText\n~~~~~~\n",
                "~~~~~~\ncode\n~~~~~~\n",
                "+++\n",
                "",
            })
    void textWithoutFrontMatterIsAllBody(String text) {
        FrontMatter.Reading reading = read("a.md", text);
        assertEquals(text, reading.source().body());
        assertEquals(
                List.of("content/a.md:1:1: FM020 the page has no front matter: it does not say type, owner, reviewed"),
                lines(reading));
    }

    @Test
    void emptyFrontMatterIsFrontMatter() {
        assertEquals("Text\n", read("a.md", "---\n---\nText\n").source().body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ownr: x | 2:1: FM002 unknown key \"ownr\" in the front matter; did you mean \"owner\"? | correct it, or list it in site.yaml under \"front-matter: extra\"",
                "zzz: x | 2:1: FM002 unknown key \"zzz\" in the front matter | delete it, or list it in site.yaml under \"front-matter: extra\"",
                "rto: 1 h | 2:1: FM002 a page of type page has no key \"rto\" | it is a key of dr-playbook; change the type or delete the line",
                "type: runbok | 2:7: FM003 \"runbok\" is not a content type; one of page, guide, training, handbook, runbook, dr-playbook, faq, decision, exercise, kpi-dashboard, home | did you mean \"runbook\"?",
                "severity: sev5 | 2:11: FM004 \"sev5\" is not a severity; one of sev1, sev2, sev3, sev4 | did you mean \"sev1\"?",
                "severity: high | 2:11: FM004 \"high\" is not a severity; one of sev1, sev2, sev3, sev4 | write one of the values named",
                "audience: [developer, devs] | 2:23: FM004 \"devs\" is not an audience; one of developer, champion, on-call, author, lead | write one of the values named",
                "order: first | 2:8: FM005 order takes a whole number, not \"first\" | for example \"order: 10\"",
                "order: 1.5 | 2:8: FM005 order takes a whole number, not \"1.5\" | for example \"order: 10\"",
                "order: 9999999 | 2:8: FM006 order is 9999999; the most is 1000000 | for example \"order: 10\"",
                "title: [a] | 2:8: FM005 title takes text, not a list | write text",
                "messages: Vault is sealed | 2:11: FM005 messages takes a list, not \"Vault is sealed\" | for example \"messages: ['write <path>: no space left on device']\"",
                "messages: [refused] | 2:12: FM006 messages has 7 characters; at least 12 are needed | write more",
                "messages: ['<any error> refused <at all>'] | 2:12: FM006 \"<any error> refused <at all>\" is not a message template with two words of its own | for example \"messages: ['write <path>: no space left on device']\"",
                "messages: ['{any error} 127.0.0.1 refused'] | 2:12: FM006 \"{any error} 127.0.0.1 refused\" is not a message template with two words of its own | for example \"messages: ['write <path>: no space left on device']\"",
                "messages: [{anchor: sealed}] | 2:12: FM007 messages has no text | add \"text: …\"",
                "messages: [{text: Vault is sealed, id: x}] | 2:36: FM002 unknown key \"id\" in messages | keys of messages: text, anchor",
                "messages: [{text: Vault is sealed, anchor: '#sealed'}] | 2:44: FM006 \"#sealed\" is not a heading id | for example \"messages.anchor: free-the-disk\"",
                "toc: maybe | 2:6: FM005 toc takes true or false, not \"maybe\" | for example \"toc: false\"",
                "tags: {a: b} | 2:7: FM005 tags takes a list, not a map | for example \"tags: [vault, recovery]\"",
                "reviewed: 20 Nov 2026 | 2:11: FM005 \"20 Nov 2026\" is not a date | write it as year-month-day: 2026-11-20",
                "reviewed: 2026-02-30 | 2:11: FM005 \"2026-02-30\" is not a date | write it as year-month-day: 2026-11-20",
                "review-every: sometimes | 2:15: FM006 \"sometimes\" is not a period | for example \"review-every: 90 days\"",
                "aliases: [../x] | 2:11: FM006 \"../x\" is not a path in this site | for example \"aliases: /runbooks/old-name/\"",
                "aliases: ['https://evil.example/'] | 2:11: FM006 \"https://evil.example/\" is not a path in this site | for example \"aliases: /runbooks/old-name/\"",
                "template: ../../etc/passwd | 2:11: FM006 \"../../etc/passwd\" is not a template name | for example \"template: runbook\"",
                "id: a/b | 2:5: FM006 \"a/b\" is not a page id | for example \"id: vault-down\"",
                "title: \"\" | 2:8: FM006 title has 0 characters; at least 1 are needed | write more",
                "lastmod: 2026-01-01 | 2:1: FM016 \"lastmod\" is not needed: the last change comes from git | delete the line",
                "title: \"a\\u001b[31mb\" | 2:8: FM017 title holds the control character U+001B | delete it",
                "title: \"a\\u202eb\" | 2:8: FM018 title holds the invisible character U+202E | delete it: readers cannot see it",
                "weight: 1\\norder: 2 | 3:1: FM008 \"order\" is given twice, first in line 2 | keep one of the two",
                "title: a: b | 2:9: FM001 a colon followed by a blank stands in an unquoted value | put the whole value in double quotes",
                "title: 'a | 2:8: FM001 a quote is opened and not closed | close the quote on the same line",
                "tags: [a, b | 2:7: FM001 a list is opened with [ and not closed | close it with ], items separated by commas",
                "title: @x | 2:8: FM001 a value starts with @ | put the value in double quotes",
                "title: x\\n\\towner: y | 3:1: FM001 a tab stands where YAML takes only blanks | indent with blanks",
            })
    void aMistakeIsToldAtItsPlaceWithWhatToDo(String yaml, String line, String hint) {
        String text = "---\n" + yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n---\n";
        List<Diagnostic> findings = read("a.md", text).diagnostics().stream()
                .filter(d -> !d.code().equals("FM020"))
                .toList();
        assertEquals(
                List.of("content/a.md:" + line),
                findings.stream().map(FrontMatterTest::line).toList());
        assertEquals(hint, findings.get(0).hint());
    }

    @Test
    void modulesOfACourseAreCheckedOneByOne() {
        FrontMatter.Reading reading = read("a.md", """
                ---
                type: training
                owner: x
                reviewed: 2026-11-01
                hours: 4
                modules:
                  - {title: First, hours: 1.5}
                  - {title: Second, hous: 2}
                  - Third
                ---
                """);
        assertEquals(
                List.of(
                        "content/a.md:8:5: FM007 modules has no hours",
                        "content/a.md:8:21: FM002 unknown key \"hous\" in modules; did you mean \"hours\"?",
                        "content/a.md:9:5: FM005 modules takes a map, not \"Third\""),
                lines(reading));
        assertEquals(
                Map.of("title", "First", "hours", 1.5),
                reading.source().metadata().maps("modules").get(0));
    }

    @Test
    void anUnclosedHeaderIsToldInItsFirstLine() {
        assertEquals(
                List.of("content/a.md:1:1: FM001 the front matter is not closed"),
                lines(read("a.md", "---\ntitle: x\n\nText.\n")));
    }

    @Test
    void tomlIsToldToBeToml() {
        assertEquals(
                List.of("content/a.md:1:1: FM001 TOML front matter is not read"),
                lines(read("a.md", "+++\ntitle = \"x\"\n+++\n")));
    }

    @Test
    void aTypoInAnAttributeIsOnlyAWarning() {
        Diagnostic finding = read("a.adoc", "= T\n:onwer: x\n:reviewed: 2026-11-01\n:owner: y\n")
                .diagnostics()
                .get(0);
        assertEquals(
                "content/a.adoc:2:2: FM015 the attribute \"onwer\" is no metadata; did you mean \"owner\"?",
                line(finding));
        assertEquals(Severity.WARNING, finding.severity());
    }

    @Test
    void unknownKeysMayBeAllowedOneByOneOrAltogether() {
        String text = "---\ncolour: red\nshape: round\nowner: x\nreviewed: 2026-11-01\n---\n";
        assertEquals(
                List.of("content/a.md:3:1: FM002 unknown key \"shape\" in the front matter"),
                lines(read(rules(UnknownKeys.ERROR, Set.of("colour")), "a.md", text)));
        assertEquals(List.of(), lines(read(rules(UnknownKeys.IGNORE, Set.of()), "a.md", text)));
        assertEquals(
                Severity.WARNING,
                read(rules(UnknownKeys.WARNING, Set.of("colour")), "a.md", text)
                        .diagnostics()
                        .get(0)
                        .severity());
    }

    @ParameterizedTest
    @CsvSource({"index.md, home", "help/index.md, faq", "help/deep/x.md, faq", "other/x.md, page", "README.md, home"})
    void aPageThatNamesNoTypeHasThatOfItsFolder(String path, String type) {
        Settings standard = Settings.standard("x");
        Settings settings = new Settings(
                "x",
                "",
                "en",
                "",
                Optional.empty(),
                standard.folders(),
                List.of(),
                Map.of("help", new Section("", Optional.empty(), "faq")),
                Map.of(),
                standard.frontMatter(),
                List.of(),
                standard.headers(),
                standard.limits(),
                List.of(),
                true,
                false,
                standard.plugins());
        assertEquals(type, read(settings, path, "Text").type());
    }

    @Test
    void everyPrefixOfEveryFormIsRead() {
        String adoc = "= T\nA B <a@b.c>\n:kind: runbook\n:tags: a, \\\n b\n////\nx\n////\n:toc:\n\nText\n";
        String jbake = "title=x\ntype=page\n~~~~~~\nText\n";
        for (String text : List.of(RUNBOOK, adoc, jbake)) {
            for (int length = 0; length <= text.length(); length++) {
                for (String path : List.of("a.md", "a.adoc")) {
                    String prefix = text.substring(0, length);
                    FrontMatter.Reading reading = read(path, prefix);
                    assertTrue(prefix.endsWith(reading.source().body()));
                    long lines = prefix.substring(
                                    0, length - reading.source().body().length())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
                    assertTrue(
                            reading.source().body().isEmpty()
                                    || lines + 1 == reading.source().firstLine(),
                            prefix);
                }
            }
        }
    }

    private static Settings rules(UnknownKeys unknown, Set<String> extra) {
        Settings s = Settings.standard("x");
        return new Settings(
                s.title(),
                s.tagline(),
                s.language(),
                s.url(),
                s.repository(),
                s.folders(),
                s.menu(),
                s.sections(),
                s.types(),
                new FrontMatterRules(unknown, extra, Map.of()),
                s.ignore(),
                s.headers(),
                s.limits(),
                s.support(),
                s.offline(),
                s.portalZip(),
                s.plugins());
    }

    private static FrontMatter.Reading read(String path, String text) {
        return STANDARD.read(path, "content/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FrontMatter.Reading read(Settings settings, String path, String text) {
        return new FrontMatter(ContentTypes.of(settings), settings)
                .read(path, "content/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(FrontMatter.Reading reading) {
        return reading.diagnostics().stream().map(FrontMatterTest::line).toList();
    }

    private static String line(Diagnostic d) {
        return d.position() + ": " + d.code() + " " + d.message();
    }
}
