package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be right about the parameters that a page declares. One page. */
final class ParameterRules {

    private final Source source;
    private final ContentFiles contents;

    ParameterRules(Source source, ContentFiles contents) {
        this.source = source;
        this.contents = contents;
    }

    /**
     * The findings.
     *
     * @param parameters that the page declares
     * @param used names that code on the page has
     */
    List<Diagnostic> findings(List<ReaderParameter> parameters, Set<String> used) {
        List<Diagnostic> findings = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (ReaderParameter parameter : parameters) {
            String name = parameter.name();
            int before = count.merge(name, 1, Integer::sum) - 1;
            if (before > 0) {
                findings.add(finding(
                        Severity.ERROR,
                        "RM024",
                        declaration(name, before, ""),
                        "the parameter \"" + name + "\" is declared twice",
                        "keep one of the two"));
                continue;
            }
            if (!used.contains(name)) {
                findings.add(finding(
                        Severity.WARNING,
                        "RM020",
                        declaration(name, before, ""),
                        "the parameter \"" + name + "\" is declared, and no command has it",
                        "write <" + name + "> where its value goes, or take the parameter away"));
            }
            pattern(parameter, before).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Diagnostic> pattern(ReaderParameter parameter, int before) {
        if (parameter.pattern().isEmpty()) {
            return Optional.empty();
        }
        Optional<SafePattern.Problem> problem = SafePattern.problem(parameter.pattern());
        if (problem.isPresent()) {
            boolean slow = problem.get().slow();
            return Optional.of(finding(
                    Severity.ERROR,
                    slow ? "RM022" : "RM021",
                    declaration(parameter.name(), before, "pattern"),
                    "the pattern of \"" + parameter.name() + "\" "
                            + (slow ? "could keep a browser busy: " : "is not understood: ")
                            + problem.get().text(),
                    slow
                            ? "repeat characters and not repetitions, such as [a-z-]+ in place of ([a-z]+-?)+"
                            : "write it with characters, classes such as [a-z0-9-], groups, | and quantifiers alone"));
        }
        boolean fits = parameter.example().isEmpty()
                || Pattern.compile(parameter.pattern())
                        .matcher(parameter.example())
                        .matches();
        return fits
                ? Optional.empty()
                : Optional.of(finding(
                        Severity.ERROR,
                        "RM023",
                        declaration(parameter.name(), before, "example"),
                        "the example \"" + parameter.example() + "\" of \"" + parameter.name()
                                + "\" does not fit its own pattern",
                        "correct the example or the pattern: readers are shown the one and held to the other"));
    }

    private static Diagnostic finding(
            Severity severity, String code, SourcePosition position, String message, String hint) {
        return new Diagnostic(severity, code, position, List.of(), message, hint);
    }

    /** Where a parameter is declared for the time after so many, or the key of its entry that is named. */
    private SourcePosition declaration(String name, int before, String key) {
        SourcePosition list = source.metadata().position("parameters").orElse(SourcePosition.ofFile(source.file()));
        List<String> lines = lines();
        Pattern declared = Pattern.compile("(?:\\bname[\"']?\\s*:\\s*|[-\\[,:\\s])[\"']?(?<!\\w)(" + Pattern.quote(name)
                + ")(?=[\"']?\\s*(?:[,\\]}#]|$))");
        int seen = 0;
        for (int i = Math.max(0, list.line() - 1); i < lines.size(); i++) {
            Matcher matcher = declared.matcher(lines.get(i));
            int from = i == list.line() - 1 ? Math.max(0, list.column() + "parameters".length() - 1) : 0;
            while (matcher.find(from)) {
                if (seen++ == before) {
                    return key.isEmpty()
                            ? source.at(i + 1, matcher.start(1) + 1)
                            : entry(lines, i, matcher.start(1), key);
                }
                from = matcher.end(1);
            }
        }
        return list;
    }

    /** A key of the entry whose name stands at a place. */
    private SourcePosition entry(List<String> lines, int line, int column, String key) {
        int first = line;
        while (first > 0 && !lines.get(first).stripLeading().startsWith("-") && isDeeper(lines.get(first))) {
            first--;
        }
        Pattern wanted = Pattern.compile("(?<![\\w-])[\"']?" + key + "[\"']?\\s*:");
        for (int i = first; i < lines.size(); i++) {
            String text = lines.get(i);
            boolean next = i > first && (text.stripLeading().startsWith("-") || !isDeeper(text));
            Matcher matcher = wanted.matcher(text);
            if (next) {
                break;
            }
            // In a list within one line the key comes behind its name or before it.
            int start = Math.max(0, i == line ? text.lastIndexOf('{', column) : 0);
            if (matcher.find(start)) {
                return source.at(i + 1, matcher.start() + 1);
            }
        }
        return source.at(line + 1, column + 1);
    }

    private static boolean isDeeper(String line) {
        return line.isBlank() || line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }

    private List<String> lines() {
        try {
            return contents.read(source.path())
                    .flatMap(SourceText::decode)
                    .orElse("")
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of(); // Only the line is lost: the page was read before.
        }
    }
}
