package dev.tierzero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A site in one text, and what is marked in it. */
final class TestSiteTest {

    /** Finds every line of a page that has a word in it: {@code TODO} is an error, {@code FIXME} a warning. */
    private record Words() implements DocumentCheck {
        @Override
        public String id() {
            return "words";
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            List<Diagnostic> found = new ArrayList<>();
            String text = new String(site.file(document.path()).orElseThrow(), StandardCharsets.UTF_8);
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                SourcePosition at = SourcePosition.ofLine(document.file(), number);
                if (line.contains("TODO")) {
                    found.add(Diagnostic.error("WD001", at, "there is something to do", "do it"));
                }
                if (line.contains("FIXME")) {
                    found.add(Diagnostic.warning("WD002", at, "there is something to mend", "mend it"));
                }
            }
            if (text.contains("expect")) {
                found.add(Diagnostic.error("WD003", SourcePosition.ofFile(document.file()), "a mark is left", "none"));
            }
            return found;
        }
    }

    /** Shows what it is given. */
    private record Curious() implements DataCollector, PageContributor {
        @Override
        public String id() {
            return "curious";
        }

        @Override
        public Dataset collect(CollectRequest request) {
            return Dataset.of(request.now() + " " + request.isOffline() + " "
                    + request.environment("TOKEN").map(String::length) + " "
                    + request.environment("HOME"));
        }

        @Override
        public List<Contribution> contribute(SiteView site) {
            String seen =
                    site.data().orElseThrow().text() + " " + site.builtAt().orElseThrow() + " " + site.asOf();
            return List.of(new ContributedFile("seen.txt", seen));
        }
    }

    @Test
    void everyMarkIsFoundInEveryKindOfFile() {
        TestSite.of("""
                -- content/a.md --
                # A

                TODO and FIXME <!-- expect WD001 WD002 -->
                -- content/b.adoc --
                = B

                TODO // expect WD001
                -- content/c.md --
                ---
                title: TODO # expect WD001
                ---
                # C
                -- content/_data/d.yaml --
                - TODO
                """).verify(new Words());
    }

    @Test
    void aDifferenceIsShownWithItsLine() {
        TestSite site = TestSite.of("""
                -- content/a.md --
                # A <!-- expect WD001 -->

                TODO

                FIXME <!-- expect WD001 -->
                -- content/b.md --
                # B
                """);
        AssertionError failure = assertThrows(AssertionError.class, () -> site.verify(new Words()));
        assertEquals("""
                what was found is not what is marked:
                  not found:  content/a.md:1: WD001
                              | # A
                  not marked: content/a.md:3: error WD001: there is something to do
                              | TODO
                  not found:  content/a.md:5: WD001
                              | FIXME
                  not marked: content/a.md:5: warning WD002: there is something to mend
                              | FIXME
                """, failure.getMessage());
    }

    @Test
    void aSecondFindingOfACodeOnALineNeedsASecondMark() {
        DocumentCheck twice = new DocumentCheck() {
            @Override
            public String id() {
                return "twice";
            }

            @Override
            public List<Diagnostic> check(Document document, SiteView site) {
                SourcePosition at = SourcePosition.ofLine(document.file(), 1);
                return List.of(
                        Diagnostic.error("WD001", at, "one", "mend it"),
                        Diagnostic.error("WD001", at, "two", "mend it"));
            }
        };
        TestSite.of("-- content/a.md --\n# A <!-- expect WD001 WD001 -->\n").verify(twice);
        TestSite once = TestSite.of("-- content/a.md --\n# A <!-- expect WD001 -->\n");
        assertThrows(AssertionError.class, () -> once.verify(twice));
    }

    @Test
    void aFindingAboutAFileIsExpectedOnItsFirstLine() {
        DocumentCheck whole = new DocumentCheck() {
            @Override
            public String id() {
                return "whole";
            }

            @Override
            public List<Diagnostic> check(Document document, SiteView site) {
                return List.of(Diagnostic.info("WD004", SourcePosition.ofFile(document.file()), "a page", "none"));
            }
        };
        TestSite.of("-- content/a.md --\n# A <!-- expect WD004 -->\n").verify(whole);
    }

    @Test
    void whatTheGeneratorItselfFindsIsNotTheTestsConcern() {
        Run run = TestSite.of("-- content/a.md --\n# A\n\n[x](no.md)\n").run(new Words());
        assertEquals(List.of(), run.findings());
        assertTrue(run.others().stream().anyMatch(d -> d.code().equals("LK001")), run.others()::toString);
    }

    @Test
    void aPluginThatFailsIsAFinding() {
        DocumentCheck bad = new DocumentCheck() {
            @Override
            public String id() {
                return "bad-one";
            }

            @Override
            public List<Diagnostic> check(Document document, SiteView site) {
                throw new IllegalStateException("boom");
            }
        };
        List<String> lines = TestSite.of("-- content/a.md --\n# A\n").run(bad).lines();
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0)
                        .startsWith("site.yaml: error PL012: plugin bad-one failed in check on content/a.md:"
                                + " IllegalStateException: boom at dev.tierzero.testkit.TestSiteTest$"),
                lines.get(0));
    }

    @Test
    void theClockStandsStillAndNothingOutsideIsSeen() {
        TestSite site = TestSite.of("-- content/a.md --\n# A\n");
        assertEquals(
                "2026-01-01T12:00:00Z true Optional.empty Optional.empty 2026-01-01T12:00:00Z Optional.empty",
                site.run(new Curious()).output("seen.txt"));
        TestSite told = TestSite.of("""
                -- site.yaml --
                plugins:
                  curious: {environment: [TOKEN]}
                -- content/a.md --
                # A
                """).with("TOKEN", "t0ken").online().asOf(LocalDate.of(2026, 3, 1));
        assertEquals(
                "2026-01-01T12:00:00Z false Optional[5] Optional.empty 2026-01-01T12:00:00Z Optional[2026-03-01]",
                told.run(new Curious()).output("seen.txt"));
    }

    @Test
    void aFileThatTheSiteDoesNotHaveIsNamedWithThoseItHas() {
        Run run = TestSite.of("-- content/a.md --\n# A\n").run();
        AssertionError failure = assertThrows(AssertionError.class, () -> run.output("no.html"));
        assertTrue(
                String.valueOf(failure.getMessage()).startsWith("the site has no no.html; it has ["),
                failure::toString);
        assertTrue(run.output("a.html").contains("<title>"), "a page is there");
    }

    @Test
    void aTextThatIsNoSiteIsRefused() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "# A\n", "the text begins without a file: write -- content/a.md -- above \"# A\"",
                        "-- ../a.md --\n", "not a file of the site: ../a.md",
                        "-- a --\n-- a --\n", "two files are called a")
                .entrySet()) {
            assertEquals(
                    wrong.getValue(),
                    assertThrows(IllegalArgumentException.class, () -> TestSite.of(wrong.getKey()))
                            .getMessage());
        }
    }

    @Test
    void aSiteWithUnusableSettingsSaysWhy() {
        TestSite site = TestSite.of("-- site.yaml --\ntitel: X\n-- content/a.md --\n# A\n");
        assertEquals(
                "site.yaml:1:1: unknown setting \"titel\"; did you mean \"title\"?",
                assertThrows(AssertionError.class, site::run).getMessage());
    }
}
