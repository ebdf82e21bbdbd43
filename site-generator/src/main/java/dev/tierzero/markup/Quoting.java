package dev.tierzero.markup;

import java.util.Locale;

/** How a reader's value is written where its parameter stands in code; the theme's run-params.js does it. */
enum Quoting {
    /** A word of a shell: quoted only when it must be. */
    BARE,
    /** A word of a shell that is quoted in any case, because of what stands beside it. */
    WORD,
    /** Within single quotation marks. */
    SINGLE,
    /** Within double quotation marks. */
    DOUBLE,
    /** Within {@code $'…'}. */
    ANSI,
    /** In a here-document in which the shell looks for variables and commands. */
    HEREDOC,
    /** In a here-document that the shell takes as it is. */
    LITERAL,
    /** In arithmetic, which runs commands that stand in a value: whole numbers alone. */
    NUMBER,
    /** As it is, and only when it is made of characters that need no quoting anywhere. */
    VERBATIM,
    /** As it is, in a string of a program: letters, digits, dots and underscores, which end nothing and begin nothing. */
    PLAIN,
    /** Not for copying: expected output, prose. */
    SHOWN;

    /** The value of {@code data-quote}. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
