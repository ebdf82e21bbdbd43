package dev.tierzero.source;

/** Why a piece of YAML is refused, and where. Caught at the edge of the package, where it becomes a finding. */
final class YamlFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and the code of its finding. */
    enum Kind {
        SYNTAX("FM001"),
        DUPLICATE_KEY("FM008"),
        NOT_A_MAP("FM009"),
        TOO_LARGE("FM010"),
        REFERENCE_OR_TAG("FM011"),
        TOO_DEEP("FM012");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String hint;

    YamlFault(Kind kind, int line, int column, String message, String hint) {
        super(message);
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.hint = hint;
    }

    Kind kind() {
        return kind;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String hint() {
        return hint;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
