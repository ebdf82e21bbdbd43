package dev.tierzero.cli;

import dev.tierzero.engine.Generator;
import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {Generator.running().name() + " (Java " + Runtime.version() + ")"};
    }
}
