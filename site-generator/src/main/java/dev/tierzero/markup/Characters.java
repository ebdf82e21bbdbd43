package dev.tierzero.markup;

import java.util.Locale;

/** Characters that a reader does not see, or that change what a reader sees (TRUST T17). */
final class Characters {

    private Characters() {}

    /** Whether a text has none but printable ASCII, tabs and line ends: the quick way out. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character must not stand in code, keys and link targets. */
    static boolean isDeceptive(int c) {
        return isHidden(c) || c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x3000;
    }

    /** Whether a character is invisible, a control or changes the direction of writing. */
    static boolean isHidden(int c) {
        if (c < 0x80) {
            return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F;
        }
        return c <= 0x9F
                || c == 0xAD
                || c == 0x061C
                || c == 0x115F
                || c == 0x1160
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0x3164
                || c == 0xFEFF
                || c == 0xFFA0
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xE0000 && c <= 0xE007F);
    }

    /** Whether a joiner stands where scripts and emoji need it: between characters beyond Latin. */
    static boolean joins(String text, int index) {
        char c = text.charAt(index);
        return (c == 0x200C || c == 0x200D)
                && index > 0
                && index + 1 < text.length()
                && text.charAt(index - 1) > 0x2FF
                && text.charAt(index + 1) > 0x2FF;
    }

    /** {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
    static String name(int c) {
        String name = Character.getName(c);
        return String.format(Locale.ROOT, "U+%04X", c) + (name == null ? "" : " " + name);
    }
}
