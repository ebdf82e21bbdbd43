package dev.tierzero.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.testkit.TestSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Owners, services and alerts of pages against their registers, the registers themselves, and the settings. */
final class RegisterTest {

    @Test
    void everyActiveRoleHasAnotherActiveRoleAsDeputy() {
        TestSite.of("""
                -- content/index.md --
                # Home
                -- content/_data/owners.yaml --
                - {id: good, active: true, deputy: other}
                - {id: other, active: true, deputy: good}
                - {id: alone, active: true} # expect RB047
                - {id: self, active: true, deputy: self} # expect RB047
                - {id: lost, active: true, deputy: nobody-known}
                - {id: late, active: true, deputy: gone} # expect RB047
                - {id: gone, active: false, deputy: away}
                - {id: away, active: false, deputy: gone}
                """).verify(new RunbookCheck());
    }

    @Test
    void anOwnerThatLeftIsReplacedByItsDeputyIfThatIsActive() {
        List<String> hints = TestSite.of("""
                        -- content/a.md --
                        ---
                        title: A
                        owner: gone
                        ---
                        Text.
                        -- content/b.md --
                        ---
                        title: B
                        owner: first
                        ---
                        Text.
                        -- content/_data/owners.yaml --
                        - {id: good, active: true, deputy: next}
                        - {id: next, active: true, deputy: good}
                        - {id: gone, active: false, deputy: away}
                        - {id: away, active: false, deputy: good}
                        - {id: first, active: false, deputy: second}
                        - {id: second, active: false, deputy: first}
                        """).run(new RunbookCheck()).findings().stream()
                .map(d -> d.position().file() + " " + d.code() + ": " + d.hint())
                .toList();
        assertEquals(
                List.of(
                        "content/a.md RB046: its deputy is active: write owner: good, if that role takes the page over",
                        "content/b.md RB046: no deputy of it is active either: find the page a new owner"),
                hints);
    }

    @Test
    void alertsAndServicesAreInTheirRegisters() {
        List<String> lines = TestSite.of("""
                        -- site.yaml --
                        title: Test
                        plugins:
                          runbook-check: {rules: {RB001: off}}
                        -- content/a.md --
                        ---
                        title: A
                        type: runbook
                        service: vualt
                        alerts: [VaultDown, VaultDwon]
                        ---
                        Text.
                        -- content/_data/services.yaml --
                        - {id: vault}
                        -- content/_data/alerts.yaml --
                        - {id: VaultDown}
                        """).run(new RunbookCheck()).findings().stream()
                .map(d -> d.position() + " " + d.code() + ": " + d.message() + "; " + d.hint())
                .toList();
        assertEquals(
                List.of(
                        "content/a.md:4:1 RB042: there is no service \"vualt\" in the register; did you mean vault?",
                        "content/a.md:5:1 RB043: there is no alert \"VaultDwon\" in the register; did you mean VaultDown?"),
                lines);
    }

    @Test
    void aRecoveryTimeComesFromThePageOrTheRegister() {
        TestSite.of("""
                -- site.yaml --
                title: Test
                plugins:
                  runbook-check: {rules: {RB001: off}}
                -- content/a.md --
                ---
                type: dr-playbook
                service: known
                ---
                Text.
                -- content/b.md --
                ---
                type: dr-playbook
                service: open # expect RB041
                ---
                Text.
                -- content/c.md --
                ---
                type: dr-playbook
                service: silent # expect RB040
                ---
                Text.
                -- content/d.md --
                ---
                type: dr-playbook
                service: silent
                rto: 90 minutes
                ---
                Text.
                -- content/e.md --
                ---
                type: dr-playbook
                service: open
                rto: not decided # expect RB041
                ---
                Text.
                -- content/f.md --
                --- <!-- expect RB040 -->
                type: dr-playbook
                ---
                Text.
                -- content/_data/services.yaml --
                - {id: known, rto: 4 h}
                - {id: open, rto: null, note: To be decided in December.}
                - {id: silent, rto: null}
                """).verify(new RunbookCheck());
    }

    @Test
    void whatServicesNeedIsInTheRegisterAndNotThemselves() {
        TestSite.of("""
                -- content/index.md --
                # Home
                -- content/_data/services.yaml --
                - {id: a, needs: [b]} # expect RB063
                - {id: b, needs: [a]}
                - {id: c, needs: [ghost]} # expect RB062
                """).verify(new RunbookCheck());
    }

    @Test
    void settingsThatCannotBeUnderstoodAreFindings() {
        TestSite.of("""
                -- site.yaml --
                title: Test
                plugins:
                  runbook-check:
                    rules: {RB010: loud, RB999: off} # expect RB070 RB070
                    max-step-words: many # expect RB070
                    dangerous: ["(", {what: no pattern}] # expect RB070 RB070
                    setp-sections: [Steps] # expect RB070
                -- content/index.md --
                # Home
                """).verify(new RunbookCheck());
    }

    @Test
    void settingsSwitchRulesNameTypesAndAddPatterns() {
        TestSite.of("""
                -- site.yaml --
                title: Test
                types:
                  howto: {required-sections: [What to do]}
                plugins:
                  runbook-check:
                    types: [howto]
                    rules: {RB020: off, RB021: error}
                    step-sections: [What to do]
                    max-step-words: 10
                    variables: [REGION]
                    dangerous: [{pattern: "fleetctl evict", what: empties the fleet}]
                -- content/a.md --
                ---
                type: howto
                ---
                ## What to do

                1. Look at the list of all machines of the region that are up at the moment. <!-- expect RB011 -->

                   ```
                   fleetctl list
                   ```

                2. Empty it.

                   ```bash
                   fleetctl --region $REGION list
                   fleetctl evict --region $REGION <!-- expect RB024 -->
                   ```
                -- content/b.md --
                ---
                type: page
                ---
                1. Nobody looks at commands here.

                   ```bash
                   $ rm -rf $DIR
                   ```
                """).verify(new RunbookCheck());
    }
}
