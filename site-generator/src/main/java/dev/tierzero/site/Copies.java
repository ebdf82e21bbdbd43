package dev.tierzero.site;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of which copies are kept on paper and disks: procedures, and pages that say {@code survives: offline}.
 *
 * @param pages in the order of their titles
 */
public record Copies(List<Copied> pages) {

    /**
     * A page with the code of its text as it stands.
     *
     * @param page the page
     * @param code its code
     * @param former output paths that the page once had
     */
    public record Copied(Page page, CopyCode code, List<String> former) {

        /** Copies the list. */
        public Copied {
            former = List.copyOf(former);
        }
    }

    /** Copies the list. */
    public Copies {
        pages = List.copyOf(pages);
    }

    /** The pages of a site. */
    public static Copies of(Site site, PageDigests digests) {
        List<Copied> copied = new ArrayList<>();
        for (Page page : site.pages()) {
            code(page, digests).ifPresent(code -> copied.add(new Copied(page, code, former(page))));
        }
        copied.sort((a, b) ->
                NaturalOrder.INSTANCE.compare(a.page().title(), b.page().title()));
        return new Copies(copied);
    }

    /** The code of a page of which copies are kept. */
    public static Optional<CopyCode> code(Page page, PageDigests digests) {
        return page.document()
                .filter(document -> isCovered(document, digests.types()))
                .map(document -> CopyCode.of(page.href(), digests.of(document)));
    }

    /** Whether copies of a page that somebody wrote are kept. */
    public static boolean isKept(Page page, Map<String, ContentType> types) {
        return page.document().filter(document -> isCovered(document, types)).isPresent();
    }

    /** Whether copies of a page are kept: also of the escalation sheet, whose text nobody wrote. */
    static boolean isCovered(Page page, Map<String, ContentType> types) {
        return page.kind() == Page.Kind.ESCALATION || isKept(page, types);
    }

    private static boolean isCovered(ParsedDocument document, Map<String, ContentType> types) {
        boolean procedure = Optional.ofNullable(types.get(document.type()))
                .filter(ContentType::procedure)
                .isPresent();
        boolean survives =
                document.metadata().text("survives").filter("offline"::equals).isPresent();
        return !document.isContributed() && (procedure || survives);
    }

    private static List<String> former(Page page) {
        return page.document().stream()
                .flatMap(document -> document.metadata().list("aliases").stream())
                .flatMap(Copies::outputs)
                .distinct()
                .toList();
    }

    /** Where a page may have stood that had an address: {@code /a/b} was {@code a/b/index.html} or {@code a/b.html}. */
    private static Stream<String> outputs(String alias) {
        String stub = Aliases.stub(alias.startsWith("/") ? alias : "/" + alias);
        String file = stub.replaceFirst("/index\\.html$", ".html");
        return alias.endsWith(".html") ? Stream.of(stub) : Stream.of(stub, file);
    }
}
