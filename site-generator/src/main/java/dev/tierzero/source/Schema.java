package dev.tierzero.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The part of JSON Schema 2020-12 that metadata needs, compiled. A keyword outside it is refused, never overlooked.
 *
 * <p>Own code because the library (networknt 2.0.8) costs 430 ms before the first of 1,000 pages is through and its
 * messages are not for authors; it is the oracle of the tests, where both must agree.
 *
 * @param types JSON types allowed; empty: any
 * @param values allowed texts; empty: any
 * @param title what the value is, for messages: {@code severity}
 * @param example of a right value; blank if none
 * @param closed whether keys outside {@code properties} are refused
 */
record Schema(
        Set<String> types,
        List<String> values,
        Optional<Pattern> pattern,
        boolean date,
        int minLength,
        int maxLength,
        OptionalDouble minimum,
        OptionalDouble maximum,
        Optional<Schema> items,
        int maxItems,
        Map<String, Schema> properties,
        List<String> required,
        boolean closed,
        String title,
        String example) {

    /** Longest list of a page's metadata, unless its schema says otherwise. */
    private static final int MAX_ITEMS = 1_000;

    /** Longest text, unless the schema says otherwise: the same 64 KB as for the whole front matter. */
    private static final int MAX_LENGTH = 65_536;

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "$comment",
            "title",
            "description",
            "examples",
            "default",
            "deprecated",
            "type",
            "enum",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "items",
            "maxItems",
            "properties",
            "required",
            "additionalProperties",
            "unevaluatedProperties");
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");

    /** Why a schema cannot be used; {@code at} is the offending place. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        Unusable(YamlNode at, String message) {
            super(message);
            this.line = at.line();
            this.column = at.column();
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** Compiles a schema; {@code $ref} reaches the schemas in its {@code $defs} by their {@code $id}. */
    static Schema of(YamlNode node) throws Unusable {
        return of(node, defs(node));
    }

    /** Whether a value may be of this JSON type. */
    boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }

    private static Schema of(YamlNode node, Map<String, YamlNode> defs) throws Unusable {
        if (!(node instanceof YamlNode.Entries map)) {
            throw new Unusable(node, "a schema is a map");
        }
        for (YamlNode.Entry entry : map.entries()) {
            String keyword = entry.key().value();
            if (!KEYWORDS.contains(keyword)) {
                throw new Unusable(
                        entry.key(),
                        "\"" + Shown.of(keyword) + "\" is no schema keyword that is taken here"
                                + Shown.didYouMean(
                                        keyword, KEYWORDS.stream().sorted().toList()));
            }
        }
        Map<String, Schema> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        Optional<YamlNode> ref = map.get("$ref");
        if (ref.isPresent()) {
            YamlNode target = defs.get(textOf(ref.get()));
            if (target == null) {
                throw new Unusable(ref.get(), "\"" + textOf(ref.get()) + "\" is not among the $defs");
            }
            Schema base = of(target, defs);
            properties.putAll(base.properties());
            required.addAll(base.required());
        }
        properties.putAll(propertiesOf(map, defs));
        required.addAll(texts(map, "required"));
        return new Schema(
                typesOf(map),
                texts(map, "enum"),
                patternOf(map),
                map.get("format").map(Schema::textOf).filter("date"::equals).isPresent(),
                count(map, "minLength", 0),
                count(map, "maxLength", MAX_LENGTH),
                number(map, "minimum"),
                number(map, "maximum"),
                itemsOf(map, defs),
                count(map, "maxItems", MAX_ITEMS),
                properties,
                List.copyOf(required),
                isFalse(map, "additionalProperties") || isFalse(map, "unevaluatedProperties"),
                map.get("title").map(Schema::textOf).orElse(""),
                firstExample(map));
    }

    private static Map<String, YamlNode> defs(YamlNode node) {
        Map<String, YamlNode> defs = new LinkedHashMap<>();
        if (node instanceof YamlNode.Entries map && map.get("$defs").orElse(map) instanceof YamlNode.Entries all) {
            for (YamlNode.Entry def : all.entries()) {
                if (def.value() instanceof YamlNode.Entries schema) {
                    schema.get("$id").ifPresent(id -> defs.put(textOf(id), schema));
                }
            }
        }
        return defs;
    }

    private static Map<String, Schema> propertiesOf(YamlNode.Entries map, Map<String, YamlNode> defs) throws Unusable {
        Map<String, Schema> properties = new LinkedHashMap<>();
        if (map.get("properties").isPresent()) {
            YamlNode node = map.get("properties").get();
            if (!(node instanceof YamlNode.Entries entries)) {
                throw new Unusable(node, "properties is a map");
            }
            for (YamlNode.Entry entry : entries.entries()) {
                properties.put(entry.key().value(), of(entry.value(), defs));
            }
        }
        return properties;
    }

    private static Optional<Schema> itemsOf(YamlNode.Entries map, Map<String, YamlNode> defs) throws Unusable {
        return map.get("items").isPresent() ? Optional.of(of(map.get("items").get(), defs)) : Optional.empty();
    }

    private static Set<String> typesOf(YamlNode.Entries map) throws Unusable {
        Set<String> types = new LinkedHashSet<>(texts(map, "type"));
        for (String type : types) {
            if (!TYPES.contains(type)) {
                throw new Unusable(
                        map.get("type").orElse(map),
                        "\"" + Shown.of(type) + "\" is no type; one of "
                                + Shown.list(TYPES.stream().sorted().toList()));
            }
        }
        return types;
    }

    private static Optional<Pattern> patternOf(YamlNode.Entries map) throws Unusable {
        Optional<YamlNode> node = map.get("pattern");
        try {
            return node.map(n -> Pattern.compile(textOf(n)));
        } catch (PatternSyntaxException e) {
            throw new Unusable(node.orElse(map), "not a regular expression: " + Shown.of(textOf(node.orElse(map))));
        }
    }

    private static List<String> texts(YamlNode.Entries map, String keyword) {
        YamlNode node = map.get(keyword).orElse(new YamlNode.Items(List.of(), 1, 1));
        return node instanceof YamlNode.Items items
                ? items.nodes().stream().map(Schema::textOf).toList()
                : List.of(textOf(node));
    }

    private static int count(YamlNode.Entries map, String keyword, int otherwise) throws Unusable {
        OptionalDouble number = number(map, keyword);
        return number.isPresent() ? (int) number.getAsDouble() : otherwise;
    }

    private static OptionalDouble number(YamlNode.Entries map, String keyword) throws Unusable {
        Optional<YamlNode> node = map.get(keyword);
        if (node.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Double> number = Plain.number(textOf(node.get()));
        return OptionalDouble.of(number.orElseThrow(() -> new Unusable(node.get(), "\"" + keyword + "\" is a number")));
    }

    private static boolean isFalse(YamlNode.Entries map, String keyword) {
        return map.get(keyword).map(Schema::textOf).filter("false"::equals).isPresent();
    }

    private static String firstExample(YamlNode.Entries map) {
        return texts(map, "examples").stream().findFirst().orElse("");
    }

    private static String textOf(YamlNode node) {
        return node instanceof YamlNode.Text text ? text.value() : "";
    }
}
