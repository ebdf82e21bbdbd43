package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Sha256;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies that the last run made are taken over when nothing of them has changed, and only then. */
final class CopyReuseTest {

    private static final String COPY = "recovery/vault.offline.html";

    /** Shows more where something is also needed, and one of the scripts. */
    private static final String TEMPLATE = """
            <!DOCTYPE html><html lang="en"><head><title>{{ page.title }}</title></head><body><main id="tz.main">{{ copy.main | raw }}
            {% if copy.also is not empty %}{{ site.title }} {{ page.description }}{{ copy.also | raw }}{% endif %}</main>
            <script>{{ copy.scripts[0] | raw }}</script></body></html>
            """;

    private final TestSite site;
    private final Path clean;

    CopyReuseTest(@TempDir Path folder) {
        site = TestSite.in(folder.resolve("site"), RungsTest.SITE)
                .write("content/recovery/rack.png", RungsTest.png(300))
                .write("content/recovery/second.md", """
                        ---
                        type: dr-playbook
                        description: The second is lost.
                        ---
                        ## Immediate actions

                        1. As on [the first](vault.md#verification): ![own](own.png)
                        """);
        clean = folder.resolve("clean");
    }

    /** Something that an author, a theme's author or a disk does. */
    private interface Change {
        void in(TestSite site) throws IOException;
    }

    private boolean applies(Change change) throws IOException {
        try {
            change.in(site);
            return true;
        } catch (UncheckedIOException e) {
            // There is nothing to delete yet.
            return false;
        }
    }

    private Stage staged() throws IOException, SettingsException {
        return Stage.of(Inputs.read(site.request()), Optional.empty(), Progress.NONE);
    }

    private static Change text(String path, String what, String with) {
        return site -> {
            Path file = site.folder().resolve(path);
            String text = Files.readString(file);
            site.write(path, text.contains(what) ? text.replace(what, with) : text.replace(with, what));
        };
    }

    private static Change damage(String with) {
        return site -> {
            if (Files.exists(site.folder().resolve("output").resolve(COPY))) {
                site.write("output/" + COPY, with);
            }
        };
    }

    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>(List.of(
                text("content/ops/other.md", "Not needed.", "Not needed at all."),
                text("content/ops/other.md", "# Other", "# Another"),
                text("content/ops/short.md", "All of it.", "All of this."),
                text("content/ops/short.md", "# Short", "# In short"),
                text("content/ops/short.md", "# Short", "---\nsurvives: offline\n---\n# Short"),
                text("content/ops/short.md", "All of it.", "All of it.\n\n" + "Very long. ".repeat(5000)),
                text("content/recovery/services.md", "Left.", "Right."),
                text("content/recovery/services.md", "A table.", "Two tables."),
                text("content/recovery/vault.md", "It answers.", "It answers at once."),
                text("content/recovery/vault.md", "Vault is lost.", "Vault is gone."),
                text("content/recovery/vault.md", "## Immediate", "\n\n## Immediate"),
                text("content/recovery/_say.md", "Say so", "Say it"),
                text("site.yaml", "title: Portal", "title: Handbook"),
                text("site.yaml", "portal-zip: true", "portal-zip: false"),
                damage("<p>damaged"),
                damage("")));
        changes.add(site -> site.write("content/recovery/rack.png", RungsTest.png(301)));
        changes.add(site -> site.write("content/recovery/rack.png", RungsTest.png(400 << 10)));
        changes.add(site -> site.write("content/recovery/rack.png", RungsTest.png(300)));
        changes.add(site -> site.write("content/recovery/own.png", RungsTest.png(200)));
        changes.add(site -> site.delete("content/recovery/own.png"));
        changes.add(site -> site.write("content/ops/new" + System.nanoTime() + ".md", "# New\n"));
        changes.add(site -> site.write("templates/assets/run.css", ".a" + System.nanoTime() + " { color: red }"));
        changes.add(site -> site.write("templates/layouts/one-file.peb", TEMPLATE));
        changes.add(site -> site.write("templates/partials/rungs.peb", "<a href=\"{{ link(\"robots.txt\") }}\">r</a>"));
        return changes;
    }

    private static List<String> told(Outcome outcome) {
        return outcome.diagnostics().stream()
                .map(d -> d.position() + " " + d.severity() + " " + d.code() + " " + d.message())
                .toList();
    }

    private SortedMap<String, String> outputs(Path folder) {
        SortedMap<String, String> outputs = TestSite.tree(folder);
        outputs.keySet().removeIf(path -> path.equals("manifest.json"));
        return outputs;
    }

    /** After each of some changes in a random order, with checks and builds between them, all is as without any earlier run. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverChangesTheSiteIsAsWhenItIsBuiltAnew(long seed) throws IOException, SettingsException {
        Random random = new Random(seed);
        List<Change> changes = changes();
        Collections.shuffle(changes, random);
        site.buildAnyway();
        for (Change change : changes) {
            if (!applies(change)) {
                continue;
            }
            if (random.nextBoolean()) {
                // As a preview, a search or a baseline does: pages are parsed, and none is verified.
                staged();
            }
            Outcome anew = TestSite.build(
                    new Request(site.folder(), Optional.of(clean), 2, Map.of(), false, false), Optional.empty());
            if (random.nextBoolean()) {
                assertEquals(told(anew), told(site.check()));
            }
            if (random.nextInt(3) > 0) {
                assertEquals(told(anew), told(site.buildAnyway()));
                assertEquals(outputs(clean), outputs(site.folder().resolve("output")));
            }
        }
    }

    /** A record that says of other bytes that they are the copy shows whether a build makes it anew. */
    private String builtAfter(Change change) throws IOException, SettingsException {
        site.buildAnyway();
        byte[] other = "<!-- not made now -->".getBytes(StandardCharsets.UTF_8);
        CopyStore store = staged().copies();
        CopyStore.Entry entry = store.before("recovery/vault.html").orElseThrow();
        store.keep(
                "recovery/vault.html",
                new CopyStore.Entry(entry.key(), entry.stamp(), entry.needs(), entry.sources(), Sha256.hex(other)));
        store.write();
        site.write("output/" + COPY, other);
        change.in(site);
        site.buildAnyway();
        return site.output(COPY);
    }

    @Test
    void whatHasNotChangedIsTakenOver() throws IOException, SettingsException {
        assertEquals(
                "<!-- not made now -->", builtAfter(text("content/ops/other.md", "Not needed.", "Not needed at all.")));
    }

    @Test
    void whatHasChangedIsMadeAnew() throws IOException, SettingsException {
        assertFalse(builtAfter(text("content/recovery/services.md", "Left.", "Right."))
                .contains("not made now"));
    }

    @Test
    void whatACheckFindsIsFoundAfterPagesWereOnlyParsed() throws IOException, SettingsException {
        site.buildAnyway();
        text("content/ops/short.md", "All of it.", "All of it.\n\n" + "Very long. ".repeat(5000))
                .in(site);
        staged();
        assertTrue(told(site.check()).stream().anyMatch(found -> found.contains("OF004")));
    }

    @Test
    void whatIsNotInTheArchiveIsFoundInEachCheck() throws IOException {
        site.write("templates/partials/rungs.peb", "<a href=\"{{ link(\"robots.txt\") }}\">r</a>");
        List<String> built = told(site.buildAnyway());
        assertTrue(built.stream().anyMatch(found -> found.contains("OF006")), built::toString);
        text("content/ops/other.md", "Not needed.", "Not needed at all.").in(site);
        assertEquals(built, told(site.check()));
    }
}
