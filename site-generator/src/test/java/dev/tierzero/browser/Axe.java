package dev.tierzero.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deque's axe-core: breaches of WCAG that a machine can find. */
final class Axe {

    private static final String RUN = """
            axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .map(v => v.id + " (" + v.impact + ") " + v.nodes.map(n => n.target.join(" ") + ": "
                    + n.any.concat(n.all, n.none).map(c => c.message).join("; ")).slice(0, 3).join(" | "))))
            """;

    private final String source;

    Axe() throws IOException {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Serious and critical findings on the page that is open. Colours are judged when they have stopped to change. */
    List<String> findings(Browser browser) {
        browser.cdp("Runtime.evaluate", Map.of("expression", "document.getAnimations().forEach(a => a.finish());"));
        browser.cdp("Runtime.evaluate", Map.of("expression", source));
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : browser.json(RUN)) {
            findings.add(finding.asText());
        }
        return findings;
    }
}
