package dev.tierzero.markup;

/** Finds the tokens of a language. Stateless, one pass, linear time. */
@FunctionalInterface
interface Lexer {

    /** Inks the tokens of {@code code} from {@code start} to before {@code end}, in ascending order; what it leaves out is plain text. */
    void scan(String code, int start, int end, Ink ink);

    /** Whether {@code text} stands at an index. */
    static boolean at(String code, int index, int end, String text) {
        return index + text.length() <= end && code.startsWith(text, index);
    }

    /** The index of the next line end from {@code from} on, at most {@code end}. */
    static int lineEnd(String code, int from, int end) {
        int newline = code.indexOf('\n', from);
        return newline < 0 || newline > end ? end : newline;
    }

    /** The first index from {@code from} on that is neither space nor tab, at most {@code end}. */
    static int skipBlanks(String code, int from, int end) {
        int i = from;
        while (i < end && (code.charAt(i) == ' ' || code.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The end of a quoted text that opens at {@code from}: behind its closing quote, or where the line ends. */
    static int quoted(String code, int from, int end) {
        char quote = code.charAt(from);
        for (int i = from + 1; i < end; i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return end;
    }

    /** The end of a word of letters, digits, {@code _} and the other characters given. */
    static int word(String code, int from, int end, String others) {
        int i = from;
        while (i < end && (isWord(code.charAt(i)) || others.indexOf(code.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** The end of a number that starts with a digit: its digits, letters of radix, exponent and unit, and one decimal point each. */
    static int number(String code, int from, int end) {
        int i = from;
        while (i < end) {
            char c = code.charAt(i);
            boolean point = c == '.' && i + 1 < end && isDigit(code.charAt(i + 1));
            boolean sign = (c == '+' || c == '-')
                    && (code.charAt(i - 1) | 32) == 'e'
                    && i + 1 < end
                    && isDigit(code.charAt(i + 1))
                    && !Lexer.at(code, from, end, "0x");
            if (!isWord(c) && !point && !sign) {
                break;
            }
            i++;
        }
        return i;
    }

    /** The index behind {@code close}, looked for from {@code from} on in this line and within 400 characters; 0 when it is not there. */
    static int behind(String code, int from, int end, char close) {
        int stop = Math.min(end, from + 400);
        for (int i = from; i < stop; i++) {
            char c = code.charAt(i);
            if (c == close) {
                return i + 1;
            }
            if (c == '\n') {
                return 0;
            }
        }
        return 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWord(char c) {
        return c == '_' || isDigit(c) || isLetter(c);
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 0x7F && Character.isLetter(c));
    }
}
