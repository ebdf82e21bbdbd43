package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import java.util.Objects;

/**
 * Where a KPI's values come from.
 *
 * @param type how they are read
 * @param about the source in words, for readers; may be empty
 * @param data all that is declared of it: address, query, where in the answer the value is
 */
public record Source(Type type, String about, DataNode data) {

    /** How values are read. */
    public enum Type {
        /** Nothing is asked: the committed history is all there is. */
        FILE("file"),
        PROMETHEUS("prometheus"),
        HTTP_JSON("http-json"),
        CSV("csv"),
        SQL("sql");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As it is declared: {@code http-json}. */
        public String word() {
            return word;
        }
    }

    /** None may be missing. */
    public Source {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(data, "data");
    }

    /** Whether the values are asked for over a network; else they are among the site's own files. */
    public boolean isOutside() {
        return type != Type.FILE && data.text("path").isEmpty();
    }

    /** What a reader is told of where the values come from, without address, query and names of variables. */
    public String kind() {
        return switch (type) {
            case FILE -> "committed figures";
            case PROMETHEUS -> "Prometheus";
            case HTTP_JSON -> "JSON over HTTP";
            case CSV -> "CSV table";
            case SQL -> "SQL database";
        };
    }
}
