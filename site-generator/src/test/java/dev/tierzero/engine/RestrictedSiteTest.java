package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Severity;
import dev.tierzero.source.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People stand in a restricted site and nowhere else. */
final class RestrictedSiteTest {

    private static final String CANARY = "Quillon Marwick";

    private final TestSite site;
    private final Path contacts;

    RestrictedSiteTest(@TempDir Path folder) throws Exception {
        this.contacts = folder.resolve("people.yaml");
        Files.writeString(contacts, """
                platform-team:
                  - {name: Quillon Marwick, phone: "+49 30 5550100", mail: q.marwick@aibox.example, chat: "@qm"}
                """);
        this.site = TestSite.in(folder.resolve("site"), """
                -- site.yaml --
                title: Portal
                url: https://portal.aibox.example
                portal-zip: true
                support:
                  - title: Platform team
                    channel: "#help"
                    answer: 4 h
                    hours: {days: mon-fri, from: "09:00", to: "17:00", zone: Europe/Berlin}
                -- content/_data/owners.yaml --
                - id: platform-team
                  title: Platform team
                  channel: "#help"
                -- content/_data/services.yaml --
                - {id: vault, title: Vault, owner: platform-team}
                -- content/vault.md --
                ---
                title: Vault
                owner: platform-team
                ---
                Text.
                """);
    }

    private Request with(Path file, Optional<Path> output, Map<String, String> environment) {
        return new Request(site.folder(), output, 2, environment, true, false)
                .with(new Request.Publishing(Optional.empty(), Optional.of(file)));
    }

    private static String text(SortedMap<String, String> files, String path) {
        return files.getOrDefault(path, "");
    }

    private static String code(String html) {
        return Pattern.compile("\\b[0-9a-z]{5}-[0-9a-f]{8}\\b")
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private String refusal(Path file, Optional<Path> output, Map<String, String> environment) {
        return String.valueOf(
                assertThrows(SettingsException.class, () -> new Build(with(file, output, environment), Progress.NONE)
                                .publish(Optional.empty()))
                        .getMessage());
    }

    @Test
    void peopleStandInTheRestrictedSiteOnlyAndNoOtherFileEverHoldsOne() throws Exception {
        TestSite.build(with(contacts, Optional.empty(), Map.of()), Optional.of(Severity.ERROR));
        SortedMap<String, String> restricted = TestSite.tree(site.folder().resolve("output-restricted"));
        assertTrue(text(restricted, "escalation.html").contains(CANARY));
        assertTrue(text(restricted, "vault.html").contains(CANARY));
        restricted.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertTrue(text.contains("Restricted: not for publication"), path);
                assertTrue(text.contains("<meta name=\"robots\" content=\"noindex\">"), path);
            }
        });
        assertTrue(text(restricted, "_headers").contains("X-Robots-Tag: noindex"));
        assertEquals("User-agent: *\nDisallow: /\n", restricted.get("robots.txt"));
        assertEquals("*\n", restricted.get(".gitignore"));
        assertTrue(text(restricted, "build.json").contains("\"restricted\": true"));
        assertFalse(text(restricted, "build.json").contains("Marwick"));

        site.build();
        String code = code(text(restricted, "escalation.html"));
        assertTrue(site.output("copies.html").contains(code), code + ": whoever holds the sheet looks it up here");
        for (String word : List.of(CANARY, "5550100", "marwick", "@qm")) {
            TestSite.tree(site.folder()).forEach((path, text) -> {
                if (!path.startsWith("output-restricted/")) {
                    assertFalse(text.contains(word), word + " in " + path);
                }
            });
        }
        assertFalse(text(TestSite.tree(site.folder().resolve("output")), "vault.html")
                .contains("estricted"));
    }

    @Test
    void itIsRefusedWhereItWouldBePublishedOrCommitted() throws Exception {
        site.build();
        Optional<Path> none = Optional.empty();
        String at = site.folder().toString();
        assertEquals(
                at
                        + "/output: a site that names people cannot go into the folder of the public one, nor around it; name"
                        + " another folder with --output",
                refusal(contacts, Optional.of(site.folder().resolve("output")), Map.of()));
        Path public2 = site.folder().resolve("public2");
        site.buildClean(public2);
        assertEquals(
                at + "/public2: a site for everybody stands there; a site that names people needs another folder, with"
                        + " --output",
                refusal(contacts, Optional.of(public2), Map.of()));
        assertEquals(
                "--contacts makes a site that is not for publication, and this is a host that publishes (NETLIFY is"
                        + " set): build it on a machine of your own",
                refusal(contacts, none, Map.of("NETLIFY", "true")));
        site.write("content/_data/people.yaml", "x: 1\n");
        assertTrue(refusal(site.folder().resolve("content/_data/people.yaml"), none, Map.of())
                .endsWith("the contacts lie in the site's folder \"content\"; keep them outside of it"));
        Files.createDirectories(site.folder().resolve(".git"));
        site.write("people.yaml", "x: 1\n");
        assertTrue(refusal(site.folder().resolve("people.yaml"), none, Map.of())
                .endsWith("keep them outside of it, so that nobody commits them"));
        Files.writeString(contacts, "sre: {name: X}\n");
        assertEquals(
                "people.yaml:1:1: there is no such role in content/_data/owners.yaml",
                refusal(contacts, none, Map.of()).replaceFirst(":1:\\d+", ":1:1"));
        Files.writeString(contacts, "platform-team: {name: X, phone: [1]}\n");
        assertTrue(refusal(contacts, none, Map.of()).contains("a person has the keys name, phone, mail and chat"));
    }

    @Test
    void aRefusedAttemptKeepsNothing() {
        site.write("content/bad.md", "# Bad\n\n[a](nowhere.md)\n");
        Outcome outcome = TestSite.build(with(contacts, Optional.empty(), Map.of()), Optional.of(Severity.ERROR));
        assertEquals(Outcome.State.REFUSED, outcome.state());
        assertEquals(Optional.empty(), outcome.output());
        TestSite.tree(site.folder()).forEach((path, text) -> assertFalse(text.contains(CANARY), path));
    }
}
