package dev.tierzero.jbake;

import dev.tierzero.api.Metadata;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/** A page's metadata as JBake models it. */
final class Models {

    private static final String DESCRIPTION = "description";
    private static final String SUMMARY = "summary";

    private Models() {}

    /**
     * The model of a page with this metadata: every key as written, and what JBake sets when a page is silent.
     *
     * @param type of the page's content
     * @param day of the page when its metadata names none
     */
    static DocumentModel of(Metadata metadata, String type, LocalDate day) {
        DocumentModel model = DocumentModel.createDefaultDocumentModel();
        for (Map.Entry<String, Metadata.Value> entry : metadata.values().entrySet()) {
            model.put(entry.getKey(), value(entry.getValue().value()));
        }
        Optional.ofNullable(model.get(DESCRIPTION)).ifPresent(text -> model.putIfAbsent(SUMMARY, text));
        model.setType(type);
        model.setStatus(isDraft(metadata) ? ModelAttributes.Status.DRAFT : ModelAttributes.Status.PUBLISHED);
        model.setDate(Date.from(date(metadata)
                .orElse(day)
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC)
                .toInstant()));
        // Never anything but an array: JBake looks at OrientDB's lists otherwise.
        model.setTags(metadata.list(ModelAttributes.TAGS).toArray(String[]::new));
        return model;
    }

    static boolean isDraft(Metadata metadata) {
        return metadata.flag("draft")
                || metadata.text(ModelAttributes.STATUS)
                        .filter(ModelAttributes.Status.DRAFT::equals)
                        .isPresent();
    }

    private static Object value(Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?> ? value : String.valueOf(value);
    }

    private static Optional<LocalDate> date(Metadata metadata) {
        try {
            return metadata.text(ModelAttributes.DATE)
                    .map(text -> LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeException e) {
            return Optional.empty(); // The page's own check has told.
        }
    }
}
