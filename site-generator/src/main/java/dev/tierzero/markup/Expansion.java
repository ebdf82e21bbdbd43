package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Markdown page with its includes expanded and the blank lines that flexmark needs, line by line, with the map back to the
 * files.
 */
final class Expansion {

    private static final Pattern INCLUDE = Pattern.compile("([ \\t]*)(;?)--8<--[ \\t]+([\"'])(.+)\\3[ \\t]*");
    private static final Pattern INDENTED = Pattern.compile("[ ]*(?:!!!|\\?\\?\\?\\+?|===)[ \\t]+\\S.*");

    private final Includes includes;
    private final StringBuilder text;
    private final LineMap.Builder map = new LineMap.Builder();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Fences fences = new Fences();
    private int indentedBlock = -1;
    private boolean lastBlank = true;
    private boolean lastCaption;

    private Expansion(Includes includes, int length) {
        this.includes = includes;
        this.text = new StringBuilder(length + length / 16);
    }

    /**
     * An expanded text.
     *
     * @param text every line ends in {@code \n}
     * @param map from its offsets to the files
     * @param diagnostics about the include lines
     */
    record Expanded(String text, LineMap map, List<Diagnostic> diagnostics) {}

    /** Expands a page; the findings of the includes themselves are with {@code includes}. */
    static Expanded of(Source source, Includes includes) {
        String body = source.body();
        Expansion expansion = new Expansion(includes, body.length());
        int number = source.firstLine();
        int start = 0;
        Frame frame = new Frame(source.path(), source.file(), 0, "", List.of());
        while (start < body.length()) {
            int end = body.indexOf('\n', start);
            int stop = end < 0 ? body.length() : end;
            expansion.line(frame, body.substring(start, stop), number++);
            start = stop + 1;
        }
        return new Expanded(
                expansion.text.toString(), expansion.map.build(includes.files()), List.copyOf(expansion.diagnostics));
    }

    private record Frame(String path, String file, int index, String indent, List<SourcePosition> chain) {}

    private void line(Frame frame, String line, int number) {
        if (line.contains("--8<--")) {
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                if (!include.group(2).isEmpty()) {
                    put(frame, line.replaceFirst(";", ""), number);
                } else {
                    include(frame, include, number);
                }
                return;
            }
            if (line.strip().startsWith("--8<--") && !line.contains("[")) {
                SourcePosition at = new SourcePosition(frame.file(), number, line.indexOf('-') + 1);
                diagnostics.add(Diagnostic.error(
                                "IN010",
                                at,
                                "the include line names no file in quotes",
                                "write --8<-- \"path/to/file\" or --8<-- \"path/to/file:region\" on a line of its own")
                        .includedFrom(frame.chain()));
                return;
            }
        }
        put(frame, line, number);
    }

    private void include(Frame frame, Matcher line, int number) {
        SourcePosition at = new SourcePosition(frame.file(), number, line.end(1) + 1);
        String written = line.group(4).strip();
        int colon = written.indexOf(':', written.lastIndexOf('/') + 1);
        boolean url = written.contains("://");
        String target = colon < 0 || url ? written : written.substring(0, colon);
        List<String> regions = colon < 0 || url
                ? List.of()
                : List.of(written.substring(colon + 1).strip());
        includes.include(new Include(frame.path(), target, regions, at, frame.chain()))
                .ifPresent(fragment -> splice(frame, fragment, at, line.group(1)));
    }

    private void splice(Frame frame, Fragment fragment, SourcePosition at, String indent) {
        includes.take(fragment.file(), fragment.lines());
        List<SourcePosition> chain = new ArrayList<>();
        chain.add(at);
        chain.addAll(frame.chain());
        Frame inner = new Frame(fragment.path(), fragment.file(), fragment.index(), frame.indent() + indent, chain);
        for (Fragment.Line line : fragment.lines()) {
            line(inner, line.text(), line.number());
        }
    }

    private void put(Frame frame, String line, int number) {
        int shift = line.isEmpty() ? 0 : frame.indent().length();
        boolean fenced = fences.inside(line);
        if (!fenced) {
            separate(line, shift, frame, number);
        } else {
            lastCaption = false;
        }
        map.add(text.length(), frame.index(), number, shift);
        if (shift > 0) {
            text.append(frame.indent());
        }
        text.append(line).append('\n');
    }

    /** Ends an indented block before a line that does not belong to it, and a caption before its table: flexmark would read on. */
    private void separate(String line, int shift, Frame frame, int number) {
        int indent = indent(line);
        boolean blank = indent == line.length();
        if (!blank) {
            boolean leaves = indentedBlock >= 0 && indent + shift < indentedBlock + 4;
            if (!lastBlank && (leaves || (lastCaption && line.charAt(indent) == '|'))) {
                map.add(text.length(), frame.index(), number, 0);
                text.append('\n');
            }
            char first = line.charAt(indent);
            boolean opens = (first == '!' || first == '?' || first == '=')
                    && INDENTED.matcher(line).matches();
            indentedBlock = opens && (leaves || indentedBlock < 0) ? indent + shift : leaves ? -1 : indentedBlock;
        }
        lastCaption = !blank && line.startsWith("Table: ", indent);
        lastBlank = blank;
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
