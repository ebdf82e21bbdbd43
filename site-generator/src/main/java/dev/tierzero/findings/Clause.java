package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Suppression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a comment says after {@code tier0:}.
 *
 * @param suppression empty when something is missing
 * @param diagnostics what is wrong with it
 */
record Clause(Optional<Suppression> suppression, List<Diagnostic> diagnostics) {

    private static final String FORM = "write: tier0: ignore RB012 until 2027-03-31: the reason in words";
    private static final Pattern UNTIL = Pattern.compile("\\buntil\\b");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    /** Reads a clause that stands at a place and covers some lines. */
    static Clause of(SourcePosition at, String text, Suppression.Lines lines) {
        String clause = text.strip();
        if (!clause.matches("(?s)ignore\\b.*")) {
            return refused("IG001", at, "after tier0: only the word ignore is understood", FORM);
        }
        String rest = clause.substring("ignore".length());
        int colon = rest.indexOf(':');
        String head = colon < 0 ? rest : rest.substring(0, colon);
        String reason = colon < 0 ? "" : rest.substring(colon + 1).strip();
        String[] parts = UNTIL.split(head, 2);
        List<Diagnostic> found = new ArrayList<>();
        List<String> codes = codes(at, parts[0], found);
        Optional<LocalDate> until = until(at, parts.length < 2 ? "" : parts[1].strip(), found);
        if (!SEPARATOR.matcher(reason).find()) {
            found.add(Diagnostic.error(
                    "IG004",
                    at,
                    reason.isEmpty()
                            ? "the suppression gives no reason"
                            : "the suppression gives no reason in words: \"" + reason + "\"",
                    "say after a colon why the finding may stay until then"));
        } else if (until.isPresent() && !codes.isEmpty()) {
            return new Clause(Optional.of(new Suppression(at, codes, until.get(), reason, lines)), found);
        }
        return new Clause(Optional.empty(), found);
    }

    private static Clause refused(String code, SourcePosition at, String message, String hint) {
        return new Clause(Optional.empty(), List.of(Diagnostic.error(code, at, message, hint)));
    }

    /** The codes of a list that can be silenced. */
    static List<String> codes(SourcePosition at, String list, List<Diagnostic> found) {
        List<String> words = Stream.of(SEPARATOR.split(list, -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            found.add(Diagnostic.error(
                    "IG002",
                    at,
                    "the suppression names no code",
                    "name each code that is to be silenced: RB012, RB013"));
        }
        return words.stream().filter(word -> isSilenceable(at, word, found)).toList();
    }

    private static boolean isSilenceable(SourcePosition at, String word, List<Diagnostic> found) {
        if (word.matches("\\*|all|[A-Z]{2,5}\\*?|[A-Z]{2,5}[0-9]{0,2}\\*")) {
            found.add(Diagnostic.error(
                    "IG002",
                    at,
                    "\"" + word + "\" would silence more than one code",
                    "name each code that is to be silenced: RB012, RB013"));
        } else if (!Codes.isCode(word) || Codes.isUnknown(word)) {
            found.add(Diagnostic.error(
                    "IG005",
                    at,
                    "there is no finding with the code \"" + word + "\"",
                    Codes.near(word)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("copy the code from the finding")));
        } else if (Codes.isLoud(word)) {
            found.add(Diagnostic.error(
                    "IG006",
                    at,
                    word + " cannot be silenced",
                    "mend what it says: something is broken as long as it is found"));
        } else {
            return true;
        }
        return false;
    }

    private static Optional<LocalDate> until(SourcePosition at, String date, List<Diagnostic> found) {
        try {
            return Optional.of(LocalDate.parse(SEPARATOR.split(date, 2)[0]));
        } catch (DateTimeException e) {
            found.add(Diagnostic.error(
                    "IG003",
                    at,
                    date.isEmpty() ? "the suppression has no last day" : "\"" + date + "\" is no day",
                    "write until and a day before the colon: until 2027-03-31"));
            return Optional.empty();
        }
    }
}
