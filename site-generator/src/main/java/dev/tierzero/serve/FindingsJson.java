package dev.tierzero.serve;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.JsonText;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for the script in the page: {@code [{"where": …, "what": …, "fix": …}]}. */
final class FindingsJson {

    private FindingsJson() {}

    static String of(List<Diagnostic> findings) {
        return findings.stream()
                .map(d -> "{\"severity\": " + JsonText.quoted(d.severity().word()) + ", \"where\": "
                        + JsonText.quoted(d.position() + " " + d.code()) + ", \"what\": " + JsonText.quoted(d.message())
                        + ", \"fix\": "
                        + JsonText.quoted(d.hint()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
