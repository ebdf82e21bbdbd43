package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that survive the site: their copies and sources, and each defect that would make one useless, found once. */
final class RungsTest {

    static final String SITE = """
            -- site.yaml --
            title: Portal
            portal-zip: true
            -- content/recovery/vault.md --
            ---
            type: dr-playbook
            description: Vault is lost.
            ---
            Before all else, the [kit](services.md#kit).

            ## Immediate actions

            1. Look: ![The rack](rack.png) and go to [Unseal](../ops/vault.md#unseal).

            2. Then [Verification](#verification), or [all](../ops/short.md).

               --8<-- "_say.md"

            ## Verification

            See also [Other](../ops/other.md#x) and [the vendor](https://vendor.example/doc).

            1. It answers.
            -- content/recovery/_say.md --
            Say so in the channel.
            -- content/recovery/services.md --
            # Services

            ## Register

            A table.

            ## Recovery kit {#kit}

            The kit is in the [drawer](#drawer), see [the register](#register) and [Vault](vault.md#verification).[^1]

            ### Drawer

            Left.

            [^1]: A second kit is elsewhere.
            -- content/ops/vault.md --
            # Vault alert

            ## Seen

            1. Not this.

            ## Unseal

            1. Call [three](short.md) holders.
            -- content/ops/short.md --
            # Short

            All of it.
            -- content/ops/other.md --
            # Other

            ## X

            Not needed.
            """;

    private final TestSite site;

    RungsTest(@TempDir Path folder) {
        site = TestSite.in(folder, SITE).write("content/recovery/rack.png", png(300));
    }

    /** Bytes that no image reader sees. */
    static byte[] png(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, bytes, 0, 8);
        return bytes;
    }

    private void replace(String path, String what, String with) throws IOException {
        String text = java.nio.file.Files.readString(site.folder().resolve(path));
        assertTrue(text.contains(what), what);
        site.write(path, text.replace(what, with));
    }

    /** What is found about the forms of pages that survive; a check and a build say the same. */
    private List<String> found() {
        List<String> checked = told(site.check());
        assertEquals(checked, told(site.buildAnyway()), "check and build");
        return checked;
    }

    private static List<String> told(Outcome outcome) {
        return outcome.diagnostics().stream()
                .filter(d -> d.code().startsWith("OF"))
                .map(d -> d.position() + " " + d.code() + " " + d.message())
                .toList();
    }

    @Test
    void theCopyHoldsWhatItsStepsReferTo() {
        assertEquals(List.of(), found());
        String copy = site.output("recovery/vault.offline.html");
        String body = copy.substring(copy.indexOf("<main"), copy.indexOf("</main>"));
        assertTrue(body.contains("<a href=\"#tz.also.1.kit\">kit</a>"), body);
        assertTrue(body.contains("<a href=\"#tz.also.2.unseal\">Unseal</a>"), body);
        assertTrue(body.contains("<a href=\"#tz.also.3\">all</a>"), body);
        assertFalse(body.contains("data-to"), body);
        assertTrue(body.contains(
                "src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png(300)) + "\""));
        assertTrue(body.contains("<a href=\"#verification\">Verification</a>"), body);
        assertTrue(
                body.contains("<span class=\"away\">Other <span class=\"addr\">(ops/other.html#x)</span></span>"),
                body);
        assertTrue(body.contains("the vendor <span class=\"addr\">(https://vendor.example/doc)</span>"), body);
        // Of the register only the kit with what is below it, and the note that it refers to.
        assertFalse(body.contains("A table."), body);
        assertTrue(body.contains("<a href=\"#tz.also.1.drawer\">drawer</a>"), body);
        assertTrue(body.contains("the register <span class=\"addr\">(recovery/services.html#register)</span>"), body);
        assertTrue(body.contains("<a href=\"#verification\">Vault</a>"), body);
        assertTrue(body.contains("id=\"tz.also.1.fn-1\""), body);
        assertFalse(body.contains("Not this."), body);
        assertTrue(body.contains("Call <a href=\"#tz.also.3\">three</a> holders."), body);
        assertTrue(copy.contains("<strong>Copy</strong> of <a href=\"vault.html\">recovery/vault.html</a>"));
    }

    @Test
    void codeThatWasTakenFromOtherPagesIsMarkedForPaperAsWell() throws IOException {
        String step = "1. Call [three](short.md) holders.";
        replace("content/ops/vault.md", step, step + "\n\n   ```\n   unseal --now\n   ```");
        found();
        String copy = site.output("recovery/vault.offline.html");
        assertTrue(copy.contains("<span class=\"ln\">unseal <span class=\"w\">--now</span></span>"), copy);
    }

    @Test
    void theSourceIsThereAsItWasWrittenAndWithWhatItIncludes() {
        found();
        String text = site.output("recovery/vault.source.txt");
        assertTrue(text.startsWith("---\ntype: dr-playbook\n"), text);
        String rule = "=".repeat(78);
        assertTrue(
                text.endsWith("\n1. It answers.\n\n" + rule + "\nIncluded above: content/recovery/_say.md\n" + rule
                        + "\nSay so in the channel.\n"),
                text);
        assertTrue(site.output("_headers")
                .contains("/recovery/vault.source.txt\n  Content-Type: text/plain; charset=utf-8\n"));
    }

    @Test
    void ofAFileTheSourceHasOnlyWhatThePageTakes() throws IOException {
        site.write("content/recovery/_parts.md", """
                Not for readers.
                <!-- tag::call[] -->
                Call the
                duty.
                <!-- end::call[] -->
                Nor this.
                <!-- tag::call[] -->
                Twice.
                <!-- end::call[] -->
                """);
        site.write("content/recovery/_steps.adoc", "secret\nCheck the disk.\n// tag::x[]\nMount it.\n// end::x[]\n");
        site.write("content/recovery/disk.adoc", """
                ---
                type: dr-playbook
                description: The disk is lost.
                ---
                include::_steps.adoc[lines=2]

                include::_steps.adoc[tag=x]
                """);
        replace("content/recovery/vault.md", "_say.md", "_parts.md:call");
        site.buildAnyway();
        String rule = "=".repeat(78) + "\n";
        String vault = site.output("recovery/vault.source.txt");
        assertTrue(
                vault.endsWith("\n" + rule + "Included above: content/recovery/_parts.md, lines 3-4, 8\n" + rule
                        + "Call the\nduty.\nTwice.\n"),
                vault);
        String disk = site.output("recovery/disk.source.txt");
        assertTrue(
                disk.endsWith("\n" + rule + "Included above: content/recovery/_steps.adoc, lines 2, 4\n" + rule
                        + "Check the disk.\nMount it.\n"),
                disk);
    }

    @Test
    void thePolicyLetsTheInlineTextsOfCopiesRunAndNoOther() throws IOException {
        found();
        String copy = site.output("recovery/vault.offline.html");
        String policy = site.output("_headers").lines().skip(1).findFirst().orElseThrow();
        Matcher element =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(copy);
        int elements = 0;
        for (; element.find(); elements++) {
            byte[] digest =
                    dev.tierzero.model.Sha256.digest().digest(element.group(2).getBytes(StandardCharsets.UTF_8));
            String source = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(
                    policy.matches(".*" + element.group(1) + "-src 'self'[^;]*" + Pattern.quote(source) + ".*"),
                    source);
        }
        assertTrue(elements >= 3, "style and scripts: " + elements);
        replace("content/recovery/vault.md", "type: dr-playbook", "type: dr-playbook\nsurvives: online");
        assertEquals(List.of(), found());
        assertTrue(site.output("_headers").contains("script-src 'self'; style-src 'self'; "));
        assertFalse(site.outputs().containsKey("recovery/vault.offline.html"));
        assertFalse(site.output("recovery/vault.html").contains("If this site is gone"));
    }

    @Test
    void browsersKeepTheSurvivingPageAndWhatItsStepsNeedFirst() {
        found();
        String worker = site.output("sw.js");
        String more = worker.substring(worker.indexOf("\"more\""), worker.indexOf("\"search\""));
        List<String> kept = Pattern.compile("\"([a-z./-]+)\": \"")
                .matcher(more)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(
                List.of(
                        "recovery/vault.html",
                        "ops/short.html",
                        "ops/vault.html",
                        "recovery/rack.png",
                        "recovery/services.html",
                        "recovery/vault.offline.html"),
                kept);
    }

    @Test
    void aStepThatLinksToAFileIsFound() throws IOException {
        site.write("content/recovery/form.pdf", "%PDF-1.4");
        replace("content/recovery/vault.md", "1. It answers.", "1. Fill in [the form](form.pdf).");
        assertEquals(
                List.of("content/recovery/vault.md:19:12 OF004 a step links to recovery/form.pdf, a file, which the"
                        + " one-file copy of this page cannot hold"),
                found());
    }

    @Test
    void aStepThatLinksToAllOfALongPageIsFoundUnlessThatSurvives() throws IOException {
        String section = "## Part %d\n\n1. Do %s.\n\n";
        StringBuilder text = new StringBuilder("# Long\n\nThe lead.\n\n");
        for (int i = 0; i < 40; i++) {
            text.append(section.formatted(i, "this and that ".repeat(60)));
        }
        site.write("content/ops/long.md", text.toString());
        replace("content/recovery/vault.md", "1. It answers.", "1. Go on with [Long](../ops/long.md).");
        assertEquals(
                List.of("content/recovery/vault.md:19:15 OF004 a step links to content/ops/long.md, of which the"
                        + " one-file copy of this page holds only the beginning"),
                found());
        String copy = site.output("recovery/vault.offline.html");
        assertTrue(copy.contains("The lead.") && copy.contains(">Part 0<") && !copy.contains(">Part 1<"));
        site.write("content/ops/long.md", "---\nsurvives: offline\n---\n" + text);
        assertEquals(List.of(), found());
    }

    @Test
    void aCopyThatIsTooLargeIsFound() {
        site.write("content/recovery/rack.png", png(250_000));
        String found = String.join("\n", found());
        assertTrue(
                found.matches(
                        "content/recovery/vault\\.md OF003 the one-file copy recovery/vault\\.offline\\.html has \\d+ KB,"
                                + " and may have 300 KB; in it an image of 326 KB \\(The rack\\)"),
                found);
    }

    @Test
    void aPageThatBrowsersCannotKeepIsFound() throws IOException {
        site.write("content/recovery/map.png", png(2 << 20));
        replace("content/recovery/services.md", "A table.", "A ![map](map.png).");
        String found = String.join("\n", found());
        assertTrue(
                found.matches(
                        "content/recovery/vault\\.md OF005 browsers do not keep this page beforehand: with what its"
                                + " steps need it has \\d+ KB, and all surviving pages together may have 2048 KB"),
                found);
    }

    @Test
    void rungsThatAreSwitchedOffAreSaidOnce() {
        site.write("site.yaml", "title: Portal\noffline: false\n");
        assertEquals(
                List.of(
                        "site.yaml OF007 1 page has to be readable when the site is gone, and browsers keep nothing",
                        "site.yaml OF007 1 page has to be readable when the site is gone, and portal.zip is not made"),
                found());
    }

    @Test
    void aFileInTheWayOfACopyIsFound() {
        site.write("content/recovery/vault.source.txt", "mine");
        assertEquals(
                List.of("content/recovery/vault.source.txt OF008 recovery/vault.source.txt would stand where"
                        + " recovery/vault.html survives as recovery/vault.source.txt"),
                found());
        assertEquals("mine", site.output("recovery/vault.source.txt"));
    }

    @Test
    void aTemplateThatLeadsOutOfTheCopyOrTheArchiveIsFound() {
        site.write(
                "templates/partials/rungs.peb",
                "<p>{% if page.survives %}<a href=\"{{ link(\"robots.txt\") }}\">r</a>{% endif %}</p>");
        assertEquals(
                List.of("content/recovery/vault.md OF006 page recovery/vault.html refers to robots.txt, which is not in"
                        + " portal.zip"),
                found());
        site.delete("templates/partials/rungs.peb");
        site.write("templates/assets/site.css", "@font-face { src: url(sign.woff2) }");
        assertEquals(
                List.of("templates/assets/site.css OF001 one-file copies have the style sheet in them, and it loads"
                        + " something: url(sign.woff2)"),
                found());
        site.delete("templates/assets/site.css");
        site.write("templates/layouts/one-file.peb", "<p><img src=\"logo.png\" alt=\"\"><a href=\"#away\">a</a></p>");
        assertEquals(
                List.of(
                        "content/recovery/vault.md OF001 the one-file copy recovery/vault.offline.html needs something"
                                + " outside it: <img> names logo.png",
                        "content/recovery/vault.md OF002 the one-file copy recovery/vault.offline.html has a link to #away,"
                                + " and there is no such id in it"),
                found());
    }

    @Test
    void thePreviewShowsCopiesAsTheyAreNow() throws IOException, SettingsException {
        LiveSite live = LiveSite.load(site.request(), Progress.NONE);
        assertTrue(text(live, "recovery/vault.source.txt").contains("Before all else"));
        assertTrue(text(live, "recovery/vault.offline.html").contains("All of it."));
        assertTrue(live.contentSecurityPolicy().contains("'sha256-"));
        replace("content/ops/short.md", "All of it.", "All of it, anew.");
        assertEquals(
                Set.of("ops/short.html", "recovery/vault.offline.html", "copies.html"),
                live.update(Set.of(site.folder().resolve("content/ops/short.md")))
                        .hrefs());
        assertTrue(text(live, "recovery/vault.offline.html").contains("All of it, anew."));
        String before = text(live, "copies.html");
        replace("content/recovery/vault.md", "Before all else", "Before everything");
        assertEquals(
                Set.of(
                        "recovery/vault.html",
                        "recovery/vault.offline.html",
                        "recovery/vault.source.txt",
                        "copies.html"),
                live.update(Set.of(site.folder().resolve("content/recovery/vault.md")))
                        .hrefs());
        assertFalse(text(live, "copies.html").equals(before), "another text has another code");
        Map<String, String> clean = new HashMap<>(site.outputs());
        assertEquals(Map.of(), clean, "nothing was published");
    }

    private static String text(LiveSite live, String path) throws IOException {
        return new String(live.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}
