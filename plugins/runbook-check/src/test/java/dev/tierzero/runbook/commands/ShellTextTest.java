package dev.tierzero.runbook.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShellTextTest {

    @Test
    void quotationsThatEndAreClosed() {
        assertEquals(
                Optional.empty(),
                ShellText.of("echo 'a \" b' \"it's $(date '+%F')\" \\' # don't").openQuote());
    }

    @Test
    void theFirstQuotationThatDoesNotEndIsOpen() {
        ShellText text = ShellText.of("echo \"a 'b");
        assertEquals(Optional.of('"'), text.openQuote());
        assertEquals(5, text.openAt());
    }

    @Test
    void aHereDocumentEndsWithItsWordAlone() {
        assertEquals(
                Optional.empty(), ShellText.of("cat <<EOF\nit's\nEOF\necho").openDocument());
        assertEquals(
                Optional.empty(), ShellText.of("cat <<-'EOF' | sh\n\tx\n\tEOF").openDocument());
        assertEquals(Optional.of("EOF"), ShellText.of("cat <<EOF\nx\n EOF").openDocument());
        assertEquals(Optional.empty(), ShellText.of("cat <<< word").openDocument());
    }

    @Test
    void whatIsLiteralIsTakenOut() {
        assertEquals(
                "echo      \"$B\"     ", ShellText.of("echo '$A' \"$B\" # $C").withoutLiterals());
    }

    @Test
    void everyPrefixIsRead() {
        String text = "a 'b' \"c\\\"\" <<E <<-F # d\nx\nE\n\ty\n\tF\n$(e) `f` \\";
        for (int i = 0; i <= text.length(); i++) {
            assertEquals(i, ShellText.of(text.substring(0, i)).marks().length());
        }
    }
}
