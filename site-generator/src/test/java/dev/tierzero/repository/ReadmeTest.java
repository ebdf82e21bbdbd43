package dev.tierzero.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells to type exists, and so does what it links to. */
final class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("\\./tier0 ([a-z]+)((?: --?[a-z][a-z-]*| [A-Za-z./-]+)*)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern FOLDER = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private final Path root = Repository.root();
    private final String readme = Pages.text(root.resolve("README.md"));

    @Test
    void everyCommandAndOptionIsKnownToTheProgram() throws IOException, InterruptedException {
        Map<String, List<String>> options = new TreeMap<>();
        COMMAND.matcher(readme).results().forEach(match -> {
            List<String> named = options.computeIfAbsent(match.group(1), key -> new ArrayList<>());
            Pattern.compile("--[a-z-]+").matcher(match.group(2)).results().forEach(o -> named.add(o.group()));
        });
        assertEquals(List.of("audit", "build", "check", "search", "serve"), List.copyOf(options.keySet()));
        for (Map.Entry<String, List<String>> command : options.entrySet()) {
            String help = help(command.getKey());
            for (String option : command.getValue()) {
                assertTrue(help.contains(option), command.getKey() + " knows no " + option + ":\n" + help);
            }
        }
    }

    @Test
    void theTestCommandIsMavensAndTheScriptOfContinuousIntegrationRunsIt() {
        assertTrue(readme.contains("$ mvn verify\n"));
        assertTrue(Files.isExecutable(root.resolve(".ci/run")));
        assertTrue(Pages.text(root.resolve(".ci/run")).contains("mvn -B verify"));
    }

    @Test
    void whatItLinksToIsThere() {
        List<String> missing = new ArrayList<>();
        for (Pattern pattern : List.of(LINK, FOLDER)) {
            List<String> named =
                    pattern.matcher(readme).results().map(r -> r.group(1)).toList();
            assertFalse(named.isEmpty(), pattern::pattern);
            named.stream().filter(path -> !Files.exists(root.resolve(path))).forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }

    private static String help(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.tierzero.cli.Main",
                        command,
                        "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
