package dev.tierzero.cli;

import dev.tierzero.engine.Configuration;
import dev.tierzero.extension.PluginState;
import dev.tierzero.model.JsonText;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plugins of a site as people and programs read them. */
final class PluginTable {

    private static final List<String> HEAD = List.of("PLUGIN", "VERSION", "STAGES", "ORIGIN", "STATE");

    private PluginTable() {}

    static PluginState state(Path site) throws IOException, SettingsException {
        return PluginState.of(site, Configuration.read(site).settings().plugins());
    }

    static String text(List<PluginState.Row> rows) {
        List<List<String>> lines = IntStream.rangeClosed(0, rows.size())
                .mapToObj(i -> i == 0 ? HEAD : cells(rows.get(i - 1)))
                .toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining());
    }

    private static String padded(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static List<String> cells(PluginState.Row row) {
        return List.of(
                row.id().isEmpty() ? "-" : row.id(),
                row.version().isEmpty() ? "-" : row.version(),
                row.stages().isEmpty() ? "-" : String.join(", ", row.stages()),
                row.origin(),
                row.state() + (row.on() ? "" : ", switched off"));
    }

    static String json(List<PluginState.Row> rows) {
        return rows.stream().map(PluginTable::object).collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String object(PluginState.Row row) {
        String stages = row.stages().stream().map(JsonText::quoted).collect(Collectors.joining(", ", "[", "]"));
        return "{\"id\": " + JsonText.quoted(row.id()) + ", \"version\": " + JsonText.quoted(row.version())
                + ", \"stages\": " + stages + ", \"origin\": " + JsonText.quoted(row.origin()) + ", \"state\": "
                + JsonText.quoted(row.state()) + ", \"sha256\": " + JsonText.quoted(row.sha256()) + ", \"enabled\": "
                + row.on() + "}";
    }
}
