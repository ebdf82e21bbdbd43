package dev.tierzero.kpi;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as the host hands it to plugins: texts with their places. */
public final class YamlData {

    private YamlData() {}

    /** The data of a text, placed in a file of this name. */
    public static DataNode of(String text, String file) {
        Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        return node == null ? DataNode.ofNothing(SourcePosition.ofFile(file)) : data(node, file);
    }

    private static DataNode data(Node node, String file) {
        SourcePosition at = new SourcePosition(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
        if (node instanceof MappingNode map) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : map.getValue()) {
                entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), data(tuple.getValueNode(), file));
            }
            return DataNode.ofMap(entries, at);
        }
        if (node instanceof SequenceNode list) {
            return DataNode.ofList(
                    list.getValue().stream().map(item -> data(item, file)).toList(), at);
        }
        return node.getTag().equals(Tag.NULL)
                ? DataNode.ofNothing(at)
                : DataNode.ofText(((ScalarNode) node).getValue(), at);
    }
}
