package dev.tierzero.jbake;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/**
 * The pages of a site as JBake's store, to be read only. Of OrientDB, which JBake's own store opens, nothing is there: the methods that
 * would need it are replaced here, and the JVM links what is left without it. Every answer is a copy, the latest page first. One thread.
 */
final class PublishedStore extends ContentStore {

    private static final Comparator<DocumentModel> LATEST_FIRST =
            Comparator.comparing(DocumentModel::getDate).reversed().thenComparing(DocumentModel::getUri);

    private static final String READ_ONLY = "the pages of the site can only be read";

    private final List<DocumentModel> documents;

    PublishedStore(List<PublishedPage> pages) {
        super("memory", "published");
        this.documents = pages.stream()
                .map(PublishedStore::document)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static DocumentModel document(PublishedPage page) {
        DocumentModel model = Models.of(page.metadata(), page.type(), page.day());
        model.setTitle(page.title());
        model.setBody(page.body());
        model.setUri(page.uri());
        model.setSourceUri(page.uri());
        model.setNoExtensionUri(page.uri().replace("/index.html", "/"));
        model.setFile(page.file());
        model.setRootPath(
                "../".repeat((int) page.uri().chars().filter(c -> c == '/').count()));
        model.setSha1("");
        model.setStatus(ModelAttributes.Status.PUBLISHED);
        return model;
    }

    private DocumentList<DocumentModel> those(Predicate<DocumentModel> wanted) {
        DocumentList<DocumentModel> found = new DocumentList<>();
        documents.stream().filter(wanted).forEach(document -> {
            DocumentModel copy = new DocumentModel();
            copy.putAll(document);
            copy.setTags(document.getTags().clone());
            found.add(copy);
        });
        return found;
    }

    private DocumentList<DocumentModel> paged(Predicate<DocumentModel> wanted, boolean paging) {
        DocumentList<DocumentModel> all = those(wanted);
        if (!paging || getStart() < 0 || getLimit() < 0) {
            return all;
        }
        DocumentList<DocumentModel> page = new DocumentList<>();
        all.stream().skip(getStart()).limit(getLimit()).forEach(page::add);
        return page;
    }

    private static Predicate<DocumentModel> typed(String type) {
        return document -> document.getType().equals(type);
    }

    private static Predicate<DocumentModel> tagged(String tag) {
        return document -> Arrays.asList(document.getTags()).contains(tag);
    }

    private static Set<String> tags(Collection<DocumentModel> documents) {
        Set<String> tags = new TreeSet<>();
        documents.forEach(document -> tags.addAll(Arrays.asList(document.getTags())));
        return tags;
    }

    @Override
    public long getDocumentCount(String docType) {
        return those(typed(docType)).size();
    }

    @Override
    public long getPublishedCount(String docType) {
        return getDocumentCount(docType);
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return those(document -> document.getUri().equals(uri));
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return getDocumentByUri(uri);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return getPublishedPosts(false);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
        return paged(typed("post"), applyPaging);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return those(typed("post").and(tagged(tag)));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return those(tagged(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return those(typed("page"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String docType) {
        return those(typed(docType));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType) {
        return getAllContent(docType, false);
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
        return paged(typed(docType), applyPaging);
    }

    /** None: every page was rendered before the first tool begins. */
    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return new DocumentList<>();
    }

    @Override
    public Set<String> getTags() {
        return tags(those(typed("post")));
    }

    @Override
    public Set<String> getAllTags() {
        return tags(documents);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void startup() {}

    @Override
    public void close() {}

    @Override
    public void markContentAsRendered(DocumentModel document) {}

    @Override
    public void addDocument(DocumentModel document) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void deleteContent(String uri) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void deleteAllByDocType(String docType) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void drop() {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {
        throw new UnsupportedOperationException(READ_ONLY);
    }
}
