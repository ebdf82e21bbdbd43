package dev.tierzero.source;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An escape such as {@code \\u00fc} without all its digits: SnakeYAML has no message of its own for the one that the text ends in. */
final class BrokenEscape {

    /** A backslash in a plain text is none: {@code C:\\users}. What SnakeYAML cannot say is at the end, or beyond Unicode. */
    private static final Pattern ENDED = Pattern.compile("\\\\[xuU][0-9A-Fa-f]{0,7}\\s*\\z");

    private static final Pattern BEYOND = Pattern.compile("\\\\U(?!00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})");

    private BrokenEscape() {}

    /** Where it is; the end of the text when none is found. */
    static YamlFault in(String text, int firstLine) {
        int at = Stream.of(ENDED, BEYOND)
                .flatMap(escape -> escape.matcher(text).results())
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(text.length());
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new YamlFault(
                YamlFault.Kind.SYNTAX,
                firstLine + line,
                before.length() - before.lastIndexOf('\n'),
                "an escape lacks some of its digits",
                "write \\u and four hexadecimal digits, or the character itself; a file that ends here was cut off");
    }
}
