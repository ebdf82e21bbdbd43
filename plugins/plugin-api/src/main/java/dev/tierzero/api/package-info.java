/**
 * What a plugin sees and returns. It needs nothing but the JDK, and every type is immutable.
 *
 * <p>A build has four stages that plugins take part in; a plugin implements the interface of each stage it wants:
 *
 * <ol>
 *   <li>{@link dev.tierzero.api.DataCollector collect}: bring data from outside, while pages are parsed. It has a time of its own, and what
 *       it brought last stands in when it fails.
 *   <li>{@link dev.tierzero.api.DocumentCheck check a page}: look at one parsed page at a time, in parallel.
 *   <li>{@link dev.tierzero.api.SiteCheck check the site}: look for what no single page can show.
 *   <li>{@link dev.tierzero.api.PageContributor contribute}: add pages, files, figures in pages and facts about pages.
 * </ol>
 *
 * <p>A complete plugin that finds pages nobody owns:
 *
 * <pre>{@code
 * package org.example;
 *
 * import dev.tierzero.api.Diagnostic;
 * import dev.tierzero.api.Document;
 * import dev.tierzero.api.DocumentCheck;
 * import dev.tierzero.api.SiteView;
 * import dev.tierzero.api.SourcePosition;
 * import java.util.List;
 *
 * public final class Owners implements DocumentCheck {
 *     public String id() {
 *         return "owners";
 *     }
 *
 *     public List<Diagnostic> check(Document document, SiteView site) {
 *         return document.metadata().text("owner").isPresent()
 *                 ? List.of()
 *                 : List.of(Diagnostic.error(
 *                         "OX001", SourcePosition.ofFile(document.file()), "the page has no owner", "add one"));
 *     }
 * }
 * }</pre>
 *
 * <p>Its jar has {@code META-INF/services/dev.tierzero.api.Plugin} with the line {@code org.example.Owners}. A site runs it when
 * {@code ./tier0 plugin add owners.jar} has locked it.
 *
 * <p>What the host hands out ({@link dev.tierzero.api.Document}, {@link dev.tierzero.api.SiteFiles} and what extends it) are interfaces
 * that only the host implements: they may get more methods. What a plugin returns are records and factories, and those stay.
 */
package dev.tierzero.api;
