package dev.tierzero.kpi.collect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tierzero.api.DataNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A number in a JSON document, at the place of a JSON Pointer (RFC 6901). JSONPath is not taken: one figure needs no search, and the
 * known library brings a second JSON parser and a byte code generator.
 */
record JsonSource(Web web, Web.Ask ask, DataNode data) implements Sampler {

    @Override
    public List<Sample> samples() throws NoValue, InterruptedException {
        String text = web.text(ask);
        JsonNode document = Json.of(text);
        Privacy.check(Json.names(document), text);
        BigDecimal value = Values.number(Json.number(document, pointer("value").orElseThrow()));
        Optional<JsonPointer> observed = pointer("observed");
        Optional<Instant> observedAt =
                observed.isPresent() ? Optional.of(Values.time(time(document, observed.get()))) : Optional.empty();
        Optional<JsonPointer> group = pointer("group");
        OptionalLong size = group.isPresent() ? Values.group(Json.number(document, group.get())) : OptionalLong.empty();
        return List.of(new Sample(observedAt, value, size));
    }

    private static String time(JsonNode document, JsonPointer place) throws NoValue {
        JsonNode node = document.at(place);
        if (!node.isNumber() && !node.isTextual()) {
            throw NoValue.invalid("the answer has no time of observation at the place declared");
        }
        return node.asText();
    }

    private Optional<JsonPointer> pointer(String key) {
        return data.text(key).map(JsonPointer::compile);
    }
}
