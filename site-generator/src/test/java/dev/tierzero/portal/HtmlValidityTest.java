package dev.tierzero.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Every page is valid HTML by the checker of the W3C (Nu), which runs here without a network. */
@ExtendWith(Sites.class)
final class HtmlValidityTest {

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    @Test
    void everyPageOfThePortalIsValid(Portal portal) throws Exception {
        assertEquals(List.of(), errors(portal.site().output(), portal.site().pages()));
    }

    @Test
    void everyConstructIsValid(Constructs constructs) throws Exception {
        assertEquals(
                List.of(), errors(constructs.site().output(), constructs.site().pages()));
    }

    @Test
    void theCheckerSeesWhatIsNotValid(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("a.html"),
                "<!DOCTYPE html><html lang=\"en\"><head><title>A</title></head><body><p><div></div></p></body></html>");
        assertFalse(errors(folder, List.of("a.html")).isEmpty());
    }

    private static List<String> errors(Path folder, List<String> pages) throws Exception {
        Errors errors = new Errors();
        SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
        validator.setUpMainSchema(SCHEMA, errors);
        validator.setUpValidatorAndParsers(errors, false, false);
        for (String page : pages) {
            errors.page = page;
            validator.checkHtmlFile(folder.resolve(page).toFile(), true);
        }
        return errors.found;
    }

    private static final class Errors implements ErrorHandler {

        private final List<String> found = new ArrayList<>();
        private String page = "";

        @Override
        public void warning(SAXParseException exception) {
            // Taste, such as a heading level that is left out.
        }

        @Override
        public void error(SAXParseException e) {
            // The style sheet stands inside copies: the checker knows nothing of layers.
            if ("CSS: Unrecognized at-rule “@layer”".equals(e.getMessage())) {
                return;
            }
            found.add(page + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
