package dev.tierzero.kpi.collect;

import java.util.Locale;
import java.util.Set;

/** Media types as answers name them (RFC 9110 §8.3.1). */
final class MediaType {

    static final Set<String> JSON = Set.of("application/json");
    static final Set<String> CSV = Set.of("text/csv", "application/csv", "text/plain");

    private MediaType() {}

    /** Whether a {@code Content-Type} names one of the types, in UTF-8 or without saying so. */
    static boolean isOne(String header, Set<String> types) {
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        boolean known = types.contains(type)
                || (types.contains("application/json") && type.matches("application/[a-z0-9.-]+\\+json"));
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            known &= !parameter.startsWith("charset=")
                    || Set.of("utf-8", "utf8", "us-ascii").contains(parameter.substring("charset=".length()));
        }
        return known;
    }
}
