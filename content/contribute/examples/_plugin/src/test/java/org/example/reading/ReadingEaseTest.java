package org.example.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.testkit.Run;
import dev.tierzero.testkit.TestSite;
import org.junit.jupiter.api.Test;

final class ReadingEaseTest {

    // tag::verify[]
    @Test
    void aLongSentenceIsFoundInBothMarkups() {
        TestSite.of("""
                -- site.yaml --
                plugins:
                  reading-ease: {max-words: 6}
                -- content/a.md --
                # A

                Six words are not too long. Five words are just fine.

                Seven words in one sentence are more. <!-- expect RE001 -->
                -- content/b.adoc --
                = B

                Seven words in one sentence are more. // expect RE001
                """).verify(new ReadingEase());
    }
    // end::verify[]

    @Test
    void aSettingThatIsNoNumberIsFoundWhereItStands() {
        TestSite.of("""
                -- site.yaml --
                plugins:
                  reading-ease:
                    max-words: few # expect RE002
                -- content/a.md --
                # A
                """).verify(new ReadingEase());
    }

    // tag::run[]
    @Test
    void thePageListsTheLongestSentenceOfEachPage() {
        Run run = TestSite.of("""
                -- content/a.md --
                # Start here

                Our longest sentence has {reading:longest}.
                """).run(new ReadingEase());
        assertTrue(run.output("reading-ease.html").contains(">Start here</a></td><td>5</td>"));
        assertTrue(run.output("a.html").contains("Our longest sentence has 5 words."));
    }
    // end::run[]
}
