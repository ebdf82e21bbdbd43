package dev.tierzero.runbook;

import dev.tierzero.testkit.TestSite;
import org.junit.jupiter.api.Test;

/** Commands as real runbooks have them: what is fair to report, and what is not. */
final class CommandExamplesTest {

    private static final String SITE = """
            -- site.yaml --
            title: Test
            plugins:
              runbook-check:
                rules: {RB001: off}
            -- content/a.md --
            ---
            type: runbook
            ---
            """;

    @Test
    void aBlockFullOfOpenBracesTagsAndVariablesCostsNoTime() {
        org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(15), () -> TestSite.of(
                        SITE + "```bash\necho '%s' %s\n```\n".formatted("<a ".repeat(60_000), "{{ ".repeat(60_000)))
                .verify(new RunbookCheck()));
    }

    @Test
    void commandsThatAreRightHaveNoFinding() {
        TestSite.of(SITE + """
                ```bash
                # don't worry about this apostrophe
                for pod in $(kubectl get pods -o name); do kubectl logs "$pod" | grep -c 'can''t'; done
                kubectl get pods -o go-template='{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}'
                docker ps --format '{{.Names}}' && docker inspect --format '{{ json .State }}' app
                awk '{print $1}' /etc/hosts; jq -r '.[] | "\\(.name)"' < in.json > out.json
                while read -r ref digest; do echo "$ref $digest"; done < digests.txt
                cat <<'EOF' > /tmp/a.yaml
                name: $NOT_A_VARIABLE_HERE
                text: "it's open
                EOF
                echo "${HOME} ${PORT:-8080} $? $# $$ $1" "$(date +%F)"
                sort < names.txt > sorted.txt 2>&1
                curl -s https://example.org/page | grep '<title>'
                go test ./... && bazel build //...
                grep '[a-z]' file; [ -f file ] && [[ -n "$PATH" ]]
                rm -rf /tmp/scratch && rm -f one.txt
                git push --force-with-lease origin topic
                kubectl delete pod app-1
                psql -c "DELETE FROM logs WHERE day < '2026-01-01'"
                terraform plan -destroy
                find . -name '*.log' -print
                ```

                ```console
                $ . /etc/os-release && echo "$PRETTY_NAME"
                Ubuntu
                $ kubectl get pods \\
                >   -n monitoring
                NAME   READY
                # a remark, isn't it
                ```

                ```yaml
                name: <node>
                ```

                ```output
                $ no command <here>
                ```

                ```promql
                rate(x{pod="$POD"}[5m])
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void aPageThatDeclaresParametersDeclaresAllOfThem() {
        TestSite.of(SITE.replace("type: runbook\n", "type: runbook\nparameters: [{name: pod}, name-space]\n") + """
                ```console
                $ kubectl logs <pod> -n <name-space>
                $ kubectl logs <pod> -c <container> <!-- expect RB022 -->
                ```
                """)
                .verify(new RunbookCheck());
    }

    @Test
    void aPromptInAScriptIsOneFindingAtItsFirstLine() {
        TestSite.of(SITE + """
                ```bash
                $ kubectl get nodes <!-- expect RB021 -->
                NAME   STATUS
                $ kubectl get pods
                ```

                ```shell
                # a comment is no prompt
                kubectl get pods
                ```

                ```sh
                # systemctl restart kubelet <!-- expect RB021 -->
                # journalctl -u kubelet
                ```

                ```shell
                [root@node-1 ~]# df -h <!-- expect RB021 -->
                ```

                ```powershell
                PS C:\\> Get-Service <!-- expect RB021 -->
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void aPlaceholderIsToldOnceAndOnlyWhenNothingExplainsIt() {
        TestSite.of("""
                -- site.yaml --
                title: Test
                plugins:
                  runbook-check:
                    rules: {RB001: off}
                -- content/a.md --
                ---
                type: runbook
                parameters: [POD, cluster name]
                ---
                Replace `<node>` with the name from the alert; `REGION` is in the alert too.

                ```console
                $ kubectl drain <node> --pod $POD --cluster <cluster-name> --region "$REGION"
                $ kubectl get <value of the namespace label>
                $ kubectl logs <container> -n $NS <!-- expect RB022 RB023 -->
                $ kubectl logs <container> -n $NS
                ```

                ```console
                $ NS=shop
                $ kubectl logs <container> -n $NS --context {{ $labels.context }} <!-- expect RB022 -->
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void whatIsDangerousIsToldUnlessTheStepSaysSo() {
        TestSite.of(SITE + """
                ## Recovery steps

                1. Start again.

                   ```console
                   $ sudo rm -rf /var/lib/app <!-- expect RB024 -->
                   ```

                2. Start again. This cannot be undone.

                   ```console
                   $ sudo rm -rf /var/lib/app
                   ```

                ### Another way

                > [!WARNING]
                > All of this loses data.

                1. Recreate it.

                   ```sql
                   DROP TABLE entries;
                   ```

                ### By hand

                Never do this:

                ```console
                $ kubectl delete namespace shop
                ```

                ### From a script

                ```sql
                TRUNCATE TABLE entries; <!-- expect RB024 -->
                ```

                ```bash
                kubectl -n shop delete statefulset db --cascade=orphan <!-- expect RB024 -->
                vault operator raft remove-peer node-3 # known

                chmod -R 777 /srv
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void whatAShellCannotReadIsTold() {
        TestSite.of(SITE + """
                ```bash
                kubectl apply -f - <<EOF <!-- expect RB025 -->
                kind: Pod
                 EOF
                ```

                ```console
                $ echo "not closed <!-- expect RB025 -->
                $ ls
                ```

                ```bash
                Error: it's only output
                kubectl get pods
                ```
                """).verify(new RunbookCheck());
    }

    @Test
    void aBlockNamesItsLanguageAndASessionHasACommand() {
        TestSite.of(SITE + """
                ``` <!-- expect RB020 -->
                kubectl get pods
                ```

                ```console <!-- expect RB026 -->
                kubectl get pods
                ```

                ```text
                anything
                ```
                """).verify(new RunbookCheck());
    }
}
