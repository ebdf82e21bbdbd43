package dev.tierzero.serve;

import dev.tierzero.api.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings for the script in the page: {@code [{"where": …, "what": …, "fix": …}]}. */
final class FindingsJson {

    private FindingsJson() {}

    static String of(List<Diagnostic> findings) {
        return findings.stream()
                .map(d -> "{\"severity\": " + quoted(d.severity().word()) + ", \"where\": "
                        + quoted(d.position() + " " + d.code()) + ", \"what\": " + quoted(d.message()) + ", \"fix\": "
                        + quoted(d.hint()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 0x20) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
