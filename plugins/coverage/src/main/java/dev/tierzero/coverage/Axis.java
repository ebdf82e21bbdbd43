package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Html;
import java.util.List;
import java.util.stream.Stream;

/**
 * One side of coverage: things of a kind, each with what it needs. Checks report what its rows found, pages show the same rows, so that
 * both always agree.
 *
 * @param key in the names of inserts: {@code codes}
 * @param title of the table: {@code Codes and their entries}
 * @param rule what every row needs, as a sentence
 * @param columns of the table; the last, the state, is not among them
 * @param rows one for each thing
 * @param others findings that belong to no row
 */
record Axis(String key, String title, String rule, List<String> columns, List<Row> rows, List<Diagnostic> others) {

    /**
     * One thing.
     *
     * @param cells under the columns; the first names the thing
     * @param state what is told of it
     * @param findings about it; each is a hole or a contradiction
     */
    record Row(List<Html> cells, State state, List<Diagnostic> findings) {

        /** A row that is covered unless there are findings. */
        static Row of(List<Html> cells, Findings findings) {
            return of(cells, findings, State.COVERED);
        }

        /** A row with a state of its own unless there are findings. */
        static Row of(List<Html> cells, Findings findings, State otherwise) {
            return new Row(cells, findings.all().isEmpty() ? otherwise : State.HOLE, findings.all());
        }
    }

    /** What a row's state is called. Never told by colour alone. */
    enum State {
        COVERED("covered"),
        EXCEPTION("exception, with its reason"),
        RETIRED("retired"),
        HOLE("hole");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    long covered() {
        return rows.stream().filter(row -> row.state() != State.HOLE).count();
    }

    /** The count as pages quote it: {@code 17 of 18}. */
    String count() {
        return covered() + " of " + rows.size();
    }

    List<Diagnostic> findings() {
        return Stream.concat(rows.stream().flatMap(row -> row.findings().stream()), others.stream())
                .toList();
    }
}
