package dev.tierzero.jbake;

import dev.tierzero.model.JsonText;
import java.util.regex.Pattern;

/** Text as YAML: bare where nobody can read it as anything else, in quotes otherwise. */
final class YamlScalar {

    private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9 _./-]*[A-Za-z0-9]|[A-Za-z]");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private YamlScalar() {}

    static String of(String text) {
        return BARE.matcher(text).matches() && !WORD.matcher(text).matches() ? text : JsonText.quoted(text);
    }
}
