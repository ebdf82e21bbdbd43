package dev.tierzero.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an AsciiDoc text: attribute entries, {@code = Title}, author and revision line, attribute entries, up
 * to the first blank line (AsciiDoc language, "Document header").
 *
 * @param title of the document
 * @param attributes set in the header, names in lower case; the last one counts
 */
record AsciiDocHeader(Optional<YamlNode.Text> title, Map<String, YamlNode.Entry> attributes) {

    private static final Pattern ATTRIBUTE =
            Pattern.compile(":(!?)([\\p{Alnum}_][\\p{Alnum}_-]*)(!?):(?:[ \\t]+(.*))?");
    private static final Pattern REFERENCE = Pattern.compile("\\{([\\p{Alnum}_][\\p{Alnum}_-]*)}");
    private static final int MOST_LINES = 1_000;

    /** References are not resolved beyond this: each may double what it stands in. */
    private static final int LONGEST_VALUE = 4_000;

    /** Reads the header of a text whose first line has this number. */
    static AsciiDocHeader of(String text, int firstLine) {
        return new Reader(text.lines().limit(MOST_LINES).toList(), firstLine).read();
    }

    /** Where the reader is in the lines. */
    private static final class Reader {

        private final List<String> lines;
        private final int firstLine;
        private final Map<String, YamlNode.Entry> attributes = new LinkedHashMap<>();
        private Optional<YamlNode.Text> title = Optional.empty();
        private int at;

        Reader(List<String> lines, int firstLine) {
            this.lines = lines;
            this.firstLine = firstLine;
        }

        AsciiDocHeader read() {
            while (at < lines.size() && beforeTitle()) {
                at++;
            }
            if (at < lines.size() && isTitle(lines.get(at))) {
                title = Optional.of(text(lines.get(at).substring(2).strip(), 3));
                at++;
                afterTitle();
            }
            return new AsciiDocHeader(title.map(this::resolved), attributes);
        }

        /** Blank lines, comments, attributes and block attribute lines may stand above the title. */
        private boolean beforeTitle() {
            String line = lines.get(at);
            return line.isBlank()
                    || isComment(line)
                    || isDirective(line)
                    || (line.startsWith("[") && line.endsWith("]"))
                    || isAttribute(line);
        }

        private void afterTitle() {
            int authorLines = 2;
            while (at < lines.size() && !lines.get(at).isBlank()) {
                String line = lines.get(at);
                boolean entry = isComment(line) || isDirective(line) || isAttribute(line);
                if (!entry && authorLines == 0) {
                    return;
                }
                authorLines = entry ? authorLines : authorLines - 1;
                at++;
            }
        }

        /** Takes the attribute that the current line sets, with its continuation lines. */
        private boolean isAttribute(String line) {
            Matcher matcher = ATTRIBUTE.matcher(line.stripTrailing());
            if (!matcher.matches()) {
                return false;
            }
            String name = matcher.group(2).toLowerCase(Locale.ROOT);
            YamlNode.Text key = text(name, 1 + 1 + matcher.group(1).length());
            int column = matcher.group(4) == null ? line.length() + 1 : matcher.start(4) + 1;
            String value = matcher.group(4) == null ? "" : continued(matcher.group(4));
            boolean unset = !matcher.group(1).isEmpty() || !matcher.group(3).isEmpty();
            if (unset) {
                attributes.put(name, new YamlNode.Entry(key, new YamlNode.Text("false", true, key.line(), column)));
            } else {
                YamlNode.Text node = new YamlNode.Text(value, true, key.line(), column);
                attributes.put(name, new YamlNode.Entry(key, resolved(node)));
            }
            return true;
        }

        private String continued(String first) {
            StringBuilder value = new StringBuilder(first);
            while (value.toString().endsWith(" \\") && at + 1 < lines.size()) {
                value.setLength(value.length() - 2);
                if (value.toString().endsWith(" +")) {
                    value.setLength(value.length() - 2);
                }
                at++;
                value.append(' ').append(lines.get(at).strip());
            }
            return value.toString().strip();
        }

        private boolean isComment(String line) {
            if (line.startsWith("////") && line.chars().allMatch(c -> c == '/')) {
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).equals(line)) {
                    end++;
                }
                at = end;
                return true;
            }
            return line.startsWith("//") && !line.startsWith("///");
        }

        private static boolean isDirective(String line) {
            return line.startsWith("ifdef::")
                    || line.startsWith("ifndef::")
                    || line.startsWith("ifeval::")
                    || line.startsWith("endif::");
        }

        private static boolean isTitle(String line) {
            return (line.startsWith("= ") || line.startsWith("# "))
                    && !line.substring(2).isBlank();
        }

        private YamlNode.Text resolved(YamlNode.Text text) {
            if (text.value().indexOf('{') < 0) {
                return text;
            }
            String value = REFERENCE
                    .matcher(text.value())
                    .replaceAll(r -> Matcher.quoteReplacement(
                            Optional.ofNullable(attributes.get(r.group(1).toLowerCase(Locale.ROOT)))
                                    .map(e -> ((YamlNode.Text) e.value()).value())
                                    .orElse(r.group())));
            return value.length() > LONGEST_VALUE
                    ? text
                    : new YamlNode.Text(value, text.plain(), text.line(), text.column());
        }

        private YamlNode.Text text(String value, int column) {
            return new YamlNode.Text(value, true, firstLine + at, column);
        }
    }

    /** The attributes in the order first set. */
    List<YamlNode.Entry> entries() {
        return new ArrayList<>(attributes.values());
    }
}
