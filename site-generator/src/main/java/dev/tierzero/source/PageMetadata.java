package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Settings;
import dev.tierzero.model.Settings.UnknownKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The metadata of one page while it is put together, with the findings on the way. */
final class PageMetadata {

    private static final List<String> RECOMMENDED = List.of("owner", "reviewed");
    private static final String JBAKE_PREFIX = "jbake-";
    private static final int SHORTEST_LIKELY_TYPO = 5;

    /** How an entry was written, in the words of hints. */
    enum Origin {
        YAML("the front matter"),
        ASCIIDOC("the header attributes"),
        JBAKE("the JBake header");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        static Origin of(Header.Kind kind) {
            return kind == Header.Kind.JBAKE ? JBAKE : YAML;
        }
    }

    /** An entry under its canonical key. */
    private record Given(YamlNode.Entry entry, Origin origin) {}

    private final String file;
    private final ContentTypes types;
    private final Settings settings;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final CleanText clean;

    PageMetadata(String file, ContentTypes types, Settings settings) {
        this.file = file;
        this.types = types;
        this.settings = settings;
        this.clean = new CleanText(file, findings);
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /** The header as a whole cannot be read. */
    void refuse(YamlFault fault) {
        SourcePosition at = new SourcePosition(file, fault.line(), fault.column());
        findings.add(Diagnostic.error(fault.kind().code(), at, fault.text(), fault.hint()));
    }

    /** Takes an entry of front matter or of a JBake header. */
    void add(YamlNode.Entry entry, Origin origin) {
        String key = KeyNames.canonical(entry.key().value());
        Given before = given.get(key);
        if (before != null) {
            YamlNode.Text first = before.entry().key();
            error(
                    "FM008",
                    entry.key(),
                    named(entry.key().value(), key) + " is given twice, first in line " + first.line(),
                    "keep one of the two");
        } else if (!KeyNames.needless(key).isBlank()) {
            findings.add(Diagnostic.info(
                    "FM016",
                    at(entry.key()),
                    "\"" + Shown.of(entry.key().value()) + "\" is not needed: " + KeyNames.needless(key),
                    "delete the line"));
        } else {
            given.put(key, new Given(entry, origin));
        }
    }

    /** Takes an attribute of an AsciiDoc header when it is metadata; front matter comes first. */
    void addAttribute(YamlNode.Entry entry) {
        String name = entry.key().value();
        boolean jbake = name.startsWith(JBAKE_PREFIX);
        String key = KeyNames.canonical(jbake ? name.substring(JBAKE_PREFIX.length()) : name);
        if (types.allKeys().contains(key) || settings.frontMatter().extra().contains(key)) {
            given.putIfAbsent(key, new Given(normalised(key, entry), jbake ? Origin.JBAKE : Origin.ASCIIDOC));
        } else if (jbake && KeyNames.needless(key).isBlank()) {
            unknown(key, entry.key(), Origin.JBAKE, types.allKeys());
        } else if (name.length() >= SHORTEST_LIKELY_TYPO) {
            Nearest.within(1, name, types.allKeys())
                    .ifPresent(near -> findings.add(Diagnostic.warning(
                            "FM015",
                            at(entry.key()),
                            "the attribute \"" + Shown.of(name) + "\" is no metadata; did you mean \"" + near + "\"?",
                            "write \":" + near + ":\", or give the attribute a name that is less like it")));
        }
    }

    /** Takes the title of an AsciiDoc header; front matter comes first. */
    void addTitle(YamlNode.Text title) {
        YamlNode.Text key = new YamlNode.Text("title", true, title.line(), 1);
        given.putIfAbsent(
                "title",
                new Given(
                        new YamlNode.Entry(key, new YamlNode.Text(title.value(), false, title.line(), title.column())),
                        Origin.ASCIIDOC));
    }

    /** The content type that the page names; empty without one, or when it is none. */
    Optional<String> type() {
        Given type = given.get("type");
        if (type == null || !(type.entry().value() instanceof YamlNode.Text text) || text.isNothing()) {
            return Optional.empty();
        }
        if (types.get(text.value()).isEmpty()) {
            Optional<String> near = Nearest.of(text.value(), types.names());
            error(
                    "FM003",
                    text,
                    "\"" + Shown.of(text.value()) + "\" is not a content type; one of " + Shown.list(types.names()),
                    near.map(n -> "did you mean \"" + n + "\"?")
                            .orElse("write one of the types named, or declare it in site.yaml under \"types\""));
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    /** Every value as the type's schema has it. */
    Metadata checked(String type) {
        Schema schema = types.schema(type);
        SchemaCheck check = new SchemaCheck(file, findings);
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        given.forEach((key, entry) -> {
            YamlNode node = entry.entry().value();
            boolean nothing = node instanceof YamlNode.Text text && text.isNothing();
            Schema property = schema.properties().get(key);
            if (property == null && !settings.frontMatter().extra().contains(key)) {
                foreign(key, entry, type, schema);
            }
            boolean meant = property != null
                    || entry.origin() != Origin.ASCIIDOC
                    || settings.frontMatter().extra().contains(key);
            if (meant && !nothing && clean.isClean(key, node)) {
                Object value = property == null ? Plain.value(node) : check.value(key, node, property);
                values.put(key, new Metadata.Value(value, at(entry.entry().key())));
            }
        });
        Optional.ofNullable(settings.frontMatter().defaults().get("status"))
                .ifPresent(status ->
                        values.putIfAbsent("status", new Metadata.Value(status, SourcePosition.ofFile(file))));
        missing(schema, values, type);
        return new Metadata(values);
    }

    /** One remark that names all that a good page says and this one does not. */
    void tellWhatIsMissing(Metadata metadata, boolean readable) {
        List<String> missing = RECOMMENDED.stream()
                .filter(key -> metadata.position(key).isEmpty())
                .toList();
        if (readable && !missing.isEmpty()) {
            findings.add(Diagnostic.info(
                    "FM020",
                    new SourcePosition(file, 1, 1),
                    given.isEmpty()
                            ? "the page has no front matter: it does not say type, owner, reviewed"
                            : "the page does not say " + String.join(", ", missing),
                    "put \"owner: platform-team\" and \"reviewed: 2026-11-20\" between --- lines at its top"));
        }
    }

    private void foreign(String key, Given entry, String type, Schema schema) {
        YamlNode.Text at = entry.entry().key();
        List<String> having = types.names().stream()
                .filter(t -> types.schema(t).properties().containsKey(key))
                .toList();
        if (having.isEmpty()) {
            unknown(key, at, entry.origin(), schema.properties().keySet());
        } else if (entry.origin() != Origin.ASCIIDOC) {
            report(
                    "FM002",
                    at,
                    "a page of type " + type + " has no key \"" + key + "\"",
                    "it is a key of " + Shown.list(having) + "; change the type or delete the line");
        }
    }

    private void unknown(String key, YamlNode.Text at, Origin origin, java.util.Set<String> known) {
        String near = Shown.didYouMean(key, new TreeSet<>(known));
        report(
                "FM002",
                at,
                "unknown key \"" + Shown.of(at.value()) + "\" in " + origin.words + near,
                near.isBlank()
                        ? "delete it, or list it in site.yaml under \"front-matter: extra\""
                        : "correct it, or list it in site.yaml under \"front-matter: extra\"");
    }

    private void missing(Schema schema, Map<String, Metadata.Value> values, String type) {
        for (String key : schema.required()) {
            if (!values.containsKey(key)) {
                findings.add(Diagnostic.error(
                        "FM007",
                        new SourcePosition(file, 1, 1),
                        "a page of type " + type + " needs \"" + key + "\"",
                        "add a line \"" + key + ": …\""));
            }
        }
    }

    /** An attribute without a value is set: {@code :toc:}. Asciidoctor's places for the contents mean that there are some. */
    private static YamlNode.Entry normalised(String key, YamlNode.Entry entry) {
        if (!(entry.value() instanceof YamlNode.Text text) || !(key.equals("toc") || key.equals("draft"))) {
            return entry;
        }
        boolean off = Plain.flag(text.value()).filter(f -> !f).isPresent();
        return new YamlNode.Entry(
                entry.key(), new YamlNode.Text(off ? "false" : "true", true, text.line(), text.column()));
    }

    private static String named(String written, String key) {
        return written.equals(key) ? "\"" + key + "\"" : "\"" + Shown.of(written) + "\" (\"" + key + "\")";
    }

    private void report(String code, YamlNode at, String message, String hint) {
        UnknownKeys unknown = settings.frontMatter().unknown();
        if (unknown != UnknownKeys.IGNORE) {
            Severity severity = unknown == UnknownKeys.ERROR ? Severity.ERROR : Severity.WARNING;
            findings.add(new Diagnostic(severity, code, at(at), List.of(), message, hint));
        }
    }

    private void error(String code, YamlNode at, String message, String hint) {
        findings.add(Diagnostic.error(code, at(at), message, hint));
    }

    private SourcePosition at(YamlNode node) {
        return new SourcePosition(file, node.line(), node.column());
    }
}
