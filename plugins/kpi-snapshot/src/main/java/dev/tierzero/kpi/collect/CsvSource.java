package dev.tierzero.kpi.collect;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tierzero.api.DataNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values in a CSV table (RFC 4180) whose first row names the columns. */
record CsvSource(Text text, DataNode data) implements Sampler {

    /** Where the table's text comes from: a web server, or a file of the site. */
    @FunctionalInterface
    interface Text {
        String get() throws NoValue, InterruptedException;
    }

    private static final CsvMapper MAPPER = new CsvMapper(CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(4_096)
                    .maxDocumentLength(Encoded.MOST_BYTES)
                    .build())
            .build());

    @Override
    public List<Sample> samples() throws NoValue, InterruptedException {
        return table(text.get()).samples(data);
    }

    private Table table(String csv) throws NoValue {
        List<List<String>> rows = new ArrayList<>();
        try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator()))
                .readValues(csv)) {
            while (lines.hasNextValue()) {
                rows.add(List.of(lines.nextValue()));
                if (rows.size() > Table.MOST_ROWS + 1) {
                    throw NoValue.invalid("the answer has more than " + Table.MOST_ROWS + " rows");
                }
            }
        } catch (IOException e) {
            throw NoValue.invalid("the answer is not CSV");
        }
        if (rows.isEmpty()) {
            throw NoValue.noData("the answer is empty");
        }
        List<String> columns = rows.remove(0).stream().map(String::strip).toList();
        if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
            throw NoValue.invalid("the answer has rows of different lengths");
        }
        return new Table(columns, rows);
    }

    private char separator() {
        return data.text("separator")
                .map(name -> name.equals("tab") ? '\t' : name.charAt(0))
                .orElse(',');
    }
}
