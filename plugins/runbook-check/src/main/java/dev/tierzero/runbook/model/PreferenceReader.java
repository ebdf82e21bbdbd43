package dev.tierzero.runbook.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a site's settings; what it cannot understand is a finding, and its default holds. */
public final class PreferenceReader {

    private static final List<String> KEYS = List.of(
            "types",
            "rules",
            "step-sections",
            "verification-sections",
            "closing-sections",
            "max-step-words",
            "dangerous",
            "variables",
            "hosts",
            "review-stamp");

    /** Keys that every plugin has; the host reads them. */
    private static final List<String> HOSTS = List.of("enabled", "environment", "collect-seconds");

    private final DataNode settings;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private PreferenceReader(DataNode settings) {
        this.settings = settings;
    }

    /** The preferences that settings mean. */
    public static Preferences preferences(DataNode settings) {
        return new PreferenceReader(settings).read();
    }

    /** What is wrong with settings. */
    public static List<Diagnostic> diagnostics(DataNode settings) {
        PreferenceReader reader = new PreferenceReader(settings);
        reader.read();
        return List.copyOf(reader.diagnostics);
    }

    private Preferences read() {
        for (Map.Entry<String, DataNode> entry : settings.entries().entrySet()) {
            if (!KEYS.contains(entry.getKey()) && !HOSTS.contains(entry.getKey())) {
                fault(
                        entry.getValue().position(),
                        "\"" + entry.getKey() + "\" is no setting of runbook-check",
                        Words.nearest(entry.getKey(), KEYS)
                                .map(key -> "did you mean \"" + key + "\"?")
                                .orElse("the settings are " + Words.quoted(KEYS)));
            }
        }
        List<String> types = texts("types", Preferences.TYPES);
        return new Preferences(
                types,
                severities(),
                texts("step-sections", Preferences.STEP_SECTIONS),
                texts("verification-sections", Preferences.VERIFICATION_SECTIONS),
                texts("closing-sections", Preferences.CLOSING_SECTIONS),
                words(),
                dangerous(),
                settings.texts("variables"),
                hosts(),
                stampTypes(types));
    }

    private List<String> texts(String key, List<String> otherwise) {
        Optional<DataNode> value = settings.get(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get().kind() == DataNode.Kind.MAP) {
            fault(
                    value.get().position(),
                    "\"" + key + "\" takes a list, not a map",
                    "write \"" + key + ": [one, two]\"");
            return otherwise;
        }
        return value.get().texts();
    }

    private Map<Rule, Optional<Severity>> severities() {
        Map<Rule, Optional<Severity>> severities = new EnumMap<>(Rule.class);
        Map<String, DataNode> rules =
                settings.get("rules").map(DataNode::entries).orElse(Map.of());
        settings.get("rules")
                .filter(value -> value.kind() != DataNode.Kind.MAP)
                .ifPresent(value -> fault(
                        value.position(),
                        "\"rules\" takes a map, one severity a rule",
                        "write \"rules: {RB010: off}\""));
        rules.forEach((code, value) -> Rule.of(code)
                .ifPresentOrElse(
                        rule -> severity(rule, value).ifPresent(severity -> severities.put(rule, severity)),
                        () -> fault(
                                value.position(),
                                "there is no rule " + code,
                                "the rules are listed in contribute/runbook-rules")));
        return severities;
    }

    private Optional<Optional<Severity>> severity(Rule rule, DataNode value) {
        String word = value.text().orElse("").toLowerCase(Locale.ROOT);
        // YAML reads a bare off as false.
        if (word.equals("off") || word.equals("false") || word.equals("no")) {
            return Optional.of(Optional.empty());
        }
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return Optional.of(Optional.of(severity));
            }
        }
        fault(
                value.position(),
                "\"" + word + "\" is no severity for " + rule.name(),
                "write error, warning, info or off");
        return Optional.empty();
    }

    private int words() {
        Optional<BigDecimal> number = settings.number("max-step-words");
        if (settings.get("max-step-words").isEmpty()) {
            return Preferences.MAX_STEP_WORDS;
        }
        if (number.isEmpty() || number.get().intValue() < 10 || number.get().intValue() > 1000) {
            fault(
                    settings.position("max-step-words"),
                    "\"max-step-words\" is no number from 10 to 1000",
                    "leave it out for " + Preferences.MAX_STEP_WORDS);
            return Preferences.MAX_STEP_WORDS;
        }
        return number.get().intValue();
    }

    private Map<Pattern, String> dangerous() {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        for (DataNode item : settings.get("dangerous").map(DataNode::items).orElse(List.of())) {
            String pattern = item.text("pattern").or(item::text).orElse("");
            try {
                if (!pattern.isBlank()) {
                    patterns.put(Pattern.compile(pattern), item.text("what").orElse("is dangerous here"));
                    continue;
                }
                fault(item.position(), "a dangerous command needs a pattern", "write {pattern: \"…\", what: \"…\"}");
            } catch (PatternSyntaxException e) {
                fault(
                        item.position(),
                        "\"" + pattern + "\" is no regular expression: " + e.getDescription(),
                        "correct it; plain text needs a backslash before . ( [ * + ? ^ $ |");
            }
        }
        return patterns;
    }

    private Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        settings.get("hosts").map(DataNode::entries).orElse(Map.of()).forEach((host, service) -> service.text()
                .ifPresentOrElse(
                        id -> hosts.put(host, id),
                        () -> fault(
                                service.position(),
                                "\"" + host + "\" names no service",
                                "write the id of the service that the host belongs to")));
        return hosts;
    }

    private List<String> stampTypes(List<String> types) {
        Optional<String> word = settings.text("review-stamp");
        if (word.isPresent() && word.get().equals("required")) {
            return types;
        }
        if (word.isPresent() && List.of("off", "false", "no").contains(word.get())) {
            return List.of();
        }
        return settings.texts("review-stamp");
    }

    private void fault(SourcePosition position, String message, String hint) {
        diagnostics.add(Diagnostic.error(Rule.RB070.name(), position, message, hint));
    }
}
