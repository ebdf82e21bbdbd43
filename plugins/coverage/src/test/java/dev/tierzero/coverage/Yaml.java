package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML and JSON as the data that plugins see. */
final class Yaml {

    private Yaml() {}

    static DataNode read(String file, String text) {
        return node(file, new org.yaml.snakeyaml.Yaml().compose(new StringReader(text)));
    }

    private static DataNode node(String file, Node node) {
        SourcePosition at = new SourcePosition(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
        if (node instanceof SequenceNode list) {
            return DataNode.ofList(
                    list.getValue().stream().map(item -> node(file, item)).toList(), at);
        }
        if (node instanceof MappingNode map) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            map.getValue()
                    .forEach(entry -> entries.put(
                            ((ScalarNode) entry.getKeyNode()).getValue(), node(file, entry.getValueNode())));
            return DataNode.ofMap(entries, at);
        }
        return node.getTag().equals(Tag.NULL)
                ? DataNode.ofNothing(at)
                : DataNode.ofText(((ScalarNode) node).getValue(), at);
    }
}
