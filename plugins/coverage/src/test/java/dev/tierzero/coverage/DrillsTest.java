package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of drills: complete, of a playbook, and counted only when they are exercises that were held. */
final class DrillsTest {

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        String lessons =
                "lessons:\n  - text: Say where the key is.\n    page: recovery/store-failure.md\n  - text: Print the page.\n    state: done\n";
        String none =
                "\ncontent/recovery/store-failure.md:7:1: warning CV033: the playbook has no exercise on record -> hold one, and put its record into content/_data/drills/; demonstration data and incidents do not count";
        String file = "content/_data/drills/2026-10-05-store.yaml:";
        return Stream.of(
                Arguments.of("date: 2026-10-05\n", "date: 2026-10-05\ndemo: true\n", none.strip()),
                Arguments.of("date: 2026-10-05\n", "date: 2026-10-05\nkind: incident\n", none.strip()),
                Arguments.of(
                        "time-to-recovery: \"38:12\"",
                        "time-to-recovery: \"00:00\"",
                        file
                                + "9:19: error CV035: the time to recovery is the template's 00:00 -> write the time from the start to a passed verification"
                                + none),
                Arguments.of(
                        "time-to-recovery: \"38:12\"",
                        "time-to-recovery: 38 min",
                        file
                                + "9:19: error CV035: \"38 min\" is not a time in mm:ss -> for example time-to-recovery: \"38:12\""
                                + none),
                Arguments.of(
                        "date: 2026-10-05",
                        "date: 2026-02-30",
                        file + "3:7: error CV035: \"2026-02-30\" is not a date -> for example date: 2027-01-20" + none),
                Arguments.of(
                        "outside-participant: champion\n",
                        "",
                        file
                                + "1:1: error CV035: the drill record has no outside-participant -> write the role of somebody from outside the owning team"
                                + none),
                Arguments.of(
                        "response: Two",
                        "respons: Two",
                        file
                                + "1:1: error CV035: the drill record has no response -> say who led, who was missing and where it stalled\n"
                                + file
                                + "8:10: error CV035: unknown field \"respons\" in a drill record -> did you mean response?"
                                + none),
                Arguments.of(
                        "  - \"38: verified\"",
                        "  - verified",
                        file
                                + "7:5: error CV035: action \"verified\" does not begin with minutes since the start -> for example \"6: key holders called\""
                                + none),
                Arguments.of(
                        lessons,
                        "lessons: []\n",
                        file
                                + "10:10: error CV035: the drill record has no lessons -> write at least one, with the page that changes because of it"
                                + none),
                Arguments.of(
                        "date: 2026-10-05\n",
                        "date: 2026-10-05\nkind: tabletop\n",
                        file
                                + "4:7: error CV035: kind is \"tabletop\"; one of exercise, incident -> write \"kind: exercise\""
                                + none),
                Arguments.of(
                        "scenario: store-failure",
                        "scenario: stor-failure",
                        file
                                + "1:11: error CV036: scenario stor-failure is the name of no playbook -> did you mean store-failure?"
                                + none),
                Arguments.of(
                        "page: recovery/store-failure.md\n  - text",
                        "page: recovery/store-fail.md\n  - text",
                        file
                                + "11:5: error CV036: the page that a lesson changes does not exist: recovery/store-fail.md -> did you mean recovery/store-failure.md?"),
                Arguments.of(
                        "service: store\ndate",
                        "service: stores\ndate",
                        file
                                + "2:10: error CV024: service stores is not in the register of services -> did you mean store?"));
    }
}
