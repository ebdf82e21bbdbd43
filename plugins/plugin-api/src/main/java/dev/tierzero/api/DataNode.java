package dev.tierzero.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A piece of structured data from a YAML or JSON file, with its place: a text, a list, a map or nothing ({@code null}). Numbers and
 * truth values are texts until they are asked for. Immutable.
 */
public final class DataNode {

    /** What a node is. */
    public enum Kind {
        /** A text, number or truth value. */
        TEXT,
        /** A list. */
        LIST,
        /** A map. */
        MAP,
        /** {@code null}. */
        NOTHING
    }

    /** Beyond it a number is no measurement but an attack on memory: 1E999999999 has ten letters. */
    private static final int MAX_SCALE = 400;

    private final Kind kind;
    private final String text;
    private final List<DataNode> items;
    private final Map<String, DataNode> entries;
    private final SourcePosition position;

    private DataNode(
            Kind kind, String text, List<DataNode> items, Map<String, DataNode> entries, SourcePosition position) {
        this.kind = kind;
        this.text = text;
        this.items = items;
        this.entries = entries;
        this.position = position;
    }

    /** A text, number or truth value as written. */
    public static DataNode ofText(String text, SourcePosition position) {
        return new DataNode(Kind.TEXT, text, List.of(), Map.of(), position);
    }

    /** A list. */
    public static DataNode ofList(List<DataNode> items, SourcePosition position) {
        return new DataNode(Kind.LIST, "", List.copyOf(items), Map.of(), position);
    }

    /** A map, in the order given. */
    public static DataNode ofMap(Map<String, DataNode> entries, SourcePosition position) {
        Map<String, DataNode> copy = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        return new DataNode(Kind.MAP, "", List.of(), copy, position);
    }

    /** Nothing: {@code null}, {@code ~} or no value at all. */
    public static DataNode ofNothing(SourcePosition position) {
        return new DataNode(Kind.NOTHING, "", List.of(), Map.of(), position);
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Where it is written: of a map and a list its beginning. */
    public SourcePosition position() {
        return position;
    }

    /** The text; empty for everything else. */
    public Optional<String> text() {
        return kind == Kind.TEXT ? Optional.of(text) : Optional.empty();
    }

    /** The items of a list; none for everything else. */
    public List<DataNode> items() {
        return items;
    }

    /** The entries of a map in the order written; none for everything else. */
    public Map<String, DataNode> entries() {
        return entries;
    }

    /** The value of a key; empty when there is none or it is nothing. */
    public Optional<DataNode> get(String key) {
        return Optional.ofNullable(entries.get(key)).filter(node -> node.kind() != Kind.NOTHING);
    }

    /** The text of a key; empty when there is none, or it is blank. */
    public Optional<String> text(String key) {
        return get(key).flatMap(DataNode::text).filter(value -> !value.isBlank());
    }

    /** The texts of a key: of a list its texts, of a single text that one. */
    public List<String> texts(String key) {
        return get(key).map(DataNode::texts).orElse(List.of());
    }

    /** The texts in a list, or the text itself. */
    public List<String> texts() {
        return kind == Kind.LIST
                ? items.stream().flatMap(item -> item.text().stream()).toList()
                : text().stream().toList();
    }

    /** The number that the text is: JSON's numbers (RFC 8259 §6) with at most 40 characters. */
    public Optional<BigDecimal> number() {
        return text().filter(t -> t.length() <= 40 && t.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?"))
                .map(BigDecimal::new)
                .filter(n -> Math.abs((long) n.scale()) <= MAX_SCALE);
    }

    /** The number of a key. */
    public Optional<BigDecimal> number(String key) {
        return get(key).flatMap(DataNode::number);
    }

    /** The truth value of a key: {@code true}, {@code yes}, {@code false} or {@code no}; empty for anything else. */
    public Optional<Boolean> flag(String key) {
        return text(key).flatMap(value -> switch (value) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Where a key's value is written; the map's own place when it has none. */
    public SourcePosition position(String key) {
        return get(key).map(DataNode::position).orElse(position);
    }

    /** Whether both say the same, wherever they stand. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DataNode node
                && kind == node.kind
                && text.equals(node.text)
                && items.equals(node.items)
                && entries.equals(node.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * text.hashCode() + items.hashCode()) + entries.hashCode();
    }

    /** The data in one line, for messages of tests. */
    @Override
    public String toString() {
        return switch (kind) {
            case TEXT -> text;
            case LIST -> items.toString();
            case MAP ->
                entries.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
            case NOTHING -> "null";
        };
    }
}
