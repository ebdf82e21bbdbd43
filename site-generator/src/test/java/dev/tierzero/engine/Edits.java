package dev.tierzero.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random edits of the kinds that authors make. */
final class Edits {

    private final TestSite site;
    private final Random random;
    private int number;
    private String reverted = "";

    Edits(TestSite site, Random random) {
        this.site = site;
        this.random = random;
    }

    void start() {
        TestSite.in(site.folder(), """
                -- content/index.md --
                # Home

                [a](a.md) [ops](ops/)
                -- content/a.md --
                ---
                tags: [one, two]
                ---
                # A

                --8<-- "_part.md"

                ![Plan](plan.svg)
                -- content/ops/b.md --
                # B

                ## Verify

                [](../a.md)
                -- content/_part.md --
                A part with [a link](/ops/b.md#verify).
                -- content/plan.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
                -- content/ops/c.adoc --
                = C
                :tags: two

                xref:b.md#verify[] and xref:../a.md[]

                include::../_part.adoc[opts=optional]

                == Steps

                image::../plan.svg[Plan]
                -- content/_data/codes.yaml --
                a: 1
                """);
    }

    String edit() {
        number++;
        int kind = random.nextInt(29);
        return kind + ":" + edited(kind);
    }

    private String edited(int kind) {
        String page = pick();
        switch (kind) {
            case 0 -> append(page, "\nText " + number + ".\n");
            case 1 -> site.write("content/ops/new" + number + ".md", "# New " + number + "\n\n[](b.md)\n");
            case 2 -> site.delete("content/" + page);
            case 3 -> move(page, page.replaceFirst("[^/]*$", "renamed" + number + ".md"));
            case 4 -> move(page, "moved" + number + "/page.md");
            case 5 -> move(page, page.replaceFirst("[^/]*$", "Case" + number + ".MD"));
            case 6 -> site.write("templates/partials/footer.peb", "<footer>" + number + "</footer>\n");
            case 7 -> site.write("content/_part.md", "Part " + number + ".\n");
            case 8 -> site.write("site.yaml", "title: Site " + number + "\n");
            case 9 -> site.write("content/_data/codes.yaml", "a: " + number + "\n");
            case 10 -> append(page, "\n--8<-- \"/_late" + random.nextInt(2) + ".md\"\n");
            case 11 -> site.write("content/_late" + random.nextInt(2) + ".md", "Late " + number + ".\n");
            case 12 ->
                site.write(
                        "content/t" + number + ".md",
                        "---\ntags: [two, t" + random.nextInt(3) + "]\naliases: [/old" + random.nextInt(3)
                                + ".html]\n---\n# T\n");
            case 13 -> touch(page);
            case 14 ->
                site.write("content/" + page, text(page).replace("\r", "").replace("\n", "\r\n"));
            case 15 ->
                site.write(
                        "content/plan.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number + "\" height=\"9\"/>");
            case 16 -> revert(page);
            default -> editedMore(kind, page);
        }
        return page;
    }

    private void editedMore(int kind, String page) {
        String adoc = "content/ops/" + (random.nextBoolean() ? "c" : "d" + random.nextInt(2)) + ".adoc";
        switch (kind) {
            case 17 -> site.write(adoc, "= D " + number + "\n\nxref:../a.md[]\n\n== Steps\n\nText " + number + ".\n");
            case 18 -> site.write(adoc, "= D\n\ninclude::../_part.adoc[opts=optional]\n\nxref:c.adoc#steps[x]\n");
            case 19 -> remove(adoc);
            case 20 -> site.write("content/_part.adoc", "Shared " + number + ", see xref:/ops/b.md[].\n");
            case 21 ->
                site.write(
                        "templates/layouts/page.peb",
                        "{% extends \"layouts/base.peb\" %}{% block main %}<p>" + number
                                + "</p>{{ page.body }}{% endblock %}");
            case 22 -> remove(random.nextBoolean() ? "templates/layouts/page.peb" : "templates/partials/footer.peb");
            case 23 -> site.write("content/_data/owners.yaml", "- id: ops\n  title: Operations " + number + "\n");
            case 24 -> site.write("content/owned.md", "---\nowner: ops\n---\n# Owned\n");
            case 25 ->
                site.write(
                        "site.yaml",
                        "title: S\nmenu: [ops, \"" + page + "\"]\nsupport:\n  - {title: Ask " + number
                                + ", text: Someone, link: ops}\n");
            case 26 ->
                site.write(
                        "content/raw.html", "---\ntitle: Raw " + number + "\n---\n<p>Raw <a href=\"a.md\">a</a></p>\n");
            case 27 -> draft(page);
            default -> asset();
        }
    }

    private void remove(String path) {
        if (Files.exists(site.folder().resolve(path))) {
            site.delete(path);
        }
    }

    /** A draft becomes a page, a page a draft. */
    private void draft(String page) {
        String mark = "---\ndraft: true\n---\n";
        String text = text(page).replace("\r", "");
        if (text.startsWith(mark)) {
            site.write("content/" + page, text.substring(mark.length()));
        } else if (!text.startsWith("---")) {
            site.write("content/" + page, mark + text);
        }
    }

    /** Assets come, change and go; a drawing may hold what is taken out of it. */
    private void asset() {
        switch (random.nextInt(4)) {
            case 0 -> site.write("content/notes" + random.nextInt(2) + ".txt", "Notes " + number + "\n");
            case 1 -> remove("content/notes" + random.nextInt(2) + ".txt");
            case 2 -> remove("content/plan.svg");
            default ->
                site.write(
                        "content/plan.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"" + number
                                + "\" onload=\"x()\"><script>x()</script></svg>");
        }
    }

    /** There and back again. */
    private void revert(String page) {
        if (reverted.isEmpty()) {
            reverted = text(page);
            append(page, "\n## For a moment\n");
            site.buildAnyway();
            site.write("content/" + page, reverted);
            reverted = "";
        }
    }

    private String pick() {
        List<String> pages = files(site.folder().resolve("content")).stream()
                .map(f -> site.folder().resolve("content").relativize(f).toString())
                .filter(p -> p.toLowerCase(java.util.Locale.ROOT).endsWith(".md") && !p.startsWith("_"))
                .toList();
        if (pages.isEmpty()) {
            site.write("content/again.md", "# Again\n");
            return "again.md";
        }
        return pages.get(random.nextInt(pages.size()));
    }

    private void touch(String page) {
        try {
            Files.setLastModifiedTime(site.folder().resolve("content/" + page), FileTime.fromMillis(number * 1000L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(String from, String to) {
        String text = text(from);
        site.delete("content/" + from);
        site.write("content/" + to, text);
    }

    private void append(String page, String text) {
        site.write("content/" + page, text(page) + text);
    }

    private String text(String page) {
        try {
            return Files.readString(site.folder().resolve("content/" + page), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below a folder, in order. */
    static List<Path> files(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
