package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tierzero.model.Escalation;
import dev.tierzero.model.SupportHours;
import dev.tierzero.model.SupportStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sheets on walls have codes made of this digest. */
final class EscalationDigestTest {

    private static Escalation sheet(String answer, String runbook, Map<String, List<Escalation.Person>> people) {
        return new Escalation(
                List.of(new SupportStep(
                        "Champion",
                        "Ask yours.",
                        "support/champions.md",
                        "#ai-box",
                        answer,
                        Optional.of(SupportHours.always("")),
                        false,
                        List.of("page", "code"))),
                List.of(new Escalation.Role("sre", "SRE on call", "", "#sre")),
                List.of(new Escalation.Duty(
                        "vault", "Vault", "sre", List.of(new Escalation.Alert("VaultSealed", "critical", runbook)))),
                people,
                !people.isEmpty());
    }

    private static final Escalation SHEET = sheet("4 h", "operations/vault-sealed.md", Map.of());

    @Test
    void theCodeOfASheetStays() {
        assertEquals("3002695ea4de", EscalationDigest.of(SHEET));
    }

    @Test
    void whoIsNamedIsNoPartOfIt() {
        Map<String, List<Escalation.Person>> people = Map.of("sre", List.of(new Escalation.Person("A", "1", "", "")));
        assertEquals(
                EscalationDigest.of(SHEET), EscalationDigest.of(sheet("4 h", "operations/vault-sealed.md", people)));
    }

    @Test
    void everyWordIs() {
        assertNotEquals(
                EscalationDigest.of(SHEET), EscalationDigest.of(sheet("8 h", "operations/vault-sealed.md", Map.of())));
        assertNotEquals(EscalationDigest.of(SHEET), EscalationDigest.of(sheet("4 h", "", Map.of())));
    }

    @Test
    void soIsWhereEachEntryEnds() {
        Escalation.Alert alert = new Escalation.Alert("b", "c", "d");
        Escalation one = new Escalation(
                List.of(), List.of(), List.of(new Escalation.Duty("a", "b", "c", List.of(alert))), Map.of(), false);
        Escalation two = new Escalation(
                List.of(),
                List.of(),
                List.of(new Escalation.Duty("a", "b", "c", List.of()), new Escalation.Duty("b", "c", "d", List.of())),
                Map.of(),
                false);
        assertNotEquals(EscalationDigest.of(one), EscalationDigest.of(two));
    }
}
