package dev.tierzero.runbook;

import dev.tierzero.testkit.TestSite;
import org.junit.jupiter.api.Test;

/** Steps that are fine, and steps that are not, beside each other. */
final class StepExamplesTest {

    private static final String SITE = """
            -- site.yaml --
            title: Test
            plugins:
              runbook-check:
                rules: {RB001: off}
            -- content/other.md --
            ## Other steps

            1. One.
            2. Two.
            -- content/a.md --
            ---
            type: runbook
            ---
            """;

    @Test
    void oneActionMayHaveTwoCommandsAndAnAlternative() {
        TestSite.of(SITE + """
                ## Recovery steps

                1. Restart it.

                   ```console
                   $ sudo systemctl stop app
                   $ sudo systemctl start app
                   ```

                   If it stays down, load the image and repeat:

                   ```console
                   $ sudo docker load -i app.tar
                   ```

                2. Look at both.

                   ```console
                   $ systemctl status app
                   ```

                   ```console
                   $ journalctl -u app
                   ```

                3. Stop the pipeline. It would write to the disk.
                4. Restart the node and wait until it is ready.
                5. Drain the node, and then delete it. <!-- expect RB010 -->
                6. Change both.

                   ```console
                   $ kubectl cordon node-1
                   ```

                   ```console <!-- expect RB010 -->
                   $ kubectl scale deploy app --replicas 3
                   ```
                """).verify(new RunbookCheck());
    }

    @Test
    void aStepThatIsNamedExistsInItsSectionOrInOneThatIsLinked() {
        TestSite.of(SITE + """
                Start with [step 2](#recovery-steps), then see step 2 of [the other page](other.md#other-steps).

                ## Recovery steps

                1. Repeat steps 1 to 3 for each node.
                2. As in [the other page](other.md), step 5? <!-- expect RB012 -->
                3. Back to step 4. <!-- expect RB012 -->

                ## Verification

                1. It answers as in step 1. Expected output:

                   ```console
                   $ ping -c 1 app
                   1 received
                   ```

                   Otherwise repeat step 3 of the [recovery](#recovery-steps), not step 9. <!-- expect RB012 -->
                """).verify(new RunbookCheck());
    }

    @Test
    void headingsMayBeStepsToo() {
        TestSite.of(SITE + """
                ## Recovery steps

                1. Go on with step 3.

                ### Step 2: Wait

                Until it is calm.

                ### Step 3: Look

                At the log.
                """).verify(new RunbookCheck());
    }

    @Test
    void aLoopNeedsAWayOut() {
        TestSite.of(SITE + """
                ## Recovery steps

                ### With a condition

                1. Look at it.
                2. Still red? Go back to step 1.

                ### With a limit

                1. Look at it.
                2. Go back to step 1 until it is green.

                ### Repeating is no loop

                1. Repeat steps 1 and 2 for each node.
                2. Repeat step 1.

                ### Without

                1. Look at it.
                2. Think.
                3. Go back to step 1. <!-- expect RB014 -->
                """).verify(new RunbookCheck());
    }

    @Test
    void aWayLeadsSomewhere() {
        TestSite.of(SITE + """
                ## Immediate actions

                1. Full? [Free space](#free-space). Down? [Restart](#restart). Odd? [Think](#think).

                ## Recovery steps

                ### Free space

                1. Remove the oldest log. <!-- expect RB013 -->

                ### Restart

                1. Restart it, then go to [Think](#think).

                ### Lost

                1. Nobody comes here by a link, but after the section above.

                ### Think

                1. Think, then go to [Restart](#restart) or stop.
                """.replace("### Lost", "### Lost <!-- expect RB015 -->"))
                .verify(new RunbookCheck());
    }

    @Test
    void aReadOnlyStepChangesNothing() {
        TestSite.of(SITE + """
                ## Recovery steps

                1. **Read-only.** Look.

                   ```console
                   $ systemctl is-active app
                   ```

                   Is it down? Start it:

                   ```console
                   $ sudo systemctl start app
                   ```

                2. **Read-only.** Clean up.

                   ```console
                   $ sudo systemctl restart app <!-- expect RB016 -->
                   ```
                """).verify(new RunbookCheck());
    }

    @Test
    void verificationNeedsACommandAndWhatItPrints() {
        TestSite.of(SITE + """
                ## Verification

                1. Ask it. You should see `ok`.

                   ```bash
                   curl -s https://app.example.org/ready
                   ```
                -- content/b.md --
                ---
                type: runbook
                ---
                ## Verification <!-- expect RB030 -->

                Look whether people are happy.
                -- content/c.md --
                ---
                type: runbook
                ---
                ## Verify

                ```bash
                systemctl is-active app
                ```

                ```output
                active
                ```
                """).verify(new RunbookCheck());
    }
}
