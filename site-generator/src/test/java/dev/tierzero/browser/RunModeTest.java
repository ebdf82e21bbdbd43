package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Somebody runs a playbook: what is ticked, timed, asked, kept and exported. */
@InBrowser
final class RunModeTest {

    private static final String FIRST = "immediate-actions.1";
    private static final String PEERS = "recovery-steps.1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "TierZeroParams.key('tz-run')";
    private static final String FILE = "2026-11-20-vault";

    @TempDir
    static Path folder;

    private final Browser browser;
    private final HostedSite host;
    private final FakeClock clock;
    private final RunPage run;

    RunModeTest(Browser browser) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(folder.resolve("first"), "");
        this.clock = new FakeClock(browser, Instant.parse("2026-11-20T02:02:00Z"), "Europe/Berlin");
        this.run = new RunPage(browser, clock);
    }

    @BeforeAll
    static void build() throws IOException, SettingsException {
        RunSite.build(folder.toRealPath());
    }

    @BeforeEach
    void open() {
        run.open(host.page(RunSite.PAGE));
    }

    @AfterEach
    void close() {
        clock.remove();
        browser.open(URI.create("about:blank"));
        host.close();
    }

    @Test
    void whatWasDoneIsThereWithItsTimesAfterAReload() {
        run.press("Start exercise (DRILL)");
        clock.pass("4M10S");
        run.tick(FIRST);
        run.press("immediate-actions.2", "Note");
        run.answer("two of five answer");
        run.press("immediate-actions.2", "Skip");
        browser.press(Keys.ENTER);
        run.answer("only <three> are needed");
        clock.pass("6M");
        run.reload();

        assertTrue(run.isTicked(FIRST));
        assertEquals("✓ 03:06 (+04:10)|", run.at(FIRST));
        assertEquals(
                "Skipped 03:06 (+04:10)|Reason: only <three> are needed · Note: two of five answer",
                run.at("immediate-actions.2"));
        assertEquals(
                "DRILL · Vault is lost · minute 10 · step 2 of 6 done · next: Recovery steps 1, Write the list of peers."
                        + " · Lease ends in 29 min",
                run.part(".run-say"));
        assertEquals(
                "DRILL Outage 10:10 RTO left 1 h 49 min Lease 29 min Call-out due Steps 2 of 6 Current step Run",
                run.part(".run-bar"));
        assertEquals(PEERS, browser.text("document.querySelector('[aria-current=step]').dataset.step"));
        run.press(FIRST, "Undo");
        assertFalse(run.isTicked(FIRST));
        assertEquals("|", run.at(FIRST));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void whatWasTypedLastIsThereAfterAReloadAtOnce() {
        String response = "document.querySelector('.run-form textarea')";
        run.press("Start incident");
        browser.value("(r => { r.closest('details').open = true; r.focus(); })(" + response + ")");
        browser.press("The second key holder was not reached");
        run.reload();
        assertEquals("The second key holder was not reached", browser.text(response + ".value"));
    }

    @Test
    void anIncidentAndAnExerciseAreToldApart() {
        run.tick(FIRST);
        run.tick(PEERS);
        browser.value("dispatchEvent(new Event('visibilitychange'))");
        began("2027-01-01T00:00");
        run.press("Start incident");
        assertEquals("Say when the outage began: a time that is past.", run.part(".run-fault"));
        assertTrue(run.isTicked(FIRST) && run.isTicked(PEERS), "without a run a list stays as it was ticked");
        began("2026-11-20T03:02");
        run.press("Start incident");
        assertTrue(run.isTicked(FIRST));
        assertFalse(run.isTicked(PEERS), "what cannot be taken back is asked for in the run");
        assertEquals(
                "Irreversible: Recovery steps 1: Write the list of peers. Still open: tick it again.",
                run.part(".run-fault"));
        assertEquals("INCIDENT", run.part(".run-bar .run-kind"));
        assertTrue(run.part(".run-say").startsWith("INCIDENT · Vault is lost · minute 0"));
        run.press("Discard the run");
        browser.press(Keys.ESCAPE);
        assertEquals("INCIDENT", run.part(".run-bar .run-kind"), "Escape means no");
        run.press("Discard the run");
        run.press("Discard it");
        assertFalse(run.isTicked(FIRST), "the boxes of a run go with it");
        assertTrue(
                browser.is("document.querySelector('.run-bar').hidden && localStorage.getItem(" + KEY + ") === null"));
        began("2026-11-20T02:42");
        run.press("Start exercise (DRILL)");
        assertTrue(run.part(".run-say").startsWith("DRILL · Vault is lost · minute 20"), run.part(".run-say"));
        assertTrue(run.part(".run-began").contains("Outage began 2026-11-20 02:42, Europe/Berlin (UTC+01:00)"));
    }

    private void began(String local) {
        browser.value("(w => { w.value = '" + local
                + "'; w.dispatchEvent(new Event('input')); })(document.querySelector('.run-live input'))");
    }

    @Test
    void anIrreversibleStepAsksTwiceAndNamesWhatCannotBeTakenBack() {
        run.press("Start incident");
        browser.value(run.step(PEERS) + ".querySelector('input.tick').focus()");
        browser.press(Keys.SPACE);
        assertEquals(
                "Irreversible: The other nodes are expelled. This cannot be taken back.",
                browser.text("document.activeElement.ariaLabel"));
        browser.press(Keys.SPACE, Keys.ENTER);
        assertFalse(run.isTicked(PEERS), "a second press of the same key is no answer");
        browser.press(Keys.ESCAPE);
        assertEquals("tick", browser.text("document.activeElement.className"));
        browser.press(Keys.SPACE);
        browser.press(Keys.TAB, Keys.ENTER);
        assertTrue(run.isTicked(PEERS));
        assertTrue(browser.is("document.activeElement === " + run.step(PEERS) + ".querySelector('input.tick')"));
        browser.press(Keys.SPACE);
        assertFalse(run.isTicked(PEERS), "what was ticked by mistake is unticked at once");
        browser.value("localStorage.removeItem(" + KEY + "), dispatchEvent(new Event('pageshow'))");
        assertTrue(browser.is("document.querySelector('.run-bar').hidden"), "discarded elsewhere, it stays discarded");
    }

    @Test
    void aRunIsClosedWhenAllIsVerifiedAndLeavesARecordATextAndAReview() throws IOException {
        run.press("Start exercise (DRILL)");
        clock.pass("5M");
        run.tick(FIRST);
        clock.pass("20M");
        browser.value("tierZero.copy = async () => false, 0");
        run.press("Copy call-out");
        assertFalse(browser.is("localStorage.getItem(" + KEY + ").includes('callout')"), "not copied is not sent");
        run.press("It was sent");
        browser.value("document.querySelector('details:has(.run-form)').open = true");
        run.press("Close the run");
        assertEquals("verification.1", browser.text("document.activeElement.closest('li').dataset.step"));
        assertTrue(run.part(".run-left").contains("Verification 2: Audit is on."), run.part(".run-left"));
        browser.press(Keys.SPACE);
        run.press("verification.2", "Skip");
        run.answer("no audit here");
        browser.value("document.querySelector('.run-form textarea').focus()");
        browser.press("Two people led.", Keys.TAB, "Say who *leads*", Keys.TAB, Keys.TAB, Keys.TAB, "a champion");
        clock.pass("2M12S");
        browser.press(Keys.ENTER);
        assertTrue(run.part(".run-began").endsWith("closed after 27:12"), run.part(".run-began"));
        run.press("Save record (JSON)");
        run.press("Save review page");
        JsonNode record = JSON.readTree(run.saved(FILE + ".json"));
        assertEquals(
                List.of(
                        "0: DRILL: run begun",
                        "5: step Immediate actions 1: Note the state of every node.",
                        "25: call-out sent",
                        "25: step Verification 1: It answers.",
                        "25: skipped Verification 2: Audit is on. Reason: no audit here",
                        "27: run closed"),
                texts(record.path("actions")));
        assertEquals(
                "tier0-run/1 exercise vault vault recovery/vault.md 2026-11-20 03:02 Europe/Berlin 27:12 7200 Two people led. a champion",
                String.join(
                        " ",
                        List.of(
                                        "format",
                                        "kind",
                                        "scenario",
                                        "service",
                                        "page",
                                        "date",
                                        "start",
                                        "time-zone",
                                        "time-to-recovery",
                                        "rto-seconds",
                                        "response",
                                        "outside-participant")
                                .stream()
                                .map(key -> record.path(key).asText())
                                .toList()));
        assertTrue(record.path("ended").asText().startsWith("2026-11-20T02:29:12."));
        assertEquals(
                "[{\"text\":\"Say who *leads*\",\"page\":\"recovery/vault.md\",\"state\":\"open\"}]",
                record.path("lessons").toString());
        assertEquals(
                "skipped 25:00 no audit here",
                record.at("/steps/5/state").asText() + " "
                        + record.at("/steps/5/elapsed").asText() + " "
                        + record.at("/steps/5/reason").asText());
        assertEquals("""
                ---
                title: "DRILL: Vault is lost, 2026-11-20 03:02"
                type: page
                description: "Review of the exercise of 2026-11-20: times, timeline, skipped steps, lessons."
                owner: platform-team
                reviewed: 2026-11-20
                tags: [recovery]
                ---
                **DRILL.** This was an exercise, run by [Vault is lost](../vault.md).

                ## Times

                - Outage began 2026-11-20 03:02, Europe/Berlin; run begun after 00:00
                - Closed after 27:12, RTO 2 h kept by 1 h 32 min
                - 3 of 6 steps done or skipped
                - Call-outs missed: minute 10
                """, run.saved(FILE + ".md").split("- Page recovery", 2)[0]);
        assertTrue(run.saved(FILE + ".md").endsWith("""
                ## Skipped steps

                - Verification 2: Audit is on. Reason: no audit here

                ## Lessons

                - [ ] Say who \\*leads\\* Page: [recovery/vault.md](../vault.md)
                """), run.saved(FILE + ".md"));
        run.press("Put away");
        assertEquals(
                "DRILL 2026-11-20 03:02 27:12Show", browser.text("document.querySelector('.run-live li').textContent"));
        run.press("Show");
        assertTrue(run.part(".run-began").endsWith("closed after 27:12"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void anotherDeviceGoesOnFromTheFileAndTheFirstTakesItBack() throws IOException {
        run.press("Start incident");
        clock.pass("3M");
        run.tick(FIRST);
        run.press("Save record (JSON)");
        String first = run.saved(FILE + ".json");
        browser.value("localStorage.clear()");
        run.reload();
        assertFalse(run.isTicked(FIRST));
        String quoted = JSON.writeValueAsString(first);
        run.take(quoted);
        assertEquals("✓ 03:05 (+03:00)|", run.at(FIRST));
        clock.pass("2M");
        run.tick("immediate-actions.2");
        run.press("Save record (JSON)");
        String second = JSON.writeValueAsString(run.saved(FILE + ".json"));

        browser.value("localStorage.setItem(" + KEY + ", " + quoted + ")");
        run.reload();
        run.tick("verification.1");
        run.take(second);
        assertEquals("✓ 03:07 (+05:00)|", run.at("immediate-actions.2"));
        assertTrue(run.isTicked("verification.1"));

        run.open(host.page("recovery/harbor.html"));
        run.take(quoted);
        assertEquals("This record belongs to another page, recovery/vault.md. Open it there.", run.part(".run-fault"));
        run.press("Start incident");
        run.press("Save record (JSON)");
        String mine = JSON.writeValueAsString(run.saved("2026-11-20-harbor.json"));
        run.press("Discard the run");
        run.press("Discard it");
        clock.pass("1S");
        run.press("Start incident");
        run.take(mine);
        assertEquals("Another run of this page is open here. Close or discard it first.", run.part(".run-fault"));
    }

    @Test
    void aGarbledStoreIsRefusedWithAReason() throws IOException {
        String damaged = "This record is damaged: entry 1 of its log cannot be read.",
                none = "This is no record of run mode (tier0-run/1) with a log.";
        String head = "{\"format\":\"tier0-run/1\",\"log\":[";
        Map<String, String> reasons = new LinkedHashMap<>();
        List.of("{", "null", "[]", "7", head.replace("run/1", "run/2") + "]}").forEach(text -> reasons.put(text, none));
        reasons.put(head + "]}", "This record is damaged: its log has no beginning.");
        reasons.put(head + "null]}", damaged);
        String entry = "{\"id\":\"a-1\",\"at\":\"2026-11-20T02:02:00Z\",\"offset\":0,\"do\":\"begin\"}";
        reasons.put(head + entry + "]}", "This record is damaged: its log has no beginning.");
        for (String change : List.of(
                "a-1 ../x",
                "2026-11-20 2026-99-20",
                "\"offset\":0 \"offset\":\"x\"",
                "begin rm",
                "\"a-1\" [\"a-1\"]",
                "\"id\" \"t\":1e99,\"id\"",
                "\"id\" \"text\":{},\"id\"")) {
            String[] parts = change.split(" ", -1);
            reasons.put(head + entry.replace(parts[0], parts[1]) + "]}", damaged);
        }
        reasons.put(
                head + (entry + ",").repeat(10_000) + entry + "]}",
                "This record is damaged: entry 10001 of its log cannot be read.");
        String
                begin =
                        entry.replace(
                                "}",
                                ",\"page\":\"recovery/vault.md\",\"kind\":\"incident\",\"steps\":{},\"start\":\"2026-11-20T03:02:00+01:00\"}"),
                older = entry.replace("a-1", "a-2").replace("02:02", "02:01").replace("begin", "tick");
        reasons.put(head + begin + "," + older + "]}", "This record is damaged: its log has no beginning.");
        reasons.put(
                head + begin.replace("2026-11-20T03", "2026-13-20T03") + "]}",
                "This record is damaged: its log has no beginning.");
        for (Map.Entry<String, String> one : reasons.entrySet()) {
            assertEquals(
                    one.getValue(),
                    browser.text("TierZeroRun.read(" + JSON.writeValueAsString(one.getKey())
                            + ", 'recovery/vault.md').reason"),
                    one.getKey());
        }
        assertEquals(
                "50000",
                browser.text(
                        "String(TierZeroRun.read(JSON.stringify({ format: TierZeroRun.FORMAT, log: TierZeroRun.add(["
                                + begin
                                + "], 'a-3', { wall: Date.now(), mono: 1, shift: 0, zone: '', offset: 0 },"
                                + " { do: 'note', text: 'x'.repeat(3e5) }) }), 'recovery/vault.md').log[1].text.length)"),
                "what is written can be read");
        assertEquals(
                "This is longer than 4,000 characters.",
                browser.text("TierZeroParams.valid('1'.repeat(4001), { pattern: '1+' })"));
        browser.value("localStorage.setItem(" + KEY + ", '[')");
        run.reload();
        assertEquals("What this browser kept of a run cannot be read. " + none, run.part(".run-fault"));
        run.press("Save it as a file and discard it");
        assertEquals("[", run.saved("run.txt"));
        assertEquals("", run.part(".run-fault"));
        run.press("Start incident");
        run.reload();
        assertEquals("INCIDENT", run.part(".run-bar .run-kind"));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void aValueGivenBeforeTheStartIsInTheRecordAndASecretOneIsNowhere() {
        for (String given : List.of("text vault-2", "password hush-hush")) {
            String[] part = given.split(" ", -1);
            browser.value("(box => { box.value = '" + part[1]
                    + "'; ['input', 'change'].forEach(name => box.dispatchEvent(new Event(name, { bubbles: true }))); })"
                    + "(document.querySelector('.param-form input[type=" + part[0] + "]'))");
        }
        run.press("Start incident");
        run.tick(FIRST);
        run.press("immediate-actions.2", "Skip");
        run.answer("nobody");
        browser.value("localStorage.setItem(TierZeroParams.key('tz-params'), '{\"node\":\"vault-9\"}')");
        run.reload();
        assertEquals("vault-2", browser.text("document.querySelector('.param').textContent"), "the value of the run");
        run.press("Save record (JSON)");
        assertTrue(
                run.saved(FILE + ".json").contains("\"parameters\": {\n    \"node\": \"vault-2\"\n  }"),
                run.saved(FILE + ".json"));
        assertFalse(browser.is("(saved['" + FILE + ".json'] + JSON.stringify(localStorage)).includes('hush')"));
        assertEquals(
                "{\"kind\":\"incident\",\"word\":\"INCIDENT\",\"minute\":0,\"current\":\"Recovery steps 1: Write the list of peers.\","
                        + "\"tried\":[\"Immediate actions 1: Note the state of every node.\"],\"skipped\":[\"Immediate actions 2: Call the key holders.\"]}",
                browser.text("JSON.stringify(tierZero.run())"));
        run.press("Discard the run");
        run.press("Discard it");
        assertEquals("<node>", browser.text("document.querySelector('.param').textContent"));
        assertTrue(browser.is("!Object.keys(localStorage).some(key => /^tz-(run|params) /.test(key))"));
    }

    @Test
    void aHostileLogThatIsWellFormedIsShownAsTextAndThrowsNothing() throws IOException {
        String entry = ",{\"id\":\"b-%d\",\"at\":\"2026-11-20T02:03:00Z\",\"offset\":0,%s}";
        StringBuilder log = new StringBuilder(
                "{\"format\":\"tier0-run/1\",\"log\":[{\"id\":\"a-1\",\"at\":\"2026-11-20T02:02:00Z\",\"offset\":0,\"do\":\"begin\",\"page\":\"recovery/vault.md\",\"kind\":\"incident\",\"steps\":{\"__proto__\":1,\"x\":[]},\"start\":\"2026-11-20T03:02:00+01:00\",\"zone\":\"<b>\"}");
        int n = 0;
        for (String doing : List.of(
                "tick",
                "untick",
                "skip",
                "note",
                "param",
                "verify",
                "callout",
                "outage",
                "import",
                "page-changed",
                "reopen")) {
            log.append(entry.formatted(++n, "\"do\":\"" + doing + "\""));
            log.append(
                    entry.formatted(
                            ++n,
                            "\"do\":\"" + doing
                                    + "\",\"step\":\"__proto__\",\"field\":\"__proto__\",\"name\":\"constructor\",\"text\":\"<img src=x onerror=alert(1)>\""));
        }
        browser.value("localStorage.setItem(" + KEY + ", " + JSON.writeValueAsString(log + "]}") + ")");
        run.reload();
        assertEquals("INCIDENT", run.part(".run-bar .run-kind"));
        run.press("Save record (JSON)");
        run.press("Save review page");
        assertTrue(run.saved(FILE + ".md").contains("\\<img src=x onerror=alert(1)\\>"), run.saved(FILE + ".md"));
        assertTrue(browser.is("!document.querySelector('img[src=x]')"));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void twoTabsShowTheSame() {
        run.press("Start incident");
        String first = browser.another();
        FakeClock other = new FakeClock(browser, Instant.parse("2026-11-20T02:03:00Z"), "Europe/Berlin");
        RunPage beside = new RunPage(browser, other);
        beside.open(host.page(RunSite.PAGE));
        beside.tick(FIRST);
        String second = browser.to(first);
        browser.await(run.step(FIRST) + ".dataset.run === 'done'");
        clock.pass("2M");
        run.tick("immediate-actions.2");
        browser.to(second);
        browser.await(run.step("immediate-actions.2") + ".dataset.run === 'done'");
        assertEquals("2 of 6", beside.part(".run-cell:nth-last-of-type(1) b"));
        browser.value("document.querySelector('details:has(.run-form)').open = true");
        browser.value("document.querySelector('.run-form textarea').focus()");
        browser.press("Two led.");
        browser.await("(localStorage.getItem(" + KEY + ") || '').includes('Two led.')");
        browser.to(first);
        browser.await("document.querySelector('.run-form textarea').value === 'Two led.'");
        browser.value("document.querySelector('details:has(.run-form)').open = true");
        browser.value("document.querySelectorAll('.run-form input')[0].focus()");
        browser.press("Call earlier");
        browser.to(second);
        browser.await("document.querySelectorAll('.run-form input')[0].value === 'Call earlier'");
        beside.press("Discard the run");
        beside.press("Discard it");
        browser.closeFor(first);
        browser.await("document.querySelector('.run-bar').hidden && !" + run.step(FIRST) + ".dataset.run");
    }

    @Test
    void aPageThatChangedSinceTheStartSaysWhatChanged() throws IOException {
        run.press("Start incident");
        run.tick("recovery-steps.2");
        host.publish(folder.resolve("second"));
        run.reload();
        assertEquals(
                "This page changed after the run began. changed: Recovery steps 2: Restart it on every node.; removed: verification.2.",
                run.part(".run-news"));
        assertEquals(
                "Not as it was when the run began", run.at("recovery-steps.2").split("[|]", -1)[1]);
        assertTrue(run.isTicked("recovery-steps.2"));
        run.press("Save record (JSON)");
        JsonNode record = JSON.readTree(run.saved(FILE + ".json"));
        assertTrue(record.path("changed").asBoolean());
        run.reload();
        assertTrue(
                run.part(".run-news").startsWith("This page changed"), "said once in the log, and always on the page");
    }

    @Test
    void sleepDaylightSavingAndASetClockDoNoHarm() throws IOException {
        clock.remove();
        FakeClock night = new FakeClock(browser, Instant.parse("2026-10-25T00:30:00Z"), "Europe/Berlin");
        RunPage late = new RunPage(browser, night);
        late.open(host.page(RunSite.PAGE));
        late.press("Start incident");
        night.sleep("95M");
        assertEquals(
                "INCIDENT Outage 95:00 RTO left 25 min Lease over Call-out due Steps 0 of 6 Current step Run",
                late.part(".run-bar"));
        assertEquals(
                "soon over soon",
                browser.text(
                        "[...document.querySelectorAll('.run-cell')].map(c => c.dataset.level).filter(Boolean).join(' ')"));
        assertEquals("Missed: minute 10, 20, 30 and 5 more", late.part(".run-missed"));
        late.tick(FIRST);
        assertEquals("✓ 03:05 (+95:00)|", late.at(FIRST), "02:30 summer time and 95 minutes are 03:05 winter time");
        night.set("-1H");
        night.pass("1M");
        late.tick("immediate-actions.2");
        assertTrue(
                late.at("immediate-actions.2").endsWith("(+96:00)|")
                        || late.at("immediate-actions.2").endsWith("(+96:01)|"),
                late.at("immediate-actions.2"));
        assertTrue(late.part(".run-news").contains("asleep or set forward for 1 h 34 min"), late.part(".run-news"));
        assertTrue(late.part(".run-news").contains("set back by 1 h"), late.part(".run-news"));
        night.pass("30M");
        assertEquals("RTO over by 6 min", late.part(".run-cell:nth-of-type(2)"));
        night.sleep("45M");
        assertEquals("RTO over by 51 min", late.part(".run-cell:nth-of-type(2)"), "sleep is not a clock set right");
        late.press("Change");
        browser.value("document.querySelector('.run-ask').requestSubmit()");
        assertTrue(late.part(".run-began").contains("02:30, Europe/Berlin (UTC+02:00)"), late.part(".run-began"));
        late.press("Change");
        browser.value(
                "document.activeElement.value = '2026-10-25T02:05', document.querySelector('.run-ask').requestSubmit()");
        assertTrue(late.part(".run-began").contains("02:05, Europe/Berlin (UTC+01:00)"), late.part(".run-began"));
        night.remove();
    }
}
