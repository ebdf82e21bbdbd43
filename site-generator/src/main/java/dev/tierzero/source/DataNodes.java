package dev.tierzero.source;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;

/** YAML as the data that plugins see. */
final class DataNodes {

    private DataNodes() {}

    /** @param file as findings name it */
    static DataNode of(String file, YamlNode node) {
        SourcePosition position = new SourcePosition(file, node.line(), node.column());
        if (node instanceof YamlNode.Items items) {
            return DataNode.ofList(
                    items.nodes().stream().map(item -> of(file, item)).toList(), position);
        }
        if (node instanceof YamlNode.Entries map) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            map.entries().forEach(e -> entries.put(e.key().value(), of(file, e.value())));
            return DataNode.ofMap(entries, position);
        }
        YamlNode.Text text = (YamlNode.Text) node;
        return text.isNothing() ? DataNode.ofNothing(position) : DataNode.ofText(text.value(), position);
    }
}
