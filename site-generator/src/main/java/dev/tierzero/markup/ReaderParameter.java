package dev.tierzero.markup;

import dev.tierzero.api.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that readers fill in: an entry of {@code parameters} in a page's front matter.
 *
 * @param name as commands spell it, between {@code <} and {@code >}
 * @param pattern a regular expression for the whole value; empty when anything goes
 * @param example a value that fits; empty when none is given
 */
record ReaderParameter(String name, String pattern, String example) {

    /** Names that can be told from other things between angle brackets. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    /** The parameters that a page declares, in order, whether their names are good or not. */
    static List<ReaderParameter> of(Metadata metadata) {
        Optional<Object> declared =
                Optional.ofNullable(metadata.values().get("parameters")).map(Metadata.Value::value);
        List<ReaderParameter> parameters = new ArrayList<>();
        if (declared.isPresent() && declared.get() instanceof List<?> list) {
            for (Object entry : list) {
                parameters.add(
                        entry instanceof Map<?, ?> map
                                ? new ReaderParameter(text(map, "name"), text(map, "pattern"), text(map, "example"))
                                : new ReaderParameter(String.valueOf(entry), "", ""));
            }
        } else {
            metadata.list("parameters").forEach(name -> parameters.add(new ReaderParameter(name, "", "")));
        }
        return parameters;
    }

    private static String text(Map<?, ?> map, String key) {
        return Optional.<Object>ofNullable(map.get(key)).map(String::valueOf).orElse("");
    }

    /** Whether commands can spell it. */
    boolean isSpelled() {
        return NAME.matcher(name).matches();
    }
}
