package dev.tierzero.markup;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the HTML of a page that a plugin contributes: its headings, ids, words, and its links to pages, which become slots. The HTML is
 * safe and well-formed by construction ({@link dev.tierzero.api.Html}), so nothing is taken out and nothing is mended.
 */
public final class ContributedReading {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern HREF = Pattern.compile(" href=\"(/[^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h([2-6])[ >].*");

    private final SourcePosition position;
    private final Slugger slugger;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final List<Body.Slot> slots = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int headingLevel;
    private String headingId = "";
    private int headingWords;
    private int drawings;

    private ContributedReading(SourcePosition position, List<String> explicit) {
        this.position = position;
        this.slugger = new Slugger(explicit);
    }

    /**
     * The page as if it had been parsed.
     *
     * @param plugin that contributes it
     */
    public static ParsedDocument document(String plugin, ContributedPage page) {
        SourcePosition position = SourcePosition.ofFile("plugin " + plugin + ": " + page.path());
        String html = page.html().toString();
        ContributedReading reading = new ContributedReading(position, explicitIds(html));
        reading.read(html);
        Map<String, Metadata.Value> metadata = new LinkedHashMap<>();
        page.metadata().forEach((key, value) -> metadata.put(key, new Metadata.Value(value, position)));
        metadata.put(ParsedDocument.CONTRIBUTED_BY, new Metadata.Value(plugin, position));
        return new ParsedDocument(
                page.path(),
                position.file(),
                Markup.HTML,
                page.type(),
                page.title(),
                new Metadata(metadata),
                reading.headings,
                reading.links,
                List.of(),
                reading.ids,
                reading.words.toString().strip(),
                new Body(reading.out.toString(), reading.slots),
                Outline.EMPTY,
                List.of());
    }

    private static List<String> explicitIds(String html) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(html);
        while (matcher.find()) {
            ids.add(HtmlText.unescaped(matcher.group(1)));
        }
        return ids;
    }

    private void read(String html) {
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? html.length() : open;
            text(html.substring(at, end));
            if (open < 0) {
                return;
            }
            int close = html.indexOf('>', open);
            tag(html.substring(open, close + 1), html, close + 1);
            at = close + 1;
        }
    }

    private void text(String escaped) {
        out.append(escaped);
        if (drawings == 0) {
            words.append(HtmlText.unescaped(escaped));
        }
    }

    private void tag(String tag, String html, int after) {
        if (tag.startsWith("<svg")) {
            drawings++;
        } else if (tag.equals("</svg>")) {
            drawings--;
        }
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        Matcher heading = HEADING.matcher(tag);
        if (heading.matches()) {
            openHeading(tag, Integer.parseInt(heading.group(1)), html, after);
        } else if (headingLevel > 0 && tag.equals("</h" + headingLevel + ">")) {
            closeHeading(tag);
        } else {
            Matcher id = ID.matcher(tag);
            if (id.find()) {
                ids.add(HtmlText.unescaped(id.group(1)));
            }
            linked(tag);
        }
    }

    private void openHeading(String tag, int level, String html, int after) {
        Matcher own = ID.matcher(tag);
        String title =
                html.substring(after, html.indexOf("</h" + level + ">", after)).replaceAll("<[^>]*>", " ");
        headingId = own.find()
                ? HtmlText.unescaped(own.group(1))
                : slugger.id(HtmlText.unescaped(title).strip());
        headingLevel = level;
        headingWords = words.length();
        ids.add(headingId);
        String attribute = " id=\"" + HtmlText.escaped(headingId) + "\"";
        out.append(tag.contains(" id=\"") ? tag : "<h" + level + attribute + tag.substring(3));
    }

    private void closeHeading(String tag) {
        String text = words.substring(headingWords).strip();
        headings.add(new Heading(headingLevel, headingId, text, position));
        out.append("<a class=\"permalink\" href=\"#")
                .append(HtmlText.escaped(headingId))
                .append("\" aria-label=\"Link to “")
                .append(HtmlText.escaped(text))
                .append("”\">#</a>")
                .append(tag)
                .append('\n');
        headingLevel = 0;
    }

    /** Writes a tag, with a slot in the place of a path of content. */
    private void linked(String tag) {
        Matcher href = HREF.matcher(tag);
        if (!href.find()) {
            out.append(tag);
            return;
        }
        out.append(tag, 0, href.start(1));
        links.add(new Link(Link.Kind.ANCHOR, HtmlText.unescaped(href.group(1)), position));
        slots.add(new Body.Slot(out.length(), links.size() - 1, Body.Kind.URL));
        out.append(tag, href.end(1), tag.length());
    }
}
