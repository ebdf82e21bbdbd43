package dev.tierzero.api;

import java.util.Map;
import java.util.Set;

/**
 * An extension of the generator. A class implements one or more of the permitted interfaces, each a stage of the build, has a public
 * constructor without parameters and is named in {@code META-INF/services/dev.tierzero.api.Plugin} of its jar.
 *
 * <p>The host makes one instance a build and may call it on several threads: a plugin keeps no state between calls. What it
 * returns must follow from what it was given, so that the same input gives the same site.
 */
public sealed interface Plugin permits DataCollector, DocumentCheck, SiteCheck, PageContributor {

    /** The plugin's name, unique in a site: {@code [a-z][a-z0-9-]{1,39}}. Its settings are {@code plugins.<id>} in {@code site.yaml}. */
    String id();

    /**
     * Registers that the plugin reads: the JSON Schema (2020-12, as text) of one entry, by name. The register {@code codes} is the
     * list in {@code content/_data/codes.yaml}. The host checks each entry where such a file exists, reports what does not fit at its
     * place, and hands on the entries that do.
     */
    default Map<String, String> registers() {
        return Map.of();
    }

    /**
     * Codes of findings that follow from {@link SiteView#asOf()}: only {@code tier0 audit} has them, so that a suppression of one is not
     * called needless by {@code tier0 check}.
     */
    default Set<String> auditCodes() {
        return Set.of();
    }
}
