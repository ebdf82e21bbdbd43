package dev.tierzero.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tierzero.portal.Portal;
import dev.tierzero.portal.Repository;
import dev.tierzero.portal.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, the bootstrap on Netlify, the rule for pull requests and {@code netlify.toml}: each has tests in its own language. */
@ExtendWith(Sites.class)
final class OpsScriptsTest {

    private static final int SKIPPED = 77;
    private static final String OPS = "site-generator/src/test/ops/";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"launcher-test", "bootstrap-test", "one-kind-test"})
    void aScriptsTestsPass(String name) throws IOException, InterruptedException {
        passes(List.of("bash", OPS + name + ".sh"));
    }

    @Test
    void netlifyUnderstandsItsSettingsAndWhatTheBuildWroteForIt(Portal portal)
            throws IOException, InterruptedException {
        String modules = Optional.ofNullable(System.getenv("TIER0_OPS_MODULES")).orElse("none");
        passes(List.of(
                "node",
                OPS + "netlify-test.mjs",
                modules,
                portal.site().output().toString()));
    }

    /** {@code node site-generator/src/test/ops/shrink.mjs} makes them anew. */
    @Test
    void theScriptsThatArePublishedAreMadeFromTheThemes() throws IOException, InterruptedException {
        String modules = Optional.ofNullable(System.getenv("TIER0_OPS_MODULES")).orElse("none");
        passes(List.of("node", OPS + "shrink.mjs", "--check", modules));
    }

    private void passes(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            fail("no end in 10 minutes\n" + Files.readString(said));
        }
        Assumptions.assumeFalse(process.exitValue() == SKIPPED, () -> Pages.text(said));
        assertEquals(0, process.exitValue(), () -> Pages.text(said));
    }
}
