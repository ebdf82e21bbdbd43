package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.extension.Extension;
import dev.tierzero.extension.Guard;
import dev.tierzero.findings.Agreed;
import dev.tierzero.findings.Baseline;
import dev.tierzero.findings.Findings;
import dev.tierzero.findings.People;
import dev.tierzero.findings.Reviews;
import dev.tierzero.findings.SuppressionText;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Suppression;
import dev.tierzero.source.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is settled about the findings of a site, gathered from its files.
 *
 * @param agreed suppressions and baseline
 * @param found what gathering found
 */
record Settlement(Agreed agreed, List<Diagnostic> found) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Gathers it. */
    static Settlement of(Inputs inputs, Stage stage) {
        return of(
                inputs,
                inputs.content(),
                stage.parsing().parsed(),
                stage.assembly().drafts());
    }

    /**
     * Gathers it.
     *
     * @param content as it is now
     * @param drafts paths of pages that are not shown
     */
    static Settlement of(Inputs inputs, ContentFiles content, Collection<Parsed> parsed, Set<String> drafts) {
        Gathering gathering = new Gathering(content);
        Set<String> unshown = new HashSet<>();
        List<ParsedDocument> shown = new ArrayList<>();
        for (Parsed page : parsed) {
            gathering.suppressions.addAll(page.suppressions());
            if (drafts.contains(page.document().path())) {
                unshown.add(page.document().file());
            } else {
                shown.add(page.document());
            }
        }
        inputs.files().forEach(gathering::read);
        Baseline baseline = gathering.baseline();
        Optional<LocalDate> day = inputs.request().plugged().asOf();
        day.ifPresent(today -> gathering.found.addAll(Reviews.findings(shown, today)));
        return new Settlement(
                new Agreed(gathering.suppressions, baseline, day, unshown, () -> auditCodes(inputs)), gathering.found);
    }

    /** What is reported of all that was found. */
    List<Diagnostic> settled(Collection<Diagnostic> all) {
        return Findings.settled(with(all), agreed);
    }

    /** What is reported of a part of what would be found. */
    List<Diagnostic> settledPart(Collection<Diagnostic> part) {
        return Findings.settledPart(part, agreed);
    }

    /** What suppressions leave of all that was found. */
    List<Diagnostic> heard(Collection<Diagnostic> all) {
        return Findings.heard(with(all), agreed);
    }

    private List<Diagnostic> with(Collection<Diagnostic> all) {
        List<Diagnostic> together = new ArrayList<>(all);
        together.addAll(found);
        return together;
    }

    /** What fails here fails again, and is reported, where the plugin has work to do. */
    private static Set<String> auditCodes(Inputs inputs) {
        Set<String> codes = new HashSet<>(Reviews.CODES);
        for (Extension extension : inputs.extensions().all()) {
            Guard.call(
                            extension,
                            "check",
                            LIMIT,
                            () -> List.copyOf(extension.plugin().auditCodes()))
                    .value()
                    .ifPresent(codes::addAll);
        }
        return codes;
    }

    /** Reads the files that are no pages. */
    private static final class Gathering {
        private final ContentFiles content;
        private final List<Suppression> suppressions = new ArrayList<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Gathering(ContentFiles content) {
            this.content = content;
        }

        void read(ScannedFile file) {
            String name = file.path().toLowerCase(Locale.ROOT);
            boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
            if (file.fileClass() == FileClass.DATA && (yaml || name.endsWith(".json"))) {
                String text = text(file.path());
                found.addAll(People.findings(file.file(), text));
                if (yaml) {
                    take(SuppressionText.ofData(file.file(), text));
                }
            } else if (file.fileClass() == FileClass.PARTIAL) {
                Markup.ofPath(file.path())
                        .ifPresent(markup ->
                                take(SuppressionText.ofPage(file.file(), markup, text(file.path()), 1, line -> false)));
            }
        }

        private void take(SuppressionText text) {
            suppressions.addAll(text.suppressions());
            found.addAll(text.diagnostics());
        }

        Baseline baseline() {
            Optional<byte[]> bytes = bytes(Baseline.PATH);
            if (bytes.isEmpty()) {
                return Baseline.NONE;
            }
            Register register = Register.readNameless(content.file(Baseline.PATH), bytes.get(), Baseline.SCHEMA);
            found.addAll(register.diagnostics());
            return Baseline.of(register.entries());
        }

        private String text(String path) {
            return bytes(path)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        }

        private Optional<byte[]> bytes(String path) {
            try {
                return content.read(path);
            } catch (IOException e) {
                return Optional.empty(); // It has changed since the scan: the next run reads it.
            }
        }
    }
}
