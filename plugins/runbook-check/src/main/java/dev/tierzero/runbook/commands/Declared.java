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
        return parameters.contains(Words.level(name))
                || Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(text)
                        .find();
    }
}
