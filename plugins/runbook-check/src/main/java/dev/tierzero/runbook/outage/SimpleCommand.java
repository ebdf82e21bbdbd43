package dev.tierzero.runbook.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One command of a line, without what stands before it ({@code sudo}, variables, {@code timeout 10}).
 *
 * @param text of it
 * @param words of it, without quotation marks
 * @param then the rest of the line behind it
 */
record SimpleCommand(String text, List<String> words, String then) {

    private static final Pattern SPLIT = Pattern.compile("(?<!\\\\)(?:\\|\\|?|&&|;|\\n|\\$\\(|<\\(|`)");
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(?:(?:[A-Za-z_]\\w*=\\S*|sudo(?:\\s+-\\S+(?:\\s+(?=\\w+\\s+\\w))?)*|then|do|else|if|!|time|nohup|exec|command|env|xargs(?:\\s+-\\S+)*"
                    + "|timeout\\s+(?:-\\S+\\s+)*\\S+|while|until|[({])\\s+)+");

    /** Copies. */
    SimpleCommand {
        words = List.copyOf(words);
    }

    /** The commands of a text, in order. */
    static List<SimpleCommand> of(String text) {
        String joined = text.replaceAll("\\\\\\r?\\n", " ");
        List<SimpleCommand> commands = new ArrayList<>();
        var matcher = SPLIT.matcher(joined);
        int from = 0;
        while (matcher.find()) {
            add(joined.substring(from, matcher.start()), joined.substring(matcher.start()), commands);
            from = matcher.end();
        }
        add(joined.substring(from), "", commands);
        return commands;
    }

    private static void add(String part, String then, List<SimpleCommand> commands) {
        String text = PREFIX.matcher(part.strip() + " ").replaceFirst("").strip();
        List<String> words = Stream.of(text.split("\\s+", -1))
                .map(word -> word.replaceAll("^[\"']+|[\"')]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
            commands.add(new SimpleCommand(text, words, then));
        }
    }

    /** The tool's name without its folder. */
    String tool() {
        String first = words.get(0);
        return first.substring(first.lastIndexOf('/') + 1);
    }

    /** The words that are no options, the tool first. */
    List<String> plain() {
        return words.stream().filter(word -> !word.startsWith("-")).toList();
    }

    /** The first word behind the tool that is no option; empty when there is none. */
    String action() {
        return plain().stream().skip(1).findFirst().orElse("");
    }

    /** Whether one of some words is there. */
    boolean has(String... some) {
        return Stream.of(some).anyMatch(words::contains);
    }

    /** Whether a word begins with one of some beginnings. */
    Optional<String> beginning(String... some) {
        return words.stream()
                .filter(word -> Stream.of(some).anyMatch(word::startsWith))
                .findFirst();
    }

    /** Whether it begins with the words of another command, options aside. */
    boolean begins(String command) {
        List<String> other = List.of(command.strip().split("\\s+", -1));
        List<String> plain = plain();
        boolean whole =
                words.size() >= other.size() && words.subList(0, other.size()).equals(other);
        return whole
                || (plain.size() >= other.size()
                        && plain.subList(0, other.size()).equals(other));
    }
}
