package dev.tierzero.runbook.outage;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.commands.Script;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.Part;
import dev.tierzero.runbook.model.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a block asks its reader to run, fetch or log in to. */
final class Needs {

    private static final Pattern TOOL = Pattern.compile(
            "(?<![\\w/.-])(?:docker|podman|nerdctl|skopeo|crane|oras|helm|git|curl|wget|pip3?|npm|mvn|kubectl|oc)\\s+[a-z-].*",
            Pattern.DOTALL);
    private static final Pattern NEGATION = Pattern.compile(
            "(?i)\\b(?:not|never|no|nothing|don't|without|instead|cannot|can't|unless|rather than|nobody|avoid)\\b");
    private static final Pattern TAKES = Pattern.compile(
            "(?i)\\b(?:download|pull|fetch|clone|install|check out)\\b[^.]{0,200}?\\bfrom\\s+(?:the |our )?(.*)");
    private static final Pattern LOGIN = Pattern.compile(
            "(?i)\\b(?:log|sign)(?:s|ged|ned)?[ -]?(?:in|on)\\b[^.]{0,200}?\\b(?:with|through|via|using|by|at)\\s+(?:the |our |your )?(.*)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu}|`|\")");

    /** Characters of a sentence that are read. */
    private static final int LONGEST = 600;

    private Needs() {}

    /**
     * A line to judge.
     *
     * @param text to judge
     * @param source part of it that can be found in the source
     */
    record Line(String text, String source) {}

    /** The commands of a block of code; of a file for containers its lines. */
    static List<Line> lines(Page page, CodeBlock code) {
        Script script = Script.of(page, code);
        List<Line> lines = new ArrayList<>();
        script.commands().forEach(command -> lines.add(new Line(command.text(), command.firstLine())));
        if (script.commands().isEmpty()
                && List.of("yaml", "yml", "dockerfile", "docker").contains(code.language())) {
            code.text().lines().forEach(line -> lines.add(new Line(line.strip(), line)));
        }
        return lines;
    }

    /** The sentences of a step that ask for something; those of other blocks only describe. */
    static List<Line> inText(Placed placed) {
        boolean asks = placed.part().role() == Part.Role.STEPS
                && placed.block().kind() != Block.Kind.HEADING
                && placed.block().kind() != Block.Kind.TABLE;
        return asks
                ? Stream.of(SENTENCE.split(placed.block().text()))
                        .map(sentence -> sentence.substring(0, Math.min(sentence.length(), LONGEST)))
                        .filter(sentence -> !sentence.isBlank()
                                && !NEGATION.matcher(sentence).find())
                        .map(sentence -> new Line(sentence, sentence))
                        .toList()
                : List.of();
    }

    /** How a sentence asks for a service. */
    static Optional<String> ofText(String sentence, Use use, Service service) {
        Matcher tool = TOOL.matcher(sentence);
        if (tool.find() && use.isNamed(tool.group())) {
            return use.of(tool.group().replaceAll("[.,;:?!)]+$", ""));
        }
        Matcher takes = TAKES.matcher(sentence);
        if (takes.find() && isMeant(String.valueOf(takes.group(1)), use, service)) {
            return Optional.of("takes something from");
        }
        Matcher login = LOGIN.matcher(sentence);
        boolean through = login.find()
                && (service.providesLogin() || use.isNamed(sentence))
                && isMeant(String.valueOf(login.group(1)), use, service);
        return through ? Optional.of("logs in through") : Optional.empty();
    }

    private static boolean isMeant(String object, Use use, Service service) {
        String start = object.substring(0, Math.min(object.length(), 60));
        return use.isNamed(start) || startsWith(start, service.title()) || startsWith(start, service.id());
    }

    private static boolean startsWith(String text, String name) {
        return text.regionMatches(true, 0, name, 0, name.length())
                && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length())));
    }
}
