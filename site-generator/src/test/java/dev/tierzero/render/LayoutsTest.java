package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static final Map<String, Object> VARIABLES = Map.of("base", "a/b", "title", "A & <B>");

    private static String rendered(String... files) {
        SortedMap<String, byte[]> theme = new TreeMap<>();
        theme.put("assets/site.css", new byte[0]);
        for (int i = 0; i < files.length; i += 2) {
            theme.put(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new Layouts(new Theme(theme, "")).render("layouts/page.peb", VARIABLES);
    }

    private static String fault(String... files) {
        ThemeException fault = assertThrows(ThemeException.class, () -> rendered(files));
        return fault.file() + ":" + fault.line() + ": " + fault.getMessage();
    }

    @Test
    void textIsEscapedAndUrlsAreRelativeToThePage() {
        assertEquals("A &amp; &lt;B&gt;", rendered("layouts/page.peb", "{{ title }}"));
        assertEquals("../../c%20d.html", rendered("layouts/page.peb", "{{ link('c d.html') }}"));
        assertEquals("../../_theme/site.e3b0c44298.css", rendered("layouts/page.peb", "{{ asset('site.css') }}"));
    }

    @Test
    void aVariableThatIsNotThereIsLocated() {
        assertEquals(
                "templates/layouts/page.peb:3: Root attribute [nonsense] does not exist or can not be accessed and"
                        + " strict variables is set to true.",
                fault("layouts/page.peb", "<p>\n{# a remark #}\n{{ nonsense }}\n"));
    }

    @Test
    void aFaultInAPartialIsLocatedInThePartial() {
        assertEquals(
                "templates/partials/x.peb:2: Root attribute [nope] does not exist or can not be accessed and"
                        + " strict variables is set to true.",
                fault("layouts/page.peb", "\n\n\n{% include 'partials/x.peb' %}", "partials/x.peb", "\n{{ nope }}"));
    }

    @Test
    void whatDoesNotParseIsLocated() {
        assertEquals(
                "templates/layouts/page.peb:2: Unexpected tag name \"iff\"",
                fault("layouts/page.peb", "<p>\n{% iff title %}{% endif %}"));
    }

    @Test
    void anAssetAndATemplateThatAreNotThereAreNamed() {
        assertEquals(
                "templates/layouts/page.peb:2: there is no asset nope.css",
                fault("layouts/page.peb", "\n{{ asset('nope.css') }}"));
        assertEquals(
                "templates/layouts/page.peb:0: there is no template partials/nope.peb",
                fault("layouts/page.peb", "\n{% include 'partials/nope.peb' %}"));
    }

    @Test
    void aTemplateThatIncludesItselfIsToldApart() {
        assertEquals(
                "templates/layouts/page.peb:0: the template includes or calls itself without end",
                fault("layouts/page.peb", "{% include 'layouts/page.peb' %}"));
        assertEquals(
                "templates/layouts/page.peb:0: the template includes or calls itself without end",
                fault(
                        "layouts/page.peb",
                        "{% include 'partials/a.peb' %}",
                        "partials/a.peb",
                        "{% include 'partials/b.peb' %}",
                        "partials/b.peb",
                        "{% include 'partials/a.peb' %}"));
    }

    @Test
    void textIsNeverTakenForATemplate() {
        SortedMap<String, byte[]> theme = new TreeMap<>();
        theme.put("layouts/page.peb", "{{ title }}".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "{{ 7 * 7 }}",
                new Layouts(new Theme(theme, ""))
                        .render("layouts/page.peb", Map.of("base", "", "title", "{{ 7 * 7 }}")));
    }
}
