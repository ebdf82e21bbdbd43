package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Teams against champions, deliverables against pages. */
final class TeamsTest {

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(
                        "champions: 2",
                        "champions: 0",
                        "content/_data/teams.yaml:4:14: warning CV040: team web has no champion -> find one, or name the page that says why not as \"exception\""),
                Arguments.of(
                        "champions: 0\n  exception: recovery/why-not.md",
                        "champions: 0\n  exception: recovery/why.md",
                        "content/_data/teams.yaml:11:14: error CV041: the page with the exception of team risk does not exist: recovery/why.md -> did you mean recovery/why-not.md?"),
                Arguments.of(
                        "  stage: pilot",
                        "  sample: true\n  stage: pilot",
                        "content/_data/teams.yaml:3:11: warning CV043: team web is sample data beside real teams -> delete the rows with \"sample: true\""),
                Arguments.of(
                        "  page: help/e1.md\n  status",
                        "  status",
                        "content/_data/deliverables.yaml:7:7: warning CV050: deliverable D2 has no page -> write the page that holds it or says how it is made, and name it here as \"page\""),
                Arguments.of(
                        "  page: help/e1.md\n  status",
                        "  page: help/e11.md\n  status",
                        "content/_data/deliverables.yaml:10:9: error CV051: the page of deliverable D2 does not exist: help/e11.md -> did you mean help/e1.md?"),
                Arguments.of(
                        "#verification",
                        "#verfication",
                        "content/_data/deliverables.yaml:4:9: error CV051: there is no heading #verfication on the page of deliverable D1 -> did you mean verification?"),
                Arguments.of(
                        "- id: D2",
                        "- id: D3",
                        "content/_data/deliverables.yaml:7:7: warning CV052: the register goes to D3 without D2 -> add the deliverable that is left out"));
    }
}
