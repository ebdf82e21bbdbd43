package dev.tierzero.browser;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A small site with two procedures, and the same site after somebody edited the first while it was run. */
final class RunSite {

    static final String PAGE = "recovery/vault.html";

    private static final String PLAYBOOK = """
            ---
            type: dr-playbook
            owner: platform-team
            service: vault
            rto: 1-2 h
            time-limits:
              - {name: Git token, after: 4 h, then: "No fetch, no push"}
              - {name: Lease, after: 40 min, then: Renew it}
            parameters:
              - {name: node, label: Node, pattern: "vault-[1-9]", example: vault-1}
              - {name: passphrase, label: Passphrase, secret: true}
            ---
            # Vault is lost

            Write down the time.

            ## Immediate actions

            1. **Read-only.** Note the state of every node. Then go on.

               ```console
               $ vault status <node> <passphrase>
               Sealed  false
               ```

            2. Call the key holders.

            ## Recovery steps

            1. Write the list of peers.

               > [!CAUTION] Irreversible
               > The other nodes are expelled.

            2. Restart it.

               > [!WARNING]
               > Sessions end.

            ## Verification

            1. It answers.

            2. Audit is on.

            ## Post-incident review

            - [ ] Times entered
            """;

    private RunSite() {}

    /** Builds both into a folder, as {@code first} and {@code second}. */
    static void build(Path folder) throws IOException, SettingsException {
        write(folder, "content/index.md", "# Home\n\nHome.\n");
        write(folder, "content/recovery/harbor.md", PLAYBOOK.replace("Vault", "Harbor"));
        write(folder, "content/recovery/vault.md", PLAYBOOK);
        publish(folder, "first");
        write(
                folder,
                "content/recovery/vault.md",
                PLAYBOOK.replace("Restart it.", "Restart it on every node.").replace("2. Audit is on.\n", ""));
        publish(folder, "second");
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void publish(Path folder, String name) throws IOException, SettingsException {
        Request request = new Request(folder, Optional.of(folder.resolve(name)), 2, Map.of(), true, false);
        new Build(request, Progress.NONE).publish(Optional.empty());
    }
}
