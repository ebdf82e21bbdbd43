package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.List;

/** A here-document that a command opens and that is still to be read. */
final class ShellDocument {

    private final String delimiter;
    private final boolean indented;
    private final boolean literal;
    private boolean shell;
    private boolean program;
    private final List<String> files = new ArrayList<>();

    /**
     * @param delimiter that ends it, without its quotation marks
     * @param indented whether tabs at the beginning of lines do not count
     * @param literal whether the shell takes it as it is
     */
    ShellDocument(String delimiter, boolean indented, boolean literal) {
        this.delimiter = delimiter;
        this.indented = indented;
        this.literal = literal;
    }

    /** The files that it goes into. */
    List<String> files() {
        return files;
    }

    boolean isLiteral() {
        return literal;
    }

    /** It goes to another shell, to an interpreter, into files, or to all of them. */
    void readAgain(boolean byShell, boolean byInterpreter, List<String> written) {
        files.addAll(written);
        shell |= byShell;
        program |= byInterpreter;
    }

    /** How a place in it is written, whose value some command may put out. */
    Place read(Place place, ShellSpot spot) {
        Place read = shell ? place.stricter(spot.inShell()) : place;
        return program ? read.stricter(spot.inProgram(true, "")) : read;
    }

    boolean isClosedBy(String line) {
        return shown(line).equals(delimiter);
    }

    /** Whether some shells take a line of several for its end. */
    boolean isPerhapsClosedBy(String line) {
        return !isClosedBy(line) && isClosedBy(joined(line));
    }

    private String joined(String line) {
        return literal ? line : line.replace("\\\n", "");
    }

    /** The end of a line as the shell takes it; unless the document is literal, one that ends with a backslash goes on in the next. */
    int lineEnd(String code, int from, int end) {
        int line = Lexer.lineEnd(code, from, end);
        while (!literal && line < end && isContinued(code, from, line)) {
            line = Lexer.lineEnd(code, line + 1, end);
        }
        return line;
    }

    private static boolean isContinued(String code, int from, int end) {
        int back = end;
        while (back > from && code.charAt(back - 1) == '\\') {
            back--;
        }
        return (end - back) % 2 == 1;
    }

    private String shown(String line) {
        int start = 0;
        while (indented && start < line.length() && line.charAt(start) == '\t') {
            start++;
        }
        return line.substring(start);
    }

    /** A place in a line of it: no value there may make the line its end. */
    Place place(String line, int at, char mark) {
        Quoting quoting = literal ? Quoting.LITERAL : Quoting.HEREDOC;
        String before = shown(joined(line.substring(0, at)));
        String after = joined(line.substring(at + 1));
        boolean alone = before.indexOf(mark) < 0 && after.indexOf(mark) < 0;
        int rest = delimiter.length() - before.length() - after.length();
        if (alone) {
            boolean could = rest > 0 && delimiter.startsWith(before) && delimiter.endsWith(after);
            String value = could ? delimiter.substring(before.length(), before.length() + rest) : "";
            return new Place(quoting, value, "", "");
        }
        int first = line.indexOf(mark);
        int last = line.lastIndexOf(mark);
        boolean could = delimiter.startsWith(shown(joined(line.substring(0, first))))
                && delimiter.endsWith(joined(line.substring(last + 1)));
        return could
                ? Place.unsafe(
                        "values could make this line the end of the here-document",
                        "put a word into the line that " + delimiter + " does not begin with")
                : Place.of(quoting);
    }
}
