package dev.tierzero.coverage;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Text as JSON (RFC 8259 §7). */
final class Json {

    private Json() {}

    static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** An object in one line. The values are JSON. */
    static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> string(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
