package dev.tierzero.kpi.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** JSON as RFC 8259 has it and no more: each key once, 32 levels, numbers of 64 characters, nothing after the end. */
final class Json {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(64)
            .maxStringLength(64 * 1024)
            .maxNameLength(256)
            .maxDocumentLength(Encoded.MOST_BYTES)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** The document. */
    static JsonNode of(String text) throws NoValue {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw NoValue.invalid("the answer is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            // The message quotes the answer.
            throw NoValue.invalid("the answer is not JSON, or more of it than a figure needs");
        }
    }

    /** The number at a place. */
    static String number(JsonNode document, JsonPointer place) throws NoValue {
        JsonNode node = document.at(place);
        if (node.isMissingNode() || node.isNull()) {
            throw NoValue.noData("the answer has no value at the place declared");
        }
        if (!node.isNumber()) {
            throw NoValue.invalid("the value is not a number, or not a finite one");
        }
        return node.asText();
    }

    /** All names of fields in a document, at any depth. */
    static List<String> names(JsonNode document) {
        List<String> names = new ArrayList<>();
        document.fieldNames().forEachRemaining(names::add);
        document.forEach(child -> names.addAll(names(child)));
        return names;
    }
}
