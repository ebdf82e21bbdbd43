package dev.tierzero.api;

import java.util.List;

/** A page as it was parsed: the same model for Markdown and AsciiDoc. Implemented by the host only. */
public interface Document {

    /** Path below the content folder, with {@code /}: {@code runbooks/vault.adoc}. */
    String path();

    /** The file as findings name it: {@code content/runbooks/vault.adoc}. */
    String file();

    /** The content type's name: {@code runbook}. */
    String type();

    /** The page title, plain text. */
    String title();

    /** What the page says about itself. */
    Metadata metadata();

    /** The headings of the body in document order. */
    List<Heading> headings();

    /** Every reference of the body in document order. */
    List<Link> links();

    /** Every block of code of the body in document order. */
    List<CodeBlock> codeBlocks();

    /** Every id of the emitted body in document order. */
    List<String> ids();

    /** The body's blocks in document order, headings among them. */
    List<Block> blocks();

    /** The body by headings. */
    default List<Section> sections() {
        return Section.of(headings(), blocks());
    }

    /** What there is to do: the numbered steps and the tasks. They carry marks in the HTML of pages whose type is a procedure. */
    default List<Step> steps() {
        return Step.of(headings(), blocks());
    }

    /** Places where something of a plugin's is shown. */
    List<InsertReference> inserts();

    /** The words of the body without code blocks, as plain text, single spaces. */
    String text();
}
