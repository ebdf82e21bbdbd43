package dev.tierzero.source;

/** Characters that readers cannot see. */
final class Invisible {

    private Invisible() {}

    /** Controls but for line feed and tab, and halves of a surrogate pair. */
    static boolean isControl(int c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t')
                || Character.getType(c) == Character.SURROGATE;
    }

    /** What turns or hides text: direction controls, zero-width marks, soft hyphen, line separators, tag characters. */
    static boolean isMisleading(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D)
                || c == 0x00AD
                || c == 0xFEFF
                || c == 0x2028
                || c == 0x2029
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
