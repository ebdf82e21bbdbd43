package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.extension.LockedJar;
import dev.tierzero.model.ForeignHtml;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The extensions of JBake that a site locks: markup engines by the extension of the files they read, and rendering tools. No class of
 * JBake is loaded before the first of them is called. Safe for all threads.
 */
public final class JBakeExtensions {

    private final List<LockedJar> jars;
    private final Claims claims;
    private final Path site;
    private final Settings settings;
    private final Path work;
    private Optional<EngineRoom> room = Optional.empty();

    private JBakeExtensions(List<LockedJar> jars, Path site, Settings settings, Path work) {
        this.jars = jars.stream().sorted(Comparator.comparing(LockedJar::file)).toList();
        this.claims = Claims.of(jars);
        this.site = site;
        this.settings = settings;
        this.work = work;
    }

    /**
     * Reads what the jars offer that a site locks.
     *
     * @param site the site's folder
     * @param work a folder of ours for what extensions write
     */
    public static JBakeExtensions of(Path site, Settings settings, Path work) {
        return of(LockedJar.of(site), site, settings, work);
    }

    static JBakeExtensions of(List<LockedJar> jars, Path site, Settings settings, Path work) {
        return new JBakeExtensions(jars, site, settings, work.resolve("jbake"));
    }

    /** Extensions of the files that engines read, lower case, without the dot. */
    public Set<String> extensions() {
        return new TreeSet<>(claims.engines().keySet());
    }

    /** What is wrong with the descriptors of jars. */
    public List<Diagnostic> diagnostics() {
        return claims.diagnostics();
    }

    /** Changes whenever pages or files may come out differently; empty when no jar has anything for JBake. */
    public String identity() {
        boolean unused = claims.engines().isEmpty() && claims.tools().isEmpty();
        return unused
                ? ""
                : jars.stream().map(jar -> jar.file() + "@" + jar.sha256()).collect(Collectors.joining("\n"));
    }

    /**
     * A page in a markup of an extension as HTML.
     *
     * @throws IllegalArgumentException for a page that no engine reads
     */
    public ForeignHtml convert(Source source) {
        String path = source.path();
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Claim claim = claims.engines().get(extension);
        if (claim == null) {
            throw new IllegalArgumentException(path + ": not of " + Markup.EXTENSION);
        }
        return room().convert(claim, source);
    }

    /** Whether there is anything to run after the pages are rendered. */
    public boolean hasTools() {
        return !claims.tools().isEmpty();
    }

    /**
     * Runs the rendering tools, one after another in the order of their class names.
     *
     * @param pages of the site
     * @throws IOException when our own folder cannot be written or read
     */
    public ToolFiles run(List<PublishedPage> pages) throws IOException {
        return hasTools()
                ? new ToolRun(SiteConfiguration.of(site, settings), pages, work.resolve("tools")).of(claims.tools())
                : ToolFiles.NONE;
    }

    private synchronized EngineRoom room() {
        if (room.isEmpty()) {
            try {
                room = Optional.of(new EngineRoom(
                        SiteConfiguration.of(site, settings),
                        site.resolve(settings.folders().content()),
                        work.resolve("engines"),
                        Duration.ofSeconds(settings.limits().pageSeconds())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return room.get();
    }
}
