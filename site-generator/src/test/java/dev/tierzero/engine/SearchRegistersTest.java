package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.query.SearchTests;
import dev.tierzero.query.Synonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The registers of synonyms and search tests, and what is wrong with them. */
final class SearchRegistersTest {

    private static final Map<String, String> PAGES = Map.of(
            "operations/vault-down.md", "operations/vault-down.html",
            "operations/harbor-down.adoc", "operations/harbor-down.html",
            "index.md", "index.html");

    /** One file of content. */
    private record OneFile(String path, String text) implements ContentFiles {
        @Override
        public boolean contains(String asked) {
            return asked.equals(path);
        }

        @Override
        public Optional<byte[]> read(String asked) {
            return contains(asked) ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        }

        @Override
        public String file(String asked) {
            return "content/" + asked;
        }
    }

    private static Synonyms synonyms(String text) throws IOException {
        return SearchChecks.synonyms(new OneFile(Synonyms.PATH, text));
    }

    private static SearchTests tests(String text) throws IOException {
        return SearchChecks.tests(new OneFile(SearchTests.PATH, text), PAGES);
    }

    private static List<String> said(List<Diagnostic> found) {
        return found.stream()
                .map(d -> d.position().toString().replaceFirst(".*\\.yaml:", "") + " " + d.code() + ": " + d.message()
                        + " / " + d.hint())
                .toList();
    }

    @Test
    void noFileIsNoRegister() throws Exception {
        assertEquals(Synonyms.NONE, SearchChecks.synonyms(new OneFile("x", "")));
        assertEquals(SearchTests.NONE, SearchChecks.tests(new OneFile("x", ""), PAGES));
        assertEquals(Synonyms.NONE, synonyms(""));
        assertEquals(SearchTests.NONE, tests("# none yet\n"));
    }

    @Test
    void groupsOfSynonymsAreTakenAsTheyAreWritten() throws Exception {
        Synonyms read = synonyms("""
                - [k8s, Kubernetes]
                - - SSO
                  - single sign-on
                  - "no"
                """);
        assertEquals(List.of(List.of("k8s", "Kubernetes"), List.of("SSO", "single sign-on", "no")), read.groups());
        assertEquals(List.of(), said(read.diagnostics()));
    }

    @Test
    void groupsThatMeanNothingAreNamed() throws Exception {
        Synonyms read = synonyms("""
                - [k8s, kubernetes]
                - []
                - [alone]
                - [vpn, "--", tunnel]
                - [tunnels, K8S]
                - [café, cafe, bistro]
                - ["***", "+"]
                """);
        assertEquals(
                List.of(
                        "2:3 SE004: a group of synonyms is empty / write the words that mean the same into one list:"
                                + " [k8s, kubernetes]; or delete the group",
                        "3:3 SE004: a group of synonyms has \"alone\" alone / write the words that mean the same into"
                                + " one list: [k8s, kubernetes]; or delete the group",
                        "4:9 SE004: the synonym \"--\" has no letter and no digit: nothing is found by it / write a"
                                + " word or a phrase, or delete it",
                        "5:13 SE005: \"K8S\" stands in two groups, first in the one of line 1 / make one group of the"
                                + " two, or delete the word from one: it cannot mean two things",
                        "6:10 SE005: \"cafe\" stands in its group twice / delete one of the two; capitals and accents"
                                + " make no difference",
                        "7:4 SE004: the synonym \"***\" has no letter and no digit: nothing is found by it / write a"
                                + " word or a phrase, or delete it",
                        "7:11 SE004: the synonym \"+\" has no letter and no digit: nothing is found by it / write a"
                                + " word or a phrase, or delete it"),
                said(read.diagnostics()));
        assertEquals(
                List.of(List.of("k8s", "kubernetes"), List.of("vpn", "tunnel"), List.of("café", "bistro")),
                read.groups());
    }

    @Test
    void whatIsNoListOfListsIsNamed() throws Exception {
        assertEquals(
                List.of("1:1 RG001: the data cannot be read: a register is a list, and this is a map / begin every"
                        + " entry with a hyphen"),
                said(synonyms("k8s: kubernetes\n").diagnostics()));
        assertEquals(
                List.of(
                        "1:3 RG002: the group takes a list, not \"k8s, kubernetes\" / for example \"the group: [k8s,"
                                + " kubernetes]\"",
                        "2:3 RG002: the group takes a list, not a map / for example \"the group: [k8s, kubernetes]\"",
                        "3:4 RG002: the group takes text, not a list / write text"),
                said(synonyms("- k8s, kubernetes\n- a: b\n- [[x, y], z]\n").diagnostics()));
    }

    @Test
    void testsAreTakenWithTheirPlaces() throws Exception {
        SearchTests read = tests("""
                - query: vault is sealed
                  page: operations/vault-down.md
                - page: operations/harbor-down.adoc
                  query: "AIBOX-E1042: pull  failed"
                  top: 1
                  why: what the alert says
                """);
        assertEquals(List.of(), said(read.diagnostics()));
        assertEquals(
                List.of(
                        "vault is sealed | operations/vault-down.md | 3 |  | content/_data/search-tests.yaml:1:10 2:9",
                        "AIBOX-E1042: pull  failed | operations/harbor-down.adoc | 1 | what the alert says |"
                                + " content/_data/search-tests.yaml:4:10 3:9"),
                read.tests().stream()
                        .map(t -> t.query() + " | " + t.page() + " | " + t.top() + " | " + t.why() + " | "
                                + t.position() + " " + t.pagePosition().line() + ":"
                                + t.pagePosition().column())
                        .toList());
    }

    @Test
    void testsOfTheWrongShapeAreNamed() throws Exception {
        SearchTests read = tests("""
                - qurey: vault
                  page: index.md
                - query: vault
                  page: index.md
                  top: 0
                - query: "   "
                  page: index.md
                - query: vault
                - just text
                - query: [a, b]
                  page: index.md
                  top: many
                """);
        assertEquals(List.of(), read.tests());
        assertEquals(
                List.of(
                        "1:3 RG002: the test has no query / add \"query: …\"",
                        "1:3 RG002: unknown key \"qurey\" in the test; did you mean \"query\"? / keys of the test:"
                                + " query, page, top, why",
                        "5:8 RG002: the test.top is 0; the least is 1 / for example \"the test.top: 3\"",
                        "6:10 RG002: \"   \" is not a query / for example \"the test.query: vault is sealed\"",
                        "8:3 RG002: the test has no page / add \"page: …\"",
                        "9:3 RG002: the test takes a map, not \"just text\" / write a map",
                        "10:10 RG002: the test.query takes text, not a list / for example \"the test.query: vault is"
                                + " sealed\"",
                        "12:8 RG002: the test.top takes a whole number, not \"many\" / for example \"the test.top:"
                                + " 3\""),
                said(read.diagnostics()));
    }

    @Test
    void aPageThatDoesNotExistIsNamedWithTheNearest() throws Exception {
        SearchTests read = tests("""
                - query: a
                  page: operations/valt-down.md
                - query: b
                  page: content/operations/vault-down.md
                - query: c
                  page: recovery/harbor-down.md
                - query: d
                  page: /index.md
                - query: e
                  page: something/else/altogether.md
                """);
        String there = " that search can find / did you mean ";
        assertEquals(
                List.of(
                        "2:9 SE002: there is no page operations/valt-down.md" + there + "operations/vault-down.md?",
                        "4:9 SE002: there is no page content/operations/vault-down.md" + there
                                + "operations/vault-down.md?",
                        "6:9 SE002: there is no page recovery/harbor-down.md" + there + "operations/harbor-down.adoc?",
                        "8:9 SE002: there is no page /index.md" + there + "index.md?",
                        "10:9 SE002: there is no page something/else/altogether.md that search can find / write the"
                                + " page's path below content/, such as operations/vault-down.md; drafts, partials and"
                                + " pages with search: false are not found"),
                said(read.diagnostics()));
    }

    @Test
    void theSameTestTwiceAndTwoFirstPagesAreNamed() throws Exception {
        SearchTests read = tests("""
                - query: vault is sealed
                  page: operations/vault-down.md
                  top: 1
                - query: vault  is sealed
                  page: operations/vault-down.md
                - query: vault is sealed
                  page: index.md
                  top: 1
                - query: vault is sealed
                  page: operations/harbor-down.adoc
                """);
        assertEquals(
                List.of(
                        "4:10 SE003: \"vault is sealed\" is tested twice for operations/vault-down.md, first in line 1"
                                + " / delete one of the two",
                        "6:10 SE003: \"vault is sealed\" cannot have two first pages: line 1 wants"
                                + " operations/vault-down.md / write top: 2 to one of the two"),
                said(read.diagnostics()));
        assertEquals(2, read.tests().size());
    }
}
