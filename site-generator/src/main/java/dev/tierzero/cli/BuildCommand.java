package dev.tierzero.cli;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tier0 build}: the finished site in one folder, or the old one and the reasons. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the site and puts it in place at once.",
            "With an error the old site stays and the failed one is kept aside."
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(
            names = "--emergency",
            paramLabel = "REASON",
            description = "Publish whatever is found, for 24 hours: 10 to 300 characters, shown on every page.")
    private Optional<String> emergency = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "ROLE",
            description = "With --emergency: the role that decided, as in content/_data/owners.yaml; never a person.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--contacts",
            paramLabel = "FILE",
            description = "Name the people of FILE at their roles: a restricted site, in output-restricted/.")
    private Optional<Path> contacts = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, dev.tierzero.source.SettingsException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Request request = options.request(false).with(publishing());
        Outcome outcome;
        double seconds;
        try (Terminal terminal = new Terminal()) {
            outcome = new Build(request, terminal).publish(options.failOn().limit);
            seconds = terminal.seconds();
        }
        out.print(options.format().format(outcome.diagnostics()));
        out.flush();
        // Findings for programs own the standard output; what people read beside them goes to the error stream.
        PrintWriter talk = options.format() == FindingFormat.TEXT ? out : err;
        talk.println(Summary.of(outcome, seconds));
        talk.println(closing(outcome));
        outcome.emergency()
                .filter(e -> outcome.state() != Outcome.State.REFUSED)
                .ifPresent(standing -> EmergencyText.of(standing).forEach(talk::println));
        if (contacts.isPresent()) {
            talk.println("Restricted: this site names people. Do not publish it, and do not commit it.");
        }
        talk.flush();
        return outcome.reaches(options.failOn().limit) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Request.Publishing publishing() {
        if (by.isPresent() && emergency.isEmpty()) {
            throw new UsageException("--by goes with --emergency");
        }
        by.ifPresent(BuildCommand::role);
        return new Request.Publishing(
                emergency.map(reason -> new Request.Declared(EmergencyText.reason(reason), by.orElse(""))), contacts);
    }

    private static void role(String written) {
        if (!written.matches("[a-z][a-z0-9-]{0,59}")) {
            throw new UsageException("--by takes the id of a role such as platform-team, never a person");
        }
    }

    private static String closing(Outcome outcome) {
        Path folder = outcome.output().orElse(Path.of(""));
        int pages = outcome.published().pages();
        return switch (outcome.state()) {
            case PUBLISHED ->
                String.format(
                        Locale.ROOT,
                        "Built %,d %s. Open %s",
                        pages,
                        pages == 1 ? "page" : "pages",
                        folder.resolve("index.html").toUri());
            case UNCHANGED ->
                "Nothing has changed. Open " + folder.resolve("index.html").toUri();
            case REFUSED ->
                "Not published: the site stands as it was."
                        + outcome.output()
                                .map(at -> " The failed build is in " + at)
                                .orElse("");
            case CHECKED -> "Checked.";
        };
    }
}
