package dev.tierzero.kpi.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.KpiSnapshot;
import dev.tierzero.kpi.page.TestPage;
import dev.tierzero.kpi.page.TestView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example on the page of each finding gives that finding, word for word. */
final class CheckPagesTest {

    private static final Path CHECKS = Path.of("../../content/checks");
    private static final Pattern PAGE = Pattern.compile(
            "```yaml title=\"content/_data/criteria.yaml\"\n(.*?)```.*```text title=\"The check says\"\n(.*?)```",
            Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"KP050", "KP051", "KP052", "KP053", "KP054", "KP055"})
    void theExampleOfAPageIsWhatTheCheckSays(String code) throws IOException {
        Matcher page = PAGE.matcher(Files.readString(CHECKS.resolve(code + ".md")));
        assertTrue(page.find(), code);
        TestView site = TestView.of("""
                        - id: adoption
                          title: Adoption rate
                          unit: "%"
                          target: { operator: ">", value: 90 }
                          source: { type: file }
                        """)
                .with(TestPage.of("rollout/general.adoc", "page", "General rollout", Map.of()))
                .with("_data/criteria.yaml", page.group(1));
        String said = new KpiSnapshot()
                .check(site).stream()
                        .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message()
                                + "\n    fix: " + d.hint() + "\n")
                        .collect(Collectors.joining());
        assertEquals(page.group(2), said);
    }
}
