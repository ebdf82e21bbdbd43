package dev.tierzero.query;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads an answer as the script gives it. */
final class AnswerReading {

    private AnswerReading() {}

    /** @throws UnexpectedValue for what is no answer */
    static Answer of(ScriptValue answer) {
        return new Answer(
                answer.get("query").text(),
                answer.get("words").texts(),
                answer.get("total").count(),
                answer.get("partial").flag(),
                answer.get("corrected").text(),
                answer.get("any").flag(),
                answer.get("hits").items().stream().map(AnswerReading::hit).toList(),
                map(answer.get("facets"), AnswerReading::facetValue));
    }

    private static Answer.Hit hit(ScriptValue hit) {
        return new Answer.Hit(
                hit.get("doc").count(),
                hit.get("score").number(),
                hit.get("base").number(),
                runs(hit.get("title")),
                hit.get("titleText").text(),
                hit.get("href").text(),
                hit.get("type").text(),
                map(hit.get("facets"), ScriptValue::text),
                hit.get("message").flag(),
                hit.get("sections").items().stream().map(AnswerReading::section).toList());
    }

    private static Answer.Section section(ScriptValue section) {
        return new Answer.Section(
                section.get("path").texts(), section.get("href").text(), runs(section.get("snippet")));
    }

    private static List<Answer.Run> runs(ScriptValue runs) {
        return runs.items().stream()
                .map(run -> new Answer.Run(run.item(0).text(), run.item(1).flag()))
                .toList();
    }

    private static Answer.FacetValue facetValue(ScriptValue value) {
        return new Answer.FacetValue(
                value.item(0).text(), value.item(1).text(), value.item(2).count());
    }

    private static <T> SortedMap<String, List<T>> map(ScriptValue object, Function<ScriptValue, T> item) {
        SortedMap<String, List<T>> map = new TreeMap<>();
        for (String name : object.names()) {
            map.put(name, object.get(name).items().stream().map(item).toList());
        }
        return map;
    }
}
