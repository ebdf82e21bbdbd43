package dev.tierzero.markup;

import java.util.function.IntPredicate;

/** Colours nothing: escapes, and wraps the highlighted lines. */
public final class PlainHighlighter implements Highlighter {

    @Override
    public String highlight(String language, String code, IntPredicate highlighted) {
        StringBuilder out = new StringBuilder(code.length() + code.length() / 8);
        int line = 1;
        int start = 0;
        while (start <= code.length()) {
            int end = code.indexOf('\n', start);
            int stop = end < 0 ? code.length() : end;
            boolean marked = highlighted.test(line);
            out.append(marked ? "<span class=\"line hl\">" : "");
            Html.text(out, code, start, stop);
            out.append(marked ? "</span>" : "").append(end < 0 ? "" : "\n");
            start = stop + 1;
            line++;
        }
        return out.toString();
    }
}
