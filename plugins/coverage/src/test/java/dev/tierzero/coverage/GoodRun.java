package dev.tierzero.coverage;

/** A record as run mode exports it, of the playbook of the good site, and that playbook with its steps. */
final class GoodRun {

    static final String PATH = "_data/drills/2026-11-20-store-failure.json";

    static final String PLAYBOOK = """
            ---
            title: Store failure
            type: dr-playbook
            owner: platform
            reviewed: 2026-11-18
            service: store
            scenario: Store failure
            ---
            ## Restore
            1. Note the state.
            2. Stop the store.
            3. Restore the snapshot.
            ## Verification
            1. A pull works.
            """;

    static final String TEXT = """
            {
              "format": "tier0-run/1",
              "kind": "incident",
              "scenario": "store-failure",
              "service": "store",
              "page": "recovery/store-failure.md",
              "title": "Store failure",
              "digest": "1da7f221cfe2",
              "version": "f3044cf0a7",
              "date": "2026-11-20",
              "start": "03:02",
              "time-zone": "Europe/Berlin",
              "outage-start": "2026-11-20T02:02:00.000Z",
              "began": "2026-11-20T02:04:00.000Z",
              "ended": "2026-11-20T02:40:12.400Z",
              "time-to-recovery": "38:12",
              "rto-seconds": 7200,
              "actions": [
                "2: run begun",
                "5: step Restore 1: Note the state.",
                "38: run ended"
              ],
              "response": "Two led, one typed.",
              "outside-participant": null,
              "steps": [
                {"id": "restore.1", "digest": "421137e8", "title": "Note the state.", "role": "step", "kind": "read-only", "state": "done", "at": "2026-11-20T02:07:00.000Z", "elapsed": "05:00", "note": "three nodes up", "reason": ""},
                {"id": "restore.2", "digest": "c783de16", "title": "Stop the store.", "role": "step", "kind": "danger", "state": "skipped", "at": "2026-11-20T02:08:00.000Z", "elapsed": "06:00", "reason": "it had stopped by itself"},
                {"id": "restore.3", "digest": "325fe698", "title": "Restore the snapshot.", "role": "step", "kind": "irreversible", "state": "done", "at": "2026-11-20T02:30:00.000Z", "elapsed": "28:00"},
                {"id": "verification.1", "digest": "ab119211", "title": "A pull works.", "role": "verify", "kind": "plain", "state": "done", "at": "2026-11-20T02:40:00.000Z", "elapsed": "38:00"}
              ],
              "parameters": {"node": "store-1"},
              "lessons": [{"text": "Say where the snapshot is.", "page": "recovery/store-failure.md", "state": "open"}],
              "changed": false,
              "clock": "",
              "log": [
                {"id": "a-1", "at": "2026-11-20T02:04:00.000Z", "mono": 12.5, "zone": "Europe/Berlin", "offset": 60, "do": "begin"},
                {"id": "a-2", "at": "2026-11-20T02:40:12.400Z", "mono": null, "zone": "Europe/Berlin", "offset": 60, "do": "end"}
              ]
            }
            """;

    private GoodRun() {}

    /** The good site with this record beside the one written by hand. */
    static TextSite site() {
        return with("", "");
    }

    /** The same with one text in the record exchanged, at its first place. */
    static TextSite with(String text, String by) {
        return with(GoodSite.site().file("recovery/store-failure.md", PLAYBOOK), text, by);
    }

    static TextSite with(TextSite site, String text, String by) {
        return site.file(PATH, TextSite.exchanged(TEXT, text, by));
    }
}
