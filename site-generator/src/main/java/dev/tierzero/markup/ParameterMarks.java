package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Marks in code the places of what readers fill in, with the way in which a value is to be quoted there. One page. */
final class ParameterMarks {

    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "ksh");
    private static final Set<String> SESSIONS = Set.of("console", "session", "shell-session", "terminal");

    /** In them text beside a value is code, which a value could change. */
    private static final Set<String> PROGRAMS = Set.of(
            "sql",
            "psql",
            "plsql",
            "pgsql",
            "mysql",
            "python",
            "py",
            "javascript",
            "js",
            "typescript",
            "ts",
            "ruby",
            "perl",
            "php",
            "groovy",
            "java",
            "kotlin",
            "scala",
            "lua",
            "awk",
            "sed",
            "jq",
            "r",
            "go",
            "c",
            "promql");

    /** The first of the characters for private use; one that the code does not have takes the place of a parameter. */
    private static final char PRIVATE = '\uE000';

    private final Draft draft;
    private final Optional<Pattern> spelled;
    private final List<String> names;
    private final Set<String> used = new TreeSet<>();

    ParameterMarks(Draft draft, List<ReaderParameter> parameters) {
        this.draft = draft;
        this.names = parameters.stream().map(ReaderParameter::name).toList();
        String alternatives = parameters.stream()
                .filter(ReaderParameter::isSpelled)
                .map(ReaderParameter::name)
                .collect(Collectors.joining("|"));
        this.spelled =
                alternatives.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile("<(" + alternatives + ")>"));
    }

    /** The names that code on the page has, as parameters or as variables. */
    Set<String> used() {
        return used;
    }

    /** Code as HTML, coloured, with its parameters marked. */
    String block(String language, String code, UnaryOperator<String> coloured) {
        names.stream()
                .filter(name -> code.contains("$" + name) || code.contains("${" + name))
                .forEach(used::add);
        // Where an element of such a name is closed, angle brackets are markup.
        List<String> found = found(code).stream()
                .filter(name -> !code.contains("</" + name + ">"))
                .toList();
        if (found.isEmpty()) {
            return coloured.apply(code);
        }
        used.addAll(found);
        char mark = mark(code);
        String marked = spelled.orElseThrow()
                .matcher(code)
                .replaceAll(match -> found.contains(match.group(1))
                        ? String.valueOf(mark)
                        : Matcher.quoteReplacement(match.group()));
        List<Place> places = places(language, marked, mark);
        report(code, marked, mark, found, places);
        return written(coloured.apply(marked), mark, found, places);
    }

    /** Code within a line of text: what is there is to be read. */
    void inline(StringBuilder out, String text) {
        List<String> found = found(text);
        if (found.isEmpty()) {
            Html.text(out, text);
            return;
        }
        char mark = mark(text);
        StringBuilder html = new StringBuilder();
        Html.text(html, spelled.orElseThrow().matcher(text).replaceAll(String.valueOf(mark)));
        List<Place> shown = Collections.nCopies(found.size(), Place.of(Quoting.SHOWN));
        out.append(written(html.toString(), mark, found, shown));
    }

    private List<String> found(String code) {
        List<String> found = new ArrayList<>();
        if (spelled.isPresent() && code.indexOf('<') >= 0) {
            Matcher matcher = spelled.get().matcher(code);
            while (matcher.find()) {
                found.add(String.valueOf(matcher.group(1)));
            }
        }
        return found;
    }

    private static char mark(String code) {
        char mark = PRIVATE;
        while (code.indexOf(mark) >= 0) {
            mark++;
        }
        return mark;
    }

    private static List<Place> places(String language, String code, char mark) {
        if (SHELLS.contains(language)) {
            return ShellPlaces.of(code, mark);
        }
        if (SESSIONS.contains(language)) {
            return session(code, mark);
        }
        if (PROGRAMS.contains(language)) {
            return ShellSpot.inProgram(code, mark);
        }
        Quoting quoting = language.equals("output") ? Quoting.SHOWN : Quoting.VERBATIM;
        return Collections.nCopies((int) code.chars().filter(c -> c == mark).count(), Place.of(quoting));
    }

    /** Each command of a session begins anew; what is not for a Unix shell takes only what needs no quoting. */
    private static List<Place> session(String code, char mark) {
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (List<ConsoleLexer.Line> lines : ConsoleLexer.commands(code, 0, code.length())) {
            add(Quoting.SHOWN, code.substring(from, lines.get(0).start()), mark, places);
            String text = lines.stream()
                    .map(line -> code.substring(line.text(), line.end()))
                    .collect(Collectors.joining("\n"));
            char prompt = code.charAt(lines.get(0).start());
            if (prompt == '$' || prompt == '#') {
                places.addAll(ShellPlaces.of(text, mark));
            } else {
                add(Quoting.VERBATIM, text, mark, places);
            }
            from = lines.get(lines.size() - 1).end();
        }
        add(Quoting.SHOWN, code.substring(from), mark, places);
        return places;
    }

    private static void add(Quoting quoting, String text, char mark, List<Place> places) {
        text.chars().filter(c -> c == mark).forEach(c -> places.add(Place.of(quoting)));
    }

    private static String written(String html, char mark, List<String> names, List<Place> places) {
        StringBuilder out = new StringBuilder(html.length() + 90 * names.size());
        int from = 0;
        for (int k = 0; k < names.size(); k++) {
            int at = html.indexOf(mark, from);
            out.append(html, from, at).append("<span class=\"param\"");
            Html.attribute(out, "data-param", names.get(k));
            Html.attribute(out, "data-quote", places.get(k).quoting().attribute());
            if (!places.get(k).forbidden().isEmpty()) {
                Html.attribute(out, "data-not", places.get(k).forbidden());
            }
            out.append(">&lt;").append(names.get(k)).append("&gt;</span>");
            from = at + 1;
        }
        return out.append(html, from, html.length()).toString();
    }

    private void report(String code, String marked, char mark, List<String> names, List<Place> places) {
        List<String> lines = code.lines().toList();
        List<String> markedLines = marked.lines().toList();
        int next = 0;
        for (int line = 0; line < markedLines.size(); line++) {
            int count =
                    (int) markedLines.get(line).chars().filter(c -> c == mark).count();
            Optional<Integer> unsafe = Optional.empty();
            for (int k = next + count - 1; k >= next; k--) {
                unsafe = places.get(k).isSafe() ? unsafe : Optional.of(k);
            }
            int first = unsafe.orElse(-1);
            if (first >= 0) {
                Place place = places.get(first);
                draft.inCode(
                        "RM025",
                        lines.get(line),
                        "<" + names.get(first) + ">",
                        "no value can safely be written in place of <" + names.get(first) + "> here: "
                                + place.problem(),
                        place.hint());
            }
            next += count;
        }
    }
}
