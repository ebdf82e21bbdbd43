package dev.tierzero.engine;

import dev.tierzero.findings.EmergencyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record of an emergency, written just before its site is published.
 *
 * @param outcome the emergency and its record; empty on any other day
 * @param content the content folder
 * @param file of the record
 * @param before its bytes before this run; empty when there was none
 */
record EmergencyRecord(Optional<Outcome.InEmergency> outcome, Path content, Path file, Optional<byte[]> before) {

    /**
     * Writes the record of an emergency that was declared for this run. A folder that cannot be written to keeps nothing from being
     * published: whoever declared it is told what to write.
     */
    static EmergencyRecord written(Inputs inputs, Optional<Outcome.InEmergency> standing) throws IOException {
        Path content =
                inputs.request().site().resolve(inputs.settings().folders().content());
        Path file = content.resolve(EmergencyFile.PATH);
        if (standing.isEmpty() || !inputs.emergencies().declared()) {
            return new EmergencyRecord(standing, content, file, Optional.empty());
        }
        String name = inputs.content().file(EmergencyFile.PATH);
        Optional<byte[]> before = Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        String unwritten = "";
        try {
            WrittenContent.write(
                    content, file, Emergencies.recorded(before, standing.get().emergency()));
        } catch (IOException e) {
            unwritten = String.valueOf(e.getMessage());
        }
        return new EmergencyRecord(
                Optional.of(new Outcome.InEmergency(standing.get().emergency(), Optional.empty(), name, unwritten)),
                content,
                file,
                before);
    }

    /** Takes the entry back: its site was not published. */
    void restore() throws IOException {
        boolean written = outcome.filter(
                        o -> !o.file().isEmpty() && o.unwritten().isEmpty())
                .isPresent();
        if (written && before.isPresent()) {
            WrittenContent.write(content, file, before.get());
        } else if (written) {
            Files.deleteIfExists(file);
        }
    }
}
