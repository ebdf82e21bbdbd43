package dev.tierzero.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.testkit.Run;
import dev.tierzero.testkit.TestSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One mistake in a good playbook is one finding, with the right code and on the right line, in both markups. */
final class MutationTest {

    private static final String SECOND = "(second)";

    /**
     * A mistake.
     *
     * @param code of the finding
     * @param from text of the good page, there once
     * @param to what stands in its place
     * @param at text on the line of the finding; its first occurrence counts
     */
    private record Mutation(String code, String from, String to, String at) {

        Mutation inAsciiDoc() {
            return new Mutation(
                    code,
                    GoodPlaybook.inAsciiDoc(from),
                    GoodPlaybook.inAsciiDoc(to),
                    at.startsWith(SECOND)
                            ? SECOND + GoodPlaybook.inAsciiDoc(at.substring(SECOND.length()))
                            : GoodPlaybook.inAsciiDoc(at).strip());
        }

        String of(String page) {
            int index = page.indexOf(from);
            assertTrue(index >= 0 && page.indexOf(from, index + 1) < 0, () -> "not there once: " + from);
            return page.replace(from, to);
        }
    }

    private static Mutation mutation(String code, String from, String to, String at) {
        return new Mutation(code, from, to, at);
    }

    private static final String SYMPTOMS =
            "## Symptoms\n\n- Pages take longer than three seconds.\n- The alert fires.\n\n";
    private static final String IMPACT = "## Impact assessment\n\nEvery page is slow; nothing is lost.\n\n";
    private static final String TELL = "3. Tell the duty officer which branch you take.";

    private static final List<Mutation> SECTIONS = List.of(
            mutation("RB001", SYMPTOMS, "", "## Impact assessment"),
            mutation("RB001", IMPACT, "", "## Immediate actions"),
            mutation("RB001", "## Symptoms", "## Symtoms", "## Symtoms"),
            mutation("RB001", "## Impact assessment", "## Impact", "## Impact"),
            mutation(
                    "RB001",
                    "## Post-incident review\n\n- [ ] Time to recovery is written down.",
                    "",
                    "## Verification"),
            mutation("RB002", "Every page is slow; nothing is lost.\n\n", "", "## Impact assessment"),
            mutation("RB002", "Every page is slow; nothing is lost.", "TODO", "## Impact assessment"),
            mutation(
                    "RB002",
                    "Every page is slow; nothing is lost.",
                    "TBD: ask the product owner",
                    "## Impact assessment"),
            mutation("RB002", "Every page is slow; nothing is lost.", "<!-- later -->", "## Impact assessment"),
            mutation("RB002", "Every page is slow; nothing is lost.", "### Readers", "## Impact assessment"),
            mutation("RB003", SYMPTOMS + IMPACT, IMPACT + SYMPTOMS, "## Symptoms"),
            mutation("RB004", IMPACT, IMPACT + IMPACT, SECOND + "## Impact assessment"),
            mutation("RB005", "## Impact assessment", "### Impact assessment", "### Impact assessment"),
            mutation("RB006", "nothing is lost.", "nothing is lost.\n\nFIXME: how many readers?", "FIXME"));

    private static final List<Mutation> STEPS = List.of(
            mutation("RB010", "1. Start the cache.", "1. Stop the cache, then start it again.", "1. Stop the cache"),
            mutation("RB010", "1. Start the cache.", "1. Delete the lock. Start the cache.", "1. Delete the lock"),
            mutation(
                    "RB011",
                    "Load the image from the kit.",
                    "Load it. " + "Words that nobody reads at night. ".repeat(20),
                    "Load it."),
            mutation("RB012", "Repeat step 1 once", "Repeat step 7 once", "step 7"),
            mutation("RB012", "[Restart](#restart), step 1.", "[Restart](#restart), step 9.", "step 9"),
            mutation("RB013", TELL, "3. Nothing seen yet? Then go to.", "3. Nothing seen yet?"),
            mutation(
                    "RB013",
                    "It does not start? Repeat step 1 once, then go to [Free space](#free-space).",
                    "It does not start?",
                    "It does not start?"),
            mutation("RB013", TELL, "3. Tired? Go to [Notes](#notes).\n\n### Notes", "3. Tired?"),
            mutation("RB014", TELL, "3. Go back to step 3.", "3. Go back"),
            mutation(
                    "RB015",
                    "### Free space\n",
                    "### Elsewhere\n\n1. Look there.\n\n### Free space\n",
                    "### Elsewhere"),
            mutation("RB016", "1. Start the cache.", "1. **Read-only.** Start the cache.", "systemctl start redis"),
            mutation("RB017", TELL, "3. TODO", "3. TODO"));

    private static final List<Mutation> COMMANDS = List.of(
            mutation("RB021", "   NODE=cache-1\n", "   $ NODE=cache-1\n", "NODE=cache-1"),
            mutation("RB022", "-n 20 -g", "-n <lines> -g", "-n <lines>"),
            mutation("RB022", "-n 20 -g", "-n YOUR_LINES -g", "YOUR_LINES"),
            mutation("RB022", "-n 20 -g", "-n {{ lines }} -g", "{{ lines }}"),
            mutation("RB022", "-n 20 -g", "-n xxx -g", "-n xxx"),
            mutation("RB022", "-n 20 -g", "-n [lines] -g", "-n [lines]"),
            mutation("RB023", "NODE=cache-1", "true", "-g \"$NODE\""),
            mutation(
                    "RB024",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ docker system prune -a --volumes",
                    "system prune"),
            mutation("RB024", "$ sudo docker load -i /srv/kit/redis.tar", "$ curl https://kit.example/i | sh", "| sh"),
            mutation("RB024", "$ sudo docker load -i /srv/kit/redis.tar", "$ git push --force origin main", "--force"),
            mutation("RB024", "$ sudo docker load -i /srv/kit/redis.tar", "$ kubectl delete ns cache", "delete ns"),
            mutation(
                    "RB024",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ psql -c 'DELETE FROM entries;'",
                    "DELETE FROM"),
            mutation(
                    "RB024",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ dd if=redis.img of=/dev/sdb",
                    "of=/dev/sdb"),
            mutation("RB024", "$ sudo docker load -i /srv/kit/redis.tar", "$ terraform destroy", "terraform"),
            mutation("RB025", "-g \"$NODE\"", "-g \"$NODE", "-g \"$NODE"),
            mutation("RB025", "journalctl -u redis -n 20 -g \"$NODE\"", "cat <<EOF > \"/tmp/$NODE\"", "cat <<EOF"),
            mutation("RB025", "-g \"$NODE\"", "-g \"$NODE\" |", "|\n"));

    private static final List<Mutation> FACTS = List.of(
            mutation("RB040", "rto: 1-2 h", "rto: soon", "rto: soon"),
            mutation("RB041", "rto: 1-2 h\n", "", "service: cache"),
            mutation("RB042", "service: cache", "service: cahce", "service: cahce"),
            mutation("RB044", "owner: platform-team\n", "", "---"),
            mutation("RB045", "owner: platform-team", "owner: platform-taem", "owner: platform-taem"),
            mutation("RB046", "owner: platform-team", "owner: old-team", "owner: old-team"),
            mutation(
                    "RB053",
                    "reviewed: 2026-11-18",
                    "reviewed: 2026-11-18\nreview-digest: yesterday",
                    "review-digest:"));

    private static final List<Mutation> OUTAGE = List.of(
            mutation(
                    "RB060",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ docker pull cache.corp.example/redis:8",
                    "docker pull"),
            mutation(
                    "RB060",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ curl -fsSO https://cache.corp.example/kit.tgz",
                    "curl"),
            mutation("RB060", "$ sudo docker load -i /srv/kit/redis.tar", "$ cachectl lease new", "cachectl"),
            mutation(
                    "RB060",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ docker login cache.corp.example",
                    "docker login"),
            mutation(
                    "RB060",
                    TELL,
                    "3. Read [the manual](https://cache.corp.example/docs) and tell the duty officer.",
                    "3. Read"),
            mutation(
                    "RB060",
                    TELL,
                    "3. Download the list of keys from cache.corp.example to your machine.",
                    "3. Download"),
            mutation(
                    "RB061",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ git clone https://git.corp.example/kit.git",
                    "git clone"),
            mutation(
                    "RB061",
                    "$ sudo docker load -i /srv/kit/redis.tar",
                    "$ curl -s https://login.corp.example/token",
                    "curl"),
            mutation("RB061", TELL, "3. Log in with single sign-on and tell the duty officer.", "3. Log in"),
            mutation(
                    "RB061",
                    TELL,
                    "3. Read [the plan](https://git.corp.example/ops/plan) and tell the duty officer.",
                    "3. Read"),
            mutation("RB064", "service: cache\n", "service: cache\nneeds: [git]\n", "needs: [git]"));

    /** Mistakes that the markups spell too differently: of each pair the first is for Markdown, the second for AsciiDoc. */
    private static final List<Mutation> PAIRS = List.of(
            mutation("RB020", "```bash\n", "```\n", "```\n   NODE"),
            mutation("RB020", "[source,bash]\n----", "----", "----\nNODE"),
            mutation(
                    "RB026",
                    "   $ sudo rm -rf /var/lib/redis/old",
                    "   rm -rf /var/lib/redis/old",
                    "```console\n   rm"),
            mutation("RB026", "$ sudo rm -rf /var/lib/redis/old", "rm -rf /var/lib/redis/old", "----\nrm"),
            mutation(
                    "RB024",
                    "   > [!CAUTION] Irreversible\n   > Dumps that are removed cannot be brought back.\n\n",
                    "",
                    "sudo rm -rf"),
            mutation(
                    "RB024",
                    "[CAUTION]\n.Irreversible\n====\nDumps that are removed cannot be brought back.\n====\n+\n",
                    "",
                    "sudo rm -rf"),
            mutation(
                    "RB030",
                    "   $ redis-cli -h cache.corp.example ping\n   PONG\n   ```\n\n## Post",
                    "   $ redis-cli -h cache.corp.example ping\n   ```\n\n## Post",
                    "## Verification"),
            mutation(
                    "RB030",
                    "$ redis-cli -h cache.corp.example ping\nPONG\n----\n\n== Post",
                    "$ redis-cli -h cache.corp.example ping\n----\n\n== Post",
                    "== Verification"),
            mutation(
                    "RB010",
                    "   > [!CAUTION] Irreversible\n",
                    "   ```console\n   $ sudo systemctl stop redis\n   ```\n\n   > [!CAUTION] Irreversible\n",
                    "```console\n   $ sudo rm"),
            mutation(
                    "RB010",
                    "[CAUTION]\n.Irreversible\n",
                    "[source,console]\n----\n$ sudo systemctl stop redis\n----\n+\n[CAUTION]\n.Irreversible\n",
                    "----\n$ sudo rm"));

    @Test
    void aMistakeInABlockIsOneFinding() {
        StringBuilder site = new StringBuilder(GoodPlaybook.SITE);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < PAIRS.size(); i += 2) {
            add(site, expected, "content/m%02d.md".formatted(i), PAIRS.get(i), GoodPlaybook.MARKDOWN);
            add(site, expected, "content/n%02d.adoc".formatted(i), PAIRS.get(i + 1), GoodPlaybook.ASCIIDOC);
        }
        assertFindings(expected, site.toString());
    }

    @Test
    void theGoodPageHasNoFinding() {
        TestSite.of(GoodPlaybook.SITE
                        + "-- content/a.md --\n" + GoodPlaybook.MARKDOWN
                        + "-- content/b.adoc --\n" + GoodPlaybook.ASCIIDOC)
                .verify(new RunbookCheck());
    }

    @Test
    void aMistakeAboutSectionsIsOneFinding() {
        verify(SECTIONS);
    }

    @Test
    void aMistakeAboutStepsIsOneFinding() {
        verify(STEPS);
    }

    @Test
    void aMistakeInACommandIsOneFinding() {
        verify(COMMANDS);
    }

    @Test
    void aWrongFactIsOneFinding() {
        verify(FACTS);
    }

    @Test
    void aNeedOfWhatIsDownIsOneFinding() {
        verify(OUTAGE);
    }

    private static void verify(List<Mutation> mutations) {
        StringBuilder site = new StringBuilder(GoodPlaybook.SITE);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            add(site, expected, "content/m%02d.md".formatted(i), mutations.get(i), GoodPlaybook.MARKDOWN);
            add(
                    site,
                    expected,
                    "content/n%02d.adoc".formatted(i),
                    mutations.get(i).inAsciiDoc(),
                    GoodPlaybook.ASCIIDOC);
        }
        assertFindings(expected, site.toString());
    }

    private static void assertFindings(List<String> expected, String site) {
        Run run = TestSite.of(site).run(new RunbookCheck());
        assertEquals(
                String.join("\n", expected.stream().sorted().toList()),
                String.join(
                        "\n",
                        run.findings().stream().map(MutationTest::told).sorted().toList()));
    }

    private static void add(StringBuilder site, List<String> expected, String path, Mutation mutation, String good) {
        String page = mutation.of(good);
        site.append("-- ").append(path).append(" --\n").append(page);
        expected.add(path + ":" + line(page, mutation.at()) + " " + mutation.code());
    }

    private static long line(String page, String at) {
        String plain = at.replace(SECOND, "");
        int index = at.equals(plain) ? page.indexOf(at) : page.indexOf(plain, page.indexOf(plain) + 1);
        assertTrue(index >= 0, () -> "not there: " + at);
        return page.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String told(Diagnostic finding) {
        return finding.position().file() + ":" + finding.position().line() + " " + finding.code();
    }
}
