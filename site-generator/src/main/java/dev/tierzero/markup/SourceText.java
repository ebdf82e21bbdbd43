package dev.tierzero.markup;

import dev.tierzero.model.Markup;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of an included file. */
final class SourceText {

    private SourceText() {}

    /** Decodes strict UTF-8 without byte order mark; line ends become {@code \n}; empty for other bytes and for NUL. */
    static Optional<String> decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Optional.of(
                    bare.indexOf('\r') < 0 ? bare : bare.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The lines of a text with their numbers; a page that is included as a whole goes without its front matter. */
    static List<Fragment.Line> lines(String path, String text, List<String> regions) {
        List<Fragment.Line> lines = numbered(text);
        boolean page = regions.isEmpty() && Markup.ofPath(path).isPresent();
        return page ? lines.subList(frontMatter(lines), lines.size()) : lines;
    }

    private static List<Fragment.Line> numbered(String text) {
        List<Fragment.Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            lines.add(new Fragment.Line(lines.size() + 1, text.substring(start, stop)));
            start = stop + 1;
        }
        return lines;
    }

    private static int frontMatter(List<Fragment.Line> lines) {
        if (lines.isEmpty() || !lines.get(0).text().stripTrailing().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).text().stripTrailing().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }
}
