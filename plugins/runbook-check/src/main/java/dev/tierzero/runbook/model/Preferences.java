package dev.tierzero.runbook.model;

import dev.tierzero.api.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a site wants from the rules: its settings {@code plugins.runbook-check}, with defaults for all that it does not say.
 *
 * @param types content types whose steps and commands are checked
 * @param severities by rule; empty: switched off
 * @param stepSections titles of sections that hold steps
 * @param verificationSections titles of sections that tell whether it worked
 * @param closingSections titles of sections for the time after the repair
 * @param maxStepWords words that a step may have beside its code, tables and notes
 * @param dangerous further commands that need a warning, with what they do
 * @param variables of the shell that are always set
 * @param hosts further hosts of services: the service by the host's pattern
 * @param stampTypes content types whose pages must have a review stamp
 */
public record Preferences(
        List<String> types,
        Map<Rule, Optional<Severity>> severities,
        List<String> stepSections,
        List<String> verificationSections,
        List<String> closingSections,
        int maxStepWords,
        Map<Pattern, String> dangerous,
        List<String> variables,
        Map<String, String> hosts,
        List<String> stampTypes) {

    /** Content types whose steps and commands are checked by default. */
    public static final List<String> TYPES = List.of("runbook", "dr-playbook");

    /** Titles of sections that hold steps, by default. */
    public static final List<String> STEP_SECTIONS = List.of(
            "Immediate actions",
            "Immediate action",
            "Recovery steps",
            "Recovery",
            "Steps",
            "Procedure",
            "Mitigation",
            "Remediation",
            "Resolution",
            "Diagnosis",
            "Roll back",
            "Rollback");

    /** Titles of sections that tell whether it worked, by default. */
    public static final List<String> VERIFICATION_SECTIONS =
            List.of("Verification", "Verify", "Validation", "Verify recovery", "Confirm recovery");

    /** Titles of sections for the time after the repair, by default. */
    public static final List<String> CLOSING_SECTIONS =
            List.of("Post-incident review", "Postmortem", "Post-mortem", "Follow-up", "Aftermath");

    /** Words that a step may have by default. */
    public static final int MAX_STEP_WORDS = 90;

    /** Settings of a site that says nothing. */
    public static final Preferences DEFAULT = new Preferences(
            TYPES,
            Map.of(),
            STEP_SECTIONS,
            VERIFICATION_SECTIONS,
            CLOSING_SECTIONS,
            MAX_STEP_WORDS,
            Map.of(),
            List.of(),
            Map.of(),
            List.of());

    /** Copies the lists; the maps are used as they are and must not change. */
    public Preferences {
        types = List.copyOf(types);
        stepSections = List.copyOf(stepSections);
        verificationSections = List.copyOf(verificationSections);
        closingSections = List.copyOf(closingSections);
        variables = List.copyOf(variables);
        stampTypes = List.copyOf(stampTypes);
    }

    /** The severity of a rule's findings; empty when it is switched off. */
    public Optional<Severity> severity(Rule rule) {
        return severities.getOrDefault(rule, Optional.of(rule.severity()));
    }
}
