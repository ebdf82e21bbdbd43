package dev.tierzero.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a page as written, and the text that is left.
 *
 * @param kind of header
 * @param entries as written, not yet canonical
 * @param body the rest
 * @param firstLine 1-based line that the rest starts on
 * @param fault why the header could not be read; the entries are empty then
 */
record Header(Kind kind, List<YamlNode.Entry> entries, String body, int firstLine, Optional<YamlFault> fault) {

    /** How the metadata is written. */
    enum Kind {
        NONE,
        YAML,
        JBAKE
    }

    private static final String JBAKE_END = "~~~~~~";

    /** Finds the header of a text with {@code \n} line ends. */
    static Header of(String text) {
        if (isFence(text, 0, "---")) {
            return yaml(text);
        }
        if (isFence(text, 0, "+++") && looksLikeToml(text)) {
            return failed(
                    Kind.YAML,
                    text,
                    new YamlFault(
                            YamlFault.Kind.SYNTAX,
                            1,
                            1,
                            "TOML front matter is not read",
                            "write it as YAML between --- lines"));
        }
        int end = jbakeEnd(text);
        return end < 0 ? none(text) : jbake(text, end);
    }

    private static Header none(String text) {
        return new Header(Kind.NONE, List.of(), text, 1, Optional.empty());
    }

    private static Header yaml(String text) {
        int start = lineEnd(text, 0);
        if (!startsFrontMatter(text, start)) {
            return none(text);
        }
        int end = start;
        int line = 2;
        while (end < text.length() && !isFence(text, end, "---")) {
            end = lineEnd(text, end);
            line++;
        }
        if (end >= text.length()) {
            return failed(
                    Kind.YAML,
                    text,
                    new YamlFault(
                            YamlFault.Kind.SYNTAX, 1, 1, "the front matter is not closed", "end it with a line ---"));
        }
        String body = text.substring(lineEnd(text, end));
        try {
            List<YamlNode.Entry> entries =
                    YamlText.map(text.substring(start, end), 2).entries();
            return new Header(Kind.YAML, entries, body, line + 1, Optional.empty());
        } catch (YamlFault e) {
            return new Header(Kind.YAML, List.of(), body, line + 1, Optional.of(e));
        }
    }

    private static Header failed(Kind kind, String text, YamlFault fault) {
        return new Header(kind, List.of(), text, 1, Optional.of(fault));
    }

    /** A first line {@code ---} may also be a thematic break: front matter goes on with a key or its end. */
    private static boolean startsFrontMatter(String text, int start) {
        boolean blank = false;
        for (int at = start; at < text.length(); at = lineEnd(text, at)) {
            String line = text.substring(at, lineEnd(text, at)).strip();
            boolean closed = text.indexOf("\n---", at) >= 0;
            if (line.equals("---")) {
                return !blank;
            } else if (isKeyLine(line)) {
                return closed || !blank;
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                return closed && !blank && "{[\"'?&*!%@".indexOf(line.charAt(0)) >= 0;
            }
            blank |= line.isEmpty();
        }
        return false;
    }

    private static boolean isKeyLine(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && (colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1)))
                && line.substring(0, colon)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "_-.\"'".indexOf(c) >= 0);
    }

    private static boolean looksLikeToml(String text) {
        String second = text.substring(lineEnd(text, 0), lineEnd(text, lineEnd(text, 0)));
        return second.matches("\\s*(\\[.*|[A-Za-z0-9_-]+\\s*=.*)\\n?");
    }

    /** The index of the line {@code ~~~~~~} when only {@code key=value} lines stand above it; else -1. */
    private static int jbakeEnd(String text) {
        int limit = Math.min(text.length(), YamlText.MAX_BYTES);
        boolean any = false;
        int position = 0;
        while (position < limit) {
            if (isFence(text, position, JBAKE_END)) {
                return any ? position : -1;
            }
            String line = text.substring(position, lineEnd(text, position)).strip();
            if (line.indexOf('=') > 0 && Character.isLetter(line.charAt(0))) {
                any = true;
            } else if (!line.isEmpty()) {
                return -1;
            }
            position = lineEnd(text, position);
        }
        return -1;
    }

    private static Header jbake(String text, int end) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        int line = 1;
        for (int position = 0; position < end; position = lineEnd(text, position)) {
            String pair = text.substring(position, lineEnd(text, position)).stripTrailing();
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String key = pair.substring(0, equals);
                int indent = key.length() - key.stripLeading().length();
                String value = pair.substring(equals + 1).strip();
                entries.add(new YamlNode.Entry(
                        new YamlNode.Text(key.strip(), true, line, indent + 1),
                        new YamlNode.Text(value, true, line, pair.length() - value.length() + 1)));
            }
            line++;
        }
        return new Header(
                Kind.JBAKE, List.copyOf(entries), text.substring(lineEnd(text, end)), line + 1, Optional.empty());
    }

    /** Whether the line that starts here is the fence, perhaps with blanks behind it. */
    private static boolean isFence(String text, int start, String fence) {
        return text.startsWith(fence, start)
                && text.substring(start + fence.length(), lineEnd(text, start)).isBlank();
    }

    /** The index behind the line break of the line that starts here. */
    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }
}
