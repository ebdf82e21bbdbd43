package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids of headings. */
final class SluggerTest {

    @Test
    void slugsAreThoseOfGitHub() {
        assertEquals(
                List.of(
                        "hello-world",
                        "whats-new-in-20",
                        "a--b",
                        "snake_case-kebab-case",
                        "größe",
                        "日本語",
                        "",
                        "i̇stanbul",
                        "e1042-c"),
                List.of(
                                "Hello World",
                                "What's new in 2.0?",
                                "A & B",
                                "snake_case kebab-case",
                                "Größe",
                                "日本語",
                                "!?",
                                "İstanbul",
                                "E1042: C++")
                        .stream()
                        .map(Slugger::slug)
                        .toList());
    }

    @Test
    void repeatsAreNumberedAroundExplicitIds() {
        Slugger slugger = new Slugger(List.of("a-1"));

        assertEquals(
                List.of("a", "a-2", "a-1-1", "a-3", "section", "section-1", "section-fn-1", "section-fn"),
                List.of("A", "A", "A 1", "A", "!", "?", "fn 1", "fn").stream()
                        .map(slugger::id)
                        .toList());
    }

    @Test
    void noIdIsGivenTwiceWhateverTheHeadings() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Set<String> ids = new HashSet<>(List.of("b-1", "a"));
            Slugger slugger = new Slugger(ids);
            for (int i = 0; i < 60; i++) {
                String heading = "ab ".charAt(random.nextInt(3))
                        + (random.nextBoolean() ? " " + random.nextInt(3) : "")
                        + (random.nextBoolean() ? "-1" : "");
                assertTrue(ids.add(slugger.id(heading)), "seed " + seed + ", heading " + heading);
            }
        }
    }
}
