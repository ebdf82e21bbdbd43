package dev.tierzero.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The style sheet and the scripts that stand inside one-file copies. They are the same text in every copy, so that one list of digests
 * in the content security policy lets all of them run when a copy is opened on its host.
 *
 * @param style of the page and of run mode
 * @param first runs before anything is painted
 * @param page runs after every page
 * @param run run mode, in this order
 * @param escalation who helps next
 */
public record Inlined(String style, String first, List<String> page, List<String> run, List<String> escalation) {

    private static final List<String> STYLES = List.of("site.css", "run.css");
    private static final List<String> RUN = List.of("run-core.js", "run-params.js", "run-text.js", "run.js");

    /** What would end the element early, or begin a comment in which its end is not seen (HTML §13.2.5.15 and §13.2.5.17). */
    private static final Pattern ENDING = Pattern.compile("<(?=/(?:script|style)|!--)", Pattern.CASE_INSENSITIVE);

    /** What a style sheet marks as of no use without the site: its search, its lists. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "/\\* \\[not in one-file copies] \\*/.*?/\\* \\[in one-file copies] \\*/\n?", Pattern.DOTALL);

    /** Copies the lists. */
    public Inlined {
        page = List.copyOf(page);
        run = List.copyOf(run);
        escalation = List.copyOf(escalation);
    }

    /** The parts of a theme; those it does not have are left out. */
    public static Inlined of(Theme theme) {
        SortedMap<String, Theme.Asset> assets = theme.assets();
        return new Inlined(
                LEFT_OUT.matcher(String.join("\n", texts(STYLES, assets))).replaceAll(""),
                String.join("", texts(List.of("theme.js"), assets)),
                texts(List.of("site.js"), assets),
                texts(RUN, assets),
                texts(List.of("escalate.js"), assets));
    }

    /**
     * The scripts after a page.
     *
     * @param runs whether there is something to run
     * @param escalates whether it says who helps next
     */
    List<String> scripts(boolean runs, boolean escalates) {
        List<String> scripts = new ArrayList<>(page);
        scripts.addAll(runs ? run : List.of());
        scripts.addAll(escalates ? escalation : List.of());
        return scripts;
    }

    /** Texts of all script elements. */
    public List<String> allScripts() {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(scripts(true, true));
        return all;
    }

    private static List<String> texts(List<String> names, SortedMap<String, Theme.Asset> assets) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(assets.get(name)).stream())
                .map(asset -> embeddable(new String(asset.bytes(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** The parser makes one line feed of a carriage return and a line feed, and the digest is of what the parser gives. */
    private static String embeddable(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return ENDING.matcher(lines).replaceAll("<\\\\");
    }
}
