package dev.tierzero.portal;

import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Portal}, the {@link Constructs} and the {@link Lanterns}; each is built when the first test asks, and deleted after the last. */
public final class Sites implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Sites.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Portal.class || type == Constructs.class || type == Lanterns.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        if (parameter.getParameter().getType() == Lanterns.class) {
            return new Lanterns(store.computeIfAbsent("lanterns", key -> Kept.built(Lanterns::write), Kept.class).site);
        }
        if (parameter.getParameter().getType() == Portal.class) {
            Path root = Repository.root();
            List<Path> parts = List.of(root.resolve("content"), root.resolve("templates"), root.resolve("site.yaml"));
            return new Portal(store.computeIfAbsent("portal", key -> Kept.built(copies(parts)), Kept.class).site);
        }
        Path in = Repository.root().resolve("site-generator/src/test/sites/constructs/in");
        List<Path> parts = List.of(in.resolve("content"), in.resolve("site.yaml"));
        return new Constructs(store.computeIfAbsent("constructs", key -> Kept.built(copies(parts)), Kept.class).site);
    }

    private static Source copies(List<Path> parts) {
        return folder -> {
            for (Path part : parts) {
                Repository.copy(part, folder.resolve(String.valueOf(part.getFileName())));
            }
        };
    }

    private interface Source {
        void writeTo(Path folder) throws IOException;
    }

    /** A built site in a folder that goes with it. */
    private static final class Kept implements AutoCloseable {

        private final Path folder;
        private final BuiltSite site;

        private Kept(Path folder, BuiltSite site) {
            this.folder = folder;
            this.site = site;
        }

        static Kept built(Source source) {
            try {
                Path folder = Files.createTempDirectory("tier0-site").toRealPath();
                source.writeTo(folder);
                return new Kept(folder, BuiltSite.of(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SettingsException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Repository.delete(folder);
        }
    }
}
