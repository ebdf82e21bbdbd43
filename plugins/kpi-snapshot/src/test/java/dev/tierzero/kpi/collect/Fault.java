package dev.tierzero.kpi.collect;

import dev.tierzero.kpi.model.State;
import java.util.Optional;

/**
 * Something that goes wrong between a source and its KPI, and what must come of it.
 *
 * @param id also the path that is asked for
 * @param source the declaration, as the keys of {@code source}; {@code URL} stands for the address
 * @param behaviour of the server
 * @param state in which the KPI is then
 * @param problem as readers see it
 */
record Fault(String id, String source, Optional<FaultServer.Behaviour> behaviour, State state, String problem) {

    static final String JSON = "{ type: http-json, url: \"URL\", value: /value, observed: /at }";
    static final String GROUPED = "{ type: http-json, url: \"URL\", value: /value, observed: /at, group: /group }";
    static final String CSV = "{ type: csv, url: \"URL\", value: share, observed: week, group: developers }";
    static final String PROMETHEUS = "{ type: prometheus, url: \"URL\", query: \"sum(adoption)\" }";

    static Fault unreachable(String id, String problem, FaultServer.Behaviour behaviour) {
        return new Fault(id, JSON, Optional.of(behaviour), State.UNREACHABLE, problem);
    }

    static Fault invalid(String id, String problem, FaultServer.Behaviour behaviour) {
        return new Fault(id, JSON, Optional.of(behaviour), State.INVALID, problem);
    }

    /** A JSON document that is none, or not one to use. */
    static Fault json(String id, State state, String problem, String body) {
        return new Fault(id, JSON, Optional.of(exchange -> exchange.json(body)), state, problem);
    }

    static Fault grouped(String id, State state, String problem, String body) {
        return new Fault(id, GROUPED, Optional.of(exchange -> exchange.json(body)), state, problem);
    }

    static Fault csv(String id, State state, String problem, String body) {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Fault(
                id, CSV, Optional.of(exchange -> exchange.ok("text/csv; charset=utf-8", bytes)), state, problem);
    }

    static Fault prometheus(String id, State state, String problem, String body) {
        FaultServer.Behaviour behaviour = exchange -> exchange.json(body);
        return new Fault(id, PROMETHEUS, Optional.of(behaviour), state, problem);
    }

    /** Not even a connection: the source is at this address. */
    static Fault at(String id, String url, String problem) {
        return new Fault(id, JSON.replace("URL", url), Optional.empty(), State.UNREACHABLE, problem);
    }

    @Override
    public String toString() {
        return id;
    }
}
