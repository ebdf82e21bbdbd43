package dev.tierzero.cli;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.engine.Configuration;
import dev.tierzero.engine.LiveSite;
import dev.tierzero.engine.Request;
import dev.tierzero.model.Settings;
import dev.tierzero.serve.Preview;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tier0 serve}: the site on this machine, reloading on save. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the site on 127.0.0.1, drafts included, and reloads the open page on save.",
            "Findings are printed and shown on the page; a page with errors is shown all the same.",
            "Stop with Ctrl+C."
        })
final class ServeCommand implements Callable<Integer> {

    private static final int DEFAULT_PORT = 8400;

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port on 127.0.0.1; the next free one is taken when it is in use (default: 8400; 0: any).")
    private int port = DEFAULT_PORT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SettingsException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port takes a number from 0 to 65535");
        }
        PrintWriter out = spec.commandLine().getOut();
        Request request = options.request(true);
        Settings settings = Configuration.read(request.site()).settings();
        LiveSite site;
        double seconds;
        try (Terminal terminal = new Terminal()) {
            site = LiveSite.load(request, terminal);
            seconds = terminal.seconds();
        }
        Path folder = request.site();
        Set<Path> watched = new TreeSet<>(Set.of(
                folder.resolve(settings.folders().content()),
                folder.resolve(settings.folders().templates())));
        settings.folders().assets().map(folder::resolve).ifPresent(watched::add);
        try (Preview preview = new Preview(site, folder, watched, port)) {
            report(out, site.findings());
            out.println(String.format(
                    Locale.ROOT,
                    "Serving %,d pages, loaded in %.1f s: %s  (Ctrl+C stops)",
                    site.pages(),
                    seconds,
                    preview.address()));
            out.flush();
            preview.run(update -> changed(out, site, update), message -> {
                out.println("tier0: " + message);
                out.flush();
            });
        }
        return ExitCode.FINE;
    }

    private void changed(PrintWriter out, LiveSite site, LiveSite.Update update) {
        if (update.hrefs().isEmpty()) {
            report(out, site.findings());
            out.println("reloaded: the whole site");
        } else {
            update.hrefs().forEach(href -> report(out, site.findings(href)));
            out.println("reloaded: " + String.join(", ", update.paths()));
        }
        out.flush();
    }

    private void report(PrintWriter out, List<Diagnostic> findings) {
        if (!findings.isEmpty() || options.format() != FindingFormat.TEXT) {
            out.print(options.format().format(findings));
        }
    }
}
