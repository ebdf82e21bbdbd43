package dev.tierzero.model;

/** What of a text nobody sees, though a terminal or a browser heeds it. */
public final class Invisible {

    private Invisible() {}

    /** Controls, line separators, format characters (direction, zero width) and lone surrogates. */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
