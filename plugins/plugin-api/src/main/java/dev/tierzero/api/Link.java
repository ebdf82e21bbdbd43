package dev.tierzero.api;

/**
 * A reference from a page's body.
 *
 * @param kind what refers
 * @param target as written: a path to a source file, {@code #id}, an asset or an absolute URL
 * @param position of the reference in its source
 */
public record Link(Kind kind, String target, SourcePosition position) {

    /** What refers to the target. */
    public enum Kind {
        /** A hyperlink. */
        ANCHOR,
        /** An image; its target is a file of content or an absolute URL. */
        IMAGE
    }
}
