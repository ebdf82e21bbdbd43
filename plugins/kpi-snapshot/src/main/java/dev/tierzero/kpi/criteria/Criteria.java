package dev.tierzero.kpi.criteria;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.page.Board;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All criteria that a site declares in {@code content/_data/criteria.yaml}.
 *
 * @param stages in the order declared
 * @param findings what is wrong with the declarations
 */
record Criteria(List<Stage> stages, List<Diagnostic> findings) {

    /** The name of the register. */
    static final String REGISTER = "criteria";

    Criteria {
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    /**
     * The criteria for leaving a stage, or for anything else.
     *
     * @param id a stage of {@code stages.yaml}, or a name of its own
     */
    record Stage(String id, String title, List<Criterion> criteria) {
        Stage {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * One criterion.
     *
     * @param id as people speak of it: {@code PILOT-1}
     * @param text what must be so
     * @param see page with more; the rest of it is empty
     */
    record Criterion(String id, String text, Evidence see, Condition condition) {}

    static Criteria of(Board board) {
        List<Diagnostic> findings = new ArrayList<>();
        Set<String> kpis = board.declared().kpis().stream().map(Kpi::id).collect(Collectors.toSet());
        ConditionEntry conditions = new ConditionEntry(board.site(), kpis, findings);
        Set<String> seen = new HashSet<>();
        List<Stage> stages = new ArrayList<>();
        for (DataNode entry : board.entries(REGISTER)) {
            String id = entry.text("id").orElse("");
            if (!seen.add(id)) {
                findings.add(twice(entry, "the stage " + id));
                continue;
            }
            List<Criterion> criteria = new ArrayList<>();
            for (DataNode item : entry.get("criteria").map(DataNode::items).orElse(List.of())) {
                String name = item.text("id").orElse("");
                if (!seen.add(name)) {
                    findings.add(twice(item, "the criterion " + name));
                }
                Evidence see = new See(board.site(), findings).evidence(item, "", Optional.empty());
                DataNode when = item.get("when").orElse(DataNode.ofNothing(item.position()));
                criteria.add(new Criterion(name, item.text("text").orElse(name), see, conditions.read(when)));
            }
            stages.add(new Stage(id, entry.text("title").orElse(id), criteria));
        }
        return new Criteria(stages, findings);
    }

    private static Diagnostic twice(DataNode entry, String what) {
        return Diagnostic.error(
                "KP055", entry.position("id"), what + " is declared twice", "give one of the two another id");
    }
}
