package dev.tierzero.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    private static Said tier0(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int code = Main.run(outWriter, errWriter, arguments);
        outWriter.flush();
        errWriter.flush();
        return new Said(code, out.toString(), err.toString());
    }

    @Test
    void everyCommandExplainsItself() {
        for (String[] call : new String[][] {
            {"--help"},
            {"build", "--help"},
            {"check", "-h"},
            {"serve", "--help"},
            {"audit", "--help"},
            {"search", "--help"}
        }) {
            Said said = tier0(call);
            assertEquals(0, said.code());
            assertEquals("", said.err());
            assertTrue(said.out().startsWith("Usage: tier0"), said.out());
        }
        assertTrue(tier0("build", "--help").out().replaceAll("\\s+", " ").contains("error, warning, never"));
        assertTrue(tier0("--version").out().startsWith("Tier Zero "));
    }

    @Test
    void wrongUsageIsOneLineAndCodeTwo() throws Exception {
        Path site = TestSite.in(folder, "-- content/a.md --\n# A\n").folder();
        String at = site.toString();
        Path file = site.resolve("file");
        Files.writeString(file, "x");
        assertLine(
                "tier0: name a command: build, serve, search, check, audit, data, plugin, migrate; see 'tier0 --help'");
        assertLine("tier0: Unmatched argument at index 0: 'biuld'; did you mean build?; see 'tier0 --help'", "biuld");
        assertLine("tier0: Unknown option: '--sit'; did you mean --site?; see 'tier0 build --help'", "build", "--sit");
        assertLine(
                "tier0: there is no folder " + at + "/no; name the site's folder with --site",
                "build",
                "--site",
                at + "/no");
        assertLine(
                "tier0: there is no folder " + file + "; name the site's folder with --site",
                "check",
                "--site",
                "" + file);
        assertLine("tier0: --threads takes a number from 1 to 256", "build", "--site", at, "--threads", "0");
        assertLine("tier0: --port takes a number from 0 to 65535", "serve", "--site", at, "--port", "70000");
        assertLine(
                "tier0: Invalid value for option '--fail-on': expected one of [ERROR, WARNING, NEVER] (case-insensitive)"
                        + " but was 'often'; see 'tier0 build --help'",
                "build",
                "--fail-on",
                "often");
        assertLine(
                "tier0: " + file + " is a file, not a folder; name another folder with --output",
                "build",
                "--site",
                at,
                "--output",
                "" + file);
        assertLine(
                "tier0: " + at + "/content/x: the site cannot be published into its own folder \"content\";"
                        + " name another folder with --output",
                "build",
                "--site",
                at,
                "--output",
                at + "/content/x");
        assertLine(
                "tier0: " + at
                        + " holds files that Tier Zero did not write; name another folder with --output, or empty it",
                "build",
                "--site",
                at,
                "--output",
                at);
        Files.writeString(site.resolve("site.yaml"), "titel: X\n");
        assertLine("tier0: site.yaml:1:1: unknown setting \"titel\"; did you mean \"title\"?", "build", "--site", at);
    }

    @Test
    void anAuditLooksAtTheDayAndACheckDoesNot() {
        String site = TestSite.in(folder, """
                -- content/a.md --
                ---
                title: A
                owner: platform-team
                reviewed: 2026-01-15
                review-every: 90 days
                ---
                Text.
                """).folder().toString();
        assertEquals(0, tier0("check", "--site", site, "--fail-on", "warning").code());
        Said due = tier0("audit", "--site", site, "--as-of", "2026-04-16", "--fail-on", "warning");
        assertEquals(1, due.code());
        assertTrue(due.out().startsWith("""
                content/a.md:4:1: warning AU001: the review of this page was due on 2026-04-15
                    fix: let platform-team read it, mend it, and write the day after reviewed:
                """), due.out());
        Said json = tier0("audit", "--site", site, "--as-of", "2026-04-15", "--format", "json");
        assertEquals("[]\n", json.out());
        assertEquals(0, json.code());
        assertEquals(1, tier0("audit", "--site", site, "--fail-on", "warning").code(), "today is later than that");
        assertLine("tier0: \"soon\" is no day: write --as-of 2026-11-20", "audit", "--site", site, "--as-of", "soon");
    }

    @Test
    void anEmergencyNeedsAReasonThatReadersCanBeShownAndThenSaysWhatToDo() throws Exception {
        Path at = TestSite.in(folder, "-- content/a.md --\n# A\n\n[a](nowhere.md)\n")
                .folder();
        String site = at.toString();
        assertLine(
                "tier0: --emergency takes a reason of 10 to 300 characters, and this has 3: say what is wrong and why it cannot"
                        + " wait",
                "build",
                "--site",
                site,
                "--emergency",
                "now");
        assertLine(
                "tier0: --emergency takes a reason of one line, without invisible characters",
                "build",
                "--site",
                site,
                "--emergency",
                "first line\nsecond line");
        assertLine(
                "tier0: --emergency takes a reason of one line, without invisible characters",
                "build",
                "--site",
                site,
                "--emergency",
                "first line\u2028second line");
        assertLine(
                "tier0: the reason is published on every page: this looks like the e-mail address of a person",
                "build",
                "--site",
                site,
                "--emergency",
                "Ask anna.schmidt@aibox.example why");
        assertLine("tier0: --by goes with --emergency", "build", "--site", site, "--by", "platform-team");
        assertLine(
                "tier0: --by takes the id of a role such as platform-team, never a person",
                "build",
                "--site",
                site,
                "--emergency",
                "The registry is down.",
                "--by",
                "Anna Schmidt");
        Said said = tier0(
                "build",
                "--site",
                site,
                "--emergency",
                "The registry is down.",
                "--fail-on",
                "warning",
                "--format",
                "json");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().startsWith("[{\"severity\": \"warning\", \"code\": \"EM003\""), said.out());
        assertFalse(said.out().contains("\"error\""), said.out());
        assertTrue(said.err().replaceAll("until 20[^ .]+Z", "until …").endsWith("""
                        EMERGENCY: 1 finding let through until …. Every page says so.
                        Commit content/_data/emergencies.yaml: builds of that commit let through what it lists until then.
                        To end it: mend what is listed, add resolved: and done: to its entry, commit. Until then audit fails.
                        """), said.err());
        assertEquals(1, tier0("audit", "--site", site).code());
        assertEquals(1, tier0("build", "--site", site).code(), "the record is not committed");
    }

    @Test
    void theBaselineLetsWhatIsThereStayAndNothingMore() throws Exception {
        Path at = TestSite.in(folder, "-- content/a.md --\n# A\n\n[a](nowhere.md)\n")
                .folder();
        String site = at.toString();
        assertLine(
                "tier0: there is no content/_data/baseline.yaml; begin one with --init-baseline",
                "check",
                "--site",
                site,
                "--update-baseline");
        assertEquals(1, tier0("check", "--site", site).code());
        Said begun = tier0("check", "--site", site, "--init-baseline");
        assertEquals(0, begun.code());
        assertTrue(
                begun.out().startsWith("Wrote content/_data/baseline.yaml: 1 known finding in 1 entry.\n"),
                begun.out());
        assertEquals(0, tier0("check", "--site", site).code());
        assertTrue(tier0("check", "--site", site, "--init-baseline")
                .out()
                .startsWith("Nothing to change in content/_data/baseline.yaml: 1 known finding in 1 entry.\n"));
        Files.writeString(at.resolve("content/a.md"), "# A\n\n[a](nowhere.md) [b](neither.md)\n");
        Said more = tier0("check", "--site", site, "--init-baseline");
        assertEquals(2, more.code());
        assertEquals(
                "tier0: content/_data/baseline.yaml is there already and no count may rise: content/a.md has 2 of LK001,"
                        + " 1 are known\n",
                more.err());
        Files.writeString(at.resolve("content/a.md"), "# A\n");
        Said mended = tier0("check", "--site", site, "--update-baseline", "--format", "json");
        assertTrue(
                mended.err().startsWith("Nothing is left for content/_data/baseline.yaml: deleted.\n"), mended.err());
        assertFalse(Files.exists(at.resolve("content/_data/baseline.yaml")));
        assertEquals(
                2,
                tier0("check", "--site", site, "--init-baseline", "--update-baseline")
                        .code());
    }

    @Test
    void aSiteWithoutContentSaysWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("page.md"), "# Page\n");
        Said said = tier0("build", "--site", folder.toString());
        assertEquals(2, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().contains("move them to \"content/\""), said.err());
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws Exception {
        Path site = TestSite.in(folder, "-- content/a.md --\n# A\n").folder();
        Said said = tier0("build", "--site", site.toString(), "--output", "/proc/tier0-output");
        assertEquals(2, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().contains("/proc"), said.err());
    }

    @Test
    void findingsDecideTheExitCode() {
        TestSite.in(folder, "-- content/a.md --\n# A\n\n[x](no.md)\n");
        String at = folder.toString();
        assertEquals(1, tier0("check", "--site", at).code());
        assertEquals(1, tier0("build", "--site", at).code());
        assertEquals(0, tier0("check", "--site", at, "--fail-on", "never").code());
        assertEquals(0, tier0("build", "--site", at, "--fail-on", "NEVER").code());
        assertEquals(1, tier0("build", "--site", at).code(), "published before, wrong all the same");
        TestSite.in(folder, "-- content/a.md --\nno title\n");
        assertEquals(0, tier0("check", "--site", at).code());
        assertEquals(1, tier0("check", "--site", at, "--fail-on", "warning").code());
    }

    @Test
    void programsGetFindingsAloneOnStandardOutput() {
        TestSite.in(folder, "-- content/a.md --\n# A\n\n[x](no.md)\n");
        Said json = tier0("check", "--site", folder.toString(), "--format", "json");
        assertTrue(json.out().startsWith("[{\"severity\": "), json.out());
        assertTrue(json.out().endsWith("}]\n"), json.out());
        assertTrue(json.err().contains("1 error"), json.err());
        Said github = tier0("check", "--site", folder.toString(), "--format", "github");
        assertTrue(
                github.out()
                        .contains(
                                "::error file=content/a.md,line=3,col=1,title=LK001::link target no.md does not exist%0Afix: "),
                github.out());
    }

    @Test
    void theClosingLineAddsUpForAnyTree() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            TestSite site = new TestSite(folder.resolve("s" + seed));
            String[] names = {
                "p%d.md",
                "d/q%d.md",
                "_p%d.md",
                "_data/d%d.yaml",
                "a%d.png",
                ".hidden%d",
                "x%d.html",
                "draft%d.md",
                "b~%d~",
                "_f/z%d.md"
            };
            int files = 1 + random.nextInt(25);
            for (int i = 0; i < files; i++) {
                String name = names[random.nextInt(names.length)];
                String text = name.startsWith("draft") ? "---\ndraft: true\n---\n# D\n" : "# T" + i + "\n";
                site.write("content/" + String.format(Locale.ROOT, name, i), text);
            }
            Said said = tier0("build", "--site", site.folder().toString(), "--fail-on", "never");
            String line = said.out()
                    .lines()
                    .filter(l -> l.endsWith("of content"))
                    .findFirst()
                    .orElseThrow();
            List<Integer> numbers = numbers(line);
            assertEquals(files, numbers.get(numbers.size() - 1), "seed " + seed + ": " + line);
            if (numbers.size() > 1) {
                int sum = numbers.subList(0, numbers.size() - 1).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertEquals(files, sum, "seed " + seed + ": " + line);
            }
        }
    }

    @Test
    void nothingIsSaidInAPipeThatIsNotAResult() {
        TestSite.in(folder, "-- content/a.md --\n---\ntype: page\nowner: team\nreviewed: 2026-01-01\n---\n# A\n");
        Said said = tier0("build", "--site", folder.toString());
        assertEquals("", said.err());
        assertFalse(said.out().contains("\u001b"));
        assertEquals(3, said.out().lines().count(), said.out());
    }

    private static List<Integer> numbers(String line) {
        Matcher matcher = Pattern.compile("\\d+").matcher(line);
        return matcher.results().map(r -> Integer.valueOf(r.group())).toList();
    }

    private static void assertLine(String line, String... arguments) {
        Said said = tier0(arguments);
        assertEquals(line + "\n", said.err());
        assertEquals(2, said.code());
        assertEquals("", said.out());
    }
}
