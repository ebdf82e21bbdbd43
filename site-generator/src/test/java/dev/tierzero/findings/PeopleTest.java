package dev.tierzero.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a person's, and what is a role's. */
final class PeopleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channel: anna.schmidt@aibox.example          | 1:10 ES001
            channel: "mailto:Anna.Schmidt2@aibox.example" | 1:18 ES001
            channel: a.schmidt@aibox.example             | 1:10 ES001
            - {by: jose_garcia@aibox.example}            | 1:8 ES001
            channel: security-team@aibox.example         | ''
            channel: security.team@aibox.example         | ''
            channel: it.procurement@aibox.example        | ''
            channel: on.call@aibox.example               | ''
            channel: vault@aibox.example                 | ''
            channel: "#aibox-help"                       | ''
            image: harbor.aibox.example/a/b@sha256:12    | ''
            phone: 030 5550100                           | 1:8 ES002
            mobile: "+49 151 2345678"                    | 1:10 ES002
            call: +49 (30) 555-01 00                     | 1:7 ES002
            at: 2026-11-20T10:00:00+01:00                | ''
            expr: rate(a[5m]) + 1000000                  | ''
            tel: none                                    | ''
            version: 1.2.3+20261120                      | ''
            """)
    void addressesAndNumbersOfPeopleAreFound(String line, String expected) {
        List<String> found = People.findings("r.yaml", line).stream()
                .map(d -> d.position().line() + ":" + d.position().column() + " " + d.code())
                .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), found);
    }
}
