package dev.tierzero.runbook.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

    private static final List<String> WORDS = List.of("the", "registry", "serves", "pulls", "again", "now");

    private static boolean isSameButALetter(int index, String before) {
        List<String> words = new ArrayList<>(WORDS);
        words.set(index, before);
        return Fingerprint.differsByLetter(WORDS, Fingerprint.of(words));
    }

    @Test
    void aLetterMayHaveBeenWrongInALongWord() {
        assertTrue(isSameButALetter(1, "registy"));
        assertTrue(isSameButALetter(1, "registrry"));
        assertTrue(isSameButALetter(1, "rigistry"));
        assertTrue(isSameButALetter(1, "regsitry"));
        assertTrue(isSameButALetter(4, "agian"));
    }

    @Test
    void shortWordsOtherWordsAndTwoWordsAreAnotherText() {
        assertFalse(isSameButALetter(5, "not"));
        assertFalse(isSameButALetter(1, "database"));
        assertFalse(isSameButALetter(1, "regitsyr"));
        assertFalse(Fingerprint.differsByLetter(WORDS, Fingerprint.of(WORDS.subList(0, 5))));
    }

    @Test
    void orderCounts() {
        List<String> swapped = List.of("registry", "the", "serves", "pulls", "again", "now");
        assertNotEquals(Fingerprint.of(WORDS), Fingerprint.of(swapped));
    }

    @Test
    void otherTextsAreNotTakenForACorrection() {
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            taken += Fingerprint.differsByLetter(WORDS, random.nextInt()) ? 1 : 0;
        }
        assertEquals(0, taken);
    }
}
