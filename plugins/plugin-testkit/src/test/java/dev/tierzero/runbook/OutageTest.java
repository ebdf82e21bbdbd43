package dev.tierzero.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.testkit.TestSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page must not need: the service that it repairs, and what is down with it. The four scenarios of a recovery plan. */
final class OutageTest {

    private static final String SITE = """
            -- site.yaml --
            title: Recovery
            types:
              dr-playbook: {required-sections: [Recovery steps]}
              runbook: {required-sections: [Recovery steps]}
            -- content/_data/services.yaml --
            - id: harbor
              title: Harbor
              hosts: [harbor.corp.example]
              commands: [box update]
              rto: 4 h
            - id: nexus
              title: Nexus
              hosts: ["*.mirror.corp.example"]
              commands: [mvn, npm ci]
              needs: [vault]
              rto: 4 h
            - id: vault
              title: Vault
              hosts: [vault.corp.example]
              commands: [vault kv, vault login]
              needs: [sso]
              rto: 4 h
            - id: sso
              title: Single sign-on
              hosts: [login.corp.example]
              provides-login: true
              rto: 4 h
            - id: git
              title: Git
              hosts: [git.corp.example]
              commands: [git pull]
              needs: [vault]
              runbook: git.md
              rto: 4 h
            - id: machine
              title: Machine
              rto: 1-2 h
            """;

    @Test
    void aRegistryPlaybookMustNotPullFromTheRegistry() {
        TestSite.of(SITE + """
                -- content/harbor.md --
                ---
                type: dr-playbook
                service: harbor
                ---
                ## Recovery steps

                1. Ask it.

                   ```console
                   $ curl -sS https://harbor.corp.example/api/v2.0/health | jq .status
                   $ curl -sS -o /dev/null -w '%{http_code}' https://harbor.corp.example/api/v2.0/projects
                   $ ssh harbor.corp.example
                   $ sudo docker compose up -d --pull never
                   $ docker image inspect harbor.corp.example/base:1
                   $ skopeo inspect docker://harbor.corp.example/base:1
                   ```

                2. Do not run `docker pull harbor.corp.example/base:1` now.

                3. Start a shell.

                   ```console
                   $ sudo docker run --rm -it harbor.corp.example/tools/shell:1 <!-- expect RB060 -->
                   ```

                4. Bring the tools up to date.

                   ```console
                   $ box update <!-- expect RB060 -->
                   ```

                5. Copy the image with `skopeo copy docker://harbor.corp.example/base:1 dir:/tmp/base` to the disk. <!-- expect RB060 -->

                6. Read [how to restore](https://harbor.corp.example/docs/restore). <!-- expect RB060 -->

                7. Put the image back.

                   ```console
                   $ skopeo copy dir:/srv/kit/base docker://harbor.corp.example/base:1
                   $ docker push harbor.corp.example/base:2
                   ```

                8. Deploy the probe.

                   ```yaml
                   image: harbor.corp.example/probe:3 <!-- expect RB060 -->
                   ```

                ## Verification

                ```console
                $ docker pull harbor.corp.example/base:1
                done
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void aMirrorPlaybookMustNotInstallThroughTheMirror() {
        TestSite.of(SITE + """
                -- content/nexus.adoc --
                = Nexus is lost
                :type: dr-playbook
                :service: nexus

                == Recovery steps

                . Build offline.
                +
                [source,console]
                ----
                $ mvn -o -q package
                $ npm ci --offline
                $ curl -sS https://repo.mirror.corp.example/service/rest/v1/status
                ----

                . Build the exporter.
                +
                [source,console]
                ----
                $ cd exporter && mvn -q package // expect RB060
                ----

                . Install the client.
                +
                [source,bash]
                ----
                pip install --index-url https://repo.mirror.corp.example/pypi/simple client // expect RB060
                ----

                . Fetch the installer.
                +
                [source,bash]
                ----
                wget https://repo.mirror.corp.example/raw/nexus.tgz // expect RB060
                ----
                """).verify(new RunbookCheck());
    }

    @Test
    void aVaultPlaybookMustNotTakeCredentialsFromVault() {
        TestSite.of(SITE + """
                -- content/vault.md --
                ---
                type: dr-playbook
                service: vault
                ---
                ## Recovery steps

                1. Log in to the host with the break-glass account.

                   ```console
                   $ vault status
                   $ vault operator unseal
                   ```

                2. Take the password of the database.

                   ```bash
                   export PGPASSWORD=$(vault kv get -field=password secret/db) <!-- expect RB060 -->
                   ```

                3. Fetch the plan.

                   ```console
                   $ git clone https://git.corp.example/ops/plan.git <!-- expect RB061 -->
                   $ git -C plan log
                   ```

                4. Get the current image.

                   ```console
                   $ docker pull harbor.corp.example/base:1
                   ```

                5. Read [the notes](https://git.corp.example/ops/notes). <!-- expect RB061 -->
                """).verify(new RunbookCheck());
    }

    @Test
    void aMachinePlaybookMayUseEverythingThatIsUp() {
        TestSite.of(SITE + """
                -- content/machine.md --
                ---
                type: dr-playbook
                service: machine
                ---
                ## Recovery steps

                1. Set up.

                   ```console
                   $ box update
                   $ git clone https://git.corp.example/web/shop.git
                   $ vault login
                   ```
                """).verify(new RunbookCheck());
    }

    @Test
    void whatNeedsTheServiceThroughOthersIsDownToo() {
        List<String> lines = TestSite.of(SITE + """
                        -- content/sso.md --
                        ---
                        type: runbook
                        service: sso
                        ---
                        ## Recovery steps

                        1. Log in with single sign-on as usual.
                        2. Take the image from disk.

                           ```console
                           $ git clone https://git.corp.example/a.git
                           ```
                        """).run(new RunbookCheck()).lines();
        assertEquals(
                List.of(
                        "content/sso.md:7:4: error RB060: step 1 logs in through Single sign-on, which this page repairs",
                        "content/sso.md:11:4: error RB061: step 2 clones from Git, which is down with Single sign-on"
                                + " (git needs vault, vault needs sso)"),
                lines);
    }

    @Test
    void aPageForPlannedWorkSaysWhatItNeeds() {
        TestSite.of(SITE + """
                -- content/rebuild.md --
                ---
                type: runbook
                service: harbor
                needs: [harbor]
                ---
                ## Recovery steps

                1. Pull it: `docker pull harbor.corp.example/base:1`

                   ```console
                   $ docker pull harbor.corp.example/base:1
                   ```
                -- content/git.md --
                ---
                type: runbook
                service: git
                needs: [git, gti] # expect RB064 RB042
                ---
                ## Recovery steps

                1. Look.

                   ```console
                   $ git pull <!-- expect RB060 -->
                   ```
                """).verify(new RunbookCheck());
    }

    @Test
    void hostsOfServicesMayStandInTheSettings() {
        TestSite.of(SITE.replace("title: Recovery", """
                        title: Recovery
                        plugins:
                          runbook-check:
                            hosts: {"*.registry.example": harbor}""") + """
                -- content/harbor.md --
                ---
                type: runbook
                service: harbor
                ---
                ## Recovery steps

                1. Pull.

                   ```console
                   $ podman pull eu.registry.example/base:1 <!-- expect RB060 -->
                   ```
                """).verify(new RunbookCheck());
    }
}
