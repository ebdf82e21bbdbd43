package dev.tierzero.coverage;

import dev.tierzero.api.CollectedData;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Insert;
import dev.tierzero.api.Link;
import dev.tierzero.api.PageFact;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A site in one text: {@code -- help/e1.md --} begins a file of content, {@code -- settings --} what the plugin is set to.
 *
 * @param files text by path below content
 */
record TextSite(Map<String, String> files, DataNode settings, Optional<Instant> builtAt, Optional<LocalDate> asOf)
        implements SiteView {

    static TextSite of(String text) {
        Map<String, String> files = new TreeMap<>();
        for (String part : ("\n" + text).split("\n-- ", -1)) {
            int end = part.indexOf(" --\n");
            if (end > 0) {
                files.put(part.substring(0, end), part.substring(end + 4) + "\n");
            }
        }
        String settings = Optional.ofNullable(files.remove("settings")).orElse("{}");
        return new TextSite(files, Yaml.read("site.yaml", settings), Optional.empty(), Optional.empty());
    }

    /** A text with one part of it exchanged, at its first place; it must be there. */
    static String exchanged(String text, String part, String by) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw new IllegalArgumentException("there is no \"" + part + "\" to exchange");
        }
        return text.substring(0, at) + by + text.substring(at + part.length());
    }

    /** The site with a file more, or another text of one. */
    TextSite file(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new TextSite(more, settings, builtAt, asOf);
    }

    /** The site with other settings of the plugin. */
    TextSite set(String yaml) {
        return new TextSite(files, Yaml.read("site.yaml", yaml), builtAt, asOf);
    }

    TextSite asOf(String day) {
        return new TextSite(files, settings, builtAt, Optional.of(LocalDate.parse(day)));
    }

    TextSite builtAt(String time) {
        return new TextSite(files, settings, Optional.of(Instant.parse(time)), asOf);
    }

    /** The findings as they are printed, sorted; the hint after {@code ->}. */
    String findings() {
        List<String> lines = new ArrayList<>();
        new Coverage()
                .check(this).stream()
                        .sorted()
                        .forEach(d -> lines.add(d.position() + ": "
                                + d.severity().word() + " " + d.code() + ": " + d.message() + " -> " + d.hint()));
        return String.join("\n", lines);
    }

    List<Contribution> contributions() {
        return new Coverage().contribute(this);
    }

    String insert(String name) {
        return contributions().stream()
                .filter(c -> c instanceof Insert insert && insert.name().equals(name))
                .map(c -> ((Insert) c).html().toString())
                .findFirst()
                .orElseThrow();
    }

    /** The facts of a page as {@code label: text (tone)}. */
    List<String> facts(String path) {
        return contributions().stream()
                .filter(PageFact.class::isInstance)
                .map(PageFact.class::cast)
                .filter(fact -> fact.path().equals(path))
                .map(fact -> fact.label() + ": " + fact.text() + " (" + fact.tone() + ")")
                .toList();
    }

    @Override
    public String title() {
        return "Example";
    }

    @Override
    public String url() {
        return "https://portal.example";
    }

    @Override
    public List<Document> documents() {
        return files.keySet().stream()
                .filter(path -> path.endsWith(".md"))
                .<Document>map(path -> Page.of(path, files.getOrDefault(path, "")))
                .toList();
    }

    @Override
    public Optional<Document> document(String path) {
        return documents().stream().filter(page -> page.path().equals(path)).findFirst();
    }

    @Override
    public Optional<DocumentType> type(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Document> target(Document from, Link link) {
        return Optional.empty();
    }

    @Override
    public Optional<String> output(String path) {
        return Optional.of(path.replaceFirst("\\.md$", ".html"));
    }

    @Override
    public Optional<CollectedData> data() {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> lastChange(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<List<DataNode>> register(String name) {
        return data("_data/" + name + ".yaml").map(DataNode::items);
    }

    @Override
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> files(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public String name(String path) {
        return "content/" + path;
    }

    @Override
    public Optional<DataNode> data(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(text -> {
            try {
                return Optional.of(
                        text.isBlank()
                                ? DataNode.ofNothing(SourcePosition.ofFile(name(path)))
                                : Yaml.read(name(path), text));
            } catch (YAMLException e) {
                return Optional.empty(); // The host has said so.
            }
        });
    }
}
