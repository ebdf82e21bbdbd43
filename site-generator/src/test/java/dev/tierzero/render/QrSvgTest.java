package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrSvgTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/b.html",
                "https://a.example/b.html#copy=1bhxs-641bee25",
                "https://portal.aibox.example/recovery/vault-failure.html#copy=1bhxs-641bee25",
                "https://portal.aibox.example/recovery/developer-machine-failure-and-loss.html?a=1&b=2#copy=1bhxs-641bee25"
            })
    void whatIsDrawnIsReadAgainWithItsQuietZone(String text) {
        String svg = QrSvg.of(text);
        assertEquals(text, QrReader.text(svg));
        assertEquals(svg, QrSvg.of(text));
        assertTrue(svg.contains("M4 4h7v1h-7z") && svg.contains("role=\"img\""), svg);
        assertTrue(svg.contains("aria-label=\"QR code: " + text.replace("&", "&amp;") + "\""), svg);
    }
}
