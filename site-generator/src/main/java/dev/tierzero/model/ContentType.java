package dev.tierzero.model;

import dev.tierzero.api.DocumentType.RequiredSection;
import java.util.List;
import java.util.Map;

/**
 * A kind of page, as data: built in or declared in {@code site.yaml}.
 *
 * @param name {@code runbook}
 * @param label for one page: {@code Runbook}
 * @param plural for listings: {@code Runbooks}
 * @param template layout's name without extension
 * @param facts metadata keys shown in the page's fact box, in order, with their labels
 * @param requiredSections sections a page of this type must have, in order
 * @param procedure whether its pages are worked through step by step
 * @param schema JSON Schema (2020-12) of its metadata, as text
 */
public record ContentType(
        String name,
        String label,
        String plural,
        String template,
        Map<String, String> facts,
        List<RequiredSection> requiredSections,
        boolean procedure,
        String schema) {}
