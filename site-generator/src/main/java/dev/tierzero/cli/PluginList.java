package dev.tierzero.cli;

import dev.tierzero.extension.PluginState;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tier0 plugin list}: the plugins of a site. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the plugins of the site, where they come from, and whether their jars are locked.")
final class PluginList implements Callable<Integer> {

    /** How the list is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SettingsException {
        PluginState state = PluginTable.state(site.path());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = format == Format.TEXT ? out : spec.commandLine().getErr();
        out.print(format == Format.TEXT ? PluginTable.text(state.rows()) : PluginTable.json(state.rows()));
        out.flush();
        talk.print(FindingFormat.TEXT.format(state.diagnostics()));
        talk.flush();
        return state.hasErrors("") ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
