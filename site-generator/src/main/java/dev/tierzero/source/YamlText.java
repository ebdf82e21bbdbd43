package dev.tierzero.source;

import dev.tierzero.source.YamlFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as far as it is taken from authors: maps, lists and text; no tags, anchors, aliases or duplicate keys; at most
 * 64 KB and 16 levels. Nothing is ever constructed from it but {@link YamlNode}s.
 */
final class YamlText {

    /** Checked before parsing: SnakeYAML enforces its own limit only after it has scanned the scalar (4 MB: 4.6 s). */
    static final int MAX_BYTES = 65_536;

    /** Of a file of data: registers have hundreds of entries. */
    static final int MAX_DATA_BYTES = 262_144;

    static final int MAX_DEPTH = 16;

    private static final Set<Tag> PLAIN_TAGS = Set.of(Tag.STR, Tag.SEQ, Tag.MAP);
    private static final String QUOTES = "put the value in double quotes when it holds a colon, #, [ or {";

    private static final String ALIASES = "anchors and aliases (&name, *name) are not taken";
    private static final String ALIASES_HINT = "repeat the value, or put text that starts with & or * in quotes";
    private static final String TAGS = "tags (!name) are not taken";
    private static final String TAGS_HINT = "remove the tag, or put text that starts with ! in quotes";

    private final int firstLine;
    private final List<String> lines;

    private YamlText(String text, int firstLine) {
        this.firstLine = firstLine;
        this.lines = text.lines().toList();
    }

    /**
     * The map that the text is; an empty one for text without any content.
     *
     * @param text with {@code \n} line ends
     * @param firstLine line of the file that the text starts on, 1-based
     */
    static YamlNode.Entries map(String text, int firstLine) throws YamlFault {
        YamlText yaml = new YamlText(text, firstLine);
        Node root = yaml.compose(text);
        if (root == null) {
            return new YamlNode.Entries(List.of(), firstLine, 1);
        }
        if (yaml.convert(root) instanceof YamlNode.Entries entries) {
            return entries;
        }
        throw yaml.fault(
                Kind.NOT_A_MAP,
                root.getStartMark(),
                "expected \"key: value\" lines",
                "write one \"key: value\" a line");
    }

    /** The items of the list that the text is; none for text without any content. */
    static List<YamlNode> items(String text, int firstLine) throws YamlFault {
        YamlText yaml = new YamlText(text, firstLine);
        Node root = yaml.compose(text);
        if (root == null) {
            return List.of();
        }
        if (yaml.convert(root) instanceof YamlNode.Items items) {
            return items.nodes();
        }
        throw yaml.fault(Kind.NOT_A_MAP, root.getStartMark(), "expected a list", "begin every entry with a hyphen");
    }

    /**
     * Whatever a file of data holds; an empty map for text without any content. JSON is read too: it is YAML (yaml.org/spec/1.2.2 §1.3).
     */
    static YamlNode data(String text) throws YamlFault {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
            throw new YamlFault(Kind.TOO_LARGE, 1, 1, "more than 256 KB of data", "divide the file");
        }
        YamlText yaml = new YamlText(text, 1);
        Node root = yaml.composed(text);
        return root == null ? new YamlNode.Entries(List.of(), 1, 1) : yaml.convert(root);
    }

    @SuppressWarnings("NullAway") // SnakeYAML returns null for an empty document, and is not annotated
    private Node compose(String text) throws YamlFault {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new YamlFault(
                    Kind.TOO_LARGE, firstLine, 1, "more than 64 KB of YAML", "keep it to what describes the page");
        }
        return composed(text);
    }

    @SuppressWarnings("NullAway") // As above
    private Node composed(String text) throws YamlFault {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(
                MAX_DATA_BYTES); // refused with their place by convert, which never expands them
        try {
            return new Composer(new ParserImpl(new StreamReader(text), options), new TextOnly(), options)
                    .getSingleNode();
        } catch (MarkedYAMLException e) {
            throw syntax(e);
        } catch (ReaderException e) {
            throw unprintable(text, e);
        } catch (YAMLException e) {
            throw limit(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw BrokenEscape.in(text, firstLine);
        }
    }

    private YamlNode convert(Node node) throws YamlFault {
        refuseReferenceOrTag(node);
        if (node instanceof ScalarNode scalar) {
            return text(scalar);
        }
        Mark mark = node.getStartMark();
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> nodes = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                nodes.add(convert(item));
            }
            return new YamlNode.Items(List.copyOf(nodes), line(mark), column(mark));
        }
        return new YamlNode.Entries(entries((MappingNode) node), line(mark), column(mark));
    }

    private List<YamlNode.Entry> entries(MappingNode map) throws YamlFault {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(convert(tuple.getKeyNode()) instanceof YamlNode.Text key)) {
                throw fault(Kind.SYNTAX, tuple.getKeyNode().getStartMark(), "a key is not plain text", QUOTES);
            }
            if (!seen.add(key.value())) {
                throw new YamlFault(
                        Kind.DUPLICATE_KEY,
                        key.line(),
                        key.column(),
                        "\"" + Shown.of(key.value()) + "\" is given twice",
                        "keep one of the two");
            }
            entries.add(new YamlNode.Entry(key, convert(tuple.getValueNode())));
        }
        return List.copyOf(entries);
    }

    private YamlNode.Text text(ScalarNode node) {
        Mark mark = node.getStartMark();
        return new YamlNode.Text(node.getValue(), node.isPlain(), line(mark), column(mark));
    }

    private void refuseReferenceOrTag(Node node) throws YamlFault {
        if (node.getAnchor() != null) {
            throw fault(Kind.REFERENCE_OR_TAG, node.getStartMark(), ALIASES, ALIASES_HINT);
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            throw fault(Kind.REFERENCE_OR_TAG, node.getStartMark(), TAGS, TAGS_HINT);
        }
    }

    private YamlFault syntax(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        if (problem.contains("Global tag is not allowed")) {
            return fault(Kind.REFERENCE_OR_TAG, mark, TAGS, TAGS_HINT);
        }
        if (problem.contains("undefined alias")) {
            return fault(Kind.REFERENCE_OR_TAG, mark, ALIASES, ALIASES_HINT);
        }
        for (YamlProblem known : YamlProblem.values()) {
            if (problem.contains(known.snakeYaml())) {
                Mark opened = e.getContextMark();
                boolean open = known.isOpen() && opened != null;
                return fault(Kind.SYNTAX, open ? opened : mark, known.message(), known.hint());
            }
        }
        return fault(Kind.SYNTAX, mark, "not valid YAML: " + Shown.of(problem), QUOTES);
    }

    private YamlFault unprintable(String text, ReaderException e) {
        String before = text.substring(0, Math.min(e.getPosition(), text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new YamlFault(
                Kind.SYNTAX,
                firstLine + line,
                column,
                "the character " + Shown.codePoint(e.getCodePoint()) + " cannot stand in YAML",
                "delete it");
    }

    private YamlFault limit(String message) {
        if (message.contains("Nesting Depth")) {
            return new YamlFault(
                    Kind.TOO_DEEP, firstLine, 1, "nested deeper than " + MAX_DEPTH + " levels", "make it flatter");
        }
        return new YamlFault(Kind.REFERENCE_OR_TAG, firstLine, 1, Shown.of(message), "write the values out");
    }

    private YamlFault fault(Kind kind, Mark mark, String message, String hint) {
        return new YamlFault(kind, line(mark), column(mark), message, hint);
    }

    private int line(Mark mark) {
        return firstLine + Math.min(mark.getLine(), Math.max(0, lines.size() - 1));
    }

    /** SnakeYAML counts code points. */
    private int column(Mark mark) {
        if (mark.getLine() >= lines.size()) {
            return 1;
        }
        String line = lines.get(mark.getLine());
        int codePoints = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
        return 1 + line.offsetByCodePoints(0, codePoints);
    }

    /** Leaves every scalar as text: what {@code no} or {@code 1.10} means is for the key's schema to say. */
    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: that is the point.
        }
    }
}
