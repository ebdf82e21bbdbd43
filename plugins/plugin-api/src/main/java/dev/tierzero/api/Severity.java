package dev.tierzero.api;

/** How much a finding matters, most serious first. The host alone decides which severities fail a run. */
public enum Severity {
    /** Readers would get something broken, unsafe or missing. */
    ERROR,
    /** Probably not what was meant. */
    WARNING,
    /** Good to know. */
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
