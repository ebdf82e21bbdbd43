package dev.tierzero.runbook;

import java.util.regex.Pattern;

/** A recovery playbook without a mistake, in both markups, and the registers that it needs. */
final class GoodPlaybook {

    static final String SITE = """
            -- site.yaml --
            title: Test
            plugins:
              runbook-check:
                variables: [SITE_TOKEN]
            -- content/_data/services.yaml --
            - id: cache
              title: Cache
              hosts: [cache.corp.example]
              images: [cache.corp.example/]
              commands: [cachectl lease]
              rto: null
              note: Not decided.
            - id: sso
              title: Single sign-on
              hosts: [login.corp.example]
              provides-login: true
              needs: [cache]
            - id: git
              title: Git server
              hosts: ["git.*.example"]
              needs: [sso]
            - id: disk
              title: Disks
              hosts: [disk.corp.example]
            -- content/_data/owners.yaml --
            - {id: platform-team, title: Platform team, active: true, deputy: security-team}
            - {id: security-team, title: Security team, active: true, deputy: platform-team}
            - {id: old-team, title: Old team, active: false, deputy: security-team}
            """;

    static final String MARKDOWN = """
            ---
            title: Cache is lost
            type: dr-playbook
            owner: platform-team
            reviewed: 2026-11-18
            service: cache
            scenario: Cache is lost
            rto: 1-2 h
            ---
            Nothing on this page needs the cache.

            ## Symptoms

            - Pages take longer than three seconds.
            - The alert fires.

            ## Impact assessment

            Every page is slow; nothing is lost.

            ## Immediate actions

            1. **Read-only.** Ask the cache whether it answers.

               ```console
               $ redis-cli -h cache.corp.example ping
               PONG
               ```

               It answers? Go to [Verification](#verification).

            2. **Read-only.** Look at the service on its host.

               ```console
               $ ssh cache.corp.example
               $ systemctl is-active redis
               failed
               ```

               Is the disk full? Go to [Free space](#free-space). Did the process end? Go to [Restart](#restart).

            3. Tell the duty officer which branch you take.

            ## Recovery steps

            ### Restart

            1. Start the cache.

               ```console
               $ sudo systemctl start redis
               $ systemctl is-active redis
               active
               ```

            2. **Read-only.** Read the last lines of its log.

               ```bash
               NODE=cache-1
               journalctl -u redis -n 20 -g "$NODE"
               ```

               It does not start? Repeat step 1 once, then go to [Free space](#free-space).

            3. Go to [Verification](#verification).

            ### Free space

            1. **Read-only.** Find what is large.

               ```console
               $ sudo du -xsh /var/lib/redis/* | sort -h | tail -n 1
               40G /var/lib/redis/old
               ```

            2. Remove the old dumps.

               > [!CAUTION] Irreversible
               > Dumps that are removed cannot be brought back.

               ```console
               $ sudo rm -rf /var/lib/redis/old
               ```

            3. Load the image from the kit.

               ```console
               $ sudo docker load -i /srv/kit/redis.tar
               Loaded image: corp/redis:8
               ```

            4. Start it: [Restart](#restart), step 1.

            ## Verification

            1. **Read-only.** The cache answers.

               ```console
               $ redis-cli -h cache.corp.example ping
               PONG
               ```

            ## Post-incident review

            - [ ] Time to recovery is written down.
            """;

    static final String ASCIIDOC = """
            ---
            title: Cache is lost
            type: dr-playbook
            owner: platform-team
            reviewed: 2026-11-18
            service: cache
            scenario: Cache is lost
            rto: 1-2 h
            ---
            Nothing on this page needs the cache.

            == Symptoms

            * Pages take longer than three seconds.
            * The alert fires.

            == Impact assessment

            Every page is slow; nothing is lost.

            == Immediate actions

            . **Read-only.** Ask the cache whether it answers.
            +
            [source,console]
            ----
            $ redis-cli -h cache.corp.example ping
            PONG
            ----
            +
            It answers? Go to <<verification,Verification>>.

            . **Read-only.** Look at the service on its host.
            +
            [source,console]
            ----
            $ ssh cache.corp.example
            $ systemctl is-active redis
            failed
            ----
            +
            Is the disk full? Go to <<free-space,Free space>>. Did the process end? Go to <<restart,Restart>>.

            . Tell the duty officer which branch you take.

            == Recovery steps

            === Restart

            . Start the cache.
            +
            [source,console]
            ----
            $ sudo systemctl start redis
            $ systemctl is-active redis
            active
            ----

            . **Read-only.** Read the last lines of its log.
            +
            [source,bash]
            ----
            NODE=cache-1
            journalctl -u redis -n 20 -g "$NODE"
            ----
            +
            It does not start? Repeat step 1 once, then go to <<free-space,Free space>>.

            . Go to <<verification,Verification>>.

            === Free space

            . **Read-only.** Find what is large.
            +
            [source,console]
            ----
            $ sudo du -xsh /var/lib/redis/* | sort -h | tail -n 1
            40G /var/lib/redis/old
            ----

            . Remove the old dumps.
            +
            [CAUTION]
            .Irreversible
            ====
            Dumps that are removed cannot be brought back.
            ====
            +
            [source,console]
            ----
            $ sudo rm -rf /var/lib/redis/old
            ----

            . Load the image from the kit.
            +
            [source,console]
            ----
            $ sudo docker load -i /srv/kit/redis.tar
            Loaded image: corp/redis:8
            ----

            . Start it: <<restart,Restart>>, step 1.

            == Verification

            . **Read-only.** The cache answers.
            +
            [source,console]
            ----
            $ redis-cli -h cache.corp.example ping
            PONG
            ----

            == Post-incident review

            * [ ] Time to recovery is written down.
            """;

    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)]\\(#([\\w-]+)\\)");
    private static final Pattern OUTER = Pattern.compile("\\[([^\\]\\n]+)]\\((https?://[^)\\n]+)\\)");

    private GoodPlaybook() {}

    /** A piece of the Markdown text as the AsciiDoc text has it: headings, steps, links, and what is indented below a step. */
    static String inAsciiDoc(String markdown) {
        String text = markdown.replaceAll("(?m)^### ", "=== ")
                .replaceAll("(?m)^## ", "== ")
                .replaceAll("(?m)^\\d+\\. ", ". ")
                .replaceAll("(?m)^- ", "* ")
                .replaceAll("(?m)^   ```(\\w+)$", "[source,$1]\n----")
                .replaceAll("(?m)^   ```$", "----")
                .replaceAll("(?m)^   ", "")
                .replaceAll("<!-- (\\w+) -->", "// $1");
        String linked = LINK.matcher(text).replaceAll("<<$2,$1>>");
        return OUTER.matcher(linked).replaceAll("$2[$1]");
    }
}
