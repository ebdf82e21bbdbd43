package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.kpi.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example on the page of each finding gives that finding, word for word. */
final class CheckPagesTest {

    private static final Path CHECKS = Path.of("../../content/checks");
    private static final Pattern FILE =
            Pattern.compile("```\\w+ title=\"(content/_data/[^\"]+|site\\.yaml)\"\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SAYS = Pattern.compile("```text title=\"The check says\"\n(.*?)```", Pattern.DOTALL);
    private static final String SETTINGS = """
            hosts: [127.0.0.1, metrics.aibox.example, prometheus.aibox.example, reports.aibox.example]
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KP001", "KP002", "KP003", "KP004", "KP005", "KP006", "KP007", "KP010", "KP011", "KP012", "KP014",
                "KP030", "KP031", "KP032", "KP040", "KP043"
            })
    void theExampleOfAPageIsWhatTheCheckSays(String code) throws IOException {
        String page = Files.readString(CHECKS.resolve(code + ".md"));
        TestSite site = TestSite.of("[]").settings(SETTINGS).offline();
        Matcher files = FILE.matcher(page.substring(0, page.indexOf("## How to fix")));
        while (files.find()) {
            site = site.file(files.group(1).substring("content/".length()), files.group(2));
        }
        assertEquals(
                said(page),
                site.collect().diagnostics().stream().map(CheckPagesTest::text).reduce("", String::concat));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KP020", "KP021", "KP022", "KP023", "KP024", "KP041", "KP042"})
    void ofASourceThatFailsThePageSaysWhatTheCollectionSays(String code) throws IOException {
        String page = Files.readString(CHECKS.resolve(code + ".md"));
        List<NoValue> reasons = List.of(
                NoValue.unreachable("no answer within 5 s"),
                NoValue.invalid("the answer is not of the type expected, perhaps a page to log in"),
                NoValue.noData("the answer has no value at the place declared"),
                NoValue.implausible("the value is outside 0 to 100"),
                NoValue.future(),
                NoValue.personal(),
                NoValue.smallGroup(5));
        NoValue reason =
                reasons.stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
        assertTrue(
                said(page)
                        .endsWith(" warning %s: adoption has no new value: %s\n    fix: %s\n"
                                .formatted(code, reason.words(), reason.hint())),
                said(page));
    }

    private static String said(String page) {
        Matcher says = SAYS.matcher(page);
        assertTrue(says.find(), page);
        return says.group(1);
    }

    private static String text(Diagnostic d) {
        return d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + "\n    fix: "
                + d.hint() + "\n";
    }
}
