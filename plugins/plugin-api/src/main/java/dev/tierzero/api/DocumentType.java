package dev.tierzero.api;

import java.util.List;

/**
 * A content type, as data.
 *
 * @param name {@code runbook}
 * @param label for one page: {@code Runbook}
 * @param sections that a page of the type must have
 * @param procedure whether its pages are worked through step by step
 */
public record DocumentType(String name, String label, List<RequiredSection> sections, boolean procedure) {

    /** A type whose pages are read, not worked through. */
    public DocumentType(String name, String label, List<RequiredSection> sections) {
        this(name, label, sections, false);
    }

    /**
     * A section that must be there.
     *
     * @param title as it should be called
     * @param synonyms other titles that count as it
     * @param optional whether it may be missing; if it is there, its place and content count
     * @param mayBeEmpty whether nothing needs to stand in it
     * @param within title of the section in which it must stand; empty: on the top level
     */
    public record RequiredSection(
            String title, List<String> synonyms, boolean optional, boolean mayBeEmpty, String within) {

        /** Copies. */
        public RequiredSection {
            synonyms = List.copyOf(synonyms);
        }

        /** A section that must be there and hold something. */
        public static RequiredSection of(String title) {
            return new RequiredSection(title, List.of(), false, false, "");
        }
    }

    /** Copies. */
    public DocumentType {
        sections = List.copyOf(sections);
    }
}
