package dev.tierzero.kpi.page;

import dev.tierzero.api.CollectedData;
import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Insert;
import dev.tierzero.api.Link;
import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.KpiSnapshot;
import dev.tierzero.kpi.TestSite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A site in memory as its plugins see it, of a version of noon on 20 November 2026.
 *
 * @param collected the text of the plugin's own data; empty: what it collects offline from the files
 */
public record TestView(TestSite files, List<Document> documents, Optional<String> collected) implements SiteView {

    /** A site that declares these KPIs, and has no page. */
    public static TestView of(String kpis) {
        return new TestView(TestSite.of(kpis), List.of(), Optional.empty());
    }

    /** The same with a file more. */
    public TestView with(String path, String text) {
        return new TestView(files.file(path, text), documents, collected);
    }

    /** The same with a page more. */
    public TestView with(TestPage page) {
        List<Document> more = new ArrayList<>(documents);
        more.add(page);
        return new TestView(files, List.copyOf(more), collected);
    }

    /** The same with this collected, whatever the files say. */
    public TestView collected(String text) {
        return new TestView(files, documents, Optional.of(text));
    }

    /** What the plugin contributes. */
    public List<Contribution> contributions() {
        return new KpiSnapshot().contribute(this);
    }

    /** The HTML of a page that the plugin contributes. */
    public String page(String path) {
        return contributions().stream()
                .filter(c -> c instanceof ContributedPage page && page.path().equals(path))
                .map(c -> ((ContributedPage) c).html().toString())
                .findFirst()
                .orElseThrow();
    }

    /** A file that the plugin contributes. */
    public String text(String path) {
        return contributions().stream()
                .filter(c -> c instanceof ContributedFile file && file.path().equals(path))
                .map(c -> ((ContributedFile) c).text())
                .findFirst()
                .orElseThrow();
    }

    /** What the plugin puts in the place of a name between braces. */
    public String insert(String name) {
        return contributions().stream()
                .filter(c -> c instanceof Insert insert && insert.name().equals(name))
                .map(c -> ((Insert) c).html().toString())
                .findFirst()
                .orElseThrow();
    }

    /** The same as a reader hears it: without tags, drawings and spaces that do not break. */
    public String words(String name) {
        return plain(insert(name));
    }

    /** HTML without tags and drawings, in single spaces. */
    public static String plain(String html) {
        return html.replaceAll("<svg.*?</svg>", "")
                .replaceAll("</(p|li|dt|dd|td|th|div|summary|h2|span|figcaption)>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    @Override
    public Optional<CollectedData> data() {
        String text = collected.orElseGet(() -> files.offline().collect().text());
        return Optional.of(new CollectedData(text, TestSite.NOON, Optional.empty()));
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.of(TestSite.NOON);
    }

    @Override
    public Optional<Document> document(String path) {
        return documents.stream().filter(page -> page.path().equals(path)).findFirst();
    }

    @Override
    public String title() {
        return "Test";
    }

    @Override
    public String url() {
        return "";
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
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> asOf() {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> lastChange(String path) {
        return Optional.empty();
    }

    @Override
    public DataNode settings() {
        return files.settings();
    }

    @Override
    public Optional<List<DataNode>> register(String name) {
        return files.register(name);
    }

    @Override
    public Optional<byte[]> file(String path) {
        return files.file(path);
    }

    @Override
    public List<String> files(String folder) {
        return files.files(folder);
    }

    @Override
    public String name(String path) {
        return files.name(path);
    }

    @Override
    public Optional<DataNode> data(String path) {
        return files.data(path);
    }
}
