package dev.tierzero.cli;

import dev.tierzero.model.JsonText;
import dev.tierzero.query.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An answer for programs. Keys are added and never renamed. */
final class AnswerJson {

    private final Optional<Path> folder;

    private AnswerJson(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @param folder of the published site; empty when there is none, and hits have no {@code url} */
    static String of(Answer answer, Optional<Path> folder) {
        AnswerJson json = new AnswerJson(folder);
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < answer.hits().size(); i++) {
            hits.add("\n    " + json.hit(i + 1, answer.hits().get(i)));
        }
        return "{\n  \"query\": " + JsonText.quoted(answer.query())
                + ",\n  \"corrected\": " + JsonText.quoted(answer.corrected())
                + ",\n  \"words\": " + texts(answer.words())
                + ",\n  \"total\": " + answer.total()
                + ",\n  \"partial\": " + answer.partial()
                + ",\n  \"any\": " + answer.any()
                + ",\n  \"hits\": [" + String.join(",", hits) + (hits.isEmpty() ? "]" : "\n  ]") + "\n}\n";
    }

    private String hit(int rank, Answer.Hit hit) {
        String facets = hit.facets().entrySet().stream()
                .map(facet -> JsonText.quoted(facet.getKey()) + ": " + texts(facet.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "{\"rank\": " + rank
                + ", \"title\": " + JsonText.quoted(hit.titleText())
                + ", " + place(hit.href())
                + ", \"type\": " + JsonText.quoted(hit.type())
                + ", \"facets\": " + facets
                + ", \"message\": " + hit.message()
                + ", \"score\": " + hit.score()
                + ", \"sections\": " + list(hit.sections(), this::section) + "}";
    }

    private String section(Answer.Section section) {
        return "{\"path\": " + texts(section.path())
                + ", " + place(section.href())
                + ", \"text\": " + JsonText.quoted(Answer.Run.text(section.snippet()))
                + ", \"runs\": " + list(section.snippet(), AnswerJson::run) + "}";
    }

    private String place(String href) {
        return "\"href\": " + JsonText.quoted(href)
                + folder.map(at -> ", \"url\": " + JsonText.quoted(HitPlace.url(at, href)))
                        .orElse("");
    }

    private static String run(Answer.Run run) {
        return "[" + JsonText.quoted(run.text()) + ", " + (run.matched() ? 1 : 0) + "]";
    }

    private static String texts(List<String> texts) {
        return list(texts, JsonText::quoted);
    }

    private static <T> String list(List<T> items, Function<T, String> item) {
        return items.stream().map(item).collect(Collectors.joining(", ", "[", "]"));
    }
}
