package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.findings.Baseline;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Writes the baseline of known findings: begins it once, and lowers it after that. */
public final class Ratchet {

    private final Request request;
    private final Progress progress;

    /** For a site. */
    public Ratchet(Request request, Progress progress) {
        this.request = request.with(request.plugged().withoutNetwork());
        this.progress = progress;
    }

    /**
     * What was done.
     *
     * @param file the baseline, as findings name it
     * @param findings that it knows now
     * @param entries that it has now; without one there is no file
     * @param changed whether it was written or deleted
     */
    public record Result(String file, int findings, int entries, boolean changed) {}

    /** Says why the baseline was not touched. */
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /**
     * Lowers every count to what there is, and takes out what is mended.
     *
     * @throws Refusal when there is none, or it cannot be read
     */
    public Result lower() throws IOException, SettingsException, Refusal {
        Counted counted = count();
        if (!counted.exists()) {
            throw new Refusal("there is no " + counted.name() + "; begin one with --init-baseline");
        }
        return write(counted, counted.baseline().lowered(counted.counts()));
    }

    /**
     * Begins the baseline with all errors and warnings that can be in one.
     *
     * @throws Refusal when there is one, and a count in it would rise; or it cannot be read
     */
    public Result begin() throws IOException, SettingsException, Refusal {
        Counted counted = count();
        Optional<String> rise = counted.baseline().rise(counted.counts());
        if (counted.exists() && rise.isPresent()) {
            throw new Refusal(counted.name() + " is there already and no count may rise: " + rise.get());
        }
        return write(counted, counted.counts());
    }

    /**
     * Where the site stands.
     *
     * @param content the content folder
     * @param file of the baseline
     * @param name of the file as findings name it
     */
    private record Counted(
            Path content,
            Path file,
            String name,
            boolean exists,
            Baseline baseline,
            SortedMap<Baseline.Key, Integer> counts) {}

    /** Pages need not be rendered for it: what their bytes say cannot be in a baseline. */
    private Counted count() throws IOException, SettingsException, Refusal {
        Inputs inputs = Inputs.read(request);
        Stage stage = Stage.of(inputs, Optional.empty(), progress);
        Settlement settlement = Settlement.of(inputs, stage);
        String name = inputs.content().file(Baseline.PATH);
        Optional<Diagnostic> fault = java.util.stream.Stream.concat(
                        settlement.found().stream(), settlement.agreed().baseline().diagnostics().stream())
                .filter(d -> d.position().file().equals(name))
                .sorted()
                .findFirst();
        if (fault.isPresent()) {
            throw new Refusal(fault.get().position() + ": " + fault.get().message() + "; "
                    + fault.get().hint());
        }
        List<Diagnostic> heard = settlement.heard(stage.found());
        return new Counted(
                request.site().resolve(inputs.settings().folders().content()),
                request.site().resolve(name),
                name,
                inputs.content().contains(Baseline.PATH),
                settlement.agreed().baseline(),
                Baseline.counts(heard));
    }

    private static Result write(Counted counted, SortedMap<Baseline.Key, Integer> counts) throws IOException {
        Path file = counted.file();
        int findings = counts.values().stream().mapToInt(Integer::intValue).sum();
        byte[] text = Baseline.text(counts).getBytes(StandardCharsets.UTF_8);
        if (counts.isEmpty()) {
            return new Result(counted.name(), 0, 0, Files.deleteIfExists(file));
        }
        boolean changed = WrittenContent.write(counted.content(), file, text);
        return new Result(counted.name(), findings, counts.size(), changed);
    }
}
