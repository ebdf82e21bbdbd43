package dev.tierzero.coverage;

import dev.tierzero.api.ContributedFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code help-index.json}: what a command-line tool carries along to explain its codes without a network. One line for each code, in
 * their order, and no date, so that only changes of codes change the file. The format is on the portal's page on the help index.
 */
final class HelpIndex {

    /** Name and version of the format. A reader refuses another number, and passes over fields that it does not know. */
    static final String FORMAT = "tier0-help-index/1";

    private HelpIndex() {}

    static ContributedFile of(Inventory inventory) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("title", inventory.site().title());
        if (!inventory.site().url().isEmpty()) {
            head.put("url", inventory.site().url());
        }
        String heads = head.entrySet().stream()
                .map(entry -> "  " + Json.string(entry.getKey()) + ": " + Json.string(entry.getValue()) + ",\n")
                .collect(Collectors.joining());
        String codes = inventory.registers().codes().stream()
                .sorted(Comparator.comparing(Code::id))
                .map(code -> "    " + entry(code))
                .collect(Collectors.joining(",\n"));
        return new ContributedFile("help-index.json", "{\n" + heads + "  \"codes\": [\n" + codes + "\n  ]\n}\n");
    }

    private static String entry(Code code) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", Json.string(code.id()));
        values.put("status", Json.string(code.retired() ? "retired" : "active"));
        values.put("title", Json.string(code.title()));
        values.put("category", Json.string(code.category()));
        values.put("message", Json.string(code.message()));
        List.of("summary", "fix")
                .forEach(key -> code.entry().text(key).ifPresent(text -> values.put(key, Json.string(text))));
        code.entry().text("next-tier").ifPresent(tier -> values.put("next-tier", tier));
        values.put("since", Json.string(code.since()));
        List.of("retired-in", "replaced-by")
                .forEach(key -> code.entry().text(key).ifPresent(text -> values.put(key, Json.string(text))));
        values.put("path", Json.string(code.address()));
        return Json.object(values);
    }
}
