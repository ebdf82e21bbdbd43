package dev.tierzero.browser;

import dev.tierzero.portal.Sites;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests in this class share one {@link Browser}, reset before each of them. Classes that run side by side have each their own. Without a
 * browser here they are aborted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({InBrowser.Shared.class, Sites.class})
@interface InBrowser {

    /** Lends a class a browser that is free, or a new one; the browsers end after the last test of all. */
    final class Shared implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Shared.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            Assumptions.assumeTrue(
                    Browser.isInstalled(), "needs Chromium and its driver: apt-get install chromium chromium-driver");
            browser(context).reset();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            browser(context).reset();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return browser(context);
        }

        private static Browser browser(ExtensionContext context) {
            ExtensionContext root = context.getRoot();
            ExtensionContext ofClass = context;
            while (ofClass.getParent().filter(parent -> parent != root).isPresent()) {
                ofClass = ofClass.getParent().orElseThrow();
            }
            Free free = root.getStore(NAMESPACE).computeIfAbsent(Free.class, key -> new Free(), Free.class);
            return ofClass.getStore(NAMESPACE)
                    .computeIfAbsent(Lent.class, key -> new Lent(free.taken(), free), Lent.class)
                    .browser();
        }
    }

    /** The browser of a class, free again when the class is done. */
    record Lent(Browser browser, Free free) implements AutoCloseable {

        @Override
        public void close() {
            free.browsers.add(browser);
        }
    }

    /** The browsers that no class has. */
    final class Free implements AutoCloseable {

        private final Queue<Browser> browsers = new ConcurrentLinkedQueue<>();

        Browser taken() {
            return Optional.ofNullable(browsers.poll()).orElseGet(Browser::start);
        }

        @Override
        public void close() throws IOException {
            for (Browser browser : browsers) {
                browser.close();
            }
        }
    }
}
