package dev.tierzero.cli;

/** Says in one line what is wrong with how the program was called. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
