package dev.tierzero.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

    private static final List<String> WORDS = List.of("title", "tags", "owner", "reviewed", "review-every");

    @ParameterizedTest
    @CsvSource({"titel, title", "TITLE, title", "tag, tags", "onwer, owner", "reviwed, reviewed", "reviewd, reviewed"})
    void aTypoIsRecognised(String word, String meant) {
        assertEquals(Optional.of(meant), Nearest.of(word, WORDS));
    }

    @ParameterizedTest
    @CsvSource({"banana", "x", "''", "colour"})
    void somethingElseIsNot(String word) {
        assertEquals(Optional.empty(), Nearest.of(word, WORDS));
    }
}
