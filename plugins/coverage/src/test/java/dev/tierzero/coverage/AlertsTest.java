package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts and services against their runbooks and playbooks, and registers against the roles they name. */
final class AlertsTest {

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of("  runbook: operations/store-down.md\n  for", "  for", """
                        content/_data/alerts.yaml:1:7: warning CV020: alert StoreDown opens no runbook -> write a runbook with "alerts: [StoreDown]", and name it here as "runbook\""""),
                Arguments.of("runbook: operations/store-down.md\n  for", "runbook: operations/store-up.md\n  for", """
                        content/_data/alerts.yaml:5:12: error CV021: the runbook of alert StoreDown does not exist: operations/store-up.md -> did you mean operations/store-down.md?
                        content/operations/store-down.md:8:1: error CV023: alert StoreDown opens operations/store-up.md, not this page -> take the alert off this page, or change the register of alerts"""),
                Arguments.of("runbook: operations/store-down.md\n  for", "runbook: recovery/why-not.md\n  for", """
                        content/_data/alerts.yaml:5:12: error CV021: alert StoreDown opens a page that is no runbook: recovery/why-not.md -> name a page of type runbook or dr-playbook
                        content/operations/store-down.md:8:1: error CV023: alert StoreDown opens recovery/why-not.md, not this page -> take the alert off this page, or change the register of alerts"""),
                Arguments.of(
                        "alerts: [StoreDown]\n",
                        "",
                        "content/operations/store-down.md: error CV022: alert StoreDown opens this page, which does not name it -> add StoreDown to its alerts"),
                Arguments.of(
                        "alerts: [StoreDown]\n",
                        "alerts: [StoreDown, StoreGone]\n",
                        "content/operations/store-down.md:8:1: error CV023: alert StoreGone is not in the register of alerts -> did you mean StoreDown?"),
                Arguments.of(
                        "  service: store\n  summary",
                        "  service: stores\n  summary",
                        "content/_data/alerts.yaml:3:12: error CV024: alert StoreDown is of the service stores, which is not in the register of services -> did you mean store?"),
                Arguments.of(
                        "service: store\nalerts",
                        "service: stone\nalerts",
                        "content/operations/store-down.md:7:1: error CV024: service stone is not in the register of services -> did you mean store?"),
                Arguments.of(
                        "  exception: recovery/why-not.md\n-- _data/owners.yaml",
                        "-- _data/owners.yaml",
                        "content/_data/services.yaml:9:7: warning CV030: service git has no playbook for its loss -> write one of type dr-playbook and name it here as \"playbook\", or name the page that says why not as \"exception\""),
                Arguments.of("playbook: recovery/store-failure.md\n", "playbook: recovery/store-fail.md\n", """
                        content/_data/services.yaml:7:13: error CV031: the playbook of service store does not exist: recovery/store-fail.md -> did you mean recovery/store-failure.md?
                        content/recovery/store-failure.md:6:1: warning CV032: no service names this playbook -> name it as "playbook" of its service in content/_data/services.yaml"""),
                Arguments.of(
                        "playbook: recovery/store-failure.md\n  runbook: operations/store-down.md",
                        "playbook: recovery/store-failure.md\n  runbook: recovery/why-not.md",
                        "content/_data/services.yaml:8:12: error CV031: the runbook of service store is a page of another type: recovery/why-not.md -> name a page of type runbook"),
                Arguments.of(
                        "service: store\nscenario",
                        "service: git\nscenario",
                        "content/recovery/store-failure.md:6:1: error CV032: the register names this playbook for store, the page says git -> make both the same"),
                Arguments.of(
                        "  deputy: infra",
                        "  deputy: infras",
                        "content/_data/owners.yaml:4:11: error CV060: deputy infras is not in the register of owners -> did you mean infra?"));
    }
}
