package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.OutputPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.render.RenderingTool;

/** One run of rendering tools, each into an empty folder of its own. What a failed tool wrote is not taken. */
final class ToolRun {

    /** A tool looks at the whole site, an engine at one page. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SiteConfiguration configuration;
    private final List<PublishedPage> pages;
    private final Path folder;
    private final SortedMap<String, ToolFiles.Written> files = new TreeMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    ToolRun(SiteConfiguration configuration, List<PublishedPage> pages, Path folder) {
        this.configuration = configuration;
        this.pages = pages;
        this.folder = folder;
    }

    ToolFiles of(List<Claim> tools) throws IOException {
        emptied(folder);
        for (int i = 0; i < tools.size(); i++) {
            Path destination = Files.createDirectories(folder.resolve(String.valueOf(i)));
            if (ran(tools.get(i), destination)) {
                collect(tools.get(i), destination);
            }
        }
        return new ToolFiles(files, findings);
    }

    private boolean ran(Claim claim, Path destination) throws IOException {
        ClassLoader loader = claim.jar().loader(new Interfaces(ToolRun.class.getClassLoader()));
        Isolated<Integer> outcome = Isolated.call(
                "jbake-tool " + claim.className() + " of " + claim.jar().file(), loader, LIMIT, () -> {
                    RenderingTool tool = Interfaces.made(loader, claim.className(), RenderingTool.class);
                    PublishedStore store = new PublishedStore(pages);
                    JBakeConfiguration own = configuration.to(destination);
                    return Optional.of(tool.render(new NoTemplates(store, own), store, own));
                });
        if (outcome.late()) {
            error(
                    "JB021",
                    claim,
                    "the rendering tool " + claim.className() + " takes longer than " + LIMIT.toSeconds() + " s",
                    "tell who wrote the tool, or delete the jar");
        }
        outcome.failure()
                .ifPresent(failure -> error(
                        "JB020",
                        claim,
                        "the rendering tool " + claim.className() + " fails: " + Failure.told(failure),
                        "tools find the pages in the store, but no templates of JBake and no database"));
        return outcome.value().isPresent();
    }

    private void collect(Claim claim, Path destination) throws IOException {
        Files.walkFileTree(destination, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = destination.relativize(file).toString().replace('\\', '/');
                if (!attributes.isRegularFile()) {
                    refuse(claim, path, "which is no regular file", "let the tool write files");
                } else if (!OutputPath.ofAsset(path).filter(path::equals).isPresent()) {
                    refuse(
                            claim,
                            path,
                            "which cannot stand in an address",
                            "let the tool use lower-case letters, digits, dots and hyphens");
                } else {
                    take(claim, path, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void take(Claim claim, String path, Path file) {
        ToolFiles.Written written = new ToolFiles.Written(claim.jar().file(), claim.className(), file);
        Optional.ofNullable(files.putIfAbsent(path, written))
                .ifPresent(first -> refuse(
                        claim, path, "as " + first.tool() + " does", "let one of the tools write to another path"));
    }

    private void refuse(Claim claim, String path, String why, String hint) {
        error("JB022", claim, claim.className() + " writes " + path + ", " + why, hint);
    }

    private void error(String code, Claim claim, String message, String hint) {
        findings.add(Diagnostic.error(code, SourcePosition.ofFile(claim.jar().file()), message, hint));
    }

    private static void emptied(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
