package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are worked through step by step: the marks of their steps, their run, their time limits. */
final class ProcedureTest {

    private static final Pattern STEP = Pattern.compile(
            "<li( class=\"task\")?( value=\"\\d+\")? data-step=\"([^\"]*)\" data-digest=\"([0-9a-f]{8})\" data-kind=\"([a-z-]*)\""
                    + " data-role=\"([a-z]*)\"><input class=\"tick\" type=\"checkbox\"( checked)? aria-label=\"([^\"]*)\">");

    private static final String SITE = """
            -- site.yaml --
            types:
              move:
                procedure: true
              runbook:
                required-sections: [{title: Symptoms, optional: true}]
              dr-playbook:
                procedure: false
                required-sections: [{title: Symptoms, optional: true}]
            -- content/index.md --
            # Home

            1. One
            2. Two

            - [x] done
            -- content/md.md --
            ---
            title: Twin
            type: runbook
            service: vault
            time-limits:
              - {name: Git token, after: 4 h, then: No fetch, anchor: 5-verification}
              - {name: LLM "key" <x>, after: 90 min}
            parameters:
              - NODE
              - {name: node, label: Vault node, pattern: "vault-[1-9]", example: vault-1, secret: true}
            ---
            1. Before *any* heading.

            ## Recovery

            1. **Read-only.** Look.
               - Not a step
                 1. Nor is this
            2. Danger

               > [!WARNING]
               > Take care.

            3. **Read-only.** But:

               > [!CAUTION] Irreversible
               > Gone.

            4. Also

               > [!NOTE]
               > Irreversible: gone.

               - [ ] Look & "see"

            Then:

            1. Look once more.

            ::::tabs
            :::tab Linux
            1. In a tab

               ```bash
               ls   -l
               ```

            :::
            :::tab Windows
            1. In another
            :::
            ::::

            <details><summary>More</summary>

            7. Hidden
            8. Too

            </details>

            - A point
              1. With steps

            ## 5. Verification

            ### Nodes

            1. Verify it[^1].

            ## Post-incident review

            - [ ] Start, end
            - [x] Done
              - [ ] Within

            [^1]: A note.
            -- content/adoc.adoc --
            ---
            title: Twin
            type: runbook
            ---
            . Before _any_ heading.

            == Recovery

            . *Read-only.* Look.
            * Not a step
            .. Nor is this
            . Danger
            +
            WARNING: Take care.
            . *Read-only.* But:
            +
            .Irreversible
            CAUTION: Gone.
            . Also
            +
            NOTE: Irreversible: gone.
            +
            * [ ] Look & "see"

            Then:

            . Look once more.

            [tabs]
            ====
            Linux::
            +
            --
            . In a tab
            +
            [source,bash]
            ----
            ls   -l
            ----
            --
            Windows::
            +
            --
            . In another
            --
            ====

            .More
            [%collapsible]
            ====
            [start=7]
            . Hidden
            . Too
            ====

            * A point
            . With steps

            == 5. Verification

            === Nodes

            . Verify itfootnote:[A note.].

            == Post-incident review

            * [ ] Start, end
            * [x] Done
            ** [ ] Within
            -- content/own.adoc --
            ---
            type: move
            title: Odd places
            ---
            |===
            a|
            . In a table
            a|
            * [ ] Task in a table
            |===

            term::
            . In a definition

            ____
            . In a quote
            ____

            == A

            [%reversed]
            . Two
            . One

            //-

            * [ ] Task

            [[a.task]]
            == Tasks of A

            . Clashes
            -- content/off.md --
            ---
            title: Off
            type: dr-playbook
            ---
            1. One
            """;

    @TempDir
    private static Path folder;

    private static TestSite site;

    @BeforeAll
    static void build() {
        site = TestSite.in(folder, SITE);
        assertEquals(Outcome.State.PUBLISHED, site.buildAnyway().state());
    }

    private static List<String> steps(String html) {
        return STEP.matcher(html)
                .results()
                .map(m -> String.join(
                        " ", shown(m, 3), shown(m, 5), shown(m, 6), shown(m, 7).strip(), shown(m, 8)))
                .toList();
    }

    private static String shown(MatchResult match, int group) {
        return match.group(group) == null ? "" : match.group(group);
    }

    private static List<String> digests(String html) {
        return STEP.matcher(html).results().map(m -> m.group(4)).toList();
    }

    @Test
    void stepsAndTasksOfProceduresCarryTheSameMarksInBothMarkups() {
        String markdown = site.output("md.html");
        assertEquals(
                List.of(
                        "top.1 plain step  Step 1 done",
                        "recovery.1 read-only step  Step 1 done",
                        "recovery.2 danger step  Step 2 done",
                        "recovery.3 irreversible step  Step 3 done",
                        "recovery.4 irreversible step  Step 4 done",
                        "recovery.task.1 plain task  Look &amp; &quot;see&quot;",
                        "recovery.1~2 plain step  Step 1 done",
                        "recovery.1~3 plain step  Step 1 done",
                        "recovery.1~4 plain step  Step 1 done",
                        "recovery.7 plain step  Step 7 done",
                        "recovery.8 plain step  Step 8 done",
                        "recovery.1~5 plain step  Step 1 done",
                        "nodes.1 plain verify  Step 1 done",
                        "post-incident-review.task.1 plain task  Start, end",
                        "post-incident-review.task.2 plain task checked Done",
                        "post-incident-review.task.3 plain task  Within"),
                steps(markdown));
        String asciidoc = site.output("adoc.html");
        assertEquals(steps(markdown), steps(asciidoc));
        assertEquals(digests(markdown), digests(asciidoc));
        assertEquals(
                List.of(
                        "top.1 plain step  Step 1 done",
                        "top.task.1 plain task  Task in a table",
                        "top.1~2 plain step  Step 1 done",
                        "top.1~3 plain step  Step 1 done",
                        "a.2 plain step  Step 2 done",
                        "a.1 plain step  Step 1 done",
                        "a.task.1 plain task  Task",
                        "a.task.1~2 plain step  Step 1 done"),
                steps(site.output("own.html")));
        assertTrue(site.output("own.html").contains("<h2 class=\"run-title\" id=\"tz.run.title\">Run this move</h2>"));
        for (String page : List.of("index.html", "off.html")) {
            assertEquals(List.of(), steps(site.output(page)));
            assertTrue(!site.output(page).contains("id=\"tz.run\""), page);
        }
        assertTrue(site.output("index.html")
                .contains(
                        "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> done</li>"));
    }

    @Test
    void theRunSaysWhatEndsWhenAndWhatToFillIn() {
        String page = site.output("md.html");
        String run = page.substring(
                page.indexOf("<section class=\"run\""), page.indexOf("</section>", page.indexOf("tz.run.title")));
        assertEquals(
                """
                <section class="run" id="tz.run" aria-labelledby="tz.run.title" data-site="T" data-page="md.md" data-title="Twin" data-scenario="md" data-service="vault" data-type="runbook"\
                 data-digest="D" data-version="" data-built="" data-owner="" data-scripts="_theme/run-core.H.js _theme/run-params.H.js _theme/run.H.js" data-style="_theme/run.H.css" data-text="_theme/run-text.H.js">
                <h2 class="run-title" id="tz.run.title">Run this runbook</h2>
                <p class="run-note">Tick each step when it is done, and write down the times: when the outage began, and when each step ended.</p>
                <div class="run-live"></div>
                <ul class="limits" aria-label="Time limits">
                <li data-limit="git-token" data-seconds="14400" data-from="outage"><span class="limit-name">Git token</span>: ends 4 h after the outage began. <span class="limit-then">No fetch:</span> <a href="#5-verification">5. Verification</a></li>
                <li data-limit="llm-key-x" data-seconds="5400" data-from="outage"><span class="limit-name">LLM &quot;key&quot; &lt;x&gt;</span>: ends 90 min after the outage began</li>
                </ul>
                <details class="fill"><summary>Fill in once, for every command: <code>&lt;node&gt;</code></summary>
                <dl class="params" aria-label="To fill in">
                <div data-param="node" data-pattern="vault-[1-9]" data-example="vault-1" data-secret><dt><code>&lt;node&gt;</code> Vault node</dt><dd>for example <code>vault-1</code></dd></div>
                </dl></details>
                """,
                run.replaceAll("data-digest=\"[0-9a-f]{12}\"", "data-digest=\"D\"")
                        .replaceAll("data-site=\"[^\"]+\"", "data-site=\"T\"")
                        .replaceAll("\\.[0-9a-f]{10}\\.", ".H."));
    }

    @Test
    void paperNamesTheWholeRecoveryTime(@TempDir Path other) {
        Map<String, String> words = new TreeMap<>(Map.of(
                "45 s",
                "45 s",
                "90 s",
                "1 min 30 s",
                "1 h 30 min",
                "1 h 30 min",
                "2 days",
                "48 h",
                "PT1H1S",
                "1 h 1 s"));
        StringBuilder text = new StringBuilder();
        words.keySet()
                .forEach(rto -> text.append("-- content/" + rto.replace(' ', '-') + ".md --\n---\ntitle: A\n"
                        + "type: dr-playbook\ndescription: A.\nrto: " + rto + "\n---\n## Recovery\n\n1. Look.\n"));
        TestSite playbooks = TestSite.in(other, text.toString());
        assertEquals(Outcome.State.PUBLISHED, playbooks.buildAnyway().state());
        words.forEach((rto, said) -> {
            String html = playbooks.output(rto.replace(' ', '-').toLowerCase(Locale.ROOT) + ".html");
            assertTrue(html.contains("<li>Recovery time " + said + ", over at <i>"), rto);
        });
    }

    @Test
    void aTimeLimitThatCannotBeRightIsToldWhereItStands(@TempDir Path other) {
        TestSite wrong = TestSite.in(other, """
                -- content/a.adoc --
                ---
                title: A
                type: runbook
                time-limits:
                  - {name: Git token, after: 4h, then: No push, anchor: verify}
                  - name: Key
                    after: 8 h
                    anchor: 'verifcation'  # here
                  - {name: Key, after: 1 day, anchor: elsewhere-at-all}
                survives: offlin
                ---
                == Symptoms
                None.

                == Impact assessment
                None.

                == Immediate actions
                . Act.

                == Recovery steps
                . Act.

                == Verification
                . Look.

                == Post-incident review
                None.
                """);
        assertEquals(
                List.of(
                        "content/a.adoc:5:30: error FM006: \"4h\" is not a time / for example \"time-limits.after: 4 h\"",
                        "content/a.adoc:5:57: error RM001: the time limit \"Git token\" leads to #verify, and this page has no heading of that id"
                                + " / write the id of a heading of this page: symptoms, impact-assessment, immediate-actions, recovery-steps, verification, …",
                        "content/a.adoc:8:14: error RM001: the time limit \"Key\" leads to #verifcation, and this page has no heading of that id"
                                + " / did you mean verification?",
                        "content/a.adoc:9:12: error RM002: there are two time limits \"Key\" / keep one of the two, or give each a name of its own",
                        "content/a.adoc:9:39: error RM001: the time limit \"Key\" leads to #elsewhere-at-all, and this page has no heading of that id"
                                + " / write the id of a heading of this page: symptoms, impact-assessment, immediate-actions, recovery-steps, verification, …",
                        "content/a.adoc:10:11: error FM004: \"offlin\" is not a way to survive; one of offline, online / did you mean \"offline\"?"),
                TestSite.whole(wrong.check().diagnostics()).stream()
                        .filter(finding -> !finding.contains("RB0"))
                        .toList());
    }
}
