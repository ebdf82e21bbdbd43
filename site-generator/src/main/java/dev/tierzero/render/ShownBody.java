package dev.tierzero.render;

import java.util.function.UnaryOperator;

/**
 * The text of a page as its layout shows it.
 *
 * @param lead what stands before the first section of a procedure; of any other page nothing
 * @param sections the rest
 * @param procedure whether steps carry their marks
 */
record ShownBody(String lead, String sections, boolean procedure) {

    /** Of a page without a text of its own. */
    static final ShownBody NONE = ofText("");

    static ShownBody ofText(String html) {
        return new ShownBody("", html, false);
    }

    /** @param body with the marks of steps */
    static ShownBody ofProcedure(BodyText body) {
        return new ShownBody(body.lead(), body.sections(), true);
    }

    /** The same with another form of its HTML, in document order. */
    ShownBody with(UnaryOperator<String> form) {
        return new ShownBody(form.apply(lead), form.apply(sections), procedure);
    }

    String html() {
        return lead + sections;
    }
}
