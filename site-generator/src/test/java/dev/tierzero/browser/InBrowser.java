package dev.tierzero.browser;

import dev.tierzero.portal.Sites;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests in this class share one {@link Browser}, reset before each of them. Without a browser here they are aborted. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(Browser.LOCK)
@ExtendWith({InBrowser.Shared.class, Sites.class})
@interface InBrowser {

    /** Starts the browser for the first test and ends it after the last. */
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
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
        }
    }
}
