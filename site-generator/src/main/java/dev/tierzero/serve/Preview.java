package dev.tierzero.serve;

import dev.tierzero.engine.LiveSite;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A live site, its server and the watch on its files, together. */
public final class Preview implements AutoCloseable {

    private final LiveSite site;
    private final PreviewServer server;
    private final FileWatch watch;

    /**
     * Begins to serve.
     *
     * @param site what is shown
     * @param folder the site's folder
     * @param watched folders whose files matter, with all below them
     * @param port of 127.0.0.1; the next free one is taken when it is in use
     */
    public Preview(LiveSite site, Path folder, Set<Path> watched, int port) throws IOException {
        this.site = site;
        Predicate<Path> settings =
                path -> path.equals(folder.resolve("site.yaml")) || path.equals(folder.resolve("jbake.properties"));
        Predicate<Path> below = path -> watched.stream().anyMatch(path::startsWith) && !isLeftOver(path);
        this.watch = new FileWatch(folder, watched, settings.or(below));
        this.server = new PreviewServer(site, port);
    }

    /** The address of the home page. */
    public URI address() {
        return server.address();
    }

    /** Takes changes in until it is closed or the thread is interrupted. */
    public void run(Consumer<LiveSite.Update> changed, Consumer<String> refused)
            throws IOException, InterruptedException {
        for (Set<Path> files = watch.next(); !files.isEmpty(); files = watch.next()) {
            try {
                LiveSite.Update update = site.update(files);
                server.reload(update.hrefs());
                changed.accept(update);
            } catch (SettingsException e) {
                refused.accept(e.line());
            } catch (IOException e) {
                // A file went or changed while it was read: the event of that change comes next.
                refused.accept("not reloaded: " + e.getMessage());
            }
        }
    }

    /** What editors write beside a file while saving it. */
    private static boolean isLeftOver(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp") || name.equals("4913");
    }

    @Override
    public void close() throws IOException {
        watch.close();
        server.close();
    }
}
