package dev.tierzero.source;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Invisible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of {@code site.yaml} that knows its keys: whatever is not as it should be is refused with its place. */
final class SettingsMap {

    private final String file;
    private final String name;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, YamlNode> written = new LinkedHashMap<>();

    /**
     * @param file name of the settings file
     * @param name of the map for messages; blank at the top
     * @param keys that it may have; empty: any
     */
    SettingsMap(String file, String name, YamlNode node, List<String> keys) throws SettingsException {
        this.file = file;
        this.name = name;
        if (!(node instanceof YamlNode.Entries map)) {
            throw fault(node, "\"" + name + "\" takes a map, not " + found(node));
        }
        for (YamlNode.Entry entry : map.entries()) {
            String key = entry.key().value();
            if (!keys.isEmpty() && !keys.contains(key)) {
                throw fault(entry.key(), "unknown setting \"" + Shown.of(full(key)) + "\"" + suggestion(key, keys));
            }
            boolean nothing = entry.value() instanceof YamlNode.Text text && text.isNothing();
            if (!nothing) {
                values.put(key, entry.value());
                written.put(key, entry.key());
            }
        }
    }

    /** The keys that have a value, in the order written. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Where a key that has a value is written. */
    SourcePosition position(String key) {
        YamlNode at = written.getOrDefault(key, new YamlNode.Text("", true, 1, 1));
        return new SourcePosition(file, at.line(), at.column());
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String text(String key, String otherwise) throws SettingsException {
        YamlNode node = values.get(key);
        if (node == null) {
            return otherwise;
        }
        if (!(node instanceof YamlNode.Text text)) {
            throw fault(node, "\"" + full(key) + "\" takes text, not " + found(node));
        }
        if (text.value().codePoints().anyMatch(Invisible::is)) {
            throw fault(node, "\"" + full(key) + "\" holds an invisible character: " + Shown.of(text.value()));
        }
        return text.value().strip();
    }

    boolean flag(String key, boolean otherwise) throws SettingsException {
        if (node(key).isEmpty()) {
            return otherwise;
        }
        Optional<Boolean> flag = Plain.flag(text(key, ""));
        return flag.orElseThrow(() -> fault(key, "takes true or false, not " + found(key)));
    }

    long whole(String key, long least, long most, long otherwise) throws SettingsException {
        if (node(key).isEmpty()) {
            return otherwise;
        }
        Optional<Long> number = Plain.whole(text(key, "")).filter(n -> n >= least && n <= most);
        return number.orElseThrow(
                () -> fault(key, "takes a whole number from " + least + " to " + most + ", not " + found(key)));
    }

    List<String> texts(String key) throws SettingsException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (!(item instanceof YamlNode.Text text)) {
                throw fault(item, "\"" + full(key) + "\" takes a list of texts, and this is " + item.noun());
            }
            texts.add(text.value());
        }
        return List.copyOf(texts);
    }

    List<YamlNode> items(String key) throws SettingsException {
        YamlNode node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Items items)) {
            throw fault(node, "\"" + full(key) + "\" takes a list, not " + found(node));
        }
        return items.nodes();
    }

    /** A map below this one; one without keys when absent. */
    SettingsMap map(String key, List<String> keys) throws SettingsException {
        YamlNode node = values.getOrDefault(key, new YamlNode.Entries(List.of(), 1, 1));
        return new SettingsMap(file, full(key), node, keys);
    }

    /** A complaint about a key's value: {@code site.yaml:3:6: "order" takes …}. */
    SettingsException fault(String key, String complaint) {
        YamlNode at = values.getOrDefault(key, new YamlNode.Text("", true, 1, 1));
        return fault(at, "\"" + full(key) + "\" " + complaint);
    }

    SettingsException fault(YamlNode at, String message) {
        return new SettingsException(file + ":" + at.line() + ":" + at.column() + ": " + message);
    }

    private String found(String key) {
        return node(key).map(SettingsMap::found).orElse("nothing");
    }

    private static String found(YamlNode node) {
        return node instanceof YamlNode.Text text ? "\"" + Shown.of(text.value()) + "\"" : node.noun();
    }

    private String full(String key) {
        return name.isBlank() ? key : name + "." + key;
    }

    private static String suggestion(String key, List<String> keys) {
        String near = Shown.didYouMean(key, keys);
        return near.isBlank() ? "; settings here: " + Shown.list(keys) : near;
    }
}
