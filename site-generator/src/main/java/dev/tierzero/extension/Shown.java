package dev.tierzero.extension;

/** Text of others as it stands in a message: one line, no control characters, not too long. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    static String of(String text) {
        String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{C}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
