package dev.tierzero.jbake;

import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.RenderingException;

/** JBake's renderer on a site without templates of JBake: whatever is asked of it fails, and says why. */
final class NoTemplates extends Renderer {

    NoTemplates(PublishedStore store, JBakeConfiguration configuration) {
        // The constructor without it would load every template engine it can find.
        super(store, configuration, null);
    }

    private static RenderingException refused(String what) {
        return new RenderingException("templates of JBake are not used here, so that " + what + " cannot be rendered");
    }

    @Override
    public void render(DocumentModel content) throws RenderingException {
        throw refused(String.valueOf(content.getUri()));
    }

    @Override
    public void renderIndex(String indexFile) throws RenderingException {
        throw refused(indexFile);
    }

    @Override
    public void renderIndexPaging(String indexFile) throws RenderingException {
        throw refused(indexFile);
    }

    @Override
    public void renderSitemap(String sitemapFile) throws RenderingException {
        throw refused(sitemapFile);
    }

    @Override
    public void renderFeed(String feedFile) throws RenderingException {
        throw refused(feedFile);
    }

    @Override
    public void renderArchive(String archiveFile) throws RenderingException {
        throw refused(archiveFile);
    }

    @Override
    public void renderError404(String errorFile) throws RenderingException {
        throw refused(errorFile);
    }

    @Override
    public int renderTags(String tagPath) throws RenderingException {
        throw refused(tagPath);
    }
}
