package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that wants more than to be shown. */
class HostileContentTest {

    private static final String CANARY = "canary-7f3a9c51e2";

    @TempDir
    Path folder;

    @Test
    void nothingOutsideTheContentFolderIsRead() throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, CANARY + "\n");
        TestSite site = TestSite.in(folder.resolve("site"), """
                -- private.md --
                canary-7f3a9c51e2
                -- content/a.md --
                # A

                --8<-- "../private.md"
                --8<-- "../../secret.txt"
                --8<-- "/../private.md"
                --8<-- "SECRET"
                --8<-- "link.md"
                --8<-- "linked/secret.txt"

                ![x](../../secret.txt) ![y](SECRET) [z](file://SECRET) ![w](link.md)
                -- content/b.adoc --
                = B
                :docinfo: shared
                :data-uri:

                include::../private.md[]
                include::../../secret.txt[]
                include::SECRET[]
                include::link.md[]
                include::linked/secret.txt[]
                include::{docdir}/../private.md[]
                include::{user-home}/.bashrc[]

                image::../../secret.txt[x]
                image::SECRET[y]

                [source,text]
                ----
                include::../private.md[]
                include::SECRET[]
                ----

                {env-canary}{asciidoctor-version}
                """);
        for (String page : List.of("content/a.md", "content/b.adoc")) {
            site.write(page, Files.readString(site.folder().resolve(page)).replace("SECRET", secret.toString()));
        }
        Files.createSymbolicLink(site.folder().resolve("content/link.md"), secret);
        Files.createSymbolicLink(site.folder().resolve("content/linked"), folder);
        Outcome outcome = site.buildAnyway();
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        Map<String, String> all = new TreeMap<>(site.outputs());
        TestSite.tree(site.folder().resolve(".tier0")).forEach((path, text) -> all.put(".tier0/" + path, text));
        all.forEach((path, text) -> assertFalse(text.contains(CANARY), path));
        outcome.diagnostics().forEach(d -> assertFalse(d.toString().contains(CANARY), d.toString()));
        assertTrue(outcome.diagnostics().size() > 12, outcome.diagnostics().toString());
    }

    @Test
    void aPathologicalPageIsShownOrToldOfAndTheOthersAreBuilt() {
        int size = Integer.getInteger("tier0.pathological.bytes", 10_000);
        Map<String, String> patterns = patterns(size);
        TestSite site = new TestSite(folder);
        patterns.forEach((name, text) -> site.write("content/" + name, text));
        site.write("content/good.md", "# Good\n");
        long start = System.nanoTime();
        Outcome outcome = site.buildAnyway();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        List<String> lost = new ArrayList<>();
        for (String name : patterns.keySet()) {
            boolean told = outcome.diagnostics().stream()
                    .anyMatch(d -> d.position().file().equals("content/" + name));
            if (!told && site.output(name.replaceAll("\\..*", ".html")).length() < 1000) {
                lost.add(name);
            }
        }
        assertEquals(List.of(), lost);
        List<String> slow = outcome.diagnostics().stream()
                .filter(d -> d.code().equals("EN001"))
                .map(d -> d.position().file())
                .toList();
        assertEquals(List.of(), slow, "given up after the limit; all took " + seconds + " s");
        assertTrue(site.output("good.html").contains("Good"));
    }

    private static Map<String, String> patterns(int size) {
        Map<String, String> patterns = new LinkedHashMap<>();
        int n = size;
        patterns.put("nested-strong.md", "*a **a ".repeat(n / 7) + "b" + " a** a*".repeat(n / 14));
        patterns.put("emph-closers.md", "a_ ".repeat(n / 3));
        patterns.put("emph-openers.md", "_a ".repeat(n / 3));
        patterns.put("link-closers.md", "a]".repeat(n / 2));
        patterns.put("link-openers.md", "[a".repeat(n / 2));
        patterns.put("mismatched.md", "*a_ ".repeat(n / 4));
        patterns.put("brackets.md", "[".repeat(n / 2) + "a" + "]".repeat(n / 2));
        patterns.put("pattern-links.md", "[ (](".repeat(n / 5));
        patterns.put("quotes.md", "> ".repeat(n / 2) + "a");
        patterns.put("lists.md", "* ".repeat(n / 2) + "a");
        patterns.put("backticks.md", backticks(n));
        patterns.put("html.md", "<div><p>".repeat(n / 8));
        patterns.put("comments.md", "</".repeat(n / 2) + "<!--".repeat(n / 8));
        patterns.put("entities.md", "&".repeat(n));
        patterns.put("references.md", "[a]: u\n".repeat(n / 14) + "[a] ".repeat(n / 8));
        patterns.put("table.md", "| a ".repeat(n / 8) + "\n" + "|---".repeat(n / 8) + "\n| a |\n");
        patterns.put("rows.md", "| a | b |\n|---|---|\n" + "| a | b |\n".repeat(n / 10));
        patterns.put("long-line.md", "a".repeat(n));
        patterns.put("hard-breaks.md", "a\\\n".repeat(n / 3));
        patterns.put("strikes.md", "~~a ".repeat(n / 4));
        patterns.put("footnotes.md", "[^1]: x\n\n" + "[^1] ".repeat(n / 5));
        patterns.put("tabs.md", ":::note\n".repeat(n / 8));
        patterns.put("headings.md", "# a\n".repeat(n / 4));
        patterns.put("broken-links.md", "[a](nowhere.md)\n".repeat(n / 16));
        patterns.put("broken-anchors.md", "# a\n".repeat(n / 40) + "[a](#nowhere)\n".repeat(n / 20));
        patterns.put("fences.md", "```\n".repeat(n / 4));
        patterns.put("definitions.md", "a\n: b\n".repeat(n / 6));
        patterns.put("front-matter.md", "---\nt: " + "[".repeat(n / 2) + "\n---\n# T\n");
        return patterns;
    }

    private static String backticks(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < size; i++) {
            text.append("e").append("`".repeat(i));
        }
        return text.toString();
    }
}
