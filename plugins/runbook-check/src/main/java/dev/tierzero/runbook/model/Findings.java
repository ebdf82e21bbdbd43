package dev.tierzero.runbook.model;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/** The findings of one check, with the severities that the site wants. One check, one thread. */
public final class Findings {

    private final Preferences preferences;
    private final List<Diagnostic> all = new ArrayList<>();

    /** @param preferences say which rules are on */
    public Findings(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Adds one, unless its rule is switched off. */
    public void add(Rule rule, SourcePosition position, String message, String hint) {
        preferences
                .severity(rule)
                .ifPresent(
                        severity -> all.add(new Diagnostic(severity, rule.name(), position, List.of(), message, hint)));
    }

    /** Adds one that is an error here whatever the rule is by default; a level that the site sets itself counts. */
    public void addError(Rule rule, SourcePosition position, String message, String hint) {
        if (preferences.severities().containsKey(rule)) {
            add(rule, position, message, hint);
        } else {
            all.add(Diagnostic.error(rule.name(), position, message, hint));
        }
    }

    /** Whether a rule is on. */
    public boolean wants(Rule rule) {
        return preferences.severity(rule).isPresent();
    }

    /** All of them, in order. */
    public List<Diagnostic> all() {
        return all.stream().sorted().distinct().toList();
    }
}
