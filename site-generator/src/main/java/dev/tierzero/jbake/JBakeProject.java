package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.jbake.PropertyLines.Property;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.DeclaredType;
import dev.tierzero.model.Settings.Folders;
import dev.tierzero.model.Settings.FrontMatterRules;
import dev.tierzero.model.Settings.UnknownKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A JBake project as settings: {@code content/}, {@code assets/} (copied to the top of the site), {@code templates/}
 * and {@code jbake.properties}. Of the properties only a few are honoured, and none is interpolated:
 * {@code ${env:…}} and {@code ${file:…}} would publish the build machine's secrets.
 *
 * @param settings of the site
 * @param diagnostics about the properties, in total order
 */
public record JBakeProject(Settings settings, List<Diagnostic> diagnostics) {

    /** Name of JBake's settings file. */
    public static final String PROPERTIES = "jbake.properties";

    private static final Set<String> TEMPLATE_SUFFIXES = Set.of("ftl", "gsp", "thyme", "jade", "tpl");
    private static final Set<String> LISTINGS = Set.of(
            "masterindex",
            "index",
            "archive",
            "feed",
            "tag",
            "tags",
            "tagsindex",
            "sitemap",
            "error404",
            "page",
            "allcontent");
    private static final String TEMPLATE_PREFIX = "template.";
    private static final String TEMPLATE_SUFFIX = ".file";

    /** Sorts the findings. */
    public JBakeProject {
        diagnostics = diagnostics.stream().sorted().distinct().toList();
    }

    /** Whether a folder without {@code site.yaml} is a JBake project: by its properties file, or by its layout. */
    public static boolean is(Path site) throws IOException {
        if (Files.isRegularFile(site.resolve(PROPERTIES))) {
            return true;
        }
        return Files.isDirectory(site.resolve("content"))
                && Files.isDirectory(site.resolve("assets"))
                && Files.isDirectory(site.resolve("templates"))
                && hasJBakeTemplates(site.resolve("templates"));
    }

    /**
     * Reads the project.
     *
     * @param site its folder
     * @param standard the settings for what it does not say
     */
    public static JBakeProject read(Path site, Settings standard) throws IOException {
        Path file = site.resolve(PROPERTIES);
        String text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        return new Reader(standard).read(PropertyLines.of(text));
    }

    /** The properties as they are written, in their order; none without the file. */
    static Map<String, String> properties(Path site) throws IOException {
        Path file = site.resolve(PROPERTIES);
        Map<String, String> properties = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            PropertyLines.of(Files.readString(file, StandardCharsets.UTF_8))
                    .forEach(property -> properties.put(property.key(), property.value()));
        }
        return properties;
    }

    private static boolean hasJBakeTemplates(Path templates) throws IOException {
        try (Stream<Path> files = Files.list(templates)) {
            return files.map(Path::toString)
                    .anyMatch(name -> TEMPLATE_SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1)));
        }
    }

    /** Collects what the properties say. */
    private static final class Reader {

        private final Settings standard;
        private final List<Diagnostic> findings = new ArrayList<>();
        private final Map<String, DeclaredType> types = new LinkedHashMap<>();
        private final Set<String> unused = new TreeSet<>();
        private final Map<String, String> defaults = new LinkedHashMap<>();
        private String url;
        private String content;
        private String assets = "assets";

        Reader(Settings standard) {
            this.standard = standard;
            this.url = standard.url();
            this.content = standard.folders().content();
            types.put("post", declared("Post"));
        }

        JBakeProject read(List<Property> properties) {
            for (Property property : properties) {
                if (!property.value().contains("${")) {
                    take(property);
                } else {
                    error("JB001", property, "\"${…}\" is not replaced", "write the value itself");
                }
            }
            if (!unused.isEmpty()) {
                findings.add(Diagnostic.info(
                        "JB004",
                        SourcePosition.ofFile(PROPERTIES),
                        "without effect here: " + String.join(", ", unused),
                        "say what you need of them in site.yaml"));
            }
            Folders folders = standard.folders();
            return new JBakeProject(
                    new Settings(
                            standard.title(),
                            standard.tagline(),
                            standard.language(),
                            url,
                            standard.repository(),
                            new Folders(content, folders.output(), folders.templates(), Optional.of(assets)),
                            standard.menu(),
                            standard.sections(),
                            types,
                            new FrontMatterRules(UnknownKeys.WARNING, Set.of(), defaults),
                            standard.ignore(),
                            standard.headers(),
                            standard.limits(),
                            standard.support(),
                            standard.offline(),
                            standard.portalZip(),
                            standard.plugins()),
                    findings);
        }

        private void take(Property property) {
            switch (property.key()) {
                case "site.host" -> takeUrl(property);
                case "content.folder" -> content = folder(property, content);
                case "asset.folder" -> assets = folder(property, assets);
                case "default.status" -> takeStatus(property);
                case "default.type" -> takeType(property);
                default -> takeTemplate(property);
            }
        }

        private void takeUrl(Property property) {
            if (Settings.isAddress(property.value())) {
                String value = property.value();
                url = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            } else {
                error(
                        "JB003",
                        property,
                        "site.host is not an address",
                        "write it with its scheme: https://portal.example.com");
            }
        }

        private String folder(Property property, String otherwise) {
            if (Folders.isFolder(property.value())) {
                String value = property.value();
                return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            }
            error(
                    "JB002",
                    property,
                    property.key() + " is not a folder inside the project",
                    "write a relative path without \"..\"");
            return otherwise;
        }

        private void takeStatus(Property property) {
            if (Set.of("published", "draft", "published-date").contains(property.value())) {
                defaults.put("status", property.value());
            } else {
                error("JB003", property, "default.status is not a status", "write published or draft");
            }
        }

        private void takeType(Property property) {
            if (isTypeName(property.value())) {
                defaults.put("type", property.value());
                declare(property.value());
            } else {
                error("JB003", property, "default.type is not a name for a type", "write a name such as page or post");
            }
        }

        /** {@code template.album.file=album.ftl} makes {@code album} a type. */
        private void takeTemplate(Property property) {
            String key = property.key();
            boolean template = key.startsWith(TEMPLATE_PREFIX)
                    && key.endsWith(TEMPLATE_SUFFIX)
                    && key.length() > TEMPLATE_PREFIX.length() + TEMPLATE_SUFFIX.length();
            String type =
                    template ? key.substring(TEMPLATE_PREFIX.length(), key.length() - TEMPLATE_SUFFIX.length()) : "";
            if (isTypeName(type)) {
                declare(type);
            } else {
                unused.add(key);
            }
        }

        private void declare(String type) {
            if (!LISTINGS.contains(type)) {
                types.putIfAbsent(type, declared(""));
            }
        }

        private static boolean isTypeName(String name) {
            return name.matches("[a-z][a-z0-9-]{0,39}");
        }

        private static DeclaredType declared(String label) {
            return new DeclaredType(label, "", "", Map.of(), List.of(), Optional.empty(), List.of(), Map.of());
        }

        private void error(String code, Property at, String message, String hint) {
            findings.add(Diagnostic.error(code, new SourcePosition(PROPERTIES, at.line(), at.column()), message, hint));
        }
    }
}
