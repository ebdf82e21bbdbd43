package dev.tierzero.render;

/** Says where a template of the theme is wrong: the theme author's mistake, not a page author's. */
public final class ThemeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    ThemeException(String file, int line, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = line;
    }

    /** Path below the site's folder: {@code templates/layouts/page.peb}. */
    public String file() {
        return file;
    }

    /** 1-based; 0 when not known. */
    public int line() {
        return line;
    }
}
