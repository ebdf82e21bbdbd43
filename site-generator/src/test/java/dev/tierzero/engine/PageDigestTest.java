package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of a page changes when what its reader follows changes, and only then. */
class PageDigestTest {

    private static final Pattern DIGEST = Pattern.compile("data-digest=\"([0-9a-f]{12})\"");
    private static final String PAGE = """
            ---
            title: Lamp out
            type: dr-playbook
            description: Light it again.
            owner: keepers
            reviewed: 2026-01-01
            service: lamp
            scenario: Lamp out
            rto: 4 h
            time-limits:
              - {name: Oil, after: 4 h, then: Dark}
            ---
            ## Recovery steps {#go}

            1. **Read-only.** Look at the [tank](other.md#tank).

               ```console
               $ lamp status --oil
               full
               ```

            2. Light it.

            - [ ] Lit
            """;

    @TempDir
    Path folder;

    @Test
    void itChangesWithWhatIsFollowedAndWithNothingElse() {
        Map<String, String> same = new LinkedHashMap<>();
        same.put("another day of review", PAGE.replace("2026-01-01", "2026-02-02"));
        same.put("another owner", PAGE.replace("keepers", "others"));
        same.put("other line breaks", PAGE.replace("Look at the", "Look\n   at the"));
        same.put("other markup", PAGE.replace("**Read-only.**", "Read-only.").replace("- [ ]", "* [ ]"));
        same.put("a ticked box", PAGE.replace("- [ ]", "- [x]"));
        same.put("another id", PAGE.replace("{#go}", "{#gone}"));
        same.put("a former address", PAGE.replace("rto: 4 h", "rto: 4 h\naliases: [/was.html]"));
        Map<String, String> other = new LinkedHashMap<>();
        other.put("a word", PAGE.replace("Light it.", "Light it now."));
        other.put("a blank in a command", PAGE.replace("status --oil", "status  --oil"));
        other.put("the output", PAGE.replace("full", "empty"));
        other.put("where a link leads", PAGE.replace("#tank", "#wick"));
        other.put("the order", PAGE.replace("2. Light it.\n", "").replace("1. **", "1. Light it.\n\n2. **"));
        other.put("a step in a step", PAGE.replace("2. Light it.", "   1. Light it."));
        other.put("the title", PAGE.replace("title: Lamp out", "title: Lamp is out"));
        other.put("the recovery time", PAGE.replace("rto: 4 h", "rto: 5 h"));
        other.put("a time limit", PAGE.replace("after: 4 h", "after: 3 h"));
        TestSite site = TestSite.in(folder, "-- site.yaml --\ntitle: Lamps\n");
        site.write("content/other.md", "---\ntitle: Oil\n---\n## Tank {#tank}\n\nOil.\n\n## Wick {#wick}\n\nWick.\n");
        site.write("content/page.md", PAGE);
        same.forEach((name, text) -> site.write("content/" + name.replace(' ', '-') + ".md", text));
        other.forEach((name, text) -> site.write("content/" + name.replace(' ', '-') + ".md", text));
        // The same page elsewhere, where the way to the other page is another one.
        site.write("content/deep/moved.md", PAGE.replace("other.md", "../other.md"));
        site.buildAnyway();

        String digest = digest(site, "page");
        assertEquals(
                List.of(),
                same.keySet().stream()
                        .filter(name -> !digest(site, name).equals(digest))
                        .toList());
        assertEquals(digest, digest(site, "deep/moved"));
        assertEquals(
                List.of(),
                other.keySet().stream()
                        .filter(name -> digest(site, name).equals(digest))
                        .toList());
        String copies = site.output("copies.html");
        assertTrue(copies.contains("-" + digest.substring(0, 8) + "\""), copies);
    }

    @Test
    void aPreviewPrintsNeitherTheAddressNorTheCodeOfThePublishedSite() {
        TestSite site = TestSite.in(folder, "-- site.yaml --\ntitle: Lamps\nurl: https://lamps.example\n");
        site.write("content/page.md", PAGE);
        site.buildAnyway();
        String published = site.output("page.html");
        assertTrue(published.contains("Check this copy: https://lamps.example/copies.html"), published);
        assertTrue(published.contains("aria-label=\"QR code: https://lamps.example/page.html#copy="), published);
        Map<String, String> preview = Map.of("NETLIFY", "true", "CONTEXT", "deploy-preview");
        TestSite.build(new Request(folder, Optional.empty(), 2, preview, false, false), Optional.empty());
        String previewed = site.output("page.html");
        assertTrue(previewed.contains("A preview that was never published"), previewed);
        assertFalse(previewed.contains("lamps.example"), previewed);
    }

    private static String digest(TestSite site, String page) {
        Matcher matcher = DIGEST.matcher(site.output(page.replace(' ', '-') + ".html"));
        assertTrue(matcher.find(), page);
        return matcher.group(1);
    }
}
