package dev.tierzero.model;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.util.List;

/**
 * A page as it was parsed, the result of the parse stage and the unit of its cache.
 *
 * @param path below the content folder
 * @param file as findings name it
 * @param markup its language
 * @param type content type's name
 * @param title plain text, never empty
 * @param metadata from the page
 * @param headings of the body
 * @param links of the body; slots of {@code body} point into this list
 * @param codeBlocks of the body
 * @param ids emitted in the body
 * @param text plain words of the body
 * @param body sanitised HTML
 * @param outline what stands where in the body
 * @param includes files that went into the body, in the order first included
 */
public record ParsedDocument(
        String path,
        String file,
        Markup markup,
        String type,
        String title,
        Metadata metadata,
        List<Heading> headings,
        List<Link> links,
        List<CodeBlock> codeBlocks,
        List<String> ids,
        String text,
        Body body,
        Outline outline,
        List<Included> includes)
        implements Document {

    /** Metadata key of a page that a plugin made: the plugin's id. No author can write it, for no schema has it. */
    public static final String CONTRIBUTED_BY = "contributed-by";

    /** Whether a plugin made the page. */
    public boolean isContributed() {
        return metadata.keys().contains(CONTRIBUTED_BY);
    }

    /**
     * A file that an include brought in.
     *
     * @param file as findings name it
     * @param from the include line that did so first
     * @param lines of the file that are part of the page, ascending; none of a file that is missing
     */
    public record Included(String file, SourcePosition from, List<Lines> lines) {

        /** Copies the list. */
        public Included {
            lines = List.copyOf(lines);
        }
    }

    /** Lines of a file from {@code first} to {@code last}, both included, 1-based. */
    public record Lines(int first, int last) {}

    @Override
    public List<Block> blocks() {
        return outline.blocks();
    }

    @Override
    public List<InsertReference> inserts() {
        return outline.inserts();
    }

    /** Copies the lists. */
    public ParsedDocument {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
        codeBlocks = List.copyOf(codeBlocks);
        ids = List.copyOf(ids);
        includes = List.copyOf(includes);
    }
}
