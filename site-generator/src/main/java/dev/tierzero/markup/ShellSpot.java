package dev.tierzero.markup;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What stands before and behind a place, should a program of another language be made of it.
 *
 * @param owner the commands whose word it stands in
 * @param word its number among the words of its command
 * @param text that the command gives on, without the quotation marks of the shell
 * @param start of the pipeline or of the here-document in that text
 * @param begin of the word in that text
 * @param at where the place is in that text
 * @param code as it is written
 * @param index of the place in the code
 */
record ShellSpot(
        ShellCommands owner, int word, CharSequence text, int start, int begin, int at, CharSequence code, int index) {

    private static final Pattern MENTIONS = Pattern.compile(
            "(?<![\\w-])(?:(?:[gmn]?awk|g?sed|jq|yq|psql|mysql|mariadb|sqlite3?|redis-cli|mongosh?)(?![\\w-])"
                    + "|(?:perl|python|ruby|node|php|lua|pwsh)[0-9.]*(?![\\w-])[^\\n]*\\s-[A-Za-z]*[ceErp](?![\\w-]))");

    private static final int NEAR = 200;

    /** The places of a program that stands by itself. */
    static List<Place> inProgram(String code, char mark) {
        ShellCommands none = new ShellCommands(List.of(), List.of(), new BitSet(), new ShellFiles());
        return IntStream.range(0, code.length())
                .filter(i -> code.charAt(i) == mark)
                .mapToObj(i -> new ShellSpot(none, -1, code, 0, 0, i, code, i))
                .map(spot -> Place.of(spot.inProgram(true, "")))
                .toList();
    }

    /** How a value is written here when the text from a place on is a program. */
    Quoting inProgram(boolean pipeline, String delimiters) {
        boolean string = delimiters.length() < 2 && isString(pipeline ? start : begin);
        return string || isBetween(delimiters) ? Quoting.PLAIN : Quoting.NUMBER;
    }

    /** How a value is written here when another shell reads the text. */
    Quoting inShell() {
        int from = Math.max(begin, at - NEAR);
        for (int k = from; k < at; k++) {
            from = text.charAt(k) == '\n' ? k + 1 : from;
        }
        return MENTIONS.matcher(text.subSequence(from, at)).find() ? Quoting.NUMBER : Quoting.VERBATIM;
    }

    /** Whether it stands in quotation marks of the program, with nothing in them that languages look at. */
    private boolean isString(int from) {
        char quote = 0;
        boolean sure = true;
        boolean inner = true;
        for (int k = from; k < at; k++) {
            char c = text.charAt(k);
            char next = k + 1 < at ? text.charAt(k + 1) : 0;
            if (quote == 0) {
                inner = true;
                quote = c == '\'' || c == '"' ? c : quote;
                // Comments and other kinds of quotation marks: what counts in them, each language says for itself.
                boolean other = c == '#' || c == '`' || c == '\\' || ("-/$".indexOf(c) >= 0 && next == c);
                sure &= !other;
            } else if (c == quote) {
                quote = 0;
            } else {
                sure &= c != '\\';
                inner &= "{$`@".indexOf(c) < 0;
            }
        }
        return quote != 0 && sure && inner;
    }

    /** Whether it stands between two slashes, or bars and the like, of an editing command or a pattern. */
    private boolean isBetween(String delimiters) {
        int before = at - 1;
        while (before >= begin && isPart(text.charAt(before))) {
            before--;
        }
        int behind = index + 1;
        while (behind < code.length() && isPart(code.charAt(behind))) {
            behind++;
        }
        return before >= begin
                && behind < code.length()
                && delimiters.indexOf(text.charAt(before)) >= 0
                && text.charAt(before) == code.charAt(behind);
    }

    private static boolean isPart(char c) {
        return Lexer.isWord(c) || "^.*=:'\"".indexOf(c) >= 0 || (c >= '\uE000' && c <= '\uF8FF');
    }
}
