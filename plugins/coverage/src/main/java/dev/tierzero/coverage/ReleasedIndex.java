package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;

/** The help index that went out with the command-line tool: what it names must resolve for ever. */
final class ReleasedIndex {

    private final Inventory inventory;
    private final Findings findings;

    private ReleasedIndex(Inventory inventory) {
        this.inventory = inventory;
        this.findings = inventory.findings();
    }

    static List<Diagnostic> check(Inventory inventory) {
        ReleasedIndex released = new ReleasedIndex(inventory);
        inventory.site().data(inventory.settings().released()).ifPresent(released::check);
        return released.findings.all();
    }

    private void check(DataNode index) {
        Optional<String> format = index.text("format");
        if (format.isEmpty() || !format.get().equals(HelpIndex.FORMAT)) {
            findings.error(
                    "CV010",
                    index.position("format"),
                    "the released help index does not say \"format\": \"" + HelpIndex.FORMAT + "\"",
                    "copy help-index.json of the release as it was");
            return;
        }
        index.get("codes").map(DataNode::items).orElse(List.of()).forEach(this::code);
    }

    private void code(DataNode released) {
        String id = released.text("code").orElse("");
        Optional<Code> code = inventory.registers().code(id);
        if (code.isEmpty()) {
            findings.error(
                    "CV009",
                    released.position("code"),
                    "released code " + id + " is missing from the register of codes",
                    "put it back; a code that is no longer printed gets \"status: retired\"");
            return;
        }
        boolean wasRetired = released.text("status").filter("retired"::equals).isPresent();
        if (wasRetired && !code.get().retired()) {
            findings.error(
                    "CV009",
                    code.get().at("code"),
                    "code " + id + " was released as retired, and is active again",
                    "a code is never used twice: take a new one");
        }
        released.text("path")
                .filter(path -> !path.equals(code.get().address()))
                .filter(path -> !inventory.resolves(path))
                .ifPresent(path -> lost(id, path, released.position("path")));
    }

    private void lost(String id, String path, SourcePosition at) {
        findings.error(
                "CV009",
                at,
                "the released address of " + id + " leads nowhere now: " + path,
                "add it to the aliases of the code's page");
    }
}
