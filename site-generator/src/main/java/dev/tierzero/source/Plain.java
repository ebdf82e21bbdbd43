package dev.tierzero.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an unquoted text means where a schema asks for a number or a truth value. */
final class Plain {

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");

    private Plain() {}

    /** {@code true yes on}, {@code false no off}, in any case; empty for other text. */
    static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number of at most 18 digits. */
    static Optional<Long> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** A finite decimal number. */
    static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    /** The value without a schema, as YAML 1.2 reads it: only {@code true} and {@code false} are truth values. */
    static Object value(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(Plain::value).toList();
        }
        if (node instanceof YamlNode.Entries map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.entries().forEach(e -> values.put(e.key().value(), value(e.value())));
            return Collections.unmodifiableMap(values);
        }
        YamlNode.Text text = (YamlNode.Text) node;
        return text.plain() ? scalar(text.value()) : text.value();
    }

    /** Texts separated by commas, without blanks around them and without empty ones. */
    static List<YamlNode> split(YamlNode.Text text) {
        List<YamlNode> parts = new ArrayList<>();
        for (String part : text.value().split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(new YamlNode.Text(part.strip(), text.plain(), text.line(), text.column()));
            }
        }
        return List.copyOf(parts);
    }

    private static Object scalar(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        Optional<Long> whole = whole(text);
        if (whole.isPresent()) {
            return whole.get();
        }
        Optional<Double> number = number(text);
        return number.isPresent() ? number.get() : text;
    }
}
