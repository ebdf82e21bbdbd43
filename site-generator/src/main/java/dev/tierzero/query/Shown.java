package dev.tierzero.query;

import java.util.Locale;

/** How authors' text is quoted in messages: one line, short, nothing invisible. */
final class Shown {

    private Shown() {}

    /** @param longest code points before it is cut */
    static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        String line = text.strip().replaceAll("\\s+", " ");
        line.codePoints().limit(longest).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return line.codePointCount(0, line.length()) <= longest ? shown.toString() : shown + "…";
    }
}
