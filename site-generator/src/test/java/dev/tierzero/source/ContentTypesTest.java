package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.DocumentType;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContentTypesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void theBuiltInTypesAreThoseOfTheContract() {
        ContentTypes types = ContentTypes.of(Settings.standard("x"));
        assertEquals(
                List.of(
                        "page",
                        "guide",
                        "training",
                        "handbook",
                        "runbook",
                        "dr-playbook",
                        "faq",
                        "decision",
                        "exercise",
                        "kpi-dashboard",
                        "home"),
                List.copyOf(types.names()));
        List<String> sections = List.of(
                "Symptoms",
                "Impact assessment",
                "Immediate actions",
                "Recovery steps",
                "Verification",
                "Post-incident review");
        for (ContentType type : types.all()) {
            boolean steps = type.name().equals("runbook") || type.name().equals("dr-playbook");
            List<String> titles = type.requiredSections().stream()
                    .map(DocumentType.RequiredSection::title)
                    .toList();
            assertEquals(steps ? sections : List.of(), titles, type.name());
        }
        assertEquals(
                List.of(
                        "severity=Severity",
                        "service=Service",
                        "alerts=Alerts",
                        "duration=Duration",
                        "applies-to=Applies to"),
                types.get("runbook").orElseThrow().facts().entrySet().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void everySchemaIsOneOfDraft202012() throws Exception {
        var meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (ContentType type : extended().all()) {
            assertEquals(List.of(), meta.validate(type.schema(), InputFormat.JSON), type.name());
        }
    }

    @Test
    void aDeclaredTypeHasTheCommonKeysAndItsOwn() {
        ContentTypes types = extended();
        Schema schema = types.schema("postmortem");
        assertTrue(schema.properties().keySet().containsAll(List.of("title", "owner", "impact", "people")));
        assertEquals(List.of("impact"), schema.required());
        assertTrue(types.schema("runbook").properties().keySet().containsAll(List.of("title", "alerts", "region")));
        assertEquals("Post-mortem", types.get("postmortem").orElseThrow().label());
        assertEquals("Runbook", types.get("runbook").orElseThrow().label());
        assertEquals(6, types.get("runbook").orElseThrow().requiredSections().size());
    }

    @Test
    void aKeyThatATypeNeedsIsMissed() {
        var reading = new FrontMatter(extended(), Settings.standard("x"))
                .read("a.md", "content/a.md", "---\ntype: postmortem\n---\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(reading.diagnostics().stream()
                .anyMatch(d -> d.message().equals("a page of type postmortem needs \"impact\"")));
    }

    /** The library and our own evaluator agree about what is valid, on thousands of random pages of every type. */
    @Test
    void theLibraryAgrees() throws Exception {
        ContentTypes types = extended();
        Random random = new Random(20261120);
        int valid = 0;
        for (ContentType type : types.all()) {
            Schema ours = types.schema(type.name());
            var theirs = REGISTRY.getSchema(
                    SchemaLocation.of("https://tier0.example/" + type.name() + "/"), JSON.readTree(type.schema()));
            for (int i = 0; i < 700; i++) {
                YamlNode.Entries page = RandomMetadata.page(random, ours);
                List<Diagnostic> findings = new ArrayList<>();
                SchemaCheck check = new SchemaCheck("a.md", findings);
                Object value = check.value("page", page, ours);
                String json = JSON.writeValueAsString(value);
                boolean accepted = theirs.validate(
                                json,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .isEmpty();
                assertEquals(accepted, findings.isEmpty(), () -> type.name() + " " + json + " " + findings);
                valid += accepted ? 1 : 0;
            }
        }
        assertTrue(valid > 1_200, "only " + valid + " were valid");
    }

    private static ContentTypes extended() {
        try {
            return ContentTypes.of(
                    SettingsFile.parse("site.yaml", """
                    types:
                      postmortem:
                        label: Post-mortem
                        required: [impact]
                        properties:
                          impact: {type: string, enum: [low, high]}
                          people: {type: [array, string], items: {type: string, minLength: 1}}
                      runbook:
                        properties:
                          region: {type: string, pattern: "^[a-z]{2}-[0-9]$"}
                    """.getBytes(StandardCharsets.UTF_8), Settings.standard("x")));
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
    }
}
