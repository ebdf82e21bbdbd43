package dev.tierzero.kpi.criteria;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.kpi.model.Ages;
import dev.tierzero.kpi.model.Operator;
import dev.tierzero.kpi.model.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads conditions. One that cannot be read is a finding, and counts as unknown. */
final class ConditionEntry {

    private static final Map<String, Operator> LIMITS = Map.of(
            "above", Operator.ABOVE,
            "at-least", Operator.AT_LEAST,
            "below", Operator.BELOW,
            "at-most", Operator.AT_MOST,
            "exactly", Operator.EQUAL);
    private static final Map<String, Set<String>> FORMS = Map.of(
            "kpi", Set.of("kpi", "is", "for", "above", "at-least", "below", "at-most", "exactly"),
            "fact", Set.of("fact", "in", "above", "at-least", "below", "at-most", "exactly"),
            "manual", Set.of("manual", "evidence", "date", "see"),
            "all", Set.of("all"),
            "any", Set.of("any"),
            "not", Set.of("not"));
    private static final String HINT = "write one of: kpi, fact, manual, all, any, not";

    /** Nested deeper nobody can read it. */
    private static final int DEEPEST = 8;

    private final SiteView site;
    private final Set<String> kpis;
    private final List<Diagnostic> findings;

    ConditionEntry(SiteView site, Set<String> kpis, List<Diagnostic> findings) {
        this.site = site;
        this.kpis = kpis;
        this.findings = findings;
    }

    Condition read(DataNode node) {
        return read(node, 0);
    }

    private Condition read(DataNode node, int depth) {
        List<String> forms =
                node.entries().keySet().stream().filter(FORMS::containsKey).toList();
        if (forms.size() != 1 || depth > DEEPEST) {
            String message = depth > DEEPEST
                    ? "the condition is nested too deeply"
                    : forms.isEmpty()
                            ? "the condition says nothing"
                            : "the condition says several things at once: " + String.join(", ", forms);
            return refused(node.position(), message, forms.size() > 1 ? "join them: { all: [ … ] }" : HINT);
        }
        String form = forms.get(0);
        Set<String> known = FORMS.getOrDefault(form, Set.of());
        node.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                Nearest.of(key, known)
                        .ifPresentOrElse(
                                near -> report(
                                        "KP052",
                                        value.position(),
                                        "a condition over " + form + " has no " + key,
                                        "did you mean " + near + "?"),
                                () -> report(
                                        "KP052",
                                        value.position(),
                                        "a condition over " + form + " has no " + key,
                                        "delete it"));
            }
        });
        return switch (form) {
            case "kpi" -> kpi(node);
            case "fact" -> fact(node);
            case "manual" -> manual(node);
            case "all" -> new Condition.All(parts(node, "all", depth));
            case "any" -> new Condition.Any(parts(node, "any", depth));
            default -> new Condition.Not(read(node.get("not").orElse(node), depth + 1));
        };
    }

    private List<Condition> parts(DataNode node, String key, int depth) {
        List<DataNode> items = node.get(key).map(DataNode::items).orElse(List.of());
        if (items.isEmpty()) {
            return List.of(
                    refused(node.position(key), key + " needs a list of conditions", "write " + key + ": [ … ]"));
        }
        return items.stream().map(item -> read(item, depth + 1)).toList();
    }

    private Condition kpi(DataNode node) {
        String id = node.text("kpi").orElse("");
        if (!kpis.contains(id)) {
            report(
                    "KP050",
                    node.position("kpi"),
                    "no KPI is called \"" + id + "\"",
                    Nearest.of(id, kpis)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("declare it in kpis.yaml"));
        }
        Optional<Condition.Limit> limit = limit(node);
        Optional<String> is = node.text("is");
        if (limit.isPresent() == is.isPresent()) {
            return refused(
                    node.position("kpi"),
                    "the condition over the KPI has " + (is.isPresent() ? "both a limit and \"is\"" : "no limit"),
                    "write is: met for its own target, or a limit such as below: 3");
        }
        if (is.isPresent() && !Set.of("met", "not met").contains(is.get())) {
            return refused(node.position("is"), "a target is not \"" + is.get() + "\"", "write met or not met");
        }
        return new Condition.OfKpi(id, limit, !is.orElse("met").equals("not met"), span(node));
    }

    private Optional<Duration> span(DataNode node) {
        Optional<Duration> span = node.text("for").flatMap(Ages::of);
        if (node.get("for").isPresent() && span.isEmpty()) {
            report("KP052", node.position("for"), "\"for\" is no length of time", "write for example: for: 6 weeks");
        }
        return span;
    }

    private Condition fact(DataNode node) {
        String word = node.text("fact").orElse("");
        List<String> words = Stream.of(BuildFact.values()).map(BuildFact::word).toList();
        Optional<BuildFact> fact = BuildFact.ofWord(word);
        if (fact.isEmpty()) {
            report(
                    "KP051",
                    node.position("fact"),
                    "the build knows no fact \"" + word + "\"",
                    Nearest.of(word, words)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("write one of: " + String.join(", ", words)));
            return unknown("No fact “" + word + "”");
        }
        Condition.Limit none = new Condition.Limit(Operator.AT_MOST, BigDecimal.ZERO);
        String folder = node.text("in").orElse("").replaceAll("^/+|/+$", "");
        return new Condition.OfFact(fact.get(), folder, limit(node).orElse(none));
    }

    private Optional<Condition.Limit> limit(DataNode node) {
        List<String> keys =
                node.entries().keySet().stream().filter(LIMITS::containsKey).toList();
        if (keys.size() > 1) {
            report(
                    "KP052",
                    node.position(keys.get(1)),
                    "the condition has several limits: " + String.join(", ", keys),
                    "keep one, or join two conditions: { all: [ … ] }");
        }
        return keys.stream().findFirst().flatMap(key -> {
            Optional<BigDecimal> number = node.number(key);
            if (number.isEmpty()) {
                report("KP052", node.position(key), key + " is no number", "write for example: " + key + ": 3");
            }
            return number.map(n -> new Condition.Limit(LIMITS.getOrDefault(key, Operator.EQUAL), n));
        });
    }

    private Condition manual(DataNode node) {
        String word = node.text("manual").orElse("");
        Optional<Verdict> verdict =
                Stream.of(Verdict.values()).filter(v -> v.words().equals(word)).findFirst();
        if (verdict.isEmpty()) {
            return refused(
                    node.position("manual"), "a criterion is not \"" + word + "\"", "write met, not met or unknown");
        }
        Optional<LocalDate> date = node.text("date").flatMap(ConditionEntry::date);
        if (node.get("date").isPresent() && date.isEmpty()) {
            report("KP052", node.position("date"), "date is not a date", "write it as year-month-day: 2026-11-20");
        }
        if (verdict.get() != Verdict.UNKNOWN && (node.text("evidence").isEmpty() || date.isEmpty())) {
            report(
                    "KP053",
                    node.position("manual"),
                    "\"" + word + "\" without evidence and date",
                    "say in evidence and date what was seen, and when");
        }
        Evidence evidence =
                new See(site, findings).evidence(node, node.text("evidence").orElse("Nothing recorded yet"), date);
        return new Condition.Manual(verdict.get(), evidence);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Condition refused(SourcePosition position, String message, String hint) {
        report("KP052", position, message, hint);
        return unknown("The condition cannot be read");
    }

    private static Condition unknown(String words) {
        return new Condition.Manual(Verdict.UNKNOWN, Evidence.of(words));
    }

    private void report(String code, SourcePosition position, String message, String hint) {
        findings.add(Diagnostic.error(code, position, message, hint));
    }
}
