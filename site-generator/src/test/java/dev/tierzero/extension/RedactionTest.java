package dev.tierzero.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A value of the environment never appears in what is said, however it is written there. */
final class RedactionTest {

    private static final String SECRET = "s3cr&t/\"tök+en =";

    @Test
    void aSecretIsTakenOutInEveryWayItIsUsuallyWritten() {
        Redaction redaction = Redaction.of(List.of(SECRET));
        assertEquals("Bearer •••!", redaction.text("Bearer " + SECRET + "!"));
        assertEquals(
                "?token=•••&x", redaction.text("?token=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8) + "&x"));
        assertEquals("\"•••\"", redaction.text(JsonText.quoted(SECRET)));
        assertEquals("<b>•••</b>", redaction.text("<b>s3cr&amp;t/&quot;tök+en =</b>"));
    }

    @Test
    void noPartOfASecretThatTellsItIsLeftInBase64WhateverStandsAroundIt() {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            String secret = text(random, 8 + random.nextInt(24));
            Redaction redaction = Redaction.of(List.of(secret));
            String around = text(random, random.nextInt(7)) + ":" + secret + ":" + text(random, random.nextInt(7));
            for (Base64.Encoder encoder :
                    List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                String encoded = encoder.encodeToString(around.getBytes(StandardCharsets.UTF_8));
                String clean = redaction.text(encoded);
                int others = around.length() - secret.length();
                assertTrue(clean.length() - 3 <= others * 4 / 3 + 4, () -> secret + " in " + clean);
                assertEquals(1, clean.split("•••", -1).length - 1, secret + " in " + clean);
            }
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        return text.toString();
    }

    @Test
    void findingsAreCleanInEveryPart() {
        Diagnostic clean = Redaction.of(List.of("t0ken"))
                .finding(Diagnostic.error("KP001", SourcePosition.ofFile("t0ken.yaml"), "sent t0ken", "not t0ken"));
        assertEquals(Diagnostic.error("KP001", SourcePosition.ofFile("•••.yaml"), "sent •••", "not •••"), clean);
    }

    @Test
    void aValueOfThreeCharactersIsNoSecret() {
        assertEquals("yes, a yes", Redaction.of(List.of("yes", "")).text("yes, a yes"));
    }

    @Test
    void aPluginSeesOnlyTheVariablesThatItsSettingsName() {
        SourcePosition at = SourcePosition.ofFile("site.yaml");
        DataNode names = DataNode.ofList(
                new ArrayList<>(List.of(DataNode.ofText("TOKEN", at), DataNode.ofText("UNSET", at))), at);
        AllowedEnvironment allowed = AllowedEnvironment.of(
                DataNode.ofMap(Map.of("environment", names), at),
                name -> Optional.ofNullable(
                        Map.of("TOKEN", "t0ken", "HOME", "/root").get(name)));
        assertEquals(Optional.of("t0ken"), allowed.value("TOKEN"));
        assertEquals(Optional.empty(), allowed.value("HOME"));
        assertEquals(Optional.empty(), allowed.value("UNSET"));
        assertEquals("[TOKEN]", allowed.toString());
        assertEquals("is •••", allowed.redaction().text("is t0ken"));
    }
}
