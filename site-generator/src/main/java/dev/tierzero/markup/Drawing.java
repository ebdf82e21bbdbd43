package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/**
 * An SVG drawing of content, made safe to be opened by itself: shapes, text, gradients, filters and data images stay; scripts, event
 * attributes, foreign content, animations and references to anything outside the file go.
 *
 * @param bytes the file as it was when nothing had to go
 * @param diagnostics what was taken out
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Drawing(byte[] bytes, List<Diagnostic> diagnostics) {

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "metadata",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textpath",
            "image",
            "lineargradient",
            "radialgradient",
            "stop",
            "clippath",
            "mask",
            "pattern",
            "marker",
            "filter",
            "switch",
            "style",
            "view",
            "feblend",
            "fecolormatrix",
            "fecomponenttransfer",
            "fecomposite",
            "feconvolvematrix",
            "fediffuselighting",
            "fedisplacementmap",
            "fedistantlight",
            "fedropshadow",
            "feflood",
            "fefunca",
            "fefuncb",
            "fefuncg",
            "fefuncr",
            "fegaussianblur",
            "femerge",
            "femergenode",
            "femorphology",
            "feoffset",
            "fepointlight",
            "fespecularlighting",
            "fespotlight",
            "fetile",
            "feturbulence");

    private static final Pattern OUTSIDE = Pattern.compile("(?i)@import|expression\\s*\\(|url\\(\\s*['\"]?(?!#)|\\\\");
    private static final Pattern DATA_IMAGE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\\s]*");

    /** Copies the findings. */
    public Drawing {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Makes a drawing safe.
     *
     * @param file as findings name it
     * @param bytes UTF-8 text of an SVG file
     */
    public static Drawing of(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
        List<Diagnostic> found = new ArrayList<>();
        for (Node node : List.copyOf(document.childNodes())) {
            clean(node, file, found);
        }
        if (found.isEmpty()) {
            return new Drawing(bytes, found);
        }
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        return new Drawing(document.outerHtml().getBytes(StandardCharsets.UTF_8), found);
    }

    private static void clean(Node node, String file, List<Diagnostic> found) {
        boolean declaration = node instanceof DocumentType
                || (node instanceof XmlDeclaration xml && !xml.name().equalsIgnoreCase("xml"));
        if (declaration) {
            remove(node, "declaration " + node.nodeName(), file, found);
        } else if (node instanceof Element element) {
            String name = local(element.tagName());
            if (!ELEMENTS.contains(name)
                    || (name.equals("style") && leadsOutside(element.data() + element.wholeText()))) {
                remove(node, "<" + element.tagName() + ">", file, found);
                return;
            }
            attributes(element, file, found);
            for (Node child : List.copyOf(element.childNodes())) {
                clean(child, file, found);
            }
        }
    }

    private static void attributes(Element element, String file, List<Diagnostic> found) {
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            String name = local(attribute.getKey());
            String value = attribute.getValue().strip();
            boolean reference = name.equals("href") || name.equals("src");
            boolean inside = value.startsWith("#") || DATA_IMAGE.matcher(value).matches();
            boolean namespace = attribute.getKey().startsWith("xmlns");
            if (name.startsWith("on") || (reference && !inside) || (!reference && !namespace && leadsOutside(value))) {
                String what = attribute.getKey() + " of <" + element.tagName() + ">";
                element.removeAttr(attribute.getKey());
                found.add(finding(element, what, file));
            }
        }
    }

    private static boolean leadsOutside(String css) {
        return OUTSIDE.matcher(css).find();
    }

    private static void remove(Node node, String what, String file, List<Diagnostic> found) {
        found.add(finding(node, what, file));
        node.remove();
    }

    private static Diagnostic finding(Node node, String what, String file) {
        int line = Math.max(0, node.sourceRange().start().lineNumber());
        int column = line == 0 ? 0 : Math.max(0, node.sourceRange().start().columnNumber());
        return Diagnostic.warning(
                "SV001",
                new SourcePosition(file, line, column),
                what + " was taken out of the drawing: it could run a script or load something from elsewhere",
                "save the drawing without it (most editors: plain SVG)");
    }

    /** Without its namespace prefix, lower case. */
    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
