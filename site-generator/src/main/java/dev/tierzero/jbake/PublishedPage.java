package dev.tierzero.jbake;

import dev.tierzero.api.Metadata;
import java.time.LocalDate;

/**
 * A page as rendering tools find it in the store.
 *
 * @param uri in the site: {@code blog/first.html}
 * @param file the source on the disk, as findings name it
 * @param type of content
 * @param title never blank
 * @param day it was last changed, for a page without a date
 * @param metadata of the page
 * @param body as published, with its links
 */
public record PublishedPage(
        String uri, String file, String type, String title, LocalDate day, Metadata metadata, String body) {}
