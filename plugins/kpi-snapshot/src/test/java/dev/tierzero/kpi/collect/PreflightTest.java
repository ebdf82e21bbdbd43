package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.TestSite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PreflightTest {

    private static final String SETTINGS = """
            hosts: [metrics.aibox.example, "db.aibox.example:5432", "[2001:db8::1]"]
            allow-plain: [metrics.aibox.example:8080]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://metrics.aibox.example/ | ''",
                "https://metrics.aibox.example:9090/p | ''",
                "https://METRICS.aibox.example/ | ''",
                "http://metrics.aibox.example:8080/ | ''",
                "https://[2001:db8::1]/ | ''",
                "http://metrics.aibox.example/ | KP011",
                "https://metrics.aibox.example.evil.example/ | KP010",
                "https://metrics.aibox.example@evil.example/ | KP011",
                "https://db.aibox.example:5433/ | KP010",
                "https://169.254.169.254/ | KP010",
                "ftp://metrics.aibox.example/ | KP011",
                "file:///etc/passwd | KP011",
                "https://metrics.aibox.example/#x | KP011",
                "https://metrics.aibox.example/?token=abc | KP011",
                "https://metrics.aibox.example/?api_key=abc | KP011",
                "https://metrics.aibox.example/a b | KP011",
                "metrics.aibox.example | KP011"
            })
    void onlyAnAddressOnTheListIsAsked(String url, String code) {
        assertEquals(code, codes("{ type: http-json, url: \"" + url + "\", value: /v }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db.aibox.example:5432/kpi | ''",
                "jdbc:postgresql://db.aibox.example/kpi | ''",
                "jdbc:postgresql://db.aibox.example:5433/kpi | KP010",
                "jdbc:postgresql://other.example/kpi | KP010",
                "jdbc:postgresql://db.aibox.example,other.example/kpi | KP011",
                "jdbc:postgresql://db.aibox.example/kpi?socketFactory=x | KP011",
                "jdbc:postgresql:kpi | KP011",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://x' | KP011",
                "jdbc:mysql://metrics.aibox.example/kpi | KP011",
                "jdbc:mysql://metrics.aibox.example:8080/kpi | ''"
            })
    void onlyADatabaseOnTheListIsAsked(String url, String code) {
        assertEquals(code, codes("{ type: sql, url: \"" + url + "\", query: select 1 as v, value: v }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select avg(hours) as v from tickets | ''",
                "WITH w AS (SELECT 1) SELECT count(*) AS v FROM w GROUP BY team | ''",
                "delete from tickets | KP014",
                "select 1 as v; drop table tickets | KP014",
                "select count(*) as v from starts group by user_id | KP040",
                "select count(*) as v from starts group by week, s.Email order by 1 | KP040"
            })
    void aQueryIsOneSelectOverGroups(String query, String code) {
        assertEquals(
                code,
                codes("{ type: sql, url: \"jdbc:postgresql://db.aibox.example/kpi\", query: \"" + query
                        + "\", value: v }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "histogram_quantile(0.95, sum by (le) (rate(aibox_cold_start_seconds_bucket[7d]))) | ''",
                "count(aibox_active_users_week{team='web'}) | ''",
                "probe_success{host='harbor'} | ''",
                "sum by (user) (aibox_starts) | KP040",
                "count(count by(job, user_name) (aibox_starts)) | KP040",
                "aibox_starts{user='jo'} | KP040",
                "aibox_starts{email=~'jo.*'} | KP040",
                "sum by (hostname) (aibox_starts) | KP040"
            })
    void aPromQlQueryTellsNoPeopleApart(String query, String code) {
        assertEquals(
                code, codes("{ type: prometheus, url: \"https://metrics.aibox.example\", query: \"" + query + "\" }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value: /share, group: /count | ''",
                "value: share | KP007",
                "value: /users/3/login | KP040",
                "value: /share, token: 'env:KPI_TOKEN' | ''",
                "value: /share, token: abc | KP012",
                "value: /share, token: 'env:A B' | KP012",
                "value: /share, token: 'env:T', header: Host | KP007",
                "value: /share, token: 'env:T', header: Cookie | KP007"
            })
    void placesTokensAndHeadersAreLookedAtBeforehand(String keys, String code) {
        assertEquals(code, codes("{ type: http-json, url: \"https://metrics.aibox.example\", " + keys + " }"));
    }

    @ParameterizedTest
    @CsvSource({
        "_data/exports/t.csv, KP022",
        "../secrets.csv, KP011",
        "_data/../x.csv, KP011",
        "index.md, KP011",
        "/etc/passwd, KP011"
    })
    void aTableOfTheSiteIsOneOfItsDataFiles(String path, String code) {
        assertEquals(code, codes("{ type: csv, path: \"" + path + "\", value: v }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user", "userId", "user_id", "User Name", "email", "developer_email", "e-mail", "mail", "login", "name",
                        "first_name", "lastName",
                "ip", "client_ip", "src.ip", "hostname", "host", "laptop", "laptop_hostname", "machine-name",
                        "assignee", "author", "upn", "phone"
            })
    void aFieldAboutAPersonOrTheirMachineIsPersonal(String field) {
        assertTrue(Privacy.isPersonal(field), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active_users",
                "users",
                "user_count",
                "share",
                "le",
                "team",
                "stage",
                "instance",
                "__name__",
                "metric_name",
                "ship",
                "zip",
                "observed",
                "hosts_up",
                "authored_pages",
                "tickets"
            })
    void aFigureOfAGroupIsNot(String field) {
        assertEquals(false, Privacy.isPersonal(field), field);
    }

    @Test
    void settingsThatCannotBeReadAllowNothing() {
        TestSite site = TestSite.of("[]").settings("""
                hosts: ["https://metrics.aibox.example", "*.aibox.example"]
                allow-privat: [x]
                timeout-seconds: 0
                """);
        assertEquals(
                List.of(
                        "site.yaml:1:9 error KP013: hosts takes names of hosts | write a host, with a port if only one is meant: metrics.example.org:9090",
                        "site.yaml:1:42 error KP013: hosts takes names of hosts | write a host, with a port if only one is meant: metrics.example.org:9090",
                        "site.yaml:2:15 error KP013: plugins.kpi-snapshot has no setting allow-privat | settings are: allow-plain, allow-private, hosts, timeout-seconds",
                        "site.yaml:3:18 error KP013: timeout-seconds is not more than 0 and at most 60 | write for example: timeout-seconds: 5"),
                site.findings());
    }

    private static String codes(String source) {
        List<String> codes = TestSite.of("- { id: a, title: T, unit: count, source: " + source + " }")
                .settings(SETTINGS)
                .offline()
                .collect()
                .diagnostics()
                .stream()
                .map(d -> d.code())
                .toList();
        return String.join(" ", codes);
    }
}
