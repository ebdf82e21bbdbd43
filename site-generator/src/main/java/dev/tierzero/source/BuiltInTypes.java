package dev.tierzero.source;

import dev.tierzero.api.DocumentType.RequiredSection;
import dev.tierzero.model.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content types that come with the generator: {@code types.yaml} and {@code schemas/} beside this class. */
final class BuiltInTypes {

    private static final String CLOSED = ",\n  \"unevaluatedProperties\": false";

    /** What the schemas of all procedures refer to. */
    static final String PROCEDURE = "procedure.schema.json";

    private BuiltInTypes() {}

    static Map<String, ContentType> read() {
        Map<String, ContentType> types = new LinkedHashMap<>();
        for (YamlNode.Entry entry : parsed("types.yaml", resource("types.yaml")).entries()) {
            String name = entry.key().value();
            types.put(name, type(name, (YamlNode.Entries) entry.value()));
        }
        return Collections.unmodifiableMap(types);
    }

    /** The schemas that a schema refers to, as its {@code $defs}. */
    static String baseSchemas(String schema) {
        String common = "\"common\": " + resource("schemas/common.schema.json");
        return schema.contains(PROCEDURE) ? common + ", \"procedure\": " + resource("schemas/" + PROCEDURE) : common;
    }

    /** A built-in type's own schema, open for more keys, to be put among another one's {@code $defs}. */
    static String openSchema(String name) {
        return resource("schemas/" + name + ".schema.json").replace(CLOSED, "");
    }

    /** Compiles the schema of a content type. */
    static Schema compiled(String name, String schema) {
        try {
            return Schema.of(parsed(name, schema));
        } catch (Schema.Unusable e) {
            throw new IllegalStateException(name + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        }
    }

    private static ContentType type(String name, YamlNode.Entries type) {
        String own = resource("schemas/" + name + ".schema.json").strip();
        return new ContentType(
                name,
                text(type, "label"),
                text(type, "plural"),
                text(type, "template"),
                facts(type),
                sections(type),
                type.get("procedure").isPresent(),
                own.substring(0, own.length() - 1) + ",\n  \"$defs\": {" + baseSchemas(own) + "}\n}\n");
    }

    private static Map<String, String> facts(YamlNode.Entries type) {
        Map<String, String> facts = new LinkedHashMap<>();
        type.get("facts").map(YamlNode.Entries.class::cast).ifPresent(map -> map.entries()
                .forEach(e -> facts.put(e.key().value(), ((YamlNode.Text) e.value()).value())));
        return Collections.unmodifiableMap(facts);
    }

    private static List<RequiredSection> sections(YamlNode.Entries type) {
        try {
            return new SectionSettings("types.yaml", "required-sections")
                    .of(type.get("required-sections").stream()
                            .flatMap(n -> ((YamlNode.Items) n).nodes().stream())
                            .toList());
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String text(YamlNode.Entries type, String key) {
        return type.get(key)
                .map(n -> ((YamlNode.Text) n).value())
                .orElseThrow(() -> new IllegalStateException("types.yaml: a type has no " + key));
    }

    private static YamlNode.Entries parsed(String name, String text) {
        try {
            return YamlText.map(text, 1);
        } catch (YamlFault e) {
            throw new IllegalStateException(name + ":" + e.line() + ":" + e.column() + ": " + e.text(), e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = BuiltInTypes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
