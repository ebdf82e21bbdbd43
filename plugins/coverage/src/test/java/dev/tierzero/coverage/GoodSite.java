package dev.tierzero.coverage;

/** A small site in which nothing is missing. Tests break one thing at a time. */
final class GoodSite {

    private static final String TEXT = """
            -- _data/codes.yaml --
            - code: BOX-E1
              title: Start is slow
              category: startup
              message: "BOX-E1: not started within {seconds} s"
              summary: The start took too long.
              fix: Run box update and start again.
              page: help/e1.md
              since: "1.0"
              next-tier: 1
            - code: BOX-E2
              title: No network
              category: network
              message: "BOX-E2: no network"
              summary: No host answers.
              fix: Run box network test.
              page: help/e2.md
              since: "1.1"
              next-tier: 2
            - code: BOX-E9
              title: No cable
              category: network
              message: "BOX-E9: no cable"
              since: "1.0"
              status: retired
              retired-in: "1.1"
              replaced-by: BOX-E2
            -- _data/help-index-released.json --
            {
              "format": "tier0-help-index/1",
              "codes": [
                {"code": "BOX-E1", "status": "active", "path": "/e/E1/"},
                {"code": "BOX-E9", "status": "retired", "path": "/e/BOX-E9/"}
              ]
            }
            -- _data/alerts.yaml --
            - id: StoreDown
              severity: sev2
              service: store
              summary: The store does not answer
              runbook: operations/store-down.md
              for: 5m
            -- _data/services.yaml --
            - id: store
              title: Store
              provides: Images
              owner: platform
              rto: 1-2 h
              rpo: null
              playbook: recovery/store-failure.md
              runbook: operations/store-down.md
            - id: git
              title: Git
              provides: Sources
              owner: platform
              rto: null
              exception: recovery/why-not.md
            -- _data/owners.yaml --
            - id: platform
              title: Platform team
              active: true
              deputy: infra
            - id: infra
              title: Infrastructure
              active: true
              deputy: platform
            -- _data/teams.yaml --
            - id: web
              title: Web
              stage: pilot
              champions: 2
              champion-term-ends: 2027-01-31
              migration: done
            - id: risk
              title: Risk
              stage: early-adopters
              champions: 0
              exception: recovery/why-not.md
            -- _data/deliverables.yaml --
            - id: D1
              title: Playbook
              stream: Recovery
              page: recovery/store-failure.md#verification
              provides: The page
              status: published
            - id: D2
              title: Help
              stream: Support
              page: help/e1.md
              status: prepared
            -- _data/drills/2026-10-05-store.yaml --
            scenario: store-failure
            service: store
            date: 2026-10-05
            start: "09:30"
            actions:
              - "0: alert read"
              - "38: verified"
            response: Two people led.
            time-to-recovery: "38:12"
            lessons:
              - text: Say where the key is.
                page: recovery/store-failure.md
              - text: Print the page.
                state: done
            outside-participant: champion
            -- help/e1.md --
            ---
            title: Start is slow
            type: faq
            code: BOX-E1
            aliases: [/e/E1/, /e/BOX-E1/]
            category: startup
            ---
            ```console
            $ box doctor
            BOX-E1: not started within 90 s
            ```
            -- help/e2.md --
            ---
            title: No network
            type: faq
            code: BOX-E2
            aliases: [/e/BOX-E2]
            category: network
            ---
            The tool says BOX-E2: no network.
            -- operations/store-down.md --
            ---
            title: Store down
            type: runbook
            owner: platform
            reviewed: 2026-11-18
            review-every: 90 days
            service: store
            alerts: [StoreDown]
            ---
            -- recovery/store-failure.md --
            ---
            title: Store failure
            type: dr-playbook
            owner: platform
            reviewed: 2026-11-18
            service: store
            scenario: Store failure
            ---
            ## Verification
            -- recovery/why-not.md --
            ---
            title: Why not
            ---
            Another team does it.
            -- settings --
            categories: [startup, network]
            drills-from: 2026-Q4
            """;

    private GoodSite() {}

    static TextSite site() {
        return TextSite.of(TEXT);
    }

    /** The site with one text in it exchanged, at its first place. */
    static TextSite with(String text, String by) {
        return TextSite.of(TextSite.exchanged(TEXT, text, by));
    }
}
