package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Digests that are kept from run to run. */
final class DigestTest {

    private static String of(Map<String, Object> values) {
        Map<String, Metadata.Value> metadata = new LinkedHashMap<>();
        values.forEach((key, value) -> metadata.put(key, new Metadata.Value(value, SourcePosition.ofFile("a.md"))));
        return new Digest().add(new Metadata(metadata)).hex();
    }

    private static <T> Map<String, T> map(String first, T one, String second, T other) {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    @Test
    void theOrderOfAMapIsNoPartOfIt() {
        Map<String, Object> inner = map("x", 1, "y", List.of("z"));
        Map<String, Object> turned = map("y", List.of("z"), "x", 1);
        assertEquals(of(map("a", inner, "b", "2")), of(map("b", "2", "a", turned)));
    }

    @Test
    void theOrderOfAListAndTheNestingAre() {
        assertNotEquals(of(map("a", List.of("1", "2"), "b", "")), of(map("a", List.of("2", "1"), "b", "")));
        assertNotEquals(of(map("a", List.of("1", "2"), "b", "")), of(map("a", List.of("1", List.of("2")), "b", "")));
        assertNotEquals(of(map("a", "1", "b", "2")), of(map("a", "2", "b", "1")));
    }
}
