package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.Insert;
import dev.tierzero.api.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What pages quote: counts in a sentence, and the tables themselves. */
final class Inserts {

    private Inserts() {}

    static List<Insert> of(Inventory inventory, List<Axis> axes) {
        List<Insert> inserts = new ArrayList<>();
        for (Axis axis : axes) {
            inserts.add(new Insert("coverage:" + axis.key(), Html.text(axis.count()), false));
            inserts.add(new Insert("coverage:" + axis.key() + "-table", Tables.register(axis), true));
        }
        long holes = axes.stream().mapToLong(axis -> axis.findings().size()).sum();
        inserts.add(new Insert("coverage:holes", Html.text(holes == 1 ? "1 hole" : holes + " holes"), false));
        inserts.add(new Insert("drills:state", Html.text(DrillPage.state(inventory)), false));
        inserts.add(new Insert("drills:grid", DrillGrid.of(inventory), true));
        inserts.add(new Insert("drills:next", DrillGrid.next(inventory), false));
        inserts.addAll(runs(inventory));
        return inserts;
    }

    /** The runs of each procedure by the name of its file; of several that have the name, each has its table. */
    private static List<Insert> runs(Inventory inventory) {
        Map<String, List<Html>> tables = new LinkedHashMap<>();
        for (Document page : inventory.procedures()) {
            String name = "runs:" + RunRecord.scenario(page.path());
            if (Insert.isName(name)) {
                tables.computeIfAbsent(name, key -> new ArrayList<>()).add(RunTable.of(inventory, page));
            }
        }
        return tables.entrySet().stream()
                .map(entry -> new Insert(entry.getKey(), Html.of(entry.getValue()), true))
                .toList();
    }
}
