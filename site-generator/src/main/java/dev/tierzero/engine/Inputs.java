package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.extension.Extensions;
import dev.tierzero.jbake.JBakeExtensions;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Settings;
import dev.tierzero.render.Notices;
import dev.tierzero.render.Theme;
import dev.tierzero.source.ContentTypes;
import dev.tierzero.source.GitHistory;
import dev.tierzero.source.OwnerRegister;
import dev.tierzero.source.SettingsException;
import dev.tierzero.source.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a run reads, read once. What is not here cannot influence the result. */
final class Inputs {

    private static final int COMMIT_LENGTH = 10;

    private final Request request;
    private final Settings settings;
    private final Path target;
    private final Workspace workspace;
    private final Theme theme;
    private final Generator generator;
    private final GitHistory history;
    private final OwnerRegister owners;
    private final List<Diagnostic> settingsFindings;
    private final String configuration;
    private final ContentTypes types;
    private final Workers workers;
    private final JBakeExtensions jbake;
    private final Contacts contacts;
    private final Emergencies emergencies;
    private Optional<Extensions> extensions = Optional.empty();
    private Optional<Circumstances> circumstances = Optional.empty();

    private Inputs(
            Request request,
            Configuration configuration,
            Path target,
            Workspace workspace,
            Theme theme,
            GitHistory history,
            OwnerRegister owners,
            JBakeExtensions jbake,
            Contacts contacts)
            throws IOException {
        this.request = request;
        this.settings = configuration.settings();
        this.settingsFindings = configuration.diagnostics();
        this.configuration = configuration.digest();
        this.target = target;
        this.workspace = workspace;
        this.theme = theme;
        this.generator = Generator.running();
        this.history = history;
        this.owners = owners;
        this.jbake = jbake;
        this.contacts = contacts;
        this.emergencies = Emergencies.read(request, workspace, owners.titles().keySet(), builtAt());
        this.types = ContentTypes.of(settings);
        this.workers = new Workers(
                request.threads(), Duration.ofSeconds(settings.limits().pageSeconds()));
    }

    static Inputs read(Request request) throws IOException, SettingsException {
        Configuration configuration = Configuration.read(request.site());
        Settings.Folders folders = configuration.settings().folders();
        Path target = Target.of(request, folders);
        Optional<Path> cache = request.cache() ? Optional.of(request.work().resolve("cache")) : Optional.empty();
        JBakeExtensions jbake = JBakeExtensions.of(request.site(), configuration.settings(), request.work());
        Workspace workspace =
                Workspace.scan(request.site(), configuration.settings(), cache, request.threads(), jbake.extensions());
        OwnerRegister owners = OwnerRegister.of(workspace.file(OwnerRegister.PATH), workspace.read(OwnerRegister.PATH));
        Emergencies.refuseUnknownRole(request, owners.titles().keySet());
        Contacts contacts = Contacts.read(request, folders, owners.titles().keySet());
        return new Inputs(
                request,
                configuration,
                target,
                workspace,
                Theme.load(request.site().resolve(folders.templates())),
                GitHistory.of(request.site(), folders.content(), workspace, cache),
                owners,
                jbake,
                contacts);
    }

    Request request() {
        return request;
    }

    /** The emergency that the site is published in, declared now or by its record. */
    Emergencies emergencies() {
        return emergencies;
    }

    /** Whether search engines are asked to stay away. */
    private boolean noindex() {
        return request.noindex() || contacts.isRestricted();
    }

    /** What holds for a site that names people. */
    Restriction restriction() {
        return new Restriction(contacts.isRestricted());
    }

    /** The plugins of the site, found when first asked for: a run that finds nothing to do loads none. */
    synchronized Extensions extensions() {
        Extensions found = extensions.orElseGet(() -> Extensions.load(
                request.site(), settings.plugins(), request.plugged().more()));
        extensions = Optional.of(found);
        return found;
    }

    Settings settings() {
        return settings;
    }

    /** Where the finished site goes. */
    Path target() {
        return target;
    }

    Theme theme() {
        return theme;
    }

    Generator generator() {
        return generator;
    }

    Workers workers() {
        return workers;
    }

    List<ScannedFile> files() {
        return workspace.files();
    }

    List<ScannedFile> pages() {
        return workspace.files(FileClass.PAGE);
    }

    /** Files published as they are, or made safe. */
    List<ScannedFile> assets() {
        return workspace.files(FileClass.ASSET);
    }

    byte[] bytes(ScannedFile file) throws IOException {
        return workspace.read(file.path()).orElseThrow(() -> new IOException(file.file() + ": the file has gone"));
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> found = new ArrayList<>(settingsFindings);
        found.addAll(workspace.diagnostics());
        found.addAll(history.diagnostics());
        found.addAll(owners.diagnostics());
        found.addAll(jbake.diagnostics());
        found.addAll(emergencies.diagnostics());
        return found;
    }

    /** Digest of what every page is parsed by. */
    Digest rules() {
        return new Digest().add(generator.identity()).add(settings.toString()).add(jbake.identity());
    }

    /** Digest of what every page depends on besides its own sources. */
    String circumstances() {
        return rules().add(theme.fingerprint())
                .add(String.valueOf(noindex()))
                .add(String.valueOf(request.drafts()))
                .add(emergencies.standing().toString())
                .add(contacts.digest())
                .hex();
    }

    /** The time that pages show: no clock, but the commit's, unless the environment names one. */
    final Optional<Instant> builtAt() {
        return request.sourceDate().or(history::committedAt);
    }

    /** Digest of every input. */
    String fingerprint() {
        Digest digest = new Digest().add(circumstances());
        for (ScannedFile file : workspace.files()) {
            digest.add(file.path()).add(file.fileClass().name()).add(file.sha256());
        }
        // Findings name lines of it, so more than its meaning counts.
        digest.add(configuration);
        digest.add(Extensions.fingerprint(request.site()));
        digest.add(history.commit().orElse("")).add(history.lastChanged().toString());
        digest.add(builtAt().map(Instant::toString).orElse(""));
        digest.add(request.plugged().asOf().map(LocalDate::toString).orElse(""));
        return digest.hex();
    }

    /** Extensions of JBake. */
    JBakeExtensions jbake() {
        return jbake;
    }

    /** The scanned content. */
    ContentFiles content() {
        return workspace;
    }

    /** Content types by name. */
    ContentTypes types() {
        return types;
    }

    /** What holds for the whole site; the registers it is told by are read once. */
    synchronized Circumstances circumstancesOfSite() {
        Circumstances found = circumstances.orElseGet(this::circumstancesFound);
        circumstances = Optional.of(found);
        return found;
    }

    private Circumstances circumstancesFound() {
        Map<String, String> assets = new HashMap<>();
        assets().forEach(asset -> assets.put(asset.path(), asset.output()));
        Map<String, String> lastChanges = new HashMap<>();
        history.lastChanged().forEach((path, day) -> lastChanges.put(path, day.toString()));
        Map<String, ContentType> byName = new LinkedHashMap<>();
        types.all().forEach(type -> byName.put(type.name(), type));
        return new Circumstances(
                settings,
                byName,
                assets,
                Unpublished.reasons(workspace.files()),
                lastChanges,
                owners.titles(),
                history.commit()
                        .map(commit -> commit.substring(0, COMMIT_LENGTH))
                        .orElse(""),
                builtAt().map(Instant::toString).orElse(""),
                generator.name(),
                noindex(),
                request.drafts(),
                new Notices(emergencies.standing(), Duties.of(workspace, settings, contacts)));
    }
}
