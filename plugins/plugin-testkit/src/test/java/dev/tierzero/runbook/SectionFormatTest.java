package dev.tierzero.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.testkit.Run;
import dev.tierzero.testkit.TestSite;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A format declared in a few lines of settings: exactly the files that miss or empty a section of it are found. */
final class SectionFormatTest {

    private static final String SITE = """
            -- site.yaml --
            title: Alerts
            front-matter: {unknown: ignore}
            types:
              alert:
                label: Alert
                required-sections: [Meaning, Impact, Diagnosis, Mitigation]
            sections:
              alerts: {type: alert}
            """;

    private static final String WITH_FRONT_MATTER = """
            -- content/alerts/good-1.md --
            ---
            title: Pod Crash Looping
            weight: 20
            ---

            # PodCrashLooping

            ## Meaning

            A pod restarts again and again.

            ## Impact

            Requests fail.

            ## Diagnosis

            - Read the log of the pod.

            ## Mitigation

            Roll the deployment back.
            -- content/alerts/good-2.md --
            ---
            title: Disk Full
            ---
            # DiskFull

            ## Meaning

            ### What fires

            The disk has less than five percent left.

            ## Impact

            <details><summary>Full context</summary>

            Writes fail.

            </details>

            ## Diagnosis

            ```shell
            df -h
            ```

            ## Mitigation

            See [the manual](https://example.org/disk).
            -- content/alerts/good-3.md --
            ---
            title: With more sections
            ---
            # WithMoreSections

            ## Meaning

            Something.

            ## Impact

            N/A, nobody uses it at night.

            ## Diagnosis

            | Sign | Cause |
            |---|---|
            | slow | load |

            ## Mitigation

            TODO

            See [debugging](https://example.org/debug).

            ## Further reading
            -- content/alerts/good-4.md --
            ---
            title: Numbered
            ---
            ## 1. Meaning:

            One.

            ## 2) IMPACT

            Two.

            ## Step 3: Diagnosis

            Three.

            ## Mitigation (10 minutes)

            Four.
            -- content/alerts/empty-1.md --
            ---
            title: Nothing below
            ---
            # NothingBelow

            ## Meaning

            Members disagree.

            ## Impact

            ## Diagnosis

            Compare them.

            ## Mitigation

            Restart one.
            -- content/alerts/empty-2.md --
            ---
            title: A note
            ---
            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis

            To be added.

            ## Mitigation

            C.
            -- content/alerts/empty-3.md --
            ---
            title: A longer note
            ---
            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis

            C.

            ## Mitigation

            TODO: describe how to restore the member
            and how to tell that it worked
            -- content/alerts/empty-4.md --
            ---
            title: A comment
            ---
            ## Meaning

            A.

            ## Impact

            <!-- ask the owners -->

            ## Diagnosis

            C.

            ## Mitigation

            D.
            -- content/alerts/empty-5.md --
            ---
            title: Headings only
            ---
            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis

            ### On the node

            ### In the cluster

            ## Mitigation

            D.
            -- content/alerts/empty-6.md --
            ---
            title: Lorem
            ---
            ## Meaning

            Lorem ipsum dolor sit amet, consectetur adipiscing elit.

            ## Impact

            - TBD

            ## Diagnosis

            FIXME

            ## Mitigation

            ...
            -- content/alerts/missing-1.md --
            ---
            title: Node Lookup Errors
            ---
            # NodeLookupErrors

            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis

            C.
            -- content/alerts/missing-2.md --
            ---
            title: Old page
            ---
            This alert is described elsewhere.
            -- content/alerts/missing-3.md --
            ---
            title: Headings in bold
            ---
            **Meaning**

            A.

            **Impact**

            B.

            ## Diagnosis

            C.

            ## Mitigation

            D.
            -- content/alerts/missing-4.md --
            ---
            title: Heading in code
            ---
            ```text
            ## Meaning
            ```

            ## Impact

            B.

            ## Diagnosis

            C.

            ## Mitigation

            D.
            -- content/alerts/_index.md --
            ---
            title: All alerts
            ---
            Choose one.
            """;

    private static final String WITHOUT_FRONT_MATTER = """
            -- content/alerts/b/good-1.md --
            # AlertmanagerFailed

            ## Meaning

            It fires when a replica fails.

            ## Impact

            Alerts may be lost.

            ## Diagnosis

            ```console
            $ oc logs alertmanager-main-0
            ```

            ## Mitigation

            Restart it.
            -- content/alerts/b/good-2.md --
            AlertWithUnderlinedHeadings
            ===========================

            Meaning
            -------
            A.

            Impact
            ------
            B.

            Diagnosis
            ---------
            C.

            Mitigation
            ----------
            D.
            -- content/alerts/b/good-3.md --
            # Deeper

            A word before the sections.

            ### Meaning
            A.
            ### Impact
            B.
            ### Diagnosis
            C.
            ### Mitigation
            D.
            -- content/alerts/b/good-4.md --
            # Meaning

            The first heading is a section of its own.

            # Impact

            B.

            # Diagnosis

            C.

            # Mitigation

            D.
            -- content/alerts/b/good-5.adoc --
            = In AsciiDoc

            == Meaning

            A.

            == Impact

            B.

            == Diagnosis

            [source,console]
            ----
            $ oc get pods
            ----

            == Mitigation

            . Do it.
            -- content/alerts/b/empty-1.md --
            # RemoteStorage

            ## Meaning
            A.
            ## Impact
            B.
            ## Diagnosis
            C.
            ## Mitigation
            -- content/alerts/b/empty-2.md --
            # CodeNote

            ## Meaning

            ```
            TODO
            ```

            ## Impact

            B.

            ## Diagnosis

            C.

            ## Mitigation

            D.
            -- content/alerts/b/empty-3.adoc --
            = A comment

            == Meaning

            // later

            == Impact

            B.

            == Diagnosis

            C.

            == Mitigation

            D.
            -- content/alerts/b/missing-1.md --
            # TargetDown

            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis and mitigation

            C.
            -- content/alerts/b/missing-2.md --
            # Flapping

            ## Meaning

            A.

            ## Impact

            B.

            ## Diagnosis

            C.

            ## Mitigating

            D.
            -- content/alerts/b/missing-3.adoc --
            = Moved

            == Summary

            See the other page.
            -- content/alerts/b/missing-4.md --
            # KubeAPIDown
            """;

    @Test
    void exactlyTheFilesThatMissOrEmptyASectionAreFound() {
        Run run = TestSite.of(SITE + WITH_FRONT_MATTER + WITHOUT_FRONT_MATTER).run(new RunbookCheck());
        Set<String> found = run.findings().stream()
                .filter(d -> d.code().equals("RB001") || d.code().equals("RB002"))
                .map(d -> d.code() + " " + d.position().file().replace("content/alerts/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        "RB002 empty-1.md",
                        "RB002 empty-2.md",
                        "RB002 empty-3.md",
                        "RB002 empty-4.md",
                        "RB002 empty-5.md",
                        "RB002 empty-6.md",
                        "RB001 missing-1.md",
                        "RB001 missing-2.md",
                        "RB001 missing-3.md",
                        "RB001 missing-4.md",
                        "RB002 b/empty-1.md",
                        "RB002 b/empty-2.md",
                        "RB002 b/empty-3.adoc",
                        "RB001 b/missing-1.md",
                        "RB001 b/missing-2.md",
                        "RB001 b/missing-3.adoc",
                        "RB001 b/missing-4.md")),
                found);
    }

    @Test
    void pagesThatHaveAllSectionsHaveNoFindingAboutThem() {
        Run run = TestSite.of(SITE + WITH_FRONT_MATTER + WITHOUT_FRONT_MATTER).run(new RunbookCheck());
        assertEquals(
                List.of("content/alerts/good-3.md:22:1: warning RB006: section \"Mitigation\" is not finished"),
                run.lines().stream().filter(line -> line.contains("/good-")).toList());
    }

    @Test
    void manyPagesAreCheckedAndTheTimeIsReported(TestReporter reporter) {
        StringBuilder site = new StringBuilder(SITE);
        for (int i = 0; i < 400; i++) {
            site.append("-- content/alerts/a%03d.md --\n# Alert%d\n\n## Meaning\n\nA.\n\n## Impact\n\n".formatted(i, i))
                    .append(i % 10 == 0 ? "TODO" : "B.")
                    .append("\n\n## Diagnosis\n\n```console\n$ kubectl get pods\nNAME\n```\n\n## Mitigation\n\nD.\n");
        }
        long start = System.nanoTime();
        Run run = TestSite.of(site.toString()).run(new RunbookCheck());
        reporter.publishEntry("two builds of 400 pages, ms", String.valueOf((System.nanoTime() - start) / 1_000_000));
        assertEquals(40, run.findings().size());
    }

    @Test
    void aSectionMayBeOptionalEmptyOrInsideAnother() {
        TestSite.of("""
                -- site.yaml --
                title: Alerts
                types:
                  alert:
                    required-sections:
                      - Meaning
                      - {title: Response, synonyms: [What to do]}
                      - {title: First aid, within: Response}
                      - {title: Cure, within: Response, may-be-empty: true}
                      - {title: History, optional: true}
                -- content/good.md --
                ---
                type: alert
                ---
                ## Meaning

                A.

                ## What to do

                ### First aid

                B.

                ### Cure
                -- content/inside.md --
                ---
                type: alert
                ---
                ## Meaning

                A.

                ## First aid <!-- expect RB005 -->

                B.

                ## Response

                C.

                ### Cure
                -- content/optional.md --
                ---
                type: alert
                ---
                ## History <!-- expect RB002 RB003 -->

                ## Meaning

                A.

                ## Response

                ### First aid

                B.

                ### Cure

                C.
                """).verify(new RunbookCheck());
    }

    @Test
    void aMissingSectionIsToldWhereItShouldCome() {
        Run run = TestSite.of(SITE + """
                -- content/alerts/a.md --
                ## Meaning

                A.

                ## Diagnosis

                C.

                ## Mitigatoin

                D.
                """).run(new RunbookCheck());
        assertEquals(
                List.of(
                        "content/alerts/a.md:5:1: error RB001: section \"Impact\" is missing",
                        "content/alerts/a.md:9:1: error RB001: section \"Mitigation\" is missing; \"Mitigatoin\" is none"
                                + " that counts as it"),
                run.lines());
        assertEquals(
                List.of(
                        "write it before \"Diagnosis\": pages of type alert have it",
                        "did you mean \"Mitigation\"? Correct the heading, or add yours to its synonyms in site.yaml"),
                run.findings().stream().map(d -> d.hint()).toList());
    }
}
