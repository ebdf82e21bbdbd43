package dev.tierzero.cli;

import dev.tierzero.jbake.JBakeProject;
import dev.tierzero.jbake.Migration;
import dev.tierzero.jbake.Migration.Action;
import dev.tierzero.model.Settings;
import dev.tierzero.source.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tier0 migrate}: a project of another generator made into a site. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Makes a project of another generator into a site.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MigrateCommand.JBake.class)
final class MigrateCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to migrate from: jbake");
    }

    /** {@code tier0 migrate jbake DIR}. */
    @Command(
            name = "jbake",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a JBake project into a site: settings, headers, content, assets, data.",
                "The project is only read, and nothing that is there is overwritten. Every file is accounted for."
            })
    static final class JBake implements Callable<Integer> {

        @Parameters(paramLabel = "DIR", description = "The project's folder, with jbake.properties in it.")
        private Path project = Path.of("");

        @Option(names = "--to", paramLabel = "DIR", description = "The site's folder (default: DIR-tier0).")
        private Optional<Path> to = Optional.empty();

        @Option(names = "--dry-run", description = "Say what would be done and write nothing.")
        private boolean dry;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Path from = project.toAbsolutePath().normalize();
            Path target = to.map(path -> path.toAbsolutePath().normalize())
                    .orElseGet(() -> from.resolveSibling(from.getFileName() + "-tier0"));
            if (!Files.isDirectory(from) || !JBakeProject.is(from)) {
                throw new UsageException(project
                        + " is no JBake project: it has no jbake.properties, and no content/, assets/ and templates/");
            }
            if (target.startsWith(from) || from.startsWith(target)) {
                throw new UsageException(
                        "the site's folder and the project are one inside the other; name another with --to");
            }
            Migration migration = Migration.run(from, target, Settings.standard(SettingsFile.titleOf(from)), dry);
            print(migration, target, spec.commandLine().getOut());
            return migration.count(Action.BLOCKED) > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
        }

        private void print(Migration migration, Path target, PrintWriter out) {
            for (Migration.Step step : migration.steps()) {
                String where = step.to().isBlank() ? step.from() : step.from() + " -> " + step.to();
                String why = step.why().isBlank() ? "" : "  (" + step.why() + ")";
                out.printf(Locale.ROOT, "%-9s %s%s%n", word(step.action()), where, why);
            }
            out.printf(
                    Locale.ROOT,
                    "%d converted + %d copied + %d left + %d in the way = %d%n",
                    migration.count(Action.CONVERTED),
                    migration.count(Action.COPIED),
                    migration.count(Action.LEFT),
                    migration.count(Action.BLOCKED),
                    migration.steps().size());
            out.println(dry ? "Nothing was written: --dry-run." : "Now: ./tier0 check --site " + target);
            out.flush();
        }

        private static String word(Action action) {
            return switch (action) {
                case CONVERTED -> "converted";
                case COPIED -> "copied";
                case LEFT -> "left";
                case BLOCKED -> "in the way";
            };
        }
    }
}
