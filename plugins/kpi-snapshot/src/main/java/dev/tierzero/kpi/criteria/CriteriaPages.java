package dev.tierzero.kpi.criteria;

import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Insert;
import dev.tierzero.kpi.page.Board;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exit criteria in pages: {@code {criteria:pilot}} for one stage, {@code {criteria:all}} for an overview. */
public final class CriteriaPages {

    private CriteriaPages() {}

    /** The inserts for the criteria that a site declares. */
    public static List<Contribution> of(Board board) {
        Criteria criteria = Criteria.of(board);
        CriteriaList list = new CriteriaList(board);
        List<Contribution> inserts = new ArrayList<>();
        for (Criteria.Stage stage : criteria.stages()) {
            inserts.add(new Insert("criteria:" + stage.id(), list.html(stage), true));
        }
        if (!inserts.isEmpty()) {
            inserts.add(new Insert("criteria:all", list.overview(criteria.stages()), true));
        }
        return inserts;
    }

    /** What is wrong with the declarations. */
    public static List<Diagnostic> findings(Board board) {
        return Criteria.of(board).findings();
    }

    /** The schema of the register, by its name. */
    public static Map<String, String> schemas() {
        try (InputStream stream = CriteriaPages.class.getResourceAsStream("criteria.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks criteria.schema.json");
            }
            return Map.of(Criteria.REGISTER, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
