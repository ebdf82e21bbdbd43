package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tierzero.portal.Portal;
import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The four recovery playbooks of the portal, run from the first step to the last. What they leave are the demonstration records in
 * {@code content/_data/drills}; {@code UPDATE_GOLDEN=1} writes them, never in CI.
 */
@InBrowser
final class RunDrillsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ticks or skips, one after the other, the open steps whose id begins with a text, but those of other tabs; calls out whenever that is due. */
    private static final String WALK = """
            await (async () => {
                const [prefix, seconds, reason] = %s, count = document.querySelectorAll("li[data-step^='" + prefix + "']").length;
                for (const step of document.querySelectorAll("li[data-step^='" + prefix + "'][data-run=open]")) {
                    if (step.closest(".tab[hidden]")) continue;
                    pass(seconds * 1000, seconds * 1000);
                    const due = document.querySelector(".run-due").textContent.startsWith("Call-out due");
                    if (due) document.querySelector(".run-call button").click();
                    await new Promise(copied => setTimeout(copied));
                    const press = words => [...step.querySelectorAll("button")].find(b => b.textContent === words).click();
                    if (!reason) step.querySelector("input.tick").click(); else {
                        press("Skip");
                        step.querySelector("textarea").value = reason;
                        press("Skip the step");
                    }
                    if (step.dataset.run === "open") press("Yes, it is done");
                }
                return count;
            })()
            """;

    private final Browser browser;
    private final Path root = Repository.root();
    private final HostedSite host;

    RunDrillsTest(Browser browser, Portal portal) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(portal.site());
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    /**
     * One exercise.
     *
     * @param walk a line for each: the beginning of ids of steps, seconds for each step, and why they are skipped
     */
    private record Drill(
            String scenario, String began, String walk, String response, Map<String, String> lessons, String outside) {}

    private static final List<Drill> DRILLS = List.of(
            new Drill(
                    "vault-failure",
                    "2026-11-05T08:30:00Z",
                    """
                    immediate-actions. 130
                    lost-quorum. 8 The card says: the storage is gone on all nodes.
                    restore-the-snapshot. 170
                    fallback-broker. 5 Vault was back before two hours were over.
                    verification. 95
                    """,
                    "The platform team led, the infrastructure team typed. It stalled for six minutes at the list of key holders.",
                    Map.of("Say on the playbook who keeps the list of key holders.", "recovery/vault-failure.md"),
                    "champion of another team"),
            new Drill(
                    "harbor-failure",
                    "2026-11-12T13:00:00Z",
                    """
                    immediate-actions. 100
                    local-integrity-check. 120
                    restore-from-backup. 110
                    images-newer-than-the-backup. 90
                    verification. 80
                    """,
                    "One engineer led, one typed. Nobody was missing.",
                    Map.of("Check the recovery kit on each host before the next exercise.", "recovery/services.md"),
                    "developer from a pilot team"),
            new Drill(
                    "nexus-failure",
                    "2026-11-17T09:00:00Z",
                    """
                    immediate-actions. 140
                    share-a-cache. 60 Every team built from its own cache.
                    restore-nexus. 150
                    verification. 120
                    """,
                    "The on-call engineer led alone for the first quarter of an hour. The damaged backup was found late.",
                    Map.of("Check the backup before the service is stopped.", "recovery/nexus-failure.adoc"),
                    "member of the security team"),
            new Drill(
                    "machine-failure",
                    "2026-11-19T12:00:00Z",
                    """
                    immediate-actions. 120
                    re-image. 900
                    set-up. 180
                    start-and-clone. 150
                    warm-caches. 200
                    harbor-down. 5 Harbor was up.
                    verification. 100
                    """,
                    "The champion led, the developer typed on a spare machine.",
                    Map.of("Keep one imaged spare machine in the office.", "recovery/machine-failure.adoc"),
                    "developer of another team"));

    @Test
    void theFourPlaybooksLeaveTheRecordsThatAreShownAsDemonstration() throws IOException {
        for (Drill drill : DRILLS) {
            String name = drill.began().substring(0, 10) + "-" + drill.scenario() + ".json";
            Path kept = root.resolve("content/_data/drills").resolve(name);
            ObjectNode record = recordOf(drill, name);
            if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
                assertFalse(System.getenv().containsKey("CI"), "nothing is updated in CI");
                Files.writeString(kept, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n");
            }
            assertEquals(
                    comparable(JSON.readTree(Files.readString(kept))).toPrettyString(),
                    comparable(record).toPrettyString(),
                    name + " is not what run mode exports; UPDATE_GOLDEN=1 writes it");
        }
    }

    private ObjectNode recordOf(Drill drill, String name) throws JsonProcessingException {
        FakeClock clock = new FakeClock(browser, Instant.parse(drill.began()), "Europe/Berlin");
        RunPage run = new RunPage(browser, clock);
        run.open(host.page("recovery/" + drill.scenario() + ".html"));
        browser.value("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } }) && 1");
        run.press("Start exercise (DRILL)");
        for (String line : drill.walk().lines().toList()) {
            String[] words = line.split(" ", 3);
            ArrayNode part = JSON.createArrayNode().add(words[0]).add(Integer.parseInt(words[1]));
            Stream.of(words).skip(2).forEach(part::add);
            int steps = browser.value(WALK.formatted(part)).asInt();
            assertFalse(steps == 0, drill.scenario() + " has no step " + part);
        }
        write(".run-form textarea", drill.response());
        drill.lessons().forEach((text, page) -> {
            write(".run-form div > .run-row .run-field:nth-child(1) input", text);
            write(".run-form div > .run-row .run-field:nth-child(2) input", page);
        });
        write(".run-form > .run-field:last-of-type input", drill.outside());
        clock.pass("1M30S");
        browser.value("document.querySelector('.run-form').requestSubmit()");
        assertEquals("", browser.text("document.querySelector('.run-left')?.innerText ?? ''"));
        run.press("Save record (JSON)");
        ObjectNode record = JSON.createObjectNode();
        JSON.readTree(run.saved(name)).properties().forEach(field -> {
            record.set(field.getKey(), field.getValue());
            if (field.getKey().equals("kind")) {
                record.put("demo", true);
            }
        });
        assertEquals(List.of(), browser.said());
        clock.remove();
        return record;
    }

    private void write(String field, String text) {
        browser.value(String.format(
                Locale.ROOT,
                "(box => { box.value = %s; box.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector(%s))",
                TextNode.valueOf(text),
                TextNode.valueOf(field)));
    }

    /** Without what changes whenever somebody edits a playbook or anything is published. */
    private static JsonNode comparable(JsonNode record) {
        ObjectNode plain = record.deepCopy();
        plain.remove(List.of("digest", "version"));
        plain.path("steps").forEach(step -> ((ObjectNode) step).remove(List.of("digest", "title")));
        plain.path("log").forEach(entry -> ((ObjectNode) entry).remove(List.of("digest", "version", "steps", "text")));
        ArrayNode actions = plain.putArray("actions");
        record.path("actions").forEach(action -> actions.add(action.asText().replaceFirst("^(\\d+: [^:]*).*", "$1")));
        return plain;
    }
}
