package dev.tierzero.jbake;

/** What foreign code threw, in the words of one line. */
final class Failure {

    private static final int LONGEST = 300;

    private Failure() {}

    /** The class's simple name and the first line of the message. */
    static String told(Throwable failure) {
        String message = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        String name = failure.getClass().getName();
        String told = name.substring(name.lastIndexOf('.') + 1).replace('$', '.')
                + (message.isEmpty() || message.equals("null") ? "" : ": " + message);
        return told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told;
    }
}
