package dev.tierzero.markup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Writes the attributes that the allow-list lets through and reports the others. */
final class Attributes {

    private static final Set<String> GLOBAL = Set.of("lang", "dir", "title");

    /** Attributes of the marked vocabulary: read elsewhere. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "data-p",
            "data-auto",
            "data-task",
            "data-lang",
            "data-title",
            "data-highlight",
            "data-alt",
            "data-numbers",
            "data-row-headers",
            "data-caption",
            "data-attribution",
            "data-cite",
            "kind",
            "collapsible",
            "open",
            "align",
            "href",
            "src",
            "rel",
            "valign");

    private static final Map<String, Set<String>> OWN = Map.of(
            "ol", Set.of("start", "type", "reversed"),
            "li", Set.of("value"),
            "td", Set.of("colspan", "rowspan"),
            "th", Set.of("colspan", "rowspan", "abbr"),
            "img", Set.of("alt", "width", "height"));

    private static final Set<String> NUMBERS = Set.of("start", "value", "colspan", "rowspan", "width", "height");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,4}");
    private static final Pattern LIST_TYPE = Pattern.compile("[1aAiI]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern ID =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._:-]*|_[\\p{L}\\p{N}\\p{M}._:-]+");
    private static final Pattern EVENT =
            Pattern.compile("on.*|style|srcdoc|formaction|xlink:href|action|background|poster|ping");
    private static final Set<String> CLASSES = Set.of("lead", "right", "center");

    private final Draft draft;

    Attributes(Draft draft) {
        this.draft = draft;
    }

    /** Writes the allowed attributes of an element under the name it is emitted with. */
    void write(Element element, String name) {
        if (element.attributesSize() == 0) {
            return;
        }
        Set<String> own = OWN.getOrDefault(name, Set.of());
        id(element);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (KNOWN.contains(key)) {
                continue;
            }
            if ((GLOBAL.contains(key) || own.contains(key)) && isValid(key, attribute.getValue())) {
                Html.attribute(draft.out(), key, attribute.getValue());
            } else if (key.equals("class")) {
                classes(element);
            } else {
                dropped(element, key, attribute.getValue());
            }
        }
    }

    /** Reports the attributes of an element of the vocabulary that are not understood; writes its id. */
    void id(Element element) {
        String id = element.attr("id");
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches() || Slugger.isReserved(id)) {
            draft.error(
                    "ID002",
                    "\"" + id + "\" cannot be an id",
                    "begin with a letter and use letters, digits, - and _ only; fn-1 and the like are kept for footnotes");
        } else if (!draft.claim(id)) {
            draft.error(
                    "ID001",
                    "the id \"" + id + "\" is used twice on this page",
                    "choose another id for one of the two places");
        } else {
            Html.attribute(draft.out(), "id", id);
        }
    }

    private void classes(Element element) {
        StringBuilder kept = new StringBuilder();
        for (String word : element.classNames()) {
            if (CLASSES.contains(word)) {
                kept.append(kept.length() == 0 ? "" : " ").append(word);
            } else if (!word.isEmpty()) {
                dropped(element, "class", word);
            }
        }
        if (kept.length() > 0) {
            Html.attribute(draft.out(), "class", kept);
        }
    }

    private void dropped(Element element, String key, String value) {
        String name = element.normalName();
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on") || (EVENT.matcher(lower).matches() && !lower.equals("style"))) {
            draft.error(
                    "HT004",
                    "the attribute " + key + " of <" + name + "> was removed: it can run script",
                    "take it out: pages carry no script");
        } else {
            String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            draft.warning(
                    "HT003",
                    "the attribute " + key + "=\"" + shown.replace('\n', ' ') + "\" of <" + name + "> was removed",
                    "take it out: the theme alone decides how pages look");
        }
    }

    private static boolean isValid(String key, String value) {
        if (NUMBERS.contains(key)) {
            return NUMBER.matcher(value).matches();
        }
        return switch (key) {
            case "type" -> LIST_TYPE.matcher(value).matches();
            case "lang" -> LANGUAGE.matcher(value).matches();
            case "dir" -> value.equals("ltr") || value.equals("rtl") || value.equals("auto");
            default -> true;
        };
    }
}
