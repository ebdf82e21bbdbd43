package dev.tierzero.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingFormatTest {

    private static final String HOSTILE = "\"\\ \u001b[2J\r\n::error::x %0A \u202e\u2028\u0000\u009f\ud800 é😀";

    private static final Diagnostic FINDING = Diagnostic.error(
                    "AB001", new SourcePosition("content/a,b:c.md", 3, 4), HOSTILE, "fix " + HOSTILE)
            .includedFrom(List.of(SourcePosition.ofLine("content/p.md", 9)));

    @Test
    void textNamesThePlaceTheReasonAndTheFix() {
        Diagnostic plain = Diagnostic.warning(
                        "RB002", new SourcePosition("content/r.md", 11, 1), "section is empty", "write it")
                .includedFrom(List.of(SourcePosition.ofLine("content/p.md", 9)));
        assertEquals("""
                content/r.md:11:1: warning RB002: section is empty
                    included from content/p.md:9
                    fix: write it
                """, FindingFormat.TEXT.format(List.of(plain)));
    }

    @Test
    void noHostileCharacterReachesTheTerminal() {
        for (FindingFormat format : List.of(FindingFormat.TEXT, FindingFormat.GITHUB)) {
            String text = format.format(List.of(FINDING));
            text.chars()
                    .filter(c -> c != '\n')
                    .forEach(c -> assertTrue(c >= 0x20 && c != 0x9f && c != 0x202e, format + text));
        }
        assertEquals(3, FindingFormat.TEXT.format(List.of(FINDING)).lines().count());
        assertEquals(1, FindingFormat.GITHUB.format(List.of(FINDING)).lines().count());
        String github = FindingFormat.GITHUB.format(List.of(FINDING));
        assertTrue(github.startsWith("::error file=content/a%2Cb%3Ac.md,line=3,col=4,title=AB001::"), github);
        assertTrue(github.contains("%250A"), github);
    }

    @Test
    void jsonComesBackAsItWas() throws Exception {
        JsonNode parsed = new ObjectMapper().readTree(FindingFormat.JSON.format(List.of(FINDING, FINDING)));
        assertEquals(2, parsed.size());
        assertEquals(HOSTILE, parsed.get(0).get("message").asText());
        assertEquals("error", parsed.get(0).get("severity").asText());
        assertEquals(3, parsed.get(0).get("line").asInt());
        assertEquals(
                "content/p.md",
                parsed.get(0).get("includedFrom").get(0).get("file").asText());
        assertEquals("[]\n", FindingFormat.JSON.format(List.of()));
    }
}
