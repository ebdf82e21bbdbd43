package dev.tierzero.extension;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps what plugins print out of what the generator prints: programs read findings from there. */
public final class PluginOutput extends OutputStream {

    private final OutputStream real;

    private PluginOutput(OutputStream real) {
        this.real = real;
    }

    /** A stream for {@link System#setOut}: what threads of plugins write becomes a finding, everything else goes on. */
    public static PrintStream over(OutputStream real) {
        return new PrintStream(new PluginOutput(real), true, StandardCharsets.UTF_8);
    }

    /** Keeps what this thread, and those that it starts, print from now on out of everything. */
    public static void discard() {
        new Printed().begin();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!Printed.takes(bytes, from, length)) {
            real.write(bytes, from, length);
        }
    }

    @Override
    public void flush() throws IOException {
        real.flush();
    }
}
