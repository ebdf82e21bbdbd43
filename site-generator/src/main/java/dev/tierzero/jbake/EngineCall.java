package dev.tierzero.jbake;

import dev.tierzero.model.Source;
import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;
import org.jbake.parser.ParserEngine;

/**
 * One page through an engine. An engine that extends {@link MarkupEngine} gets the page as JBake hands it over, but with the header that
 * the site has read; one that reads files itself gets the file.
 *
 * @param className of the engine
 * @param source of the page
 * @param file on the disk
 */
record EngineCall(ClassLoader loader, String className, JBakeConfiguration configuration, Source source, File file)
        implements Callable<Optional<DocumentModel>> {

    private static final MethodType PARSE =
            MethodType.methodType(DocumentModel.class, JBakeConfiguration.class, File.class);

    /** JBake never has the date of a page that is silent stand for something; this one is the same in every build. */
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    @Override
    public Optional<DocumentModel> call() throws Exception {
        ParserEngine engine = Interfaces.made(loader, className, ParserEngine.class);
        return engine instanceof MarkupEngine markup && !readsFiles(markup)
                ? parsed(markup)
                : Optional.ofNullable(engine.parse(configuration, file));
    }

    private static boolean readsFiles(MarkupEngine engine) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle parse = lookup.findVirtual(engine.getClass(), "parse", PARSE);
        return !lookup.revealDirect(parse).getDeclaringClass().equals(MarkupEngine.class);
    }

    /** The steps of {@link MarkupEngine#parse}, except that no header is guessed and no page is dropped. */
    private Optional<DocumentModel> parsed(MarkupEngine engine) {
        boolean headed = !source.metadata().values().isEmpty();
        ParserContext context = new ParserContext(file, lines(headed), configuration, headed);
        String type = source.metadata().text("type").orElse(configuration.getDefaultType());
        context.getDocumentModel().putAll(Models.of(source.metadata(), type, NO_DAY));
        engine.processHeader(context);
        context.setBody(source.body());
        if (!engine.validate(context)) {
            return Optional.empty();
        }
        engine.processBody(context);
        return Optional.of(context.getDocumentModel());
    }

    /** The lines of the file; a header is written as JBake has it, whichever way the page has it. */
    private List<String> lines(boolean headed) {
        List<String> lines = new ArrayList<>();
        if (headed) {
            source.metadata().values().forEach((key, value) -> lines.add(key + "=" + header(value.value())));
            lines.add(PropertyLines.HEADER_END);
        }
        source.body().lines().forEach(lines::add);
        return lines;
    }

    private static String header(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
