package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SiteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a site declares for its KPIs: {@code kpis.yaml}, {@code stages.yaml} and {@code events.yaml} in {@code content/_data}.
 *
 * @param kpis in the order declared, without those that cannot be used
 * @param stages in the order declared, which is that of time
 * @param events ascending
 * @param findings what is wrong with the declarations
 */
public record Declarations(List<Kpi> kpis, List<Stage> stages, List<Event> events, List<Diagnostic> findings) {

    private static final List<String> REGISTERS = List.of("kpis", "stages", "events");

    /** Copies. */
    public Declarations {
        kpis = List.copyOf(kpis);
        stages = List.copyOf(stages);
        events = List.copyOf(events);
        findings = List.copyOf(findings);
    }

    /** The declarations of a site. */
    public static Declarations of(SiteFiles files) {
        List<Diagnostic> findings = new ArrayList<>();
        List<Stage> stages = new Timeline(findings).stages(entries(files, "stages"));
        List<Event> events = new Timeline(findings).events(entries(files, "events"));
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        for (DataNode entry : entries(files, "kpis")) {
            // The host has reported an id that is given twice.
            new KpiEntry(entry, stages, findings).kpi().ifPresent(kpi -> kpis.putIfAbsent(kpi.id(), kpi));
        }
        return new Declarations(List.copyOf(kpis.values()), stages, events, findings);
    }

    /** The KPI of an id. */
    public Optional<Kpi> kpi(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /** The schemas of the registers, by name. */
    public static Map<String, String> schemas() {
        Map<String, String> schemas = new LinkedHashMap<>();
        REGISTERS.forEach(name -> schemas.put(name, resource(name + ".schema.json")));
        return schemas;
    }

    private static List<DataNode> entries(SiteFiles files, String register) {
        return files.register(register).orElse(List.of());
    }

    private static String resource(String name) {
        try (InputStream stream = Declarations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
