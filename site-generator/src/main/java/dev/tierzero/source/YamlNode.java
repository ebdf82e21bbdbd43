package dev.tierzero.source;

import java.util.List;
import java.util.Optional;

/** A piece of YAML as written, with its place: 1-based lines and UTF-16 columns of the file. */
sealed interface YamlNode {

    int line();

    int column();

    /** What it is, in the words of a finding: {@code text}, {@code a list}, {@code a map}. */
    String noun();

    /**
     * A scalar; nothing is decided about numbers and truth values yet, so {@code no} is still {@code no}.
     *
     * @param value unquoted
     * @param plain written without quotes and not as a block
     */
    record Text(String value, boolean plain, int line, int column) implements YamlNode {

        boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        @Override
        public String noun() {
            return "text";
        }
    }

    /** A sequence. */
    record Items(List<YamlNode> nodes, int line, int column) implements YamlNode {

        @Override
        public String noun() {
            return "a list";
        }
    }

    /** A mapping, in the order written, keys distinct. */
    record Entries(List<Entry> entries, int line, int column) implements YamlNode {

        Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String noun() {
            return "a map";
        }
    }

    /** A key and its value. */
    record Entry(Text key, YamlNode value) {}
}
