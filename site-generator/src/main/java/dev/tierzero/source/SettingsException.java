package dev.tierzero.source;

/** The settings, or the site's folder, cannot be used. The message is one line for the terminal; the exit code is 2. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message one line: {@code site.yaml:4:3: unknown setting "titel"; did you mean "title"?} */
    public SettingsException(String message) {
        super(message);
    }

    /** The one line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
