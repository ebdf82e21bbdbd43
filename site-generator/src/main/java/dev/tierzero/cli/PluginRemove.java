package dev.tierzero.cli;

import dev.tierzero.extension.PluginFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tier0 plugin remove}: the site no longer trusts a jar. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Takes a jar out of plugins.lock and deletes it from plugins/ext/.")
final class PluginRemove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The jar's file name: reading-ease.jar")
    private String name = "";

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String file = PluginFolder.of(site.path()).remove(name);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Removed: " + file);
        out.flush();
        return ExitCode.FINE;
    }
}
