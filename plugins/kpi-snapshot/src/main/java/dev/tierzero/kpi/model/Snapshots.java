package dev.tierzero.kpi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of all KPIs, with the form in which it is kept: JSON, the same for the same snapshots.
 *
 * @param all in the order of the declarations
 */
public record Snapshots(List<Snapshot> all) {

    /** Nothing is known. */
    public static final Snapshots NONE = new Snapshots(List.of());

    /** Raised when the form changes: then what was kept is forgotten. */
    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies. */
    public Snapshots {
        all = List.copyOf(all);
    }

    /** What is known of a KPI; nothing when it was never collected. */
    public Snapshot of(String kpi) {
        return all.stream().filter(s -> s.kpi().equals(kpi)).findFirst().orElseGet(() -> Snapshot.none(kpi));
    }

    /** The snapshots as text. */
    public String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        ArrayNode kpis = root.putArray("kpis");
        all.forEach(snapshot -> write(snapshot, kpis.addObject()));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    /** The snapshots of a text; none when it was written by another version, or is damaged. */
    public static Snapshots ofText(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("format").asInt() != FORMAT) {
                return NONE;
            }
            List<Snapshot> all = new ArrayList<>();
            root.path("kpis").forEach(node -> all.add(read(node)));
            return new Snapshots(all);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return NONE;
        }
    }

    private static void write(Snapshot snapshot, ObjectNode node) {
        node.put("id", snapshot.kpi());
        node.put("state", snapshot.state().key());
        node.put("problem", snapshot.problem());
        snapshot.lastAttempt().ifPresent(at -> node.put("lastAttempt", at.toString()));
        ArrayNode observations = node.putArray("observations");
        snapshot.observations().forEach(o -> {
            ArrayNode row = observations.addArray();
            row.add(o.observedAt().toString());
            row.add(o.fetchedAt().toString());
            row.add(o.value().toPlainString());
            o.group().ifPresent(row::add);
        });
    }

    private static Snapshot read(JsonNode node) {
        List<Observation> observations = new ArrayList<>();
        node.path("observations").forEach(row -> observations.add(observation(row)));
        return new Snapshot(
                node.path("id").asText(),
                State.ofKey(node.path("state").asText()),
                observations,
                node.path("problem").asText(),
                Optional.of(node.path("lastAttempt").asText())
                        .filter(t -> !t.isEmpty())
                        .map(Instant::parse));
    }

    private static Observation observation(JsonNode row) {
        return new Observation(
                Instant.parse(row.path(0).asText()),
                Instant.parse(row.path(1).asText()),
                new BigDecimal(row.path(2).asText()),
                row.size() > 3 ? OptionalLong.of(row.path(3).asLong()) : OptionalLong.empty());
    }
}
