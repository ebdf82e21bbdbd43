package dev.tierzero.kpi.criteria;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.link;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.model.Stage;
import dev.tierzero.kpi.model.Verdict;
import dev.tierzero.kpi.page.Board;
import dev.tierzero.kpi.page.Reading;
import dev.tierzero.kpi.page.Tables;
import dev.tierzero.kpi.page.Words;
import java.util.ArrayList;
import java.util.List;

/** Criteria as readers see them. */
record CriteriaList(Board board) {

    /** The criteria of a stage, each with its verdict and what that rests on. */
    Html html(Criteria.Stage stage) {
        List<Judged> judged = judged(stage);
        List<Html> items = judged.stream().map(CriteriaList::item).toList();
        Html summary = element("p", element("strong", Judged.summary(judged)), here(stage.id()), asOf())
                .css("criteria-sum");
        return element("div", summary, element("ul", items)).css("criteria");
    }

    private List<Judged> judged(Criteria.Stage stage) {
        return stage.criteria().stream()
                .map(criterion -> new Judged(criterion, criterion.condition().outcome(board)))
                .toList();
    }

    private static Html item(Judged judged) {
        Criteria.Criterion criterion = judged.criterion();
        List<Evidence> all = new ArrayList<>(judged.outcome().evidence());
        if (!criterion.see().target().isEmpty()) {
            all.add(criterion.see());
        }
        Html what = element("p", element("strong", criterion.id()), text(" " + criterion.text() + "."));
        return element(
                "li",
                Words.verdict(judged.outcome().verdict()),
                element("div", what, element("p", evidence(all)).css("criteria-why")));
    }

    private static Html evidence(List<Evidence> all) {
        List<Html> pieces = new ArrayList<>();
        for (Evidence one : all) {
            pieces.add(text(pieces.isEmpty() ? "" : " · "));
            if (!one.target().isEmpty()) {
                pieces.add(Html.of(
                        link(one.target(), one.label()), text(one.words().isEmpty() ? "" : ": ")));
            }
            pieces.add(text(one.words()));
            one.date().ifPresent(date -> pieces.add(Html.of(text(", "), Words.time(date))));
            pieces.add(one.remark().isEmpty() ? Html.EMPTY : element("small", " (" + one.remark() + ")"));
        }
        return Html.of(pieces);
    }

    /** A row for each stage. */
    Html overview(List<Criteria.Stage> stages) {
        List<Html> rows = stages.stream()
                .map(stage -> element(
                        "tr",
                        Tables.row(Html.of(text(stage.title()), here(stage.id()))),
                        element("td", Words.verdict(Judged.verdict(judged(stage)))),
                        element("td", Judged.summary(judged(stage)))))
                .toList();
        return Tables.of(
                "Exit criteria, as of " + Reading.day(board.asOf()),
                List.of(Tables.head("Stage"), Tables.head("Verdict"), Tables.head("Criteria")),
                rows);
    }

    /** The mark at the stage that the rollout is in on the day of the build. */
    private Html here(String id) {
        boolean here = Stage.on(Reading.day(board.asOf()), board.declared().stages())
                .filter(stage -> stage.id().equals(id))
                .isPresent();
        String words = "We are here" + (board.isDemo() ? " (demo)" : "");
        return here ? Html.of(text(" "), element("span", words).css("criteria-here")) : Html.EMPTY;
    }

    private Html asOf() {
        return element("span", text(" as of "), Words.time(Reading.day(board.asOf())))
                .css("criteria-why");
    }

    /** A criterion with its outcome. */
    private record Judged(Criteria.Criterion criterion, Outcome outcome) {

        static Verdict verdict(List<Judged> all) {
            return Outcome.all(all.stream().map(Judged::outcome).toList()).verdict();
        }

        /** {@code 4 of 6 met, 1 unknown}. */
        static String summary(List<Judged> all) {
            long unknown = count(all, Verdict.UNKNOWN);
            return count(all, Verdict.MET) + " of " + all.size() + " met"
                    + (unknown > 0 ? ", " + unknown + " unknown" : "");
        }

        private static long count(List<Judged> all, Verdict verdict) {
            return all.stream().filter(j -> j.outcome().verdict() == verdict).count();
        }
    }
}
