package dev.tierzero.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small site to search in, built once for all tests: a runbook, an answer to an error code, and {@value #NOTES} notes alike.
 *
 * @param site the result
 */
public record Lanterns(BuiltSite site) {

    /** How many notes there are. */
    public static final int NOTES = 25;

    /** The runbook. */
    public static final String VAULT = "operations/vault.html";

    private static final String RUNBOOK = """
            ---
            title: Vault is sealed
            type: runbook
            description: No secret can be read until the vault is unsealed.
            owner: keepers
            reviewed: 2026-01-01
            severity: sev1
            service: vault
            alerts: [VaultSealed]
            duration: 20 min
            ---
            > [!IMPORTANT] First action
            > Tell the channel.

            ## Symptoms

            The alert `VaultSealed` fires.

            ## Impact assessment

            Nobody can log in.

            ## Immediate actions

            1. Keep the unsealing keys at hand.

            ## Diagnosis

            1. Run `vault status` with `--log-entry`.

            ## Recovery steps

            1. Unseal the vault with three keys.

            ## Verification

            1. See that it answers.

               ```console
               $ vault status
               Sealed  false
               ```

            ## Escalation

            Call the keepers.

            ## Post-incident review

            Write down what happened.
            """;

    private static final String ANSWER = """
            ---
            title: The pull is refused
            type: faq
            code: LAMP-E1042
            category: network
            description: LAMP-E1042 means that the registry refused the image.
            owner: keepers
            reviewed: 2026-01-01
            ---
            ## What you see

            `LAMP-E1042: pull refused`

            ## Why

            The registry is down.

            ## Fix

            Wait, then pull again.
            """;

    private static final String NOTE = """
            ---
            title: Note %s
            owner: keepers
            reviewed: 2026-01-01
            ---
            A lantern is lit at dusk.

            ## Oil

            The wick of number %s burns slowly.
            """;

    static void write(Path folder) throws IOException {
        Path content = folder.resolve("content");
        for (String section : new String[] {"operations", "help", "notes"}) {
            Files.createDirectories(content.resolve(section));
        }
        Files.writeString(folder.resolve("site.yaml"), "title: Lanterns\noffline: false\n");
        Files.writeString(content.resolve("index.md"), "---\ntitle: Lanterns\n---\nWhere lanterns are explained.\n");
        Files.writeString(content.resolve("operations/vault.md"), RUNBOOK);
        Files.writeString(content.resolve("help/e1042.md"), ANSWER);
        for (int i = 1; i <= NOTES; i++) {
            Files.writeString(content.resolve("notes/n" + i + ".md"), NOTE.formatted(i, i));
        }
    }
}
