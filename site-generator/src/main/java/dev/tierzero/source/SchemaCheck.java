package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds values against their schemas, and says in an author's words what does not fit. One per page. */
final class SchemaCheck {

    private static final int LONGEST_MATCHED = 2_000;

    private final String file;
    private final List<Diagnostic> findings;

    SchemaCheck(String file, List<Diagnostic> findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * The value as its schema types it. What does not fit is reported and comes back as YAML alone would read it.
     *
     * @param name of the key, for messages
     */
    Object value(String name, YamlNode node, Schema schema) {
        if (node instanceof YamlNode.Items items) {
            return schema.takes("array") ? list(name, items.nodes(), items, schema) : wrongKind(name, node, schema);
        }
        if (node instanceof YamlNode.Entries map) {
            return schema.takes("object") ? map(name, map, schema) : wrongKind(name, node, schema);
        }
        YamlNode.Text text = (YamlNode.Text) node;
        if (schema.types().contains("array")) {
            return schema.types().contains("string")
                    ? list(name, Plain.split(text), text, schema)
                    : wrongKind(name, node, schema);
        }
        return scalar(name, text, schema);
    }

    private Object scalar(String name, YamlNode.Text text, Schema schema) {
        if (schema.types().isEmpty()) {
            return enumerated(name, text, schema) ? Plain.value(text) : text.value();
        }
        if (schema.takes("boolean") && text.plain() && Plain.flag(text.value()).isPresent()) {
            return Plain.flag(text.value()).get();
        }
        if (schema.takes("integer") && text.plain() && Plain.whole(text.value()).isPresent()) {
            long whole = Plain.whole(text.value()).get();
            inRange(name, text, (double) whole, schema);
            return whole;
        }
        if (schema.takes("number") && text.plain() && Plain.number(text.value()).isPresent()) {
            double number = Plain.number(text.value()).get();
            inRange(name, text, number, schema);
            return Plain.value(text);
        }
        return schema.takes("string") ? string(name, text, schema) : wrongKind(name, text, schema);
    }

    private Object string(String name, YamlNode.Text text, Schema schema) {
        String value = oneLine(text);
        int length = value.codePointCount(0, value.length());
        if (!enumerated(name, text, schema)) {
            return value;
        }
        if (length < schema.minLength() || length > schema.maxLength()) {
            report(
                    "FM006",
                    text,
                    name + " has " + length + " characters; "
                            + (length < schema.minLength()
                                    ? "at least " + schema.minLength() + " are needed"
                                    : "at most " + schema.maxLength() + " are taken"),
                    length < schema.minLength() ? "write more" : "say it shorter");
        } else if (schema.date() && !isDate(value)) {
            report(
                    "FM005",
                    text,
                    "\"" + Shown.of(value) + "\" is not a date",
                    "write it as year-month-day: 2026-11-20");
        } else if (!matches(value, schema)) {
            report("FM006", text, "\"" + Shown.of(value) + "\" is not " + noun(name, schema), example(name, schema));
        }
        return value;
    }

    private boolean enumerated(String name, YamlNode.Text text, Schema schema) {
        if (schema.values().isEmpty() || schema.values().contains(text.value())) {
            return true;
        }
        Optional<String> near = dev.tierzero.api.Nearest.of(text.value(), schema.values());
        report(
                "FM004",
                text,
                "\"" + Shown.of(text.value()) + "\" is not " + noun(name, schema) + "; one of "
                        + Shown.list(schema.values()),
                near.map(n -> "did you mean \"" + n + "\"?").orElse("write one of the values named"));
        return false;
    }

    private List<Object> list(String name, List<YamlNode> nodes, YamlNode at, Schema schema) {
        if (nodes.size() > schema.maxItems()) {
            report(
                    "FM006",
                    at,
                    name + " has " + nodes.size() + " entries; at most " + schema.maxItems() + " are taken",
                    "keep the ones that matter");
        }
        List<Object> values = new ArrayList<>();
        for (YamlNode node : nodes) {
            values.add(
                    schema.items().isPresent()
                            ? value(name, node, schema.items().get())
                            : Plain.value(node));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<String, Object> map(String name, YamlNode.Entries map, Schema schema) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlNode.Entry entry : map.entries()) {
            String key = entry.key().value();
            Schema property = schema.properties().get(key);
            if (property == null && schema.closed()) {
                report(
                        "FM002",
                        entry.key(),
                        "unknown key \"" + Shown.of(key) + "\" in " + name
                                + Shown.didYouMean(key, schema.properties().keySet()),
                        "keys of " + name + ": "
                                + Shown.list(schema.properties().keySet()));
            }
            values.put(
                    key,
                    property == null ? Plain.value(entry.value()) : value(name + "." + key, entry.value(), property));
        }
        for (String key : schema.required()) {
            if (!values.containsKey(key)) {
                report("FM007", map, name + " has no " + key, "add \"" + key + ": …\"");
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private void inRange(String name, YamlNode.Text text, double value, Schema schema) {
        if (value < schema.minimum().orElse(value)) {
            report(
                    "FM006",
                    text,
                    name + " is " + text.value() + "; the least is "
                            + shown(schema.minimum().orElse(0)),
                    example(name, schema));
        } else if (value > schema.maximum().orElse(value)) {
            report(
                    "FM006",
                    text,
                    name + " is " + text.value() + "; the most is "
                            + shown(schema.maximum().orElse(0)),
                    example(name, schema));
        }
    }

    private Object wrongKind(String name, YamlNode node, Schema schema) {
        String found = node instanceof YamlNode.Text text ? "\"" + Shown.of(text.value()) + "\"" : node.noun();
        report("FM005", node, name + " takes " + kind(schema) + ", not " + found, example(name, schema));
        return Plain.value(node);
    }

    /** Newlines of block text are blanks: metadata is shown on one line. */
    private static String oneLine(YamlNode.Text text) {
        return text.value().indexOf('\n') < 0
                ? text.value()
                : text.value().strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static boolean matches(String value, Schema schema) {
        return schema.pattern()
                .map(p -> value.length() <= LONGEST_MATCHED && p.matcher(value).find())
                .orElse(true);
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String kind(Schema schema) {
        if (schema.types().contains("array")) {
            return "a list";
        }
        if (schema.types().contains("object")) {
            return "a map";
        }
        if (schema.types().contains("boolean")) {
            return "true or false";
        }
        if (schema.types().contains("integer")) {
            return "a whole number";
        }
        return schema.types().contains("number") ? "a number" : "text";
    }

    private static String noun(String name, Schema schema) {
        String noun = schema.title().isBlank() ? name : schema.title();
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String example(String name, Schema schema) {
        if (!schema.example().isBlank()) {
            return "for example \"" + name + ": " + schema.example() + "\"";
        }
        return schema.types().contains("array") ? "write \"" + name + ": [one, two]\"" : "write " + kind(schema);
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    private void report(String code, YamlNode at, String message, String hint) {
        findings.add(Diagnostic.error(code, new SourcePosition(file, at.line(), at.column()), message, hint));
    }
}
