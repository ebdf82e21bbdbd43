package dev.tierzero.site;

import java.util.List;
import java.util.Locale;

/** Addresses and names of tags: tags that differ only in case, spaces or punctuation are one. */
public final class Tags {

    private Tags() {}

    /** The output path of a tag's page, given its slug. */
    static String href(String slug) {
        return "tags/" + slug + ".html";
    }

    /** The output path of a tag's page, given the tag as written. */
    public static String hrefOf(String tag) {
        return href(slug(tag));
    }

    /** Lower case, letters and digits kept, all else one hyphen: {@code "CI/CD"} is {@code ci-cd}. */
    static String slug(String tag) {
        StringBuilder slug = new StringBuilder();
        tag.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        int length = slug.length();
        if (length > 0 && slug.charAt(length - 1) == '-') {
            slug.setLength(length - 1);
        }
        // "index" would take the address of the list of all tags.
        return slug.isEmpty() || slug.toString().equals("index") ? "tag-" + slug : slug.toString();
    }

    /** The spelling used by the first page (by address) that has the tag. */
    static String label(String slug, List<Page> members) {
        return members.get(0).document().stream()
                .flatMap(d -> d.metadata().list("tags").stream())
                .filter(t -> slug(t).equals(slug))
                .findFirst()
                .orElse(slug);
    }
}
