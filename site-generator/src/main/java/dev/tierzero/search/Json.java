package dev.tierzero.search;

/** Writes JSON, as short as it can be, in UTF-8. */
final class Json {

    private static final String HEX = "0123456789abcdef";
    private static final int REPLACEMENT = 0xFFFD;

    private final Bytes out = new Bytes();
    private boolean first = true;

    Json open(char bracket) {
        separate();
        out.write(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) {
        out.write(bracket);
        first = false;
        return this;
    }

    Json name(String name) {
        text(name);
        out.write(':');
        first = true;
        return this;
    }

    Json number(int value) {
        return literal(Integer.toString(value));
    }

    /** Something that is JSON already, of ASCII. */
    Json literal(String json) {
        separate();
        out.ascii(json);
        return this;
    }

    Json texts(Iterable<String> texts) {
        open('[');
        texts.forEach(this::text);
        return close(']');
    }

    Json text(String text) {
        separate();
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            i += character(text, i);
        }
        out.write('"');
        return this;
    }

    /** A text with one space for each run of white space, and none at its ends. */
    Json prose(String text) {
        separate();
        out.write('"');
        int begin = out.size();
        int i = 0;
        while (i < text.length()) {
            int plain = plainEnd(text, i);
            if (plain > i) {
                out.ascii(text, i, plain);
                i = plain;
            } else if (isWhite(text.charAt(i))) {
                i = whiteEnd(text, i);
                if (i < text.length() && out.size() > begin) {
                    out.write(' ');
                }
            } else {
                i += 1 + character(text, i);
            }
        }
        out.write('"');
        return this;
    }

    /** The end of what can be written as it is: ASCII in words with single spaces between them. */
    private static int plainEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean plain = c > ' ' ? c < 0x80 && c != '"' && c != '\\' : c == ' ' && isBetweenWords(text, at, from);
            if (!plain) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean isBetweenWords(String text, int at, int from) {
        return at > from && at + 1 < text.length() && !isWhite(text.charAt(at + 1));
    }

    private static int whiteEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isWhite(text.charAt(at))) {
            at++;
        }
        return at;
    }

    byte[] toBytes() {
        return out.toArray();
    }

    private void separate() {
        if (!first) {
            out.write(',');
        }
        first = false;
    }

    /** Unicode's white space. */
    private static boolean isWhite(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Writes the character at a place and says how many more UTF-16 units than one it took. */
    private int character(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            ascii(c);
            return 0;
        }
        if (c < 0x800) {
            out.write(0xC0 | (c >> 6));
            out.write(0x80 | (c & 0x3F));
            return 0;
        }
        int codePoint = text.codePointAt(at);
        if (codePoint < 0x10000) {
            int sound = Character.isSurrogate(c) ? REPLACEMENT : c;
            out.write(0xE0 | (sound >> 12));
            out.write(0x80 | ((sound >> 6) & 0x3F));
            out.write(0x80 | (sound & 0x3F));
            return 0;
        }
        out.write(0xF0 | (codePoint >> 18));
        out.write(0x80 | ((codePoint >> 12) & 0x3F));
        out.write(0x80 | ((codePoint >> 6) & 0x3F));
        out.write(0x80 | (codePoint & 0x3F));
        return 1;
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            out.write('\\');
            out.write(c);
        } else if (c < ' ') {
            out.ascii("\\u00");
            out.write(HEX.charAt(c >> 4));
            out.write(HEX.charAt(c & 0xF));
        } else {
            out.write(c);
        }
    }
}
