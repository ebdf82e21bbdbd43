package dev.tierzero.jbake;

import java.util.ArrayList;
import java.util.List;

/**
 * A properties file with places ({@link java.util.Properties} keeps none): {@code key=value}, {@code key: value},
 * comments with {@code #} or {@code !}, a backslash at the end of a line goes on with the next.
 */
final class PropertyLines {

    /** The line that ends a header of JBake. */
    static final String HEADER_END = "~~~~~~";

    /**
     * A property.
     *
     * @param line 1-based, of the key
     * @param column 1-based, of the value
     */
    record Property(String key, String value, int line, int column) {}

    private PropertyLines() {}

    static List<Property> of(String text) {
        List<Property> properties = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            while (isContinued(logical) && i + 1 < lines.size()) {
                logical.setLength(logical.length() - 1);
                i++;
                logical.append(lines.get(i).stripLeading());
            }
            String line = logical.toString();
            String stripped = line.strip();
            if (!stripped.isEmpty() && "#!".indexOf(stripped.charAt(0)) < 0) {
                properties.add(property(line, start + 1));
            }
        }
        return List.copyOf(properties);
    }

    private static Property property(String line, int number) {
        int separator = 0;
        while (separator < line.length() && "=:".indexOf(line.charAt(separator)) < 0) {
            separator++;
        }
        String key = line.substring(0, separator).strip();
        String value = separator < line.length() ? line.substring(separator + 1).strip() : "";
        return new Property(key, value, number, Math.max(1, line.stripTrailing().length() - value.length() + 1));
    }

    private static boolean isContinued(StringBuilder line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
