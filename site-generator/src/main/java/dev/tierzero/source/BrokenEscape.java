package dev.tierzero.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An escape such as {@code \\u00fc} without all its digits: SnakeYAML has no message of its own for the one that the text ends in. */
final class BrokenEscape {

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?!00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}))");

    private BrokenEscape() {}

    /** Where the first one is; the end of the text when none is found. */
    static YamlFault in(String text, int firstLine) {
        Matcher found = ESCAPE.matcher(text);
        int at = found.find() ? found.start() : text.length();
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
