package dev.tierzero.kpi;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.CollectedData;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.kpi.model.Snapshots;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A site in memory, asked at noon of 20 November 2026.
 *
 * @param files by path below the content folder
 * @param settingsYaml settings of the plugin, as YAML
 */
public record TestSite(
        Map<String, String> files,
        String settingsYaml,
        Map<String, String> variables,
        boolean isOffline,
        Optional<CollectedData> previous,
        List<Object> providers,
        Instant now)
        implements CollectRequest {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** A site that declares these KPIs and allows 127.0.0.1 to be asked for two seconds. */
    public static TestSite of(String kpis) {
        return new TestSite(
                new TreeMap<>(Map.of("_data/kpis.yaml", kpis)),
                """
                hosts: [127.0.0.1]
                allow-private: [127.0.0.1]
                allow-plain: [127.0.0.1]
                timeout-seconds: 2
                """,
                Map.of(),
                false,
                Optional.empty(),
                List.of(),
                NOON);
    }

    public TestSite file(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new TestSite(more, settingsYaml, variables, isOffline, previous, providers, now);
    }

    public TestSite settings(String yaml) {
        return new TestSite(files, yaml, variables, isOffline, previous, providers, now);
    }

    public TestSite variable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new TestSite(files, settingsYaml, more, isOffline, previous, providers, now);
    }

    public TestSite offline() {
        return new TestSite(files, settingsYaml, variables, true, previous, providers, now);
    }

    public TestSite previous(String text) {
        CollectedData data = new CollectedData(text, now.minus(Duration.ofDays(1)), Optional.empty());
        return new TestSite(files, settingsYaml, variables, isOffline, Optional.of(data), providers, now);
    }

    public TestSite service(Object provider) {
        return new TestSite(files, settingsYaml, variables, isOffline, previous, List.of(provider), now);
    }

    public TestSite at(Instant time) {
        return new TestSite(files, settingsYaml, variables, isOffline, previous, providers, time);
    }

    /** What the plugin collects. */
    public Dataset collect() {
        try {
            return new KpiSnapshot().collect(this);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The snapshots in what the plugin collects. */
    public Snapshots snapshots() {
        return Snapshots.ofText(collect().text());
    }

    /** The findings of a collection, one a line: {@code kpis.yaml:2:3 error KP001: message | hint}. */
    public List<String> findings() {
        return collect().diagnostics().stream()
                .sorted()
                .map(d -> d.position().toString().replace("content/_data/", "") + " "
                        + d.severity().word() + " " + d.code() + ": " + d.message() + " | " + d.hint())
                .toList();
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public <S> List<S> services(Class<S> type) {
        return providers.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public DataNode settings() {
        DataNode data = YamlData.of(settingsYaml, "site.yaml");
        return data.kind() == DataNode.Kind.MAP ? data : DataNode.ofMap(Map.of(), SourcePosition.ofFile("site.yaml"));
    }

    @Override
    public Optional<List<DataNode>> register(String name) {
        return data("_data/" + name + ".yaml").map(DataNode::items);
    }

    @Override
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> files(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public String name(String path) {
        return "content/" + path;
    }

    @Override
    public Optional<DataNode> data(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> YamlData.of(text, name(path)));
    }
}
