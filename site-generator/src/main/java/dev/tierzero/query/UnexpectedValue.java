package dev.tierzero.query;

/** What the script gave is not what the contract asks of it. Never leaves the package. */
final class UnexpectedValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, one line: {@code answer.hits is text and has to be a list} */
    UnexpectedValue(String message) {
        super(message, null, false, false);
    }
}
