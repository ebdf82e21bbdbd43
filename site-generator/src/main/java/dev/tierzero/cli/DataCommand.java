package dev.tierzero.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code tier0 data}: what plugins collect from outside. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Collects data from outside into the content folder.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DataRefreshCommand.class)
final class DataCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: refresh");
    }
}
