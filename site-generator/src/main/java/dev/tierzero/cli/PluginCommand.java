package dev.tierzero.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tier0 plugin}: which code of others a site runs. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        description = {
            "Shows and changes which plugins the site trusts.",
            "A plugin is code: it runs with your rights wherever the site is built."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PluginAdd.class, PluginList.class, PluginRemove.class})
final class PluginCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(line, "name a command: add, list or remove");
    }
}
