package dev.tierzero.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page says about itself, from YAML front matter, AsciiDoc attributes or a JBake header alike.
 *
 * @param values by canonical key (lower case, hyphens), in the order written
 */
public record Metadata(Map<String, Value> values) {

    /** No metadata at all. */
    public static final Metadata EMPTY = new Metadata(Map.of());

    /**
     * One value and where it stands.
     *
     * @param value a String, Long, Double or Boolean, or an unmodifiable List or Map of such
     * @param position of the key
     */
    public record Value(Object value, SourcePosition position) {}

    /** Keeps the order of {@code values}. */
    public Metadata {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The keys, in the order written. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** Where a key stands. */
    public Optional<SourcePosition> position(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::position);
    }

    /** A single value as text: numbers and booleans as YAML writes them; empty for a list, a map or a blank. */
    public Optional<String> text(String key) {
        return raw(key).filter(v -> !(v instanceof List<?>) && !(v instanceof Map<?, ?>))
                .map(String::valueOf)
                .filter(s -> !s.isBlank());
    }

    /** A list of texts; a single text is split at commas; empty when absent. */
    public List<String> list(String key) {
        return raw(key).map(Metadata::asList).orElse(List.of());
    }

    /** A truth value: {@code true}, or the texts {@code true}, {@code yes}; false when absent. */
    public boolean flag(String key) {
        return text(key).filter(s -> s.equals("true") || s.equals("yes")).isPresent();
    }

    /** A whole number; empty when absent or not one. */
    public Optional<Integer> integer(String key) {
        return text(key).filter(s -> s.matches("-?\\d{1,9}")).map(Integer::valueOf);
    }

    /** A list of maps, such as the modules of a course; empty when absent or of another shape. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> maps(String key) {
        return raw(key).filter(List.class::isInstance).stream()
                .flatMap(v -> ((List<Object>) v).stream())
                .filter(Map.class::isInstance)
                .map(m -> (Map<String, Object>) m)
                .toList();
    }

    private Optional<Object> raw(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::value);
    }

    private static List<String> asList(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of(String.valueOf(value).split(",")).stream()
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
