package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is missing is found at its place, and nothing else. */
final class CoverageTest {

    @Test
    void aSiteInWhichNothingIsMissingHasNoFindings() {
        assertEquals("", GoodSite.site().findings());
    }

    @Test
    void aSiteWithoutRegistersHasNoFindings() {
        assertEquals(
                "", TextSite.of("-- index.md --\n---\ntitle: Home\n---\nText").findings());
        assertEquals(
                0,
                TextSite.of("-- index.md --\n---\ntitle: Home\n---\nText").contributions().stream()
                        .filter(c -> !(c instanceof dev.tierzero.api.Insert))
                        .count());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(codes(), alertsAndServices(), drills(), teamsAndDeliverables(), settings())
                .flatMap(defects -> defects);
    }

    private static Stream<Arguments> codes() {
        return Stream.of(
                defect(
                        "  page: help/e1.md\n",
                        "  page: help/e3.md\n",
                        "content/_data/codes.yaml:7:9: error CV003: the page of BOX-E1 does not exist: help/e3.md -> did you mean help/e1.md?"),
                defect("code: BOX-E2\naliases", "code: BOX-E3\naliases", """
                        content/_data/codes.yaml:16:9: error CV003: help/e2.md does not carry BOX-E2 -> write "code: BOX-E2" in its front matter
                        content/help/e2.md:4:1: error CV002: code BOX-E3 is not in the register of codes -> did you mean BOX-E1?"""),
                defect("type: faq\ncode: BOX-E2", "type: page\ncode: BOX-E2", """
                        content/_data/codes.yaml: warning CV011: category network has no troubleshooting entry -> write a page of type faq with "category: network", or name the categories that there are in plugins.coverage.categories
                        content/_data/codes.yaml:16:9: error CV003: the page of BOX-E2 is no troubleshooting entry: help/e2.md -> give it "type: faq", or name another page"""),
                defect(
                        "[/e/E1/, /e/BOX-E1/]",
                        "[/e/E1/]",
                        "content/help/e1.md:5:1: error CV004: the page does not keep the address /e/BOX-E1/ -> add /e/BOX-E1/ to its aliases"),
                defect(
                        "BOX-E1: not started within 90 s\n",
                        "BOX-E1: not started in 90 s\n",
                        "content/help/e1.md:4:1: error CV005: the page does not show the message of BOX-E1: \"BOX-E1: not started within {seconds} s\" -> quote the line as the tool prints it, or correct the register of codes"),
                defect(
                        "title: No network\ntype",
                        "title: Network is gone\ntype",
                        "content/help/e2.md:2:1: error CV006: the title is \"Network is gone\", the register of codes says \"No network\" -> make both the same"),
                defect("category: startup\n---", "category: network\n---", """
                        content/_data/codes.yaml: warning CV011: category startup has no troubleshooting entry -> write a page of type faq with "category: startup", or name the categories that there are in plugins.coverage.categories
                        content/help/e1.md:6:1: error CV006: the category is "network", the register of codes says "startup" -> make both the same"""),
                defect(
                        "  fix: Run box network test.\n",
                        "",
                        "content/_data/codes.yaml:10:9: warning CV012: BOX-E2 has no fix that the tool can print without a network -> add \"fix:\" with one short sentence"),
                defect(
                        "replaced-by: BOX-E2",
                        "replaced-by: BOX-E22",
                        "content/_data/codes.yaml:26:16: error CV007: BOX-E9 is replaced by BOX-E22, which is not in the register of codes -> did you mean BOX-E2?"),
                defect(
                        "replaced-by: BOX-E2",
                        "replaced-by: BOX-E9",
                        "content/_data/codes.yaml:26:16: error CV007: the replacements of BOX-E9 lead back to BOX-E9 -> did you mean BOX-E1?"),
                defect(
                        "  retired-in: \"1.1\"\n",
                        "",
                        "content/_data/codes.yaml:24:11: error CV007: BOX-E9 is retired, but does not say since which version -> add \"retired-in:\" with the first version that no longer prints it"),
                defect(
                        "next-tier: 2\n",
                        "next-tier: 2\n  retired-in: \"1.2\"\n",
                        "content/_data/codes.yaml:19:15: error CV007: BOX-E2 says retired-in, but it is active -> add \"status: retired\", or take the field away"),
                defect(
                        "-- help/e2.md --",
                        "-- help/again.md --\n---\ntitle: Start is slow\ntype: faq\ncode: BOX-E1\naliases: [/e/BOX-E1/]\ncategory: startup\n---\nBOX-E1: not started within 9 s\n-- help/e2.md --",
                        "content/help/e1.md:4:1: error CV008: BOX-E1 is already the code of help/again.md -> a code has one page: merge the two, and keep the address of the one that goes as an alias"),
                defect(
                        "\"code\": \"BOX-E1\"",
                        "\"code\": \"BOX-E4\"",
                        "content/_data/help-index-released.json:4:14: error CV009: released code BOX-E4 is missing from the register of codes -> did you mean BOX-E1?"),
                defect(
                        "[/e/E1/, /e/BOX-E1/]",
                        "[/e/BOX-E1/]",
                        "content/_data/help-index-released.json:4:52: error CV009: the released address of BOX-E1 leads nowhere now: /e/E1/ -> add it to the aliases of the code's page"),
                defect(
                        "{\"code\": \"BOX-E1\", \"status\": \"active\"",
                        "{\"code\": \"BOX-E1\", \"status\": \"retired\"",
                        "content/_data/codes.yaml:1:9: error CV009: code BOX-E1 was released as retired, and is active again -> a code is never used twice: take a new one"),
                defect(
                        "tier0-help-index/1",
                        "tier0-help-index/2",
                        "content/_data/help-index-released.json:2:13: error CV010: the released help index does not say \"format\": \"tier0-help-index/1\" -> copy help-index.json of the release as it was"));
    }

    private static Stream<Arguments> alertsAndServices() {
        return Stream.of(
                defect("  runbook: operations/store-down.md\n  for", "  for", """
                        content/_data/alerts.yaml:1:7: warning CV020: alert StoreDown opens no runbook -> write a runbook with "alerts: [StoreDown]", and name it here as "runbook\""""),
                defect("runbook: operations/store-down.md\n  for", "runbook: operations/store-up.md\n  for", """
                        content/_data/alerts.yaml:5:12: error CV021: the runbook of alert StoreDown does not exist: operations/store-up.md -> did you mean operations/store-down.md?
                        content/operations/store-down.md:8:1: error CV023: alert StoreDown opens operations/store-up.md, not this page -> take the alert off this page, or change the register of alerts"""),
                defect("runbook: operations/store-down.md\n  for", "runbook: recovery/why-not.md\n  for", """
                        content/_data/alerts.yaml:5:12: error CV021: alert StoreDown opens a page that is no runbook: recovery/why-not.md -> name a page of type runbook or dr-playbook
                        content/operations/store-down.md:8:1: error CV023: alert StoreDown opens recovery/why-not.md, not this page -> take the alert off this page, or change the register of alerts"""),
                defect(
                        "alerts: [StoreDown]\n",
                        "",
                        "content/operations/store-down.md: error CV022: alert StoreDown opens this page, which does not name it -> add StoreDown to its alerts"),
                defect(
                        "alerts: [StoreDown]\n",
                        "alerts: [StoreDown, StoreGone]\n",
                        "content/operations/store-down.md:8:1: error CV023: alert StoreGone is not in the register of alerts -> did you mean StoreDown?"),
                defect(
                        "  service: store\n  summary",
                        "  service: stores\n  summary",
                        "content/_data/alerts.yaml:3:12: error CV024: alert StoreDown is of the service stores, which is not in the register of services -> did you mean store?"),
                defect(
                        "service: store\nalerts",
                        "service: stone\nalerts",
                        "content/operations/store-down.md:7:1: error CV024: service stone is not in the register of services -> did you mean store?"),
                defect(
                        "  exception: recovery/why-not.md\n-- _data/owners.yaml",
                        "-- _data/owners.yaml",
                        "content/_data/services.yaml:9:7: warning CV030: service git has no playbook for its loss -> write one of type dr-playbook and name it here as \"playbook\", or name the page that says why not as \"exception\""),
                defect("playbook: recovery/store-failure.md\n", "playbook: recovery/store-fail.md\n", """
                        content/_data/services.yaml:7:13: error CV031: the playbook of service store does not exist: recovery/store-fail.md -> did you mean recovery/store-failure.md?
                        content/recovery/store-failure.md:6:1: warning CV032: no service names this playbook -> name it as "playbook" of its service in content/_data/services.yaml"""),
                defect(
                        "playbook: recovery/store-failure.md\n  runbook: operations/store-down.md",
                        "playbook: recovery/store-failure.md\n  runbook: recovery/why-not.md",
                        "content/_data/services.yaml:8:12: error CV031: the runbook of service store is a page of another type: recovery/why-not.md -> name a page of type runbook"),
                defect(
                        "service: store\nscenario",
                        "service: git\nscenario",
                        "content/recovery/store-failure.md:6:1: error CV032: the register names this playbook for store, the page says git -> make both the same"),
                defect(
                        "  deputy: infra",
                        "  deputy: infras",
                        "content/_data/owners.yaml:4:11: error CV060: deputy infras is not in the register of owners -> did you mean infra?"));
    }

    private static Stream<Arguments> drills() {
        String lessons =
                "lessons:\n  - text: Say where the key is.\n    page: recovery/store-failure.md\n  - text: Print the page.\n    state: done\n";
        String none =
                "\ncontent/recovery/store-failure.md:7:1: warning CV033: the playbook has no exercise on record -> hold one, and put its record into content/_data/drills/; demonstration data and incidents do not count";
        String file = "content/_data/drills/2026-10-05-store.yaml:";
        return Stream.of(
                defect("date: 2026-10-05\n", "date: 2026-10-05\ndemo: true\n", none.strip()),
                defect("date: 2026-10-05\n", "date: 2026-10-05\nkind: incident\n", none.strip()),
                defect(
                        "time-to-recovery: \"38:12\"",
                        "time-to-recovery: \"00:00\"",
                        file
                                + "9:19: error CV035: the time to recovery is the template's 00:00 -> write the time from the start to a passed verification"
                                + none),
                defect(
                        "time-to-recovery: \"38:12\"",
                        "time-to-recovery: 38 min",
                        file
                                + "9:19: error CV035: \"38 min\" is not a time in mm:ss -> for example time-to-recovery: \"38:12\""
                                + none),
                defect(
                        "date: 2026-10-05",
                        "date: 2026-02-30",
                        file + "3:7: error CV035: \"2026-02-30\" is not a date -> for example date: 2027-01-20" + none),
                defect(
                        "outside-participant: champion\n",
                        "",
                        file
                                + "1:1: error CV035: the drill record has no outside-participant -> write the role of somebody from outside the owning team"
                                + none),
                defect(
                        "response: Two",
                        "respons: Two",
                        file
                                + "1:1: error CV035: the drill record has no response -> say who led, who was missing and where it stalled\n"
                                + file
                                + "8:10: error CV035: unknown field \"respons\" in a drill record -> did you mean response?"
                                + none),
                defect(
                        "  - \"38: verified\"",
                        "  - verified",
                        file
                                + "6:3: error CV035: action \"verified\" does not begin with minutes since the start -> for example \"6: key holders called\""
                                + none),
                defect(
                        lessons,
                        "lessons: []\n",
                        file
                                + "10:10: error CV035: the drill record has no lessons -> write at least one, with the page that changes because of it"
                                + none),
                defect(
                        "date: 2026-10-05\n",
                        "date: 2026-10-05\nkind: tabletop\n",
                        file
                                + "4:7: error CV035: kind is \"tabletop\"; one of exercise, incident -> write \"kind: exercise\""
                                + none),
                defect(
                        "scenario: store-failure",
                        "scenario: stor-failure",
                        file
                                + "1:11: error CV036: scenario stor-failure is the name of no playbook -> did you mean store-failure?"
                                + none),
                defect(
                        "page: recovery/store-failure.md\n  - text",
                        "page: recovery/store-fail.md\n  - text",
                        file
                                + "11:5: error CV036: the page that a lesson changes does not exist: recovery/store-fail.md -> did you mean recovery/store-failure.md?"),
                defect(
                        "service: store\ndate",
                        "service: stores\ndate",
                        file
                                + "2:10: error CV024: service stores is not in the register of services -> did you mean store?"));
    }

    private static Stream<Arguments> teamsAndDeliverables() {
        return Stream.of(
                defect(
                        "champions: 2",
                        "champions: 0",
                        "content/_data/teams.yaml:4:14: warning CV040: team web has no champion -> find one, or name the page that says why not as \"exception\""),
                defect(
                        "champions: 0\n  exception: recovery/why-not.md",
                        "champions: 0\n  exception: recovery/why.md",
                        "content/_data/teams.yaml:11:14: error CV041: the page with the exception of team risk does not exist: recovery/why.md -> did you mean recovery/why-not.md?"),
                defect(
                        "  stage: pilot",
                        "  sample: true\n  stage: pilot",
                        "content/_data/teams.yaml:3:11: warning CV043: team web is sample data beside real teams -> delete the rows with \"sample: true\""),
                defect(
                        "  page: help/e1.md\n  status",
                        "  status",
                        "content/_data/deliverables.yaml:7:7: warning CV050: deliverable D2 has no page -> write the page that holds it or says how it is made, and name it here as \"page\""),
                defect(
                        "  page: help/e1.md\n  status",
                        "  page: help/e11.md\n  status",
                        "content/_data/deliverables.yaml:10:9: error CV051: the page of deliverable D2 does not exist: help/e11.md -> did you mean help/e1.md?"),
                defect(
                        "#verification",
                        "#verfication",
                        "content/_data/deliverables.yaml:4:9: error CV051: there is no heading #verfication on the page of deliverable D1 -> did you mean verification?"),
                defect(
                        "- id: D2",
                        "- id: D3",
                        "content/_data/deliverables.yaml:7:7: warning CV052: the register goes to D3 without D2 -> add the deliverable that is left out"));
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                defect(
                        "drills-from: 2026-Q4",
                        "drills-form: 2026-Q4",
                        "site.yaml:2:14: error CV070: unknown setting plugins.coverage.drills-form -> did you mean drills-from?"),
                defect(
                        "drills-from: 2026-Q4",
                        "drills-from: 2026-Q5",
                        "site.yaml:2:14: error CV070: plugins.coverage.drills-from is no quarter: \"2026-Q5\" -> for example \"drills-from: 2026-Q4\""),
                defect(
                        "drills-from: 2026-Q4",
                        "severity: warn",
                        "site.yaml:2:11: error CV070: plugins.coverage.severity is \"warn\"; one of error, warning, info -> did you mean warning?"),
                defect(
                        "drills-from: 2026-Q4",
                        "page: ../up.html",
                        "site.yaml:2:7: error CV070: plugins.coverage.page is no path of a page: \"../up.html\" -> for example \"page: contribute/coverage.html\""),
                defect(
                        "drills-from: 2026-Q4",
                        "drill-every: often",
                        "site.yaml:2:14: error CV070: plugins.coverage.drill-every is no interval: \"often\" -> for example \"drill-every: 3 months\""));
    }

    private static Arguments defect(String text, String by, String finding) {
        return Arguments.of(text, by, finding);
    }

    @Test
    void theSettingsMakeHolesErrors() {
        String finding = GoodSite.with("champions: 2", "champions: 0").findings();
        String strict = TextSite.of(
                        "-- _data/teams.yaml --\n- id: web\n  champions: 0\n-- settings --\nseverity: error")
                .findings();
        assertEquals("warning", finding.split(" ")[1]);
        assertEquals("error", strict.split(" ")[1]);
    }

    @Test
    void aCodeWithoutAPageIsAHole() {
        TextSite site = TextSite.of("""
                -- _data/codes.yaml --
                - code: BOX-E1
                  title: Start is slow
                  category: startup
                  message: "BOX-E1: slow"
                  summary: The start took too long.
                  fix: Start again.
                  since: "1.0"
                -- settings --
                categories: []
                """);
        assertEquals(
                "content/_data/codes.yaml:1:9: warning CV001: BOX-E1 has no page -> write a page of type faq with \"code: BOX-E1\", and name it here as its page",
                site.findings());
    }

    @Test
    void onlyAnAuditLooksAtTheDate() {
        assertEquals("", GoodSite.site().asOf("2027-01-05").findings());
        assertEquals(
                "content/recovery/store-failure.md:7:1: warning CV034: the last exercise was on 2026-10-05, and one is due every 3 months -> hold one, and put its record into content/_data/drills/",
                GoodSite.site().asOf("2027-01-06").findings());
        assertEquals(
                "",
                GoodSite.with("date: 2026-10-05", "date: 2026-11-30")
                        .asOf("2027-01-31")
                        .findings());
        assertEquals(
                "content/_data/teams.yaml:5:23: warning CV042: the term of the champion of team web ended on 2027-01-31 -> agree on a successor or a further term, and write its end here",
                GoodSite.with("date: 2026-10-05", "date: 2026-11-30")
                        .asOf("2027-02-01")
                        .findings());
        assertEquals(
                "content/_data/drills/2026-10-05-store.yaml:3:7: error CV037: the drill is dated 2026-10-05, which is not over yet -> a record is written after the exercise; plans belong into a calendar",
                GoodSite.site().asOf("2026-10-04").findings());
    }

    @Test
    void quartersEndOnLeapDaysAndYearsToo() {
        assertEquals(
                "2024 Q1", Quarter.of(java.time.LocalDate.parse("2024-02-29")).toString());
        assertEquals(
                "2024-03-31", Quarter.parse("2024-Q1").orElseThrow().lastDay().toString());
        assertEquals("2027 Q1", Quarter.parse("2026-Q4").orElseThrow().plus(1).toString());
        assertEquals(
                "2024-05-29",
                Interval.of("3 months")
                        .orElseThrow()
                        .after(java.time.LocalDate.parse("2024-02-29"))
                        .toString());
    }
}
