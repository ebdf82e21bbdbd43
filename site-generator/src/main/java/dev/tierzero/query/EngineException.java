package dev.tierzero.query;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;

/** The search engine's script cannot be used: it is no script, fails, takes too long or answers with something else. */
public final class EngineException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String HINT =
            "mend it, or delete templates/assets/search-engine.js: then the theme's own search engine is used";

    private final String file;
    private final int line;
    private final int column;

    /**
     * @param at where; a file as a whole when the line is not known
     * @param message what is wrong, one line
     */
    EngineException(SourcePosition at, String message) {
        super(message);
        this.file = at.file();
        this.line = at.line();
        this.column = at.column();
    }

    /** Where in the script. */
    public SourcePosition position() {
        return new SourcePosition(file, line, column);
    }

    /** The finding that says so. */
    public Diagnostic diagnostic() {
        return Diagnostic.error("SE006", position(), "the search engine cannot be used: " + getMessage(), HINT);
    }

    /** The same on one line, for the terminal. */
    public String line() {
        return position() + ": the search engine cannot be used: " + getMessage() + "; " + HINT;
    }
}
