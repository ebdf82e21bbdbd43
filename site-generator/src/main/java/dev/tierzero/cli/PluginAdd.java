package dev.tierzero.cli;

import dev.tierzero.extension.PluginFolder;
import dev.tierzero.extension.PluginState;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tier0 plugin add}: from now on the site trusts a jar. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Trusts a jar: puts it into plugins/ext/ and its sha256 into plugins.lock.",
            "Run it again for a newer jar of the same name."
        })
final class PluginAdd implements Callable<Integer> {

    @Parameters(paramLabel = "JAR", description = "The plugin's jar.")
    private Path jar = Path.of("");

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SettingsException {
        Path folder = site.path();
        PluginFolder.Added added =
                PluginFolder.of(folder).add(jar.toAbsolutePath().normalize());
        PrintWriter out = spec.commandLine().getOut();
        out.println(first(added));
        out.println("  sha256    " + added.sha256());
        PluginState state = PluginTable.state(folder);
        List<PluginState.Row> rows = state.of(added.file());
        rows.stream().filter(row -> !row.id().isEmpty()).forEach(row -> out.println("  plugin    " + about(row)));
        state.services(added.name()).forEach(service -> out.println("  service   " + service));
        out.println("A plugin is code: it runs with your rights, here and wherever this site is built.");
        out.println("Commit " + added.file() + " and plugins/ext/plugins.lock together.");
        out.print(FindingFormat.TEXT.format(state.about(added.file())));
        out.flush();
        return state.hasErrors(added.file()) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static String first(PluginFolder.Added added) {
        return switch (added.change()) {
            case NEW -> "Trusted: " + added.file();
            case REPLACED -> "Trusted in place of the earlier one: " + added.file();
            case SAME -> "Trusted already: " + added.file();
        };
    }

    private static String about(PluginState.Row row) {
        return row.id() + (row.version().isEmpty() ? "" : " " + row.version()) + " (" + String.join(", ", row.stages())
                + ")" + (row.on() ? "" : ", switched off in site.yaml");
    }
}
