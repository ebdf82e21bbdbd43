package dev.tierzero.kpi.collect;

import dev.tierzero.api.DataNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows of texts under the names of columns, from a CSV document or a database.
 *
 * @param rows each with as many texts as there are columns; an empty text is no value
 */
record Table(List<String> columns, List<List<String>> rows) {

    /** Most rows of an answer. */
    static final int MOST_ROWS = 10_000;

    /**
     * The values in the columns that the declaration names. Without a column of times there must be one row, else no row would be the
     * latest.
     */
    List<Sample> samples(DataNode data) throws NoValue {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw NoValue.invalid("the answer names a column twice");
        }
        Privacy.check(
                columns, String.join(" ", rows.stream().flatMap(List::stream).toList()));
        int value = column(data.text("value").orElse("value"));
        Optional<String> observed = data.text("observed");
        int time = observed.isPresent() ? column(observed.get()) : -1;
        Optional<String> group = data.text("group");
        int size = group.isPresent() ? column(group.get()) : -1;
        List<List<String>> filled =
                rows.stream().filter(row -> !row.get(value).isBlank()).toList();
        if (filled.isEmpty()) {
            throw NoValue.noData("the answer has no value");
        }
        if (time < 0 && filled.size() > 1) {
            throw NoValue.invalid("the answer has several rows, and no column says when each was observed");
        }
        List<Sample> samples = new ArrayList<>();
        for (List<String> row : filled) {
            Optional<Instant> at = time < 0 ? Optional.empty() : Optional.of(Values.time(row.get(time)));
            OptionalLong people = size < 0 ? OptionalLong.empty() : Values.group(row.get(size));
            samples.add(new Sample(at, Values.number(row.get(value)), people));
        }
        return samples;
    }

    private int column(String name) throws NoValue {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw NoValue.invalid("the answer lacks a column that is declared");
        }
        return index;
    }
}
