package dev.tierzero.jbake;

import dev.tierzero.model.Markup;
import dev.tierzero.model.OutputPath;
import dev.tierzero.model.Settings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Goes through a JBake project and plans what becomes of each file. One walk. */
final class ProjectWalk {

    /** What a browser would run, or we write ourselves: not accepted as content. */
    private static final Set<String> ACTIVE =
            Set.of("xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "svgz", "hta", "swf");

    private static final String IGNORED = ".jbakeignore";

    private static final Set<String> RESERVED =
            Set.of("_headers", "_redirects", "404.html", "sw.js", "manifest.json", "sitemap.xml", "robots.txt");

    private final Path project;
    private final ProjectFolders folders;
    private final MigratedSettings settings;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();

    ProjectWalk(Path project, Settings standard) throws IOException {
        this.project = project;
        JBakeProject read = JBakeProject.read(project, standard);
        Map<String, String> properties = JBakeProject.properties(project);
        this.folders = ProjectFolders.of(read.settings(), properties);
        this.settings = new MigratedSettings(read.settings(), properties);
    }

    List<Plan> plans() throws IOException {
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Optional<String> why = Files.exists(folder.resolve(IGNORED))
                        ? Optional.of("holds " + IGNORED + ", so that JBake does not look at it")
                        : folders.left(path(folder));
                if (why.isPresent()) {
                    plans.add(Plan.left(path(folder) + "/", why.get()));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                plans.add(attributes.isRegularFile() ? planned(file) : Plan.left(path(file), "no regular file"));
                return FileVisitResult.CONTINUE;
            }
        });
        // Written last: it lists the keys that were found in pages.
        plans.removeIf(plan -> plan.step().from().equals(JBakeProject.PROPERTIES));
        plans.add(Plan.converted(JBakeProject.PROPERTIES, "site.yaml", settings.remark(), () -> settings.yaml()
                .getBytes(StandardCharsets.UTF_8)));
        return plans;
    }

    private String path(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }

    private Plan planned(Path file) throws IOException {
        String path = path(file);
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<String> content = folders.content(path);
        Optional<String> asset = folders.asset(path);
        Optional<String> data = folders.data(path);
        if (folders.isTemplate(path)) {
            return Plan.left(path, "a template of JBake; the site gets the built-in theme");
        }
        if (name.startsWith(".") || name.endsWith("~")) {
            return Plan.left(path, "hidden, or an editor's left-over");
        }
        if (data.isPresent()) {
            return once(Plan.copied(path, "content/_data/jbake/" + data.get(), "", () -> Files.readAllBytes(file)));
        }
        if (content.isPresent()) {
            return once(content(file, path, content.get()));
        }
        return asset.isPresent() ? once(asset(file, path, asset.get())) : Plan.left(path, "no part of the site");
    }

    private Plan content(Path file, String path, String below) throws IOException {
        Optional<Markup> markup = Markup.ofPath(below);
        if (markup.isEmpty()) {
            Optional<String> why = unfit(below);
            return why.isPresent()
                    ? Plan.left(path, why.get())
                    : Plan.copied(path, "content/" + below, "", () -> Files.readAllBytes(file));
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return Plan.left(path, "not UTF-8; convert it and copy it by hand");
        }
        MigratedPage page = MigratedPage.of(text, markup.get() == Markup.ASCIIDOC, settings);
        settings.needs(page.extraKeys());
        String why = String.join("; ", page.remarks());
        return page.isConverted()
                ? Plan.converted(
                        path, "content/" + below, why, () -> page.text().getBytes(StandardCharsets.UTF_8))
                : Plan.copied(path, "content/" + below, why, () -> Files.readAllBytes(file));
    }

    private Plan asset(Path file, String path, String below) {
        Optional<String> why = Markup.ofPath(below).isPresent()
                ? Optional.of("would become a page in content; write it as one, or put it into templates/assets")
                : unfit(below);
        return why.isPresent()
                ? Plan.left(path, why.get())
                : Plan.copied(path, "content/" + below, "", () -> Files.readAllBytes(file));
    }

    private static Optional<String> unfit(String below) {
        String extension = below.substring(below.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (RESERVED.contains(below.toLowerCase(Locale.ROOT))) {
            return Optional.of("the site has a " + below + " of its own");
        }
        if (ACTIVE.contains(extension)) {
            return Optional.of("a browser would run scripts from it; templates/assets is the place for it");
        }
        if (below.startsWith("_") || below.contains("/_")) {
            return Optional.of("a name that starts with _ is not published; rename it");
        }
        boolean named = OutputPath.ofAsset(below).isPresent();
        return named ? Optional.empty() : Optional.of("its name cannot stand in an address; rename it");
    }

    /** Content and assets may want the same place; on a disk that does not tell A from a as well. */
    private Plan once(Plan plan) {
        if (plan.content().isEmpty()) {
            return plan;
        }
        String from = plan.step().from();
        String first = targets.putIfAbsent(plan.step().to().toLowerCase(Locale.ROOT), from);
        return first == null ? plan : Plan.left(from, first + " is at the same place in the site");
    }

    /** The names of the project's folders. */
    private record ProjectFolders(
            String content, String assets, String templates, String data, SortedSet<String> left) {

        static ProjectFolders of(Settings settings, Map<String, String> properties) {
            SortedSet<String> left = new TreeSet<>(Set.of("output", "cache", "target", "build", "node_modules"));
            left.add(properties.getOrDefault("destination.folder", "output"));
            return new ProjectFolders(
                    settings.folders().content(),
                    settings.folders().assets().orElse("assets"),
                    properties.getOrDefault("template.folder", "templates"),
                    properties.getOrDefault("data.folder", "data"),
                    left);
        }

        /** Why nothing in a folder is looked at. */
        Optional<String> left(String path) {
            if (left.contains(path)) {
                return Optional.of("made by a build");
            }
            String name = path.substring(path.lastIndexOf('/') + 1);
            return name.startsWith(".") ? Optional.of("hidden") : Optional.empty();
        }

        boolean isTemplate(String path) {
            return path.startsWith(templates + "/");
        }

        Optional<String> content(String path) {
            return below(content, path);
        }

        Optional<String> asset(String path) {
            return below(assets, path);
        }

        Optional<String> data(String path) {
            return below(data, path);
        }

        private static Optional<String> below(String folder, String path) {
            return path.startsWith(folder + "/") ? Optional.of(path.substring(folder.length() + 1)) : Optional.empty();
        }
    }
}
