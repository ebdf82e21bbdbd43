package dev.tierzero.engine;

import dev.tierzero.api.Severity;
import dev.tierzero.extension.Extension;
import dev.tierzero.extension.PluginLock;
import dev.tierzero.model.Emergency;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.JsonText;
import dev.tierzero.model.Sha256;
import dev.tierzero.site.Copies;
import dev.tierzero.site.PageDigests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * {@code build.json}: what a site was built from and by, what was checked, and what was let through. The same input gives the same
 * bytes. Keys stand in this order; some may be added, none is renamed.
 */
final class BuildReport {

    /** Output path. */
    static final String NAME = "build.json";

    /** The line by which a restricted site is known. */
    static final String RESTRICTED = "\"restricted\": true";

    private static final String FORMAT = "tier0-build/1";

    private final Inputs inputs;
    private final Stage stage;
    private final Outcome outcome;

    private BuildReport(Inputs inputs, Stage stage, Outcome outcome) {
        this.inputs = inputs;
        this.stage = stage;
        this.outcome = outcome;
    }

    static byte[] of(Inputs inputs, Stage stage, Outcome outcome) throws IOException {
        return new BuildReport(inputs, stage, outcome).json().getBytes(StandardCharsets.UTF_8);
    }

    private String json() throws IOException {
        Circumstances given = inputs.circumstancesOfSite();
        return "{\n  \"format\": " + quoted(FORMAT)
                + ",\n  \"generator\": " + quoted(given.generator())
                + ",\n  \"commit\": " + quoted(given.version())
                + ",\n  \"builtAt\": " + quoted(given.builtAt())
                + ",\n  " + (inputs.restriction().applies() ? RESTRICTED : "\"restricted\": false")
                + ",\n  \"files\": {" + files() + "}"
                + ",\n  \"pages\": " + outcome.published().pages()
                + ",\n  \"findings\": {\"errors\": " + outcome.count(Severity.ERROR)
                + ", \"warnings\": " + outcome.count(Severity.WARNING)
                + ", \"remarks\": " + outcome.count(Severity.INFO) + "}"
                + ",\n  \"checks\": " + list(checks())
                + ",\n  \"pluginsLock\": " + quoted(lock())
                + ",\n  \"procedures\": " + list(procedures())
                + ",\n  \"emergency\": " + emergency() + "\n}\n";
    }

    private String files() {
        List<String> counts = new ArrayList<>();
        for (FileClass fileClass : FileClass.values()) {
            counts.add(quoted(fileClass.name().toLowerCase(Locale.ROOT)) + ": "
                    + outcome.counts().getOrDefault(fileClass, 0));
        }
        return String.join(", ", counts);
    }

    private List<String> checks() {
        List<String> checks = new ArrayList<>();
        checks.add("{\"id\": \"tier0\", \"version\": "
                + quoted(inputs.generator().name().replaceFirst("^.* ", "")) + "}");
        inputs.extensions().all().stream()
                .sorted(Comparator.comparing(Extension::id))
                .forEach(e -> checks.add("{\"id\": " + quoted(e.id()) + ", \"version\": " + quoted(e.version()) + "}"));
        return checks;
    }

    private String lock() throws IOException {
        Path lock = inputs.request().site().resolve(PluginLock.FILE);
        return Files.isRegularFile(lock) ? Sha256.hex(Files.readAllBytes(lock)) : "";
    }

    private List<String> procedures() {
        List<String> procedures = new ArrayList<>();
        PageDigests digests = stage.assembly().portal().digests();
        for (Copies.Copied copied : Copies.of(stage.rendering().site(), digests).pages()) {
            copied.page()
                    .document()
                    .ifPresent(document -> procedures.add("{\"href\": "
                            + quoted(copied.page().href())
                            + ", \"file\": " + quoted(document.file())
                            + ", \"digest\": " + quoted(digests.of(document))
                            + ", \"code\": " + quoted(copied.code().toString()) + "}"));
        }
        return procedures;
    }

    private String emergency() {
        if (outcome.emergency().isEmpty()) {
            return "null";
        }
        Emergency emergency = outcome.emergency().get().emergency();
        List<String> findings = emergency.findings().stream()
                .map(f -> "{\"code\": " + quoted(f.code()) + ", \"file\": " + quoted(f.file()) + ", \"line\": "
                        + f.line() + ", \"message\": " + quoted(f.message()) + "}")
                .toList();
        return "{\n    \"by\": " + quoted(emergency.by())
                + ",\n    \"reason\": " + quoted(emergency.reason())
                + ",\n    \"at\": " + quoted(emergency.at().toString())
                + ",\n    \"until\": " + quoted(emergency.until().toString())
                + ",\n    \"letThrough\": " + emergency.count()
                + ",\n    \"findings\": " + list(findings) + "\n  }";
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", items) + "\n  ]";
    }

    private static String quoted(String text) {
        return JsonText.quoted(text);
    }
}
