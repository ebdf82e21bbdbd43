package dev.tierzero.kpi.collect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tierzero.api.DataNode;
import dev.tierzero.kpi.model.Ages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A PromQL expression over the HTTP API of Prometheus: its value now, or over a range in steps. The answer must be one series, unless
 * an aggregate is declared.
 *
 * @param ask turns an address into a question
 */
record PrometheusSource(Web web, Function<URI, Web.Ask> ask, DataNode data, Instant now) implements Sampler {

    /** Steps are counted from here, a Monday: the same weeks are asked for whenever the collection runs. */
    private static final Instant ORIGIN = Instant.parse("1970-01-05T00:00:00Z");

    @Override
    public List<Sample> samples() throws NoValue, InterruptedException {
        OptionalLong group = OptionalLong.empty();
        Optional<String> groupQuery = data.text("group");
        if (groupQuery.isPresent()) {
            group = Values.group(only(instant(groupQuery.get())).toPlainString());
        }
        String query = data.text("query").orElseThrow();
        Map<Instant, BigDecimal> values = data.text("range").isPresent() ? range(query) : instant(query);
        Optional<String> observed = data.text("observed");
        if (observed.isPresent()) {
            Instant time = Values.time(only(instant(observed.get())).toPlainString());
            return List.of(new Sample(Optional.of(time), only(values), group));
        }
        List<Sample> samples = new ArrayList<>();
        for (Map.Entry<Instant, BigDecimal> value : values.entrySet()) {
            samples.add(new Sample(Optional.of(value.getKey()), value.getValue(), group));
        }
        return samples;
    }

    private static BigDecimal only(Map<Instant, BigDecimal> values) throws NoValue {
        if (values.size() != 1) {
            throw NoValue.invalid("the answer has " + values.size() + " values; one is expected");
        }
        return values.values().iterator().next();
    }

    private Map<Instant, BigDecimal> instant(String query) throws NoValue, InterruptedException {
        return answer("/api/v1/query?query=" + Web.encoded(query));
    }

    private Map<Instant, BigDecimal> range(String query) throws NoValue, InterruptedException {
        Duration step = data.text("step").flatMap(Ages::of).orElse(Duration.ofDays(7));
        Duration range = data.text("range").flatMap(Ages::of).orElse(step);
        long since = Duration.between(ORIGIN, now).toSeconds() / step.toSeconds();
        Instant end = ORIGIN.plusSeconds(since * step.toSeconds());
        return answer("/api/v1/query_range?query=" + Web.encoded(query) + "&start="
                + end.minus(range).getEpochSecond() + "&end=" + end.getEpochSecond() + "&step=" + step.toSeconds());
    }

    private Map<Instant, BigDecimal> answer(String path) throws NoValue, InterruptedException {
        String base = data.text("url").orElseThrow().replaceAll("/+$", "");
        String text = web.text(ask.apply(URI.create(base + path)));
        JsonNode document = Json.of(text);
        JsonNode result = document.path("data").path("result");
        String type = document.path("data").path("resultType").asText();
        if (!document.path("status").asText().equals("success") || !result.isArray()) {
            throw NoValue.invalid("the answer is not one of Prometheus");
        }
        return switch (type) {
            case "scalar" -> values(List.of(result));
            case "vector" -> series(result, text, "value");
            case "matrix" -> series(result, text, "values");
            default -> throw NoValue.invalid("the answer is not one of Prometheus");
        };
    }

    private Map<Instant, BigDecimal> series(JsonNode result, String text, String key) throws NoValue {
        Optional<String> aggregate = data.text("aggregate");
        if (result.isEmpty()) {
            throw NoValue.noData("the query finds no series");
        }
        if (result.size() > 1 && aggregate.isEmpty()) {
            throw NoValue.invalid("the query finds " + result.size() + " series; one is expected");
        }
        List<JsonNode> points = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (JsonNode series : result) {
            series.path("metric").fieldNames().forEachRemaining(labels::add);
            JsonNode found = series.path(key);
            if (key.equals("value")) {
                points.add(found);
            } else {
                found.forEach(points::add);
            }
        }
        Privacy.check(labels, text);
        return values(points);
    }

    /** The points by time; of several at a time the aggregate. */
    private Map<Instant, BigDecimal> values(List<JsonNode> points) throws NoValue {
        Map<Instant, List<BigDecimal>> all = new TreeMap<>();
        for (JsonNode point : points) {
            if (point.size() != 2 || !point.get(0).isNumber() || !point.get(1).isTextual()) {
                throw NoValue.invalid("the answer is not one of Prometheus");
            }
            Instant time = Values.time(point.get(0).decimalValue().toPlainString());
            all.computeIfAbsent(time, t -> new ArrayList<>())
                    .add(Values.number(point.get(1).asText()));
        }
        if (all.isEmpty()) {
            throw NoValue.noData("the series is empty");
        }
        Map<Instant, BigDecimal> values = new TreeMap<>();
        all.forEach((time, several) -> values.put(time, aggregated(several)));
        return values;
    }

    private BigDecimal aggregated(List<BigDecimal> several) {
        BigDecimal sum = several.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (data.text("aggregate").orElse("")) {
            case "avg" -> sum.divide(BigDecimal.valueOf(several.size()), MathContext.DECIMAL64);
            case "min" -> several.stream().reduce(BigDecimal::min).orElse(sum);
            case "max" -> several.stream().reduce(BigDecimal::max).orElse(sum);
            default -> sum;
        };
    }
}
