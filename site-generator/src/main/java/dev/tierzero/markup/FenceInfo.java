package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the line of a fence says beside its marks: {@code bash title="Check the vault" {2,4-5}}.
 *
 * @param language lower case; empty when not named
 * @param title of the block; empty when there is none
 * @param alt text alternative of a diagram; empty when there is none
 * @param highlight 1-based lines: {@code 2,4-5}; empty when there are none
 * @param numbered whether line numbers are wanted
 * @param unknown words that mean nothing here
 */
record FenceInfo(String language, String title, String alt, String highlight, boolean numbered, List<String> unknown) {

    private static final FenceInfo NONE = new FenceInfo("", "", "", "", false, List.of());
    private static final Pattern WORD =
            Pattern.compile("([\\w-]+)[ \\t]*=[ \\t]*(?:\"([^\"]*)\"|'([^']*)'|\\{([^}]*)}|(\\S+))"
                    + "|\\{([\\d,\\s-]+)}|([^\\s{}]+)|([{}])");

    /** Reads the text after the marks of a fence. */
    static FenceInfo of(String info) {
        if (info.isEmpty()) {
            return NONE;
        }
        Reader reader = new Reader();
        Matcher matcher = WORD.matcher(info);
        while (matcher.find()) {
            reader.word(matcher);
        }
        return new FenceInfo(
                reader.language,
                reader.title,
                reader.alt,
                reader.highlight,
                reader.numbered,
                List.copyOf(reader.unknown));
    }

    private static final class Reader {
        private String language = "";
        private String title = "";
        private String alt = "";
        private String highlight = "";
        private boolean numbered;
        private boolean first = true;
        private final List<String> unknown = new ArrayList<>();

        void word(Matcher matcher) {
            if (matcher.group(1) != null) {
                attribute(String.valueOf(matcher.group(1)).toLowerCase(Locale.ROOT), value(matcher));
                first = false;
            } else if (matcher.group(6) != null) {
                highlight = lines(String.valueOf(matcher.group(6)));
                first = false;
            } else if (matcher.group(7) != null) {
                bare(String.valueOf(matcher.group(7)));
            }
        }

        private void bare(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (first || (language.isEmpty() && word.startsWith("."))) {
                language = lower.startsWith(".") ? lower.substring(1) : lower;
                first = false;
            } else if (lower.equals("linenums") || lower.equals("showlinenumbers") || lower.equals("numbers")) {
                numbered = true;
            } else {
                unknown.add(word);
            }
        }

        private void attribute(String name, String value) {
            switch (name) {
                case "title", "caption", "filename" -> title = value.strip();
                case "alt" -> alt = value.strip();
                case "hl_lines", "highlight" -> highlight = lines(value);
                case "linenums", "linenumbers" -> numbered = !value.equals("false");
                default -> unknown.add(name);
            }
        }

        private static String value(Matcher matcher) {
            for (int group = 2; group <= 5; group++) {
                String value = matcher.group(group);
                if (value != null) {
                    return value;
                }
            }
            return "";
        }

        /** Lines as the reading pass takes them: commas, no spaces. */
        private static String lines(String written) {
            return written.strip().replaceAll("\\s*-\\s*", "-").replaceAll("[\\s,;]+", ",");
        }
    }
}
