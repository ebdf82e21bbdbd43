package dev.tierzero.runbook.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Post-incident review",
                "POST-INCIDENT REVIEW",
                "Post incident review:",
                "6. Post-incident review",
                "6) Post-incident  review.",
                "2.3 Post‑incident review",
                "Step 6: Post-incident review",
                "Post-incident review (30 minutes)",
                "⚠ Post-incident review"
            })
    void caseNumbersPunctuationAndBracketsDoNotCount(String title) {
        assertTrue(Words.same(title, "Post-incident review"));
    }

    @Test
    void aTitleFullOfBracketsIsComparedAtOnce() {
        String title = "(".repeat(200_000);
        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(2), () -> Words.same(title, "Symptoms"));
    }

    @Test
    void otherWordsCount() {
        assertFalse(Words.same("Post-incident", "Post-incident review"));
        assertFalse(Words.same("Incident review", "Post-incident review"));
    }

    @Test
    void theNearestNameIsTheOneThatWasMeant() {
        assertEquals(Optional.of("vault"), Words.nearest("vualt", List.of("harbor", "vault", "nexus")));
        assertEquals(Optional.empty(), Words.nearest("sso", List.of("git", "vault")));
        assertEquals(Optional.of("Verification"), Words.nearest("Verifcation", List.of("Verification", "Symptoms")));
    }
}
