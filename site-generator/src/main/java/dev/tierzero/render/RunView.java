package dev.tierzero.render;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.TimeSpan;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.model.TimeLimit;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What templates see of a procedure's run: empty for any other page, and for one that has nothing to do. */
record RunView(Portal portal) {

    private static final String RTO = "RTO";

    /** @param body with the marks of steps */
    Map<String, Object> of(ParsedDocument document, ShownBody body) {
        Optional<ContentType> type = Optional.ofNullable(portal.types().get(document.type()));
        if (type.isEmpty() || document.steps().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> view = new HashMap<>();
        view.put("lead", new SafeString(body.lead()));
        view.put("sections", new SafeString(body.sections()));
        view.put("noun", noun(type.get()));
        view.put("path", document.path());
        view.put("scenario", scenario(document.path()));
        view.put("service", document.metadata().text("service").orElse(""));
        view.put("type", document.type());
        view.put(
                "rto",
                rto(document).map(time -> Long.toString(time.toSeconds())).orElse(""));
        view.put("rtoText", rto(document).map(RunView::words).orElse(""));
        view.put("limits", limits(document));
        view.put("parameters", parameters(document.metadata()));
        return view;
    }

    /** {@code 1 h 30 min}; days are hours here. */
    private static String words(Duration time) {
        List<String> words = new ArrayList<>();
        part(time.toHours(), " h", words);
        part(time.toMinutesPart(), " min", words);
        part(time.toSecondsPart(), " s", words);
        return String.join(" ", words);
    }

    private static void part(long count, String unit, List<String> words) {
        if (count > 0) {
            words.add(count + unit);
        }
    }

    /** {@code playbook} of a type that is called Recovery playbook. */
    private static String noun(ContentType type) {
        String label = type.label().toLowerCase(Locale.ROOT).strip();
        return label.substring(label.lastIndexOf(' ') + 1);
    }

    private static String scenario(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private Optional<Duration> rto(ParsedDocument document) {
        Optional<String> own = document.metadata().text("rto");
        if (own.isPresent()) {
            return own.flatMap(TimeSpan::of);
        }
        return portal.added().facts().getOrDefault(document.path(), List.of()).stream()
                .filter(fact -> fact.label().equals(RTO))
                .findFirst()
                .flatMap(fact -> TimeSpan.of(fact.value()));
    }

    private static List<Map<String, Object>> limits(ParsedDocument document) {
        Map<String, Heading> headings =
                document.headings().stream().collect(Collectors.toMap(Heading::id, Function.identity(), (a, b) -> a));
        List<Map<String, Object>> limits = new ArrayList<>();
        for (TimeLimit limit : TimeLimit.of(document.metadata())) {
            Optional<Heading> anchor = limit.anchor().flatMap(id -> Optional.ofNullable(headings.get(id)));
            limits.add(Map.of(
                    "id", limit.id(),
                    "name", limit.name(),
                    "after", limit.written(),
                    "seconds", Long.toString(limit.after().toSeconds()),
                    "then", limit.then(),
                    "href",
                            anchor.map(heading -> "#" + PercentCode.encoded(heading.id()))
                                    .orElse(""),
                    "heading", anchor.map(Heading::text).orElse("")));
        }
        return limits;
    }

    private static List<Map<String, Object>> parameters(Metadata metadata) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Map<String, Object> given : metadata.maps("parameters")) {
            String name = text(given, "name");
            if (!name.isEmpty()) {
                parameters.add(Map.of(
                        "name", name,
                        "label", text(given, "label"),
                        "pattern", text(given, "pattern"),
                        "example", text(given, "example"),
                        "help", text(given, "help"),
                        "secret", Boolean.TRUE.equals(given.get("secret"))));
            }
        }
        // A plain name is asked for when commands can spell it; NODE is a variable.
        metadata.list("parameters").stream()
                .filter(name -> name.matches("[a-z][a-z0-9-]{0,29}"))
                .forEach(name -> parameters.add(
                        Map.of("name", name, "label", "", "pattern", "", "example", "", "help", "", "secret", false)));
        return parameters;
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, ""));
    }
}
