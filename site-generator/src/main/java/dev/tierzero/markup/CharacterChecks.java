package dev.tierzero.markup;

import dev.tierzero.api.Severity;

/** Finds characters that readers do not see or take for others. One page, one thread. */
final class CharacterChecks {

    /** Findings about characters of one page; more tell nobody more. */
    private static final int MOST_FINDINGS = 100;

    private final Draft draft;
    private int findings;

    CharacterChecks(Draft draft) {
        this.draft = draft;
    }

    /** Reports the characters that must not stand in code, keys or link targets; true when there are any. */
    boolean deceptive(String text, String where) {
        if (Characters.isPlain(text)) {
            return false;
        }
        int before = findings;
        text.codePoints()
                .filter(Characters::isDeceptive)
                .limit(MOST_FINDINGS)
                .forEach(c -> character(
                        Severity.ERROR,
                        "TX001",
                        c,
                        where,
                        "delete it, or write the character that readers are to copy"));
        return findings > before;
    }

    /** Reports the invisible characters of prose. */
    void prose(String text) {
        if (Characters.isPlain(text)) {
            return;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Characters.isHidden(c) && !Characters.joins(text, i)) {
                character(Severity.WARNING, "TX002", c, "text", "delete it: readers and the search do not see it");
            }
        }
    }

    private void character(Severity severity, String code, int c, String where, String hint) {
        findings++;
        if (findings <= MOST_FINDINGS) {
            String message = "the invisible or deceptive character " + Characters.name(c) + " stands in " + where;
            draft.noteAt(Character.toString(c), severity, code, message, hint);
        }
    }
}
