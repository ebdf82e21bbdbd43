package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.extension.LockedJar;
import dev.tierzero.model.ForeignHtml;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/**
 * Calls markup engines, each page with an engine object of its own, one call at a time in a jar: JBake has one thread, and engines are
 * written for it. Whatever an engine does wrong is a finding. Safe for all threads.
 */
final class EngineRoom {

    /** An engine that was late for so many pages is not called again: each costs the whole limit. */
    private static final int MOST_LATE = 3;

    private static final int LARGEST_BODY = 4 << 20;

    private final SiteConfiguration configuration;
    private final Path content;
    private final Path destination;
    private final Duration limit;
    private final Map<LockedJar, Room> rooms = new ConcurrentHashMap<>();

    /**
     * @param content the folder of the pages
     * @param destination a folder that engines may write to, for nothing
     * @param limit on the clock for one page
     */
    EngineRoom(SiteConfiguration configuration, Path content, Path destination, Duration limit) {
        this.configuration = configuration;
        this.content = content;
        this.destination = destination;
        this.limit = limit;
    }

    /** One jar. */
    private record Room(ClassLoader loader, ReentrantLock one, AtomicInteger late) {

        static Room of(LockedJar jar) {
            try {
                return new Room(
                        jar.loader(new Interfaces(EngineRoom.class.getClassLoader())),
                        new ReentrantLock(true),
                        new AtomicInteger());
            } catch (IOException e) {
                throw new IllegalStateException(jar.file() + " was there when it was checked", e);
            }
        }
    }

    ForeignHtml convert(Claim claim, Source source) {
        Room room = rooms.computeIfAbsent(claim.jar(), Room::of);
        room.one().lock();
        try {
            return room.late().get() < MOST_LATE ? called(claim, source, room) : late(claim, source);
        } finally {
            room.one().unlock();
        }
    }

    private ForeignHtml called(Claim claim, Source source, Room room) {
        EngineCall call = new EngineCall(
                room.loader(),
                claim.className(),
                configuration.to(destination),
                source,
                content.resolve(source.path()).toFile());
        Isolated<DocumentModel> outcome = Isolated.call(
                "jbake-engine " + claim.className() + " of " + claim.jar().file(), room.loader(), limit, call);
        if (outcome.late()) {
            room.late().incrementAndGet();
            return late(claim, source);
        }
        return outcome.failure().isPresent()
                ? failed(claim, source, outcome.failure().get())
                : taken(claim, source, outcome.value());
    }

    private ForeignHtml late(Claim claim, Source source) {
        return nothing(Diagnostic.error(
                "JB014",
                at(source),
                "the engine " + claim.className() + " of " + claim.jar().file() + " takes longer than "
                        + limit.toSeconds() + " s",
                "shorten the page, or raise \"limits: page-seconds\" in site.yaml"));
    }

    private static ForeignHtml failed(Claim claim, Source source, Throwable failure) {
        boolean missing = failure instanceof ReflectiveOperationException
                || failure instanceof LinkageError
                || failure instanceof ClassCastException;
        // The same for every page, and told once.
        Diagnostic unusable = Diagnostic.error(
                "JB012",
                SourcePosition.ofFile(claim.jar().file()),
                "the engine " + claim.className() + " cannot be used: " + Failure.told(failure),
                "use a build of the jar for JBake 2.7 that brings the libraries it needs");
        Diagnostic failed = Diagnostic.error(
                "JB013",
                at(source),
                "the engine " + claim.className() + " of " + claim.jar().file() + " fails: " + Failure.told(failure),
                "correct the page, or tell who wrote the engine");
        return nothing(missing ? unusable : failed);
    }

    private static ForeignHtml taken(Claim claim, Source source, Optional<DocumentModel> model) {
        Object body = model.map(m -> m.get(ModelAttributes.BODY)).orElse("");
        String html = body instanceof String text ? text : "";
        if (html.isBlank() && !source.body().isBlank()) {
            return refused(claim, source, "gives no text", "correct the page: the engine refuses it");
        }
        if (html.length() > LARGEST_BODY) {
            return refused(claim, source, "gives more than " + LARGEST_BODY + " characters", "split the page");
        }
        DocumentModel made = model.orElseGet(DocumentModel::new);
        boolean untitled = source.metadata().text(ModelAttributes.TITLE).isEmpty();
        String title = untitled ? String.valueOf(made.getOrDefault(ModelAttributes.TITLE, "")) : "";
        return new ForeignHtml(html, title, unread(claim, source, made));
    }

    private static ForeignHtml refused(Claim claim, Source source, String what, String hint) {
        return nothing(Diagnostic.error(
                "JB015",
                at(source),
                "the engine " + claim.className() + " of " + claim.jar().file() + " " + what,
                hint));
    }

    /** What an engine reads from the text comes too late: the page's type and place are settled by its header. */
    private static List<Diagnostic> unread(Claim claim, Source source, DocumentModel model) {
        List<Diagnostic> found = new ArrayList<>();
        Object status = Optional.ofNullable(model.get(ModelAttributes.STATUS)).orElse("");
        if (ModelAttributes.Status.DRAFT.equals(status) && !Models.isDraft(source.metadata())) {
            found.add(Diagnostic.error(
                    "JB016",
                    at(source),
                    "the engine " + claim.className() + " reads that this is a draft; its header does not say so",
                    "write status=draft in the header of the page, above " + PropertyLines.HEADER_END));
        }
        Object type = Optional.ofNullable(model.get(ModelAttributes.TYPE)).orElse("");
        String own = source.metadata().text(ModelAttributes.TYPE).orElse("page");
        if (!own.equals(type)) {
            found.add(Diagnostic.warning(
                    "JB016",
                    at(source),
                    "the engine " + claim.className() + " reads the type \"" + type + "\"; the page is a " + own,
                    "write type=" + type + " in the header of the page, above " + PropertyLines.HEADER_END));
        }
        return found;
    }

    private static ForeignHtml nothing(Diagnostic finding) {
        return new ForeignHtml("", "", List.of(finding));
    }

    private static SourcePosition at(Source source) {
        return SourcePosition.ofFile(source.file());
    }
}
