package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SourcePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of a record, or of a step or lesson in it, each read with what is wrong with it.
 *
 * @param name of what has the fields: {@code drill record}
 * @param faults takes what is wrong
 */
record Fields(String name, DataNode data, List<RunFault> faults) {

    /** Of these years are the times of a run; the day at the end is room for every offset. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final int LONGEST_QUOTE = 60;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{C}\\p{Zl}\\p{Zp}]+");
    private static final Pattern CLOCK = Pattern.compile("\\d{2,5}:[0-5]\\d");

    /** Says which fields are none that there can be. */
    void onlyThese(Collection<String> known) {
        data.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(
                        key,
                        "unknown field \"" + quoted(key) + "\" in a " + name,
                        near(key, known, "fields: " + String.join(", ", known))));
    }

    /** A text; empty when there is none, or something that is no text stands in its place. */
    Optional<String> text(String key) {
        Optional<DataNode> value = data.get(key);
        if (value.isPresent() && value.get().kind() != DataNode.Kind.TEXT) {
            String kind = value.get().kind() == DataNode.Kind.LIST ? "a list" : "a map";
            fault(key, key + " is " + kind + ", and should be a text", "write \"" + key + ": \" and one text");
        }
        return data.text(key).map(String::strip);
    }

    /** A text that must be there; empty when it is not. */
    String required(String key, String hint) {
        Optional<String> text = text(key);
        if (text.isEmpty() && (data.get(key).isEmpty() || isText(key))) {
            fault(key, "the " + name + " has no " + key, hint);
        }
        return text.orElse("");
    }

    private boolean isText(String key) {
        return data.get(key).filter(node -> node.kind() == DataNode.Kind.TEXT).isPresent();
    }

    /** One of some words. */
    String oneOf(String key, List<String> words, String otherwise) {
        String word = text(key).orElse(otherwise);
        if (!words.contains(word)) {
            fault(
                    key,
                    key + " is \"" + quoted(word) + "\"; one of " + String.join(", ", words),
                    near(word, words, "write \"" + key + ": " + otherwise + "\""));
            return otherwise;
        }
        return word;
    }

    /** {@code true} or {@code false}; without a word false. */
    boolean flag(String key) {
        return oneOf(key, List.of("true", "false"), "false").equals("true");
    }

    /** A text of a form, or nothing and what is wrong with it. */
    Optional<String> matching(String key, Optional<String> text, String pattern, String noun, String example) {
        if (text.isPresent() && !text.get().matches(pattern)) {
            fault(key, "\"" + quoted(text.get()) + "\" is not " + noun, "for example " + example);
            return Optional.empty();
        }
        return text;
    }

    /** An instant of ISO 8601 with its offset, from 1970 to 9999: others have no local time in every zone. */
    Optional<Instant> instant(String key) {
        return text(key).flatMap(text -> {
            Optional<Instant> time = instantOf(text).filter(found -> !found.isBefore(FIRST) && found.isBefore(LAST));
            if (time.isEmpty()) {
                fault(
                        key,
                        "\"" + quoted(text) + "\" is not a time of ISO 8601",
                        "for example " + key + ": \"2027-01-20T09:30:00Z\"");
            }
            return time;
        });
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time as {@code mm:ss}; minutes may exceed 59. */
    Optional<Duration> clock(String key, Optional<String> text) {
        return text.flatMap(written -> {
            if (!CLOCK.matcher(written).matches()) {
                fault(key, "\"" + quoted(written) + "\" is not a time in mm:ss", "for example " + key + ": \"38:12\"");
                return Optional.empty();
            }
            String[] parts = written.split(":", 2);
            return Optional.of(Duration.ofSeconds(Integer.parseInt(parts[0]) * 60L + Integer.parseInt(parts[1])));
        });
    }

    /** The items of a list; none when there is none. */
    List<DataNode> items(String key) {
        Optional<DataNode> value = data.get(key);
        if (value.isPresent() && value.get().kind() != DataNode.Kind.LIST) {
            fault(key, key + " is no list", "write one item a line, each after a hyphen; in JSON between [ and ]");
        }
        return value.map(DataNode::items).orElse(List.of());
    }

    /** These fields of something within. */
    Fields within(String part, DataNode node) {
        return new Fields(part, node, faults);
    }

    /** Says what is wrong with a field. */
    void fault(String key, String message, String hint) {
        fault(data.position(key), message, hint);
    }

    /** Says what is wrong at a place. */
    void fault(SourcePosition at, String message, String hint) {
        faults.add(new RunFault(RunFault.Kind.FIELD, at, message, hint));
    }

    /** A text as messages quote it: in one line, and not all of it. */
    static String quoted(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.codePoints()
                                .limit(LONGEST_QUOTE)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())
                        + "…";
    }

    static String near(String word, Collection<String> candidates, String otherwise) {
        return Nearest.of(word, candidates)
                .map(meant -> "did you mean " + meant + "?")
                .orElse(otherwise);
    }
}
