package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.findings.EmergencyFile;
import dev.tierzero.findings.EmergencyLog;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Emergency;
import dev.tierzero.source.Register;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The emergency that a site is published in.
 *
 * @param standing declared for this run, or recorded and counting for this version; none in an audit
 * @param declared whether it was declared for this run
 * @param diagnostics about the record
 */
record Emergencies(Optional<Emergency> standing, boolean declared, List<Diagnostic> diagnostics) {

    Emergencies {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The entry of the record by which it holds; empty when it was declared for this run. */
    Optional<Emergency> entry() {
        return declared ? Optional.empty() : standing;
    }

    /** Whether a finding stops nothing: a record lets through what stands in it, so that nothing new slips in after it. */
    boolean lets(Diagnostic finding) {
        return standing.filter(entry -> declared
                        || entry.lists(finding.code(), finding.position().file()))
                .isPresent();
    }

    /**
     * Reads the record.
     *
     * @param roles ids of all roles; empty when the site has no register of them
     * @param version time of the version that is built
     */
    static Emergencies read(Request request, ContentFiles content, Set<String> roles, Optional<Instant> version)
            throws IOException {
        List<Diagnostic> found = new ArrayList<>();
        EmergencyLog log = log(content, roles, found);
        Optional<LocalDate> day = request.plugged().asOf();
        if (day.isPresent()) {
            found.addAll(log.findings(day.get()));
            return new Emergencies(Optional.empty(), false, found);
        }
        if (request.publishing().emergency().isPresent()) {
            found.addAll(log.diagnostics());
            Emergency declared =
                    declared(request, request.publishing().emergency().get(), content);
            return new Emergencies(Optional.of(declared), true, found);
        }
        found.addAll(log.findings(version));
        return new Emergencies(log.standing(version), false, found);
    }

    private static EmergencyLog log(ContentFiles content, Set<String> roles, List<Diagnostic> found)
            throws IOException {
        Optional<byte[]> bytes = content.read(EmergencyFile.PATH);
        if (bytes.isEmpty()) {
            return EmergencyLog.NONE;
        }
        Register register = Register.readNameless(content.file(EmergencyFile.PATH), bytes.get(), EmergencyFile.SCHEMA);
        found.addAll(register.diagnostics());
        return EmergencyLog.of(register.entries(), roles);
    }

    private static Emergency declared(Request request, Request.Declared declared, ContentFiles content) {
        Instant now = request.plugged().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return new Emergency(
                now,
                now.plus(Emergency.LENGTH),
                declared.by(),
                declared.reason(),
                List.of(),
                0,
                Optional.empty(),
                "",
                SourcePosition.ofFile(content.file(EmergencyFile.PATH)));
    }

    /** Refuses a role that the site does not know. */
    static void refuseUnknownRole(Request request, Set<String> roles) throws SettingsException {
        Optional<String> by = request.publishing().emergency().map(Request.Declared::by);
        if (by.isPresent() && !by.get().isEmpty() && !roles.isEmpty() && !roles.contains(by.get())) {
            throw new SettingsException("there is no role " + by.get()
                    + " in content/_data/owners.yaml; --by takes one of " + String.join(", ", roles));
        }
    }

    /** The record with one more entry. A list in brackets is one too, but nothing can be written below it. */
    static byte[] recorded(Optional<byte[]> before, Emergency emergency) {
        String text =
                before.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        byte[] longer = EmergencyFile.with(text, true, emergency).getBytes(StandardCharsets.UTF_8);
        return before.filter(bytes -> !isRecord(bytes)).isEmpty() && isRecord(longer)
                ? longer
                : EmergencyFile.with(text, false, emergency).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isRecord(byte[] bytes) {
        return Register.readNameless(EmergencyFile.PATH, bytes, EmergencyFile.SCHEMA).diagnostics().stream()
                .noneMatch(d -> d.code().equals("RG001"));
    }
}
