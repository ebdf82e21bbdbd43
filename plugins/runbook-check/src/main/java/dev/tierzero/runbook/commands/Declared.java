package dev.tierzero.runbook.commands;

import dev.tierzero.api.Document;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page says about things to fill in: its parameters, and its text. */
record Declared(Set<String> parameters, String text) {

    private static final Pattern MARKS = Pattern.compile("^[<{\\[\\s$]+|[>}\\]\\s]+$");

    static Declared of(Page page) {
        Document document = page.document();
        Set<String> parameters = new HashSet<>();
        for (Map<String, Object> parameter : document.metadata().maps("parameters")) {
            parameters.add(Words.level(String.valueOf(parameter.getOrDefault("name", ""))));
        }
        document.metadata().list("parameters").forEach(name -> parameters.add(Words.level(name)));
        return new Declared(parameters, document.text());
    }

    /** Whether a placeholder is a parameter of the page, or stands in its text as it stands in the command. */
    boolean explains(String placeholder) {
        String name = MARKS.matcher(placeholder).replaceAll("");
        boolean word = name.length() > 2 && !name.matches("[xX]+|\\.+");
        return parameters.contains(Words.level(name)) || (word && text.contains(placeholder));
    }

    /** Whether a variable is a parameter of the page, or is named in its text. */
    boolean explainsVariable(String name) {
        return parameters.contains(Words.level(name)) || isNamed(name);
    }

    /** Whether the text has the name as a word of its own. */
    private boolean isNamed(String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !isWord(text.charAt(at - 1));
            if (begins && (end == text.length() || !isWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** As the letters of a shell's names: POSIX.1-2017 §3.235. */
    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
