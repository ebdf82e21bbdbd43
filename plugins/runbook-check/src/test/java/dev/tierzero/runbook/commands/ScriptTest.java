package dev.tierzero.runbook.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptTest {

    private static List<String> commands(String language, String text) {
        return Script.of(new CodeBlock(language, text, SourcePosition.ofLine("a.md", 1))).commands().stream()
                .map(command -> command.text() + (command.answered() ? " → output" : ""))
                .toList();
    }

    @Test
    void aSessionHasItsCommandsBehindPrompts() {
        assertEquals(
                List.of("ls -l → output", "kubectl get \\\n  pods", "systemctl restart app"),
                commands(
                        "console",
                        "$ ls -l\ntotal 0\n$ kubectl get \\\n>   pods\n# systemctl restart app\n# a remark"));
    }

    @Test
    void aScriptHasACommandALineWithWhatContinuesIt() {
        assertEquals(
                List.of("a \\\n  b", "c |\n  d", "cat <<E\nx\nE", "echo 'x\ny'", "e"),
                commands("bash", "a \\\n  b\n\n# remark\nc |\n  d\ncat <<E\nx\nE\necho 'x\ny'\ne"));
    }

    @Test
    void whatDoesNotEndIsOneLineAndTheRestGoesOn() {
        assertEquals(List.of("Error: can't", "ls"), commands("bash", "Error: can't\nls"));
    }

    @Test
    void otherLanguagesHaveNoCommands() {
        assertEquals(List.of(), commands("yaml", "a: $ b"));
        assertEquals(List.of(), commands("", "no prompt"));
        assertEquals(List.of("ls"), commands("", "$ ls"));
        assertEquals(List.of("DROP TABLE a;", "SELECT 1;"), commands("sql", "DROP TABLE a;\nSELECT 1;\n"));
    }
}
