package dev.tierzero.cli;

import dev.tierzero.model.Invisible;
import java.util.Locale;

/** Control characters of a hostile file must not steer the reader's terminal. */
final class Printable {

    private Printable() {}

    /** The text with what cannot be seen spelt out: {@code U+001B}. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Invisible.is(c)) {
                printable.append(String.format(Locale.ROOT, "U+%04X", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }
}
