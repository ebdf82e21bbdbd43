package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes against their entries, both ways, and against what was released. */
final class CodesTest {

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(
                        "  page: help/e1.md\n",
                        "  page: help/e3.md\n",
                        "content/_data/codes.yaml:7:9: error CV003: the page of BOX-E1 does not exist: help/e3.md -> did you mean help/e1.md?"),
                Arguments.of("code: BOX-E2\naliases", "code: BOX-E3\naliases", """
                        content/_data/codes.yaml:16:9: error CV003: help/e2.md does not carry BOX-E2 -> write "code: BOX-E2" in its front matter
                        content/help/e2.md:4:1: error CV002: code BOX-E3 is not in the register of codes -> did you mean BOX-E2?"""),
                Arguments.of("type: faq\ncode: BOX-E2", "type: page\ncode: BOX-E2", """
                        content/_data/codes.yaml: warning CV011: category network has no troubleshooting entry -> write a page of type faq with "category: network", or name the categories that there are in plugins.coverage.categories
                        content/_data/codes.yaml:16:9: error CV003: the page of BOX-E2 is no troubleshooting entry: help/e2.md -> give it "type: faq", or name another page"""),
                Arguments.of(
                        "[/e/E1/, /e/BOX-E1/]",
                        "[/e/E1/]",
                        "content/help/e1.md:5:1: error CV004: the page does not keep the address /e/BOX-E1/ -> add /e/BOX-E1/ to its aliases"),
                Arguments.of(
                        "BOX-E1: not started within 90 s\n",
                        "BOX-E1: not started in 90 s\n",
                        "content/help/e1.md:4:1: error CV005: the page does not show the message of BOX-E1: \"BOX-E1: not started within {seconds} s\" -> quote the line as the tool prints it, or correct the register of codes"),
                Arguments.of(
                        "title: No network\ntype",
                        "title: Network is gone\ntype",
                        "content/help/e2.md:2:1: error CV006: the title is \"Network is gone\", the register of codes says \"No network\" -> make both the same"),
                Arguments.of("category: startup\n---", "category: network\n---", """
                        content/_data/codes.yaml: warning CV011: category startup has no troubleshooting entry -> write a page of type faq with "category: startup", or name the categories that there are in plugins.coverage.categories
                        content/help/e1.md:6:1: error CV006: the category is "network", the register of codes says "startup" -> make both the same"""),
                Arguments.of(
                        "  fix: Run box network test.\n",
                        "",
                        "content/_data/codes.yaml:10:9: warning CV012: BOX-E2 has no fix that the tool can print without a network -> add \"fix:\" with one short sentence"),
                Arguments.of(
                        "replaced-by: BOX-E2",
                        "replaced-by: BOX-E22",
                        "content/_data/codes.yaml:26:16: error CV007: BOX-E9 is replaced by BOX-E22, which is not in the register of codes -> did you mean BOX-E2?"),
                Arguments.of(
                        "replaced-by: BOX-E2",
                        "replaced-by: BOX-E9",
                        "content/_data/codes.yaml:26:16: error CV007: the replacements of BOX-E9 lead back to BOX-E9 -> did you mean BOX-E1?"),
                Arguments.of(
                        "  retired-in: \"1.1\"\n",
                        "",
                        "content/_data/codes.yaml:24:11: error CV007: BOX-E9 is retired, but does not say since which version -> add \"retired-in:\" with the first version that no longer prints it"),
                Arguments.of(
                        "next-tier: 2\n",
                        "next-tier: 2\n  retired-in: \"1.2\"\n",
                        "content/_data/codes.yaml:19:15: error CV007: BOX-E2 says retired-in, but it is active -> add \"status: retired\", or take the field away"),
                Arguments.of(
                        "-- help/e2.md --",
                        "-- help/again.md --\n---\ntitle: Start is slow\ntype: faq\ncode: BOX-E1\naliases: [/e/BOX-E1/]\ncategory: startup\n---\nBOX-E1: not started within 9 s\n-- help/e2.md --",
                        "content/help/e1.md:4:1: error CV008: BOX-E1 is already the code of help/again.md -> a code has one page: merge the two, and keep the address of the one that goes as an alias"),
                Arguments.of(
                        "\"code\": \"BOX-E1\"",
                        "\"code\": \"BOX-E4\"",
                        "content/_data/help-index-released.json:4:14: error CV009: released code BOX-E4 is missing from the register of codes -> put it back; a code that is no longer printed gets \"status: retired\""),
                Arguments.of(
                        "[/e/E1/, /e/BOX-E1/]",
                        "[/e/BOX-E1/]",
                        "content/_data/help-index-released.json:4:52: error CV009: the released address of BOX-E1 leads nowhere now: /e/E1/ -> add it to the aliases of the code's page"),
                Arguments.of(
                        "{\"code\": \"BOX-E1\", \"status\": \"active\"",
                        "{\"code\": \"BOX-E1\", \"status\": \"retired\"",
                        "content/_data/codes.yaml:1:9: error CV009: code BOX-E1 was released as retired, and is active again -> a code is never used twice: take a new one"),
                Arguments.of(
                        "tier0-help-index/1",
                        "tier0-help-index/2",
                        "content/_data/help-index-released.json:2:13: error CV010: the released help index does not say \"format\": \"tier0-help-index/1\" -> copy help-index.json of the release as it was"));
    }
}
