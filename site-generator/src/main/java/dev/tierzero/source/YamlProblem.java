package dev.tierzero.source;

/** SnakeYAML's complaints that authors meet, in their words. */
enum YamlProblem {
    COLON_IN_VALUE(
            "mapping values are not allowed here",
            "a colon followed by a blank stands in an unquoted value",
            "put the whole value in double quotes"),
    TAB("found character '\\t", "a tab stands where YAML takes only blanks", "indent with blanks"),
    AT_SIGN("found character '@'", "a value starts with @", "put the value in double quotes"),
    BACKTICK("found character '`'", "a value starts with a backtick", "put the value in double quotes"),
    PERCENT("found character '%'", "a value starts with %", "put the value in double quotes"),
    OPEN_QUOTE(
            "found unexpected end of stream", "a quote is opened and not closed", "close the quote on the same line"),
    OPEN_LIST(
            "expected ',' or ']'",
            "a list is opened with [ and not closed",
            "close it with ], items separated by commas"),
    OPEN_MAP(
            "expected ',' or '}'",
            "a map is opened with { and not closed",
            "close it with }, or put the text in quotes"),
    NO_COLON("could not find expected ':'", "a line has no colon", "write \"key: value\", or indent a continued value"),
    ESCAPE(
            "found unknown escape character",
            "an unknown escape stands in a double-quoted value",
            "write \\\\ for a backslash, or use single quotes"),
    SECOND_DOCUMENT("expected a single document", "a second YAML document starts", "keep one"),
    INDENTATION(
            "expected <block end>",
            "the indentation does not fit the lines above",
            "start keys of one level in the same column"),
    NOT_A_TOKEN(
            "that cannot start any token",
            "a value starts with a character that YAML keeps for itself",
            "put the value in double quotes");

    private final String snakeYaml;
    private final String message;
    private final String hint;

    YamlProblem(String snakeYaml, String message, String hint) {
        this.snakeYaml = snakeYaml;
        this.message = message;
        this.hint = hint;
    }

    String snakeYaml() {
        return snakeYaml;
    }

    /** Whether the place to mend is where something was opened, not where its end was missed. */
    boolean isOpen() {
        return this == OPEN_QUOTE || this == OPEN_LIST || this == OPEN_MAP;
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
