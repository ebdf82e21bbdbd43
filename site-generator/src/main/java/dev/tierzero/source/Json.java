package dev.tierzero.source;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes YAML as JSON: the schemas of declared types are YAML in {@code site.yaml}, and JSON for everybody else. */
final class Json {

    private Json() {}

    static String of(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(Json::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof YamlNode.Entries map) {
            return map.entries().stream()
                    .map(e -> text(e.key().value()) + ": " + of(e.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        YamlNode.Text text = (YamlNode.Text) node;
        Object value = Plain.value(text);
        return value instanceof String ? text(text.value()) : value.toString();
    }

    /** A JSON string, RFC 8259 §7. */
    static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
