package dev.tierzero.cli;

/** What the process says to its caller. */
final class ExitCode {

    static final int FINE = 0;
    /** There are findings at or above {@code --fail-on}. */
    static final int FINDINGS = 1;
    /** A search finds nothing. */
    static final int NOTHING = 1;
    /** The command line or the settings are wrong. */
    static final int USAGE = 2;
    /** A defect of ours; {@code EX_SOFTWARE} of sysexits.h. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
