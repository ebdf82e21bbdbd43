package dev.tierzero.markup;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Colours code at build time with lexers of our own: stateless, linear time, no AWT, and the text is kept character for character because
 * tags are only put around it. A {@code console} is divided into commands and output.
 */
public final class SyntaxHighlighter implements Highlighter {

    @Override
    public String highlight(String language, String code, IntPredicate highlighted) {
        Ink ink = new Ink();
        Optional.ofNullable(Languages.ALL.get(language)).orElse(Languages.PLAIN).scan(code, 0, code.length(), ink);
        return ink.html(code, highlighted);
    }

    @Override
    public boolean knows(String language) {
        return Languages.ALL.containsKey(language);
    }
}
