package dev.tierzero.kpi.criteria;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Things that the build itself can count. Each is a hole: none left is what a criterion usually asks for. */
enum BuildFact {
    /** Entries of {@code alerts.yaml} whose {@code runbook} is no page. */
    ALERTS_WITHOUT_RUNBOOK("alerts", "without a runbook"),
    /** Entries of {@code codes.yaml} whose {@code page} is no page. */
    CODES_WITHOUT_PAGE("codes", "without a page"),
    /** Entries of {@code teams.yaml} without a number of {@code champions} of one or more. */
    TEAMS_WITHOUT_CHAMPION("teams", "without a champion"),
    /** Entries of {@code teams.yaml} whose {@code migration} is not {@code done} and that have no {@code exception}. */
    TEAMS_NOT_MIGRATED("teams", "not migrated"),
    /** Entries of {@code deliverables.yaml} whose {@code page} is no page. */
    DELIVERABLES_WITHOUT_PAGE("deliverables", "without a page"),
    /** Pages of the type {@code dr-playbook} without an exercise on record that counts; see {@link dev.tierzero.api.run.RunRecords}. */
    PLAYBOOKS_WITHOUT_DRILL("recovery playbooks", "without a recorded drill"),
    /** Pages of the type {@code runbook} without an exercise on record that counts. */
    RUNBOOKS_WITHOUT_DRILL("runbooks", "without a recorded drill"),
    /** Pages without a date of review. */
    PAGES_WITHOUT_REVIEW("pages", "without a date of review"),
    /** Pages without an owner. */
    PAGES_WITHOUT_OWNER("pages", "without an owner"),
    /** KPIs of which no value is known. */
    KPIS_WITHOUT_VALUE("KPIs", "without a value");

    private final String things;
    private final String hole;

    BuildFact(String things, String hole) {
        this.things = things;
        this.hole = hole;
    }

    /** As conditions name it: {@code alerts-without-runbook}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is looked at: {@code alerts}. */
    String things() {
        return things;
    }

    /** What is counted of them: those {@code without a runbook}. */
    String hole() {
        return hole;
    }

    /** The fact of a word; empty for any other text. */
    static Optional<BuildFact> ofWord(String word) {
        return Stream.of(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }
}
