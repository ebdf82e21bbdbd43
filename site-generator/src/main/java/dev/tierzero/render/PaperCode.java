package dev.tierzero.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Marks code so that paper can break its lines without changing what is typed from it. Each line is a {@code span.ln}. A word in which a
 * browser would break (after a hyphen or a slash) is a {@code span.w}, which is kept whole; of a word that is longer than a line on paper,
 * each line ends with a {@code span.cut}. So whatever goes on in another line had a blank there, or a mark. The text stays the same.
 */
final class PaperCode {

    /** Characters of the narrowest line of code on paper. */
    private static final int LINE = 72;
    /** Room for the value of a parameter, which a reader fills in. */
    private static final int VALUE = 24;

    private static final String CODE = "<code";
    private static final String CODE_END = "</code>";
    private static final Pattern TAG_NAME = Pattern.compile("<([a-zA-Z0-9]+).*", Pattern.DOTALL);
    private static final Set<String> SEPARATORS = Set.of("/", ",", "&amp;", "?", ";", ":", "=");
    private static final String END = "</span>";

    private PaperCode() {}

    /** The HTML of a body with its code marked. */
    static String marked(String html) {
        StringBuilder marked = new StringBuilder(html.length() + html.length() / 4);
        int at = 0;
        for (int code = html.indexOf(CODE); code >= 0; code = html.indexOf(CODE, Math.max(code + 1, at))) {
            int start = html.indexOf('>', code) + 1;
            int end = html.indexOf(CODE_END, start);
            if (start == 0 || end < 0) {
                break;
            }
            char after = html.charAt(code + CODE.length());
            if (after == '>' || after == ' ') {
                marked.append(html, at, start);
                code(html.substring(start, end), html.startsWith("</pre>", end + CODE_END.length()), marked);
                at = end;
            }
        }
        return marked.append(html, at, html.length()).toString();
    }

    private static void code(String html, boolean block, StringBuilder marked) {
        if (block) {
            lines(items(html), marked);
        } else {
            words(items(html), marked);
        }
    }

    /** Tags, character references, and everything else character by character (Unicode code points). */
    private static List<String> items(String html) {
        List<String> items = new ArrayList<>(html.length());
        int at = 0;
        while (at < html.length()) {
            int end = end(html, at);
            items.add(html.substring(at, end));
            at = end;
        }
        return items;
    }

    private static int end(String html, int at) {
        char first = html.charAt(at);
        int end = first == '<' ? html.indexOf('>', at) : first == '&' ? reference(html, at) : -1;
        return end < 0 ? at + Character.charCount(html.codePointAt(at)) : end + 1;
    }

    /** Where a character reference ends; -1 when there is none. */
    private static int reference(String html, int at) {
        int end = at + 1;
        while (end < html.length() && (html.charAt(end) == '#' || isWord(html.charAt(end)))) {
            end++;
        }
        return end > at + 1 && end < html.length() && html.charAt(end) == ';' ? end : -1;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether a browser may break a line after a character. */
    private static boolean breaks(String item) {
        char c = item.charAt(0);
        return item.length() > 1 || !(isWord(c) || c == '_' || c == '.');
    }

    /** An element that runs over the end of a line is one in each line. */
    private static void lines(List<String> items, StringBuilder marked) {
        Deque<String> open = new ArrayDeque<>();
        Deque<String> waiting = new ArrayDeque<>();
        List<String> line = new ArrayList<>();
        for (String item : items) {
            if (item.equals("\n")) {
                open.forEach(tag -> line.add("</" + TAG_NAME.matcher(tag).replaceFirst("$1>")));
                while (!open.isEmpty()) {
                    waiting.addLast(open.removeLast());
                }
                line(line, marked);
                marked.append('\n');
            } else if (isEnd(item) && !waiting.isEmpty()) {
                waiting.removeLast();
            } else {
                while (!waiting.isEmpty()) {
                    line.add(waiting.peekFirst());
                    open.push(waiting.removeFirst());
                }
                line.add(item);
                if (isEnd(item)) {
                    open.pop();
                } else if (isTag(item)) {
                    open.push(item);
                }
            }
        }
        line(line, marked);
    }

    private static void line(List<String> line, StringBuilder marked) {
        if (!line.isEmpty()) {
            marked.append("<span class=\"ln\">");
            words(line, marked);
            marked.append(END);
            line.clear();
        }
    }

    private static void words(List<String> items, StringBuilder marked) {
        List<String> word = new ArrayList<>();
        for (String item : items) {
            if (item.isBlank()) {
                word(word, marked);
                marked.append(item);
            } else {
                word.add(item);
            }
        }
        word(word, marked);
    }

    /** A tag whose partner stands in another word ends what is kept whole. */
    private static void word(List<String> word, StringBuilder marked) {
        boolean[] alone = alone(word);
        int begin = 0;
        for (int i = 0; i < word.size(); i++) {
            if (alone[i]) {
                part(word.subList(begin, i), marked);
                marked.append(word.get(i));
                begin = i + 1;
            }
        }
        part(word.subList(begin, word.size()), marked);
        word.clear();
    }

    private static boolean[] alone(List<String> word) {
        boolean[] alone = new boolean[word.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < word.size(); i++) {
            if (isEnd(word.get(i))) {
                alone[i] = open.isEmpty();
                if (!open.isEmpty()) {
                    open.pop();
                }
            } else if (isTag(word.get(i))) {
                open.push(i);
            }
        }
        open.forEach(i -> alone[i] = true);
        return alone;
    }

    /** A word to be filled in may become longer than a line: it begins a line, and breaks only when it is. */
    private static void part(List<String> part, StringBuilder marked) {
        int length = 0;
        int values = 0;
        boolean breaks = false;
        for (String item : part) {
            length += isTag(item) ? 0 : 1;
            values += isTag(item) && item.contains("data-param") ? VALUE : 0;
            breaks |= !isTag(item) && breaks(item);
        }
        boolean kept = length > LINE || breaks;
        String kind = length <= LINE && length + values > LINE ? "w v" : "w";
        Set<Integer> cuts = length > LINE ? cuts(part) : Set.of();
        marked.append(kept ? "<span class=\"" + kind + "\">" : "");
        for (int i = 0; i < part.size(); i++) {
            marked.append(cuts.contains(i) ? "<span class=\"cut\"></span>" : "").append(part.get(i));
        }
        marked.append(kept ? END : "");
    }

    /** Indexes of the characters before which a long word is cut: after a sign that separates, where one is in the last half of a line. */
    private static Set<Integer> cuts(List<String> part) {
        Set<Integer> cuts = new HashSet<>();
        int length = 0;
        int best = 0;
        for (int i = 0; i < part.size(); i++) {
            if (!isTag(part.get(i))) {
                if (length == LINE) {
                    int cut = best == 0 ? i : best;
                    cuts.add(cut);
                    length = (int)
                            part.subList(cut, i).stream().filter(c -> !isTag(c)).count();
                    best = 0;
                }
                length++;
                if (length > LINE / 2 && SEPARATORS.contains(part.get(i))) {
                    best = i + 1;
                }
            }
        }
        return cuts;
    }

    private static boolean isTag(String item) {
        return item.length() > 1 && item.charAt(0) == '<';
    }

    private static boolean isEnd(String item) {
        return item.startsWith("</");
    }
}
