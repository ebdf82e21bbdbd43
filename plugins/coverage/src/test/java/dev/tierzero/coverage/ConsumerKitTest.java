package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tierzero.api.ContributedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that a tool's pipeline runs: an index of a release against a site of today. Needs {@code sh} and {@code jq}. */
final class ConsumerKitTest {

    private static final Path SCRIPT =
            Path.of("../../content/contribute/examples/help-index-test.sh").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aSiteOfToday() throws IOException, InterruptedException {
        assumeTrue(run(List.of("jq", "--version")).startsWith("0 "), "jq is not installed");
        for (String code : List.of("BOX-E1", "BOX-E2", "BOX-E9")) {
            Path page = folder.resolve("site/e/" + code + "/index.html");
            Files.createDirectories(page.getParent());
            Files.writeString(page, "<!doctype html>");
        }
        Files.writeString(folder.resolve("site/help-index.json"), index(GoodSite.site()));
    }

    @Test
    void anOldIndexResolvesOnANewSite() throws IOException, InterruptedException {
        assertEquals("0 3 codes resolve", test(index(GoodSite.site())));
    }

    @Test
    void aCodeThatTheSiteHasLostIsNamed() throws IOException, InterruptedException {
        Files.delete(folder.resolve("site/e/BOX-E9/index.html"));
        Files.writeString(
                folder.resolve("site/help-index.json"), index(GoodSite.site()).replace("BOX-E2", "BOX-E3"));
        assertEquals(
                "1 BOX-E2: not in the site's help index\nBOX-E9: /e/BOX-E9/ leads nowhere",
                test(index(GoodSite.site())));
    }

    @Test
    void anIndexOfAnotherFormatIsRefused() throws IOException, InterruptedException {
        assertEquals(
                "2 cannot read format \"tier0-help-index/9\"",
                test("{\"format\": \"tier0-help-index/9\", \"codes\": []}"));
    }

    @Test
    void anIndexWithoutCodesProvesNothing() throws IOException, InterruptedException {
        String said = test("{\"format\": \"tier0-help-index/1\", \"codes\": []}");
        assertEquals("2 ", said.substring(0, 2));
    }

    private static String index(TextSite site) {
        return site.contributions().stream()
                .filter(ContributedFile.class::isInstance)
                .map(file -> ((ContributedFile) file).text())
                .findFirst()
                .orElseThrow();
    }

    private String test(String index) throws IOException, InterruptedException {
        Path released = Files.writeString(folder.resolve("released.json"), index);
        return run(List.of(
                "sh",
                SCRIPT.toString(),
                released.toString(),
                folder.resolve("site").toString()));
    }

    /** The exit code, a blank, and what was said. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            return exit + " " + Files.readString(said).strip();
        } catch (IOException e) {
            return "not there: " + e.getMessage();
        }
    }
}
