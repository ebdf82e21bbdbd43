package dev.tierzero.source;

import dev.tierzero.api.DocumentType.RequiredSection;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code required-sections}: a list of titles, or of maps that say more about a section. */
final class SectionSettings {

    private static final List<String> KEYS = List.of("title", "synonyms", "optional", "may-be-empty", "within");

    private final String file;
    private final String name;

    /** @param name of the list for messages */
    SectionSettings(String file, String name) {
        this.file = file;
        this.name = name;
    }

    List<RequiredSection> of(List<YamlNode> nodes) throws SettingsException {
        List<RequiredSection> sections = new ArrayList<>();
        for (YamlNode node : nodes) {
            sections.add(section(node));
        }
        return List.copyOf(sections);
    }

    private RequiredSection section(YamlNode node) throws SettingsException {
        if (node instanceof YamlNode.Text text && !text.value().isBlank()) {
            return RequiredSection.of(text.value().strip());
        }
        SettingsMap map = new SettingsMap(file, name, node, KEYS);
        String title = map.text("title", "");
        if (title.isBlank()) {
            throw map.fault(node, "\"" + name + "\" needs the title of the section");
        }
        return new RequiredSection(
                title,
                map.texts("synonyms"),
                map.flag("optional", false),
                map.flag("may-be-empty", false),
                map.text("within", ""));
    }
}
