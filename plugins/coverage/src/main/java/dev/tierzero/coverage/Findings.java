package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/** Findings as they are made. */
final class Findings {

    private final Severity holes;
    private final List<Diagnostic> found = new ArrayList<>();

    /** @param holes severity of what is missing */
    Findings(Severity holes) {
        this.holes = holes;
    }

    /** Something that should be there is not. */
    void hole(String code, SourcePosition at, String message, String hint) {
        found.add(new Diagnostic(holes, code, at, List.of(), message, hint));
    }

    /** Two places contradict each other, or a reference leads nowhere. */
    void error(String code, SourcePosition at, String message, String hint) {
        found.add(Diagnostic.error(code, at, message, hint));
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
