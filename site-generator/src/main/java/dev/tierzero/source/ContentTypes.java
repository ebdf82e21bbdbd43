package dev.tierzero.source;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.DeclaredType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The content types of a site: the built-in ones and those that its settings declare or change. Schemas are compiled
 * when the first page of their type is read, so a build that reads no page compiles none. Thread-safe.
 */
public final class ContentTypes {

    /** The type of a page that says nothing, in a folder that says nothing. */
    public static final String PAGE = "page";

    /** The type of {@code content/index.*} when it says nothing. */
    public static final String HOME = "home";

    private final Map<String, ContentType> types;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> keys = new ConcurrentHashMap<>();

    private ContentTypes(Map<String, ContentType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /** The built-in types and what the settings declare. */
    public static ContentTypes of(Settings settings) {
        Map<String, ContentType> types = new LinkedHashMap<>(BuiltInTypes.read());
        settings.types()
                .forEach((name, declared) ->
                        types.put(name, merged(name, declared, Optional.ofNullable(types.get(name)))));
        return new ContentTypes(types);
    }

    /** A type by its name. */
    public Optional<ContentType> get(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Every type: the built-in ones in the order of {@code types.yaml}, then the declared ones in theirs. */
    public Collection<ContentType> all() {
        return types.values();
    }

    /** The names in the same order. */
    public Set<String> names() {
        return types.keySet();
    }

    /** The compiled schema of a type's metadata. */
    Schema schema(String name) {
        Schema known = schemas.get(name);
        if (known == null) {
            ContentType type = get(name).orElseThrow(() -> new IllegalArgumentException("no type " + name));
            known = BuiltInTypes.compiled(name, type.schema());
            schemas.put(name, known);
        }
        return known;
    }

    /** Every key that a page of some type may have, sorted. */
    Set<String> allKeys() {
        return keys.computeIfAbsent("", all -> {
            Set<String> sorted = new TreeSet<>();
            types.keySet()
                    .forEach(name -> sorted.addAll(schema(name).properties().keySet()));
            return Collections.unmodifiableSet(sorted);
        });
    }

    private static ContentType merged(String name, DeclaredType declared, Optional<ContentType> builtIn) {
        ContentType base = builtIn.orElseGet(() -> fresh(name));
        String label = orElse(declared.label(), base.label());
        Map<String, String> facts = new LinkedHashMap<>(base.facts());
        facts.putAll(declared.facts());
        return new ContentType(
                name,
                label,
                orElse(declared.plural(), builtIn.isEmpty() ? label + "s" : base.plural()),
                orElse(declared.template(), base.template()),
                Collections.unmodifiableMap(facts),
                declared.requiredSections().isEmpty() ? base.requiredSections() : declared.requiredSections(),
                declared.procedure().orElse(base.procedure()),
                schemaText(name, declared, builtIn));
    }

    private static ContentType fresh(String name) {
        String label = Humanised.of(name);
        return new ContentType(name, label, label + "s", PAGE, Map.of(), List.of(), false, "");
    }

    private static String schemaText(String name, DeclaredType declared, Optional<ContentType> builtIn) {
        boolean extended = builtIn.isPresent();
        boolean procedure = declared.procedure().orElse(false);
        String base = extended ? name + ".schema.json" : procedure ? BuiltInTypes.PROCEDURE : "common.schema.json";
        String open = extended ? BuiltInTypes.openSchema(name) : base;
        if (extended && procedure && !open.contains(BuiltInTypes.PROCEDURE)) {
            open = open.replace("common.schema.json", BuiltInTypes.PROCEDURE);
        }
        List<String> definitions = new ArrayList<>(List.of(BuiltInTypes.baseSchemas(open)));
        if (extended) {
            definitions.add("\"built-in\": " + open);
        }
        String id = extended ? "extended-" + name : name;
        String properties = declared.properties().entrySet().stream()
                .map(e -> Json.text(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", "));
        String required = declared.required().stream().map(Json::text).collect(Collectors.joining(", "));
        return "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$id\": \"" + id
                + ".schema.json\", \"title\": \"metadata\", \"$ref\": \"" + base
                + "\", \"properties\": {" + properties + "}, \"required\": [" + required
                + "], \"unevaluatedProperties\": false, \"$defs\": {" + String.join(", ", definitions) + "}}";
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
