package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Holds a drawing or a page to the rules of XML. */
public final class Xml {

    private Xml() {}

    /** Fails when the text is no well-formed element. */
    public static void parse(String text, String about) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            fail(about + ": " + e.getMessage() + "\n" + text);
        }
    }
}
