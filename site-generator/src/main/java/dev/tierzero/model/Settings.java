package dev.tierzero.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.DocumentType.RequiredSection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code site.yaml}, a JBake project's {@code jbake.properties} or nobody says about the site.
 *
 * @param title of the site, never blank
 * @param tagline one sentence, or blank
 * @param language BCP 47: {@code en}
 * @param url absolute address of the finished site without a trailing {@code /}, or blank
 * @param repository where the sources are, if told
 * @param folders where things are in the site's folder
 * @param menu in order; empty: the sections, in their order
 * @param sections by folder below content, without slashes at the ends
 * @param types declared content types by name, in the order written
 * @param frontMatter how strictly metadata is taken
 * @param ignore globs of files that are no content, relative to the content folder
 * @param headers what is sent with every response
 * @param limits on content
 * @param support the ladder of help shown where readers may be stuck, first step first
 * @param offline whether browsers keep pages and the search index for reading without the network
 * @param portalZip whether the whole site is also published as one archive, to be read from a disk
 * @param plugins settings of plugins by their id, in the order written
 */
public record Settings(
        String title,
        String tagline,
        String language,
        String url,
        Optional<Repository> repository,
        Folders folders,
        List<MenuItem> menu,
        Map<String, Section> sections,
        Map<String, DeclaredType> types,
        FrontMatterRules frontMatter,
        List<String> ignore,
        Headers headers,
        ContentLimits limits,
        List<SupportStep> support,
        boolean offline,
        boolean portalZip,
        Map<String, DataNode> plugins) {

    /**
     * Where the sources are.
     *
     * @param url of the repository, without a trailing {@code /}
     * @param branch that edits go to
     * @param edit URL of the editor with {@code {path}}, and perhaps {@code {branch}}; blank when not known
     */
    public record Repository(String url, String branch, String edit) {

        /** Where a file, named relative to the site's folder, is edited. */
        public Optional<String> editUrl(String file) {
            String encoded = PercentCode.encoded(file);
            return Optional.of(edit).filter(e -> !e.isBlank()).map(e -> e.replace("{branch}", branch)
                    .replace("{path}", encoded));
        }
    }

    /**
     * Folders, relative to the site's folder, with {@code /}.
     *
     * @param content pages, data, assets
     * @param output the finished site
     * @param templates the site's own layouts; may not exist
     * @param assets files copied to the top of the site as they are (JBake); empty in a site of ours
     */
    public record Folders(String content, String output, String templates, Optional<String> assets) {

        private static final Pattern FOLDER =
                Pattern.compile("[^/\\\\\\p{Cntrl}:*?\"<>|]++(/[^/\\\\\\p{Cntrl}:*?\"<>|]++)*+/?");

        /** Whether text is a relative path, of at most 500 characters, without {@code .} and {@code ..} segments. */
        public static boolean isFolder(String path) {
            return path.length() <= 500
                    && FOLDER.matcher(path).matches()
                    && Stream.of(path.split("/")).noneMatch(s -> s.equals("..") || s.equals(".") || s.isBlank());
        }
    }

    /**
     * An entry of the menu.
     *
     * @param title blank: the target's own
     * @param target folder or page below content, or an absolute URL
     */
    public record MenuItem(String title, String target) {}

    /**
     * What a folder says about its pages.
     *
     * @param title blank: from its index page or its name
     * @param order among its neighbours; empty: after those that have one
     * @param type default content type of pages in it and below; blank: from the folder above
     */
    public record Section(String title, Optional<Integer> order, String type) {}

    /**
     * A content type of the site's own, or changes to a built-in one.
     *
     * @param label for one page; blank: from the name
     * @param plural for listings; blank: the label with s
     * @param template layout's name; blank: {@code page}
     * @param facts keys shown in the fact box with their labels, in order
     * @param requiredSections sections that a page must have, in order
     * @param procedure whether its pages are worked through step by step; empty: as the built-in type of its name, or not
     * @param required keys that a page must have
     * @param properties JSON Schemas (2020-12) as JSON text by key, in order
     */
    public record DeclaredType(
            String label,
            String plural,
            String template,
            Map<String, String> facts,
            List<RequiredSection> requiredSections,
            Optional<Boolean> procedure,
            List<String> required,
            Map<String, String> properties) {

        /** Copies, keeping order. */
        public DeclaredType {
            facts = ordered(facts);
            requiredSections = List.copyOf(requiredSections);
            required = List.copyOf(required);
            properties = ordered(properties);
        }
    }

    /**
     * How strictly metadata is taken.
     *
     * @param unknown what a key is that the page's type does not know
     * @param extra keys that any page may have besides
     * @param defaults values for pages that do not say: {@code type}, {@code status} (JBake)
     */
    public record FrontMatterRules(UnknownKeys unknown, Set<String> extra, Map<String, String> defaults) {

        /** Copies, in order. */
        public FrontMatterRules {
            extra = Collections.unmodifiableSet(new TreeSet<>(extra));
            defaults = ordered(defaults);
        }
    }

    /** What an unknown key is. */
    public enum UnknownKeys {
        ERROR,
        WARNING,
        IGNORE
    }

    /**
     * What is sent with every response.
     *
     * @param hsts whether browsers are told to come by HTTPS only
     * @param hstsSubdomains whether that includes subdomains and the browsers' preload lists
     */
    public record Headers(boolean hsts, boolean hstsSubdomains) {}

    /** Copies, keeping order. */
    public Settings {
        menu = List.copyOf(menu);
        sections = ordered(sections);
        types = ordered(types);
        ignore = List.copyOf(ignore);
        support = List.copyOf(support);
        plugins = ordered(plugins);
    }

    /** The settings of a site that says nothing, under this title. */
    public static Settings standard(String title) {
        return new Settings(
                title,
                "",
                "en",
                "",
                Optional.empty(),
                new Folders("content", "output", "templates", Optional.empty()),
                List.of(),
                Map.of(),
                Map.of(),
                new FrontMatterRules(UnknownKeys.ERROR, Set.of(), Map.of()),
                List.of(),
                new Headers(false, false),
                ContentLimits.DEFAULT,
                List.of(),
                true,
                false,
                Map.of());
    }

    /** The default type of a page, given its path below content: that of the nearest folder that has one. */
    public Optional<String> folderType(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            Section section = sections.get(path.substring(0, slash));
            if (section != null && !section.type().isBlank()) {
                return Optional.of(section.type());
            }
        }
        return Optional.ofNullable(frontMatter.defaults().get("type"));
    }

    /** Whether text is an http or https URL with a host and without user, query and fragment. */
    public static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
