package dev.tierzero.source;

import dev.tierzero.model.Settings.DeclaredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content types that {@code site.yaml} declares. */
final class TypeSettings {

    private static final List<String> KEYS =
            List.of("label", "plural", "template", "facts", "required-sections", "procedure", "required", "properties");

    private final String file;
    private final SettingsMap types;
    private final List<String> names = new ArrayList<>();

    TypeSettings(String file, SettingsMap types) {
        this.file = file;
        this.types = types;
    }

    /** The type that a section names, one that there is; blank if it names none. */
    String known(SettingsMap section) throws SettingsException {
        String type = section.text("type", "");
        if (!type.isBlank() && !names().contains(type)) {
            throw section.fault(
                    "type", "is not a content type: \"" + Shown.of(type) + "\"" + Shown.didYouMean(type, names()));
        }
        return type;
    }

    /** Reading the built-in types takes a moment: only when a section asks, and only once. */
    private List<String> names() {
        if (names.isEmpty()) {
            names.addAll(BuiltInTypes.read().keySet());
            names.addAll(types.keys());
        }
        return names;
    }

    /** The declared types by name, in the order written. */
    Map<String, DeclaredType> all() throws SettingsException {
        Map<String, DeclaredType> declared = new LinkedHashMap<>();
        for (String name : types.keys()) {
            if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
                throw types.fault(name, "is not a name for a type; lower-case letters, digits and hyphens are");
            }
            declared.put(name, type(types.map(name, KEYS)));
        }
        return declared;
    }

    private DeclaredType type(SettingsMap map) throws SettingsException {
        Map<String, String> facts = new LinkedHashMap<>();
        SettingsMap labels = map.map("facts", List.of());
        for (String key : labels.keys()) {
            facts.put(key, labels.text(key, key));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        SettingsMap schemas = map.map("properties", List.of());
        for (String key : schemas.keys()) {
            properties.put(key, schema(key, schemas));
        }
        String template = map.text("template", "");
        if (!template.isBlank() && !template.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw map.fault("template", "takes a layout's name, not \"" + Shown.of(template) + "\"");
        }
        return new DeclaredType(
                map.text("label", ""),
                map.text("plural", ""),
                template,
                facts,
                new SectionSettings(file, "required-sections").of(map.items("required-sections")),
                map.node("procedure").isEmpty() ? Optional.empty() : Optional.of(map.flag("procedure", false)),
                map.texts("required"),
                properties);
    }

    private String schema(String key, SettingsMap schemas) throws SettingsException {
        if (!key.matches("[a-z][a-z0-9-]{0,39}")) {
            throw schemas.fault(key, "is not a name for a key; lower-case letters, digits and hyphens are");
        }
        YamlNode node = schemas.node(key).orElseThrow();
        try {
            Schema.of(node);
            return Json.of(node);
        } catch (Schema.Unusable e) {
            throw new SettingsException(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
    }
}
