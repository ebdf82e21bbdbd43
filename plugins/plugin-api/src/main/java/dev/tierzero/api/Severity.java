package dev.tierzero.api;

/** How much a finding matters, most serious first. The host alone decides which severities fail a run. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The lower-case word that findings are printed with: {@code error}, {@code warning}, {@code info}. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
