package dev.tierzero.source;

import dev.tierzero.api.DataNode;
import dev.tierzero.model.ContentLimits;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.Folders;
import dev.tierzero.model.Settings.FrontMatterRules;
import dev.tierzero.model.Settings.Headers;
import dev.tierzero.model.Settings.Repository;
import dev.tierzero.model.Settings.Section;
import dev.tierzero.model.Settings.UnknownKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code site.yaml}. Every setting may be left out, and so may the file. */
public final class SettingsFile {

    /** Name of the file in the site's folder. */
    public static final String NAME = "site.yaml";

    private static final List<String> KEYS = List.of(
            "title",
            "tagline",
            "language",
            "url",
            "repository",
            "content",
            "output",
            "templates",
            "menu",
            "sections",
            "types",
            "front-matter",
            "ignore",
            "headers",
            "limits",
            "support",
            "offline",
            "portal-zip",
            "plugins");

    private static final List<String> LIMIT_KEYS =
            List.of("page-bytes", "asset-bytes", "page-seconds", "nesting", "include-depth", "included-bytes");

    private final SettingsMap top;
    private final TypeSettings types;
    private final LinkSettings links;

    private SettingsFile(String file, SettingsMap top) throws SettingsException {
        this.top = top;
        this.types = new TypeSettings(file, top.map("types", List.of()));
        this.links = new LinkSettings(file, top);
    }

    /** Whether the site has the file. */
    public static boolean exists(Path site) {
        return Files.exists(site.resolve(NAME));
    }

    /**
     * The settings of a site; the standard ones, under the folder's name as title, without a file.
     *
     * @throws SettingsException for anything that is not a setting, with its line and column
     * @throws IOException when the file is there and cannot be read
     */
    public static Settings read(Path site) throws IOException, SettingsException {
        Settings standard = Settings.standard(titleOf(site));
        return exists(site) ? parse(NAME, Files.readAllBytes(site.resolve(NAME)), standard) : standard;
    }

    /** The folder's name as a title: {@code ops-portal} is {@code Ops portal}. */
    public static String titleOf(Path site) {
        Path name = site.toAbsolutePath().normalize().getFileName();
        return name == null ? "Site" : Humanised.of(name.toString());
    }

    static Settings parse(String file, byte[] bytes, Settings standard) throws SettingsException {
        DecodedText text = DecodedText.of(bytes);
        if (text.fault().isPresent()) {
            DecodedText.Fault fault = text.fault().get();
            throw new SettingsException(file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message());
        }
        try {
            YamlNode.Entries root = YamlText.map(text.text(), 1);
            return new SettingsFile(file, new SettingsMap(file, "", root, KEYS)).settings(standard);
        } catch (YamlFault e) {
            throw new SettingsException(file + ":" + e.line() + ":" + e.column() + ": " + e.text() + "; " + e.hint());
        }
    }

    private Settings settings(Settings standard) throws SettingsException {
        SettingsMap headers = top.map("headers", List.of("hsts", "hsts-subdomains"));
        return new Settings(
                nonBlank("title", standard.title()),
                top.text("tagline", standard.tagline()),
                language(standard.language()),
                url(),
                repository(),
                folders(standard.folders()),
                links.menu(),
                sections(),
                types.all(),
                frontMatter(),
                ignore(),
                new Headers(headers.flag("hsts", false), headers.flag("hsts-subdomains", false)),
                limits(),
                links.support(),
                top.flag("offline", true),
                top.flag("portal-zip", false),
                plugins());
    }

    private String nonBlank(String key, String otherwise) throws SettingsException {
        String text = top.text(key, otherwise);
        if (text.isBlank()) {
            throw top.fault(key, "is blank");
        }
        return text;
    }

    private String language(String otherwise) throws SettingsException {
        String language = top.text("language", otherwise);
        if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw top.fault(
                    "language", "takes a language code such as en or pt-BR, not \"" + Shown.of(language) + "\"");
        }
        return language;
    }

    private String url() throws SettingsException {
        return top.node("url").isEmpty() ? "" : Addresses.absolute(top, "url");
    }

    private Optional<Repository> repository() throws SettingsException {
        if (top.node("repository").isEmpty()) {
            return Optional.empty();
        }
        SettingsMap map = top.map("repository", List.of("url", "edit", "branch"));
        String url = Addresses.absolute(map, "url");
        String branch = map.text("branch", "main");
        if (!branch.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,100}") || branch.contains("..")) {
            throw map.fault("branch", "takes a branch name, not \"" + Shown.of(branch) + "\"");
        }
        String edit = map.text("edit", Addresses.editOf(url));
        if (!edit.isBlank() && (!edit.startsWith("https://") || !edit.contains("{path}"))) {
            throw map.fault("edit", "takes an https URL with {path} in it, not \"" + Shown.of(edit) + "\"");
        }
        return Optional.of(new Repository(url, branch, edit));
    }

    private Folders folders(Folders standard) throws SettingsException {
        String content = folder("content", standard.content());
        String output = folder("output", standard.output());
        String templates = folder("templates", standard.templates());
        for (String other : List.of(output, templates)) {
            if ((other + "/").startsWith(content + "/") || (content + "/").startsWith(other + "/")) {
                throw top.fault(
                        other.equals(output) ? "output" : "templates",
                        "and \"content\" are one inside the other: " + other + ", " + content);
            }
        }
        return new Folders(content, output, templates, standard.assets());
    }

    private String folder(String key, String otherwise) throws SettingsException {
        String folder = top.text(key, otherwise);
        if (!Folders.isFolder(folder)) {
            throw top.fault(key, "takes a folder inside the site's folder, not \"" + Shown.of(folder) + "\"");
        }
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private Map<String, Section> sections() throws SettingsException {
        Map<String, Section> sections = new LinkedHashMap<>();
        SettingsMap all = top.map("sections", List.of());
        for (String folder : all.keys()) {
            if (!Folders.isFolder(folder)) {
                throw all.fault(folder, "is not a folder below content");
            }
            SettingsMap map = all.map(folder, List.of("title", "order", "type"));
            Optional<Integer> order = map.node("order").isEmpty()
                    ? Optional.empty()
                    : Optional.of((int) map.whole("order", -1_000_000, 1_000_000, 0));
            String name = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
            sections.put(name, new Section(map.text("title", ""), order, types.known(map)));
        }
        return sections;
    }

    private FrontMatterRules frontMatter() throws SettingsException {
        SettingsMap map = top.map("front-matter", List.of("unknown", "extra"));
        String unknown = map.text("unknown", "error");
        List<String> words = List.of("error", "warning", "ignore");
        if (!words.contains(unknown)) {
            throw map.fault("unknown", "takes one of error, warning, ignore, not \"" + Shown.of(unknown) + "\"");
        }
        return new FrontMatterRules(
                UnknownKeys.valueOf(unknown.toUpperCase(Locale.ROOT)), Set.copyOf(map.texts("extra")), Map.of());
    }

    private List<String> ignore() throws SettingsException {
        List<String> globs = top.texts("ignore");
        for (String glob : globs) {
            if (!Globs.isValid(glob)) {
                throw top.fault("ignore", "holds something that is not a glob: \"" + Shown.of(glob) + "\"");
            }
        }
        return globs;
    }

    /** What plugins make of their settings is theirs to say; here they are only maps. */
    private Map<String, DataNode> plugins() throws SettingsException {
        Map<String, DataNode> plugins = new LinkedHashMap<>();
        SettingsMap all = top.map("plugins", List.of());
        for (String id : all.keys()) {
            if (!id.matches("[a-z][a-z0-9-]{1,39}")) {
                throw all.fault(id, "is not the id of a plugin");
            }
            all.map(id, List.of());
            DataNode written = DataNodes.of(NAME, all.node(id).orElseThrow());
            plugins.put(id, DataNode.ofMap(written.entries(), all.position(id)));
        }
        return plugins;
    }

    private ContentLimits limits() throws SettingsException {
        SettingsMap map = top.map("limits", LIMIT_KEYS);
        ContentLimits standard = ContentLimits.DEFAULT;
        return new ContentLimits(
                (int) map.whole("page-bytes", 1_000, 20_000_000, standard.pageBytes()),
                map.whole("asset-bytes", 1_000, 2_000_000_000, standard.assetBytes()),
                (int) map.whole("page-seconds", 1, 300, standard.pageSeconds()),
                (int) map.whole("nesting", 10, 500, standard.nesting()),
                (int) map.whole("include-depth", 1, 64, standard.includeDepth()),
                (int) map.whole("included-bytes", 1_000, 50_000_000, standard.includedBytes()));
    }
}
