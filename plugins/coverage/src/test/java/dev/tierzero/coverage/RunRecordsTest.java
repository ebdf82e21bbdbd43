package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunRecords;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of run mode: every field is checked, and what is wrong is found at its place. */
final class RunRecordsTest {

    private static final String FILE = "content/" + GoodRun.PATH + ":";

    @Test
    void aRecordOfRunModeIsOneWithThoseWrittenByHand() {
        assertEquals("", GoodRun.site().findings());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(FILE + finding, GoodRun.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(
                        "tier0-run/1",
                        "tier0-run/2",
                        "2:13: error CV035: the format \"tier0-run/2\" is none that can be read here -> the record is of another version of the portal: renew the portal, or write the eight fields by hand"),
                Arguments.of(
                        "\"tier0-run/1\"",
                        "\"run\"",
                        "2:13: error CV035: the format \"run\" is none that can be read here -> write \"format: tier0-run/1\", or leave the field out of a record written by hand"),
                Arguments.of(
                        "\"version\"",
                        "\"versoin\"",
                        "9:14: error CV035: unknown field \"versoin\" in a drill record -> did you mean version?"),
                Arguments.of(
                        "\"reason\": \"it had",
                        "\"reson\": \"it had",
                        "27:118: error CV035: the step was skipped, and no reason is given -> add \"reason\": what made the step needless or impossible"
                                + "\n" + FILE
                                + "27:192: error CV035: unknown field \"reson\" in a step -> did you mean reason?"),
                Arguments.of(
                        "\"page\": \"recovery/store-failure.md\",\n",
                        "\n",
                        "1:1: error CV035: the drill record has no page -> export the record again: run mode writes it"),
                Arguments.of(
                        "recovery/store-failure.md\",\n",
                        "recovery/store-fail.md\",\n",
                        "6:11: error CV036: the page of the run does not exist: recovery/store-fail.md -> did you mean recovery/store-failure.md?"),
                Arguments.of(
                        "recovery/store-failure.md\",\n",
                        "help/e1.md\",\n",
                        "6:11: error CV036: the page of the run is no runbook or playbook: help/e1.md -> name the page that was worked through"),
                Arguments.of(
                        "\"scenario\": \"store-failure\"",
                        "\"scenario\": \"vault\"",
                        "4:15: error CV036: scenario vault is not that of the page recovery/store-failure.md -> write \"scenario: store-failure\", or name the other page"),
                Arguments.of(
                        "\"service\": \"store\"",
                        "\"service\": \"st\\u001b[31m\\u2028\\u202eore\"",
                        "5:14: error CV024: service st [31m ore is not in the register of services -> add it to content/_data/services.yaml, or correct the name"),
                Arguments.of(
                        "\"service\": \"store\"",
                        "\"service\": [\"store\"]",
                        "5:14: error CV035: service is a list, and should be a text -> write \"service: \" and one text"),
                Arguments.of(
                        "1da7f221cfe2",
                        "latest",
                        "8:13: error CV035: \"latest\" is not a digest -> for example digest: 1da7f221cfe2"),
                Arguments.of(
                        "Europe/Berlin\",\n",
                        "Europe/Berln\",\n",
                        "12:16: error CV035: \"Europe/Berln\" is no time zone -> did you mean Europe/Berlin?"),
                Arguments.of(
                        "\"2026-11-20\"",
                        "\"2026-11-21\"",
                        "10:11: error CV038: date is 2026-11-21, but outage-start was on 2026-11-20 in Europe/Berlin -> write the local day on which the outage began"),
                Arguments.of(
                        "\"start\": \"03:02\"",
                        "\"start\": \"02:02\"",
                        "11:12: error CV038: start is 02:02, but outage-start was at 03:02 in Europe/Berlin -> write the local time of day at which the outage began"),
                Arguments.of(
                        "\"38:12\"",
                        "\"48:12\"",
                        "16:23: error CV038: time-to-recovery is 48:12, but from outage-start to ended it is 38:12 -> write \"time-to-recovery: 38:12\", or correct the time that is wrong"),
                Arguments.of(
                        "02:40:12.400Z\",\n  \"time",
                        "01:40:12.400Z\",\n  \"time",
                        "15:12: error CV038: the run ended at 2026-11-20T01:40:12.400Z, before began at 2026-11-20T02:04:00Z -> correct the time that is wrong; times are written with their offset, or as UTC with Z"
                                + "\n" + FILE
                                + "15:12: error CV038: the run ended at 2026-11-20T01:40:12.400Z, before outage-start at 2026-11-20T02:02:00Z -> correct the time that is wrong; times are written with their offset, or as UTC with Z"),
                Arguments.of(
                        "2026-11-20T02:04:00.000Z\",\n  \"ended",
                        "yesterday\",\n  \"ended",
                        "14:12: error CV035: \"yesterday\" is not a time of ISO 8601 -> for example began: \"2027-01-20T09:30:00Z\""),
                Arguments.of(
                        "2026-11-20T02:02:00.000Z",
                        "-999999999-01-01T00:00:00Z",
                        "13:19: error CV035: \"-999999999-01-01T00:00:00Z\" is not a time of ISO 8601 -> for example outage-start: \"2027-01-20T09:30:00Z\""),
                Arguments.of(
                        "2026-11-20T02:40:12.400Z",
                        "9999-12-31T23:59:59-18:00",
                        "15:12: error CV035: \"9999-12-31T23:59:59-18:00\" is not a time of ISO 8601 -> for example ended: \"2027-01-20T09:30:00Z\""),
                Arguments.of(
                        "\"2026-11-20\"",
                        "\"0206-11-20\"",
                        "10:11: error CV035: \"0206-11-20\" is not a date -> for example date: 2027-01-20"),
                Arguments.of(
                        "\"Store failure\"",
                        "\"jane.doe@corp.example\"",
                        "7:12: error CV039: the record holds an e-mail address -> write the role instead: records are published, and name nobody"),
                Arguments.of(
                        "\"Note the state.\"",
                        "\"token: hvs.CAESIJ3kV9xQ2mZt0b1c\"",
                        "26:56: error CV039: the record holds what looks like a password, a token or a private key -> take it out, and change the secret: it may have been seen"),
                Arguments.of(
                        "7200",
                        "two hours",
                        "17:18: error CV035: \"two hours\" is not a number of seconds -> for example rto-seconds: 7200"),
                Arguments.of(
                        "\"38: run ended\"",
                        "\"4: run ended\"",
                        "21:5: error CV038: minute 4 comes after minute 5 -> put the actions into the order in which they were done, or correct the minute"),
                Arguments.of(
                        "T02:30:00.000Z",
                        "T05:30:00.000Z",
                        "28:144: error CV038: the step was done at 2026-11-20T05:30:00Z, after the run ended at 2026-11-20T02:40:12.400Z -> correct the time that is wrong"),
                Arguments.of(
                        "T02:07:00.000Z",
                        "T01:07:00.000Z",
                        "26:135: error CV038: the step was done at 2026-11-20T01:07:00Z, before the run began -> correct the time that is wrong"),
                Arguments.of(
                        "\"state\": \"skipped\"",
                        "\"state\": \"skiped\"",
                        "27:118: error CV035: state is \"skiped\"; one of done, skipped, open -> did you mean skipped?"),
                Arguments.of(
                        "\"reason\": \"it had stopped by itself\"",
                        "\"reason\": \"\"",
                        "27:118: error CV035: the step was skipped, and no reason is given -> add \"reason\": what made the step needless or impossible"),
                Arguments.of(
                        "restore.2",
                        "restore.1",
                        "27:12: error CV035: step \"restore.1\" stands in the record twice -> keep the one that is true"),
                Arguments.of(
                        "restore.2",
                        "stop.1",
                        "25:12: info CV080: the page has changed since its last run; of 4 steps 1 gone (stop.1), 0 reworded -> nothing to correct in the record; exercise the new text of recovery/store-failure.md when it is next due"),
                Arguments.of(
                        "\"elapsed\": \"28:00\"",
                        "\"elapsed\": 28",
                        "28:183: error CV035: \"28\" is not a time in mm:ss -> for example elapsed: \"38:12\""),
                Arguments.of(
                        "\"role\": \"verify\"",
                        "\"role\": \"check\"",
                        "29:86: error CV035: role is \"check\"; one of step, verify, task -> write \"role: step\""),
                Arguments.of(
                        "\"at\": \"2026-11-20T02:40:12.400Z\"",
                        "\"at\": \"2026-11-20T02:00:12.400Z\"",
                        "37:25: error CV038: the log goes back in time: 2026-11-20T02:00:12.400Z comes after 2026-11-20T02:04:00Z -> put the entries into the order of their times"),
                Arguments.of(
                        "three nodes up",
                        "ask jane.doe@corp.example for it",
                        "26:191: error CV039: the record holds an e-mail address -> write the role instead: records are published, and name nobody"),
                Arguments.of(
                        "Two led, one typed.",
                        "The token: hvs.CAESIJ3kV9xQ2mZt0b1c",
                        "23:15: error CV039: the record holds what looks like a password, a token or a private key -> take it out, and change the secret: it may have been seen"),
                Arguments.of(
                        "\"node\": \"store-1\"",
                        "\"admin-password\": \"x\"",
                        "31:36: error CV039: the record holds the value of the parameter admin-password, which is a secret by its name -> take the value out, change the secret, and declare the parameter with \"secret: true\""),
                Arguments.of(
                        "\"node\": \"store-1\"",
                        "\"DB_Password\": \"x\"",
                        "31:33: error CV039: the record holds the value of the parameter DB_Password, which is a secret by its name -> take the value out, change the secret, and declare the parameter with \"secret: true\""),
                Arguments.of(
                        "Europe/Berlin\",\n",
                        "Europe/Berlim\",\n",
                        "12:16: error CV035: \"Europe/Berlim\" is no time zone -> did you mean Europe/Berlin?"),
                Arguments.of(
                        "\"lessons\": [{\"text\"",
                        "\"lessons\": [{\"txt\"",
                        "32:14: error CV035: the drill record has no lessons -> write at least one, with the page that changes because of it"
                                + "\n" + FILE
                                + "32:23: error CV035: unknown field \"txt\" in a lesson -> did you mean text?"));
    }

    @Test
    void everyPrefixOfARecordLeavesThePlaybookAsItIs() {
        List<RunRecord> byHand = RunRecords.of(GoodSite.site()).all();
        for (int length = 0; length < GoodRun.TEXT.length() - 2; length++) {
            TextSite site = GoodSite.site().file(GoodRun.PATH, GoodRun.TEXT.substring(0, length));
            assertEquals(byHand, RunRecords.of(site).all(), "after " + length + " characters");
        }
        TextSite site = GoodSite.site().file(GoodRun.PATH, "{\"format\": ");
        assertEquals(GoodSite.site().facts("recovery/store-failure.md"), site.facts("recovery/store-failure.md"));
    }

    @Test
    void aFieldOfAnotherKindIsAFaultOrNothing() {
        List<String> others =
                List.of("[1]", "{\"a\": {\"b\": []}}", "\"\"", "-1", "true", "1e999999999", "\"\\u0000\\ud800\"");
        for (String line : GoodRun.TEXT.split("\n", -1)) {
            Matcher field = Pattern.compile("  (\"[a-z-]+\": )[^\\[{].*?(,?)").matcher(line);
            if (field.matches()) {
                others.forEach(other -> RunRecords.of(
                        GoodRun.with(line + "\n", "  " + field.group(1) + other + field.group(2) + "\n")));
            }
        }
    }

    @Test
    void noStepIsLeftOutUnsaid() {
        String many = IntStream.rangeClosed(1, 1997)
                .mapToObj(n -> "{\"id\": \"more." + n + "\"},")
                .collect(Collectors.joining());
        assertEquals(
                FILE + "25:12: error CV035: the record has 2001 steps, and at most 2000 are read -> divide the run",
                GoodRun.with("\"steps\": [", "\"steps\": [" + many).findings());
    }

    @Test
    void aTextIsCutBetweenCharactersNotWithinOne() {
        String faces = "\ud83d\ude00".repeat(90);
        assertTrue(GoodRun.with("\"service\": \"store\"", "\"service\": \"x" + faces + "\"")
                .findings()
                .contains("service x" + "\ud83d\ude00".repeat(79) + "… is not"));
    }

    @Test
    void twoFilesOfOneNameAreTwoRecords() {
        TextSite site = GoodRun.site().file(GoodRun.PATH.replace(".json", ".yaml"), GoodRun.TEXT);
        assertEquals("", site.findings());
        assertEquals(
                List.of("2026-10-05-store", "2026-11-20-store-failure", "2026-11-20-store-failure-2"),
                RunRecords.of(site).all().stream().map(RunRecord::id).sorted().toList());
    }

    @Test
    void whatThePageItselfSaysIsNoLeakOfTheRecord() {
        String page = GoodRun.PLAYBOOK.replace("Stop the store.", "Ask ops@store.corp.example.");
        TextSite site = GoodRun.site()
                .file("recovery/store-failure.md", page)
                .file(
                        GoodRun.PATH,
                        GoodRun.TEXT
                                .replace("Stop the store.", "Ask ops@store.corp.example.")
                                .replace("c783de16", ""));
        assertEquals("", site.findings());
        assertEquals(
                FILE
                        + "27:48: error CV039: the record holds an e-mail address -> write the role instead: records are published, and name nobody",
                site.file("recovery/store-failure.md", GoodRun.PLAYBOOK).findings());
    }

    @Test
    void aScenarioThatTwoPagesHaveNeedsThePage() {
        TextSite site = GoodSite.site().file("operations/store-failure.md", "---\ntitle: Other\ntype: runbook\n---\n");
        assertEquals(
                "content/_data/drills/2026-10-05-store.yaml:1:11: error CV036: scenario store-failure is the name of 2 pages: recovery/store-failure.md, operations/store-failure.md -> add \"page:\" with the path of the one that was meant",
                site.findings()
                        .lines()
                        .filter(line -> line.contains("CV036"))
                        .findFirst()
                        .orElse(""));
        assertEquals(
                List.of("Last run: No run on record (NEUTRAL)"),
                GoodRun.with(site, "", "")
                        .file("_data/drills/2026-10-05-store.yaml", "")
                        .facts("operations/store-failure.md")
                        .stream()
                        .filter(fact -> fact.startsWith("Last run"))
                        .toList());
    }
}
