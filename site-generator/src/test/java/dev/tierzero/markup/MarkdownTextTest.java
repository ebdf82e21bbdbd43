package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Text, lists and tables of Markdown. */
final class MarkdownTextTest {

    @Test
    void aParagraphWithMarksOfEveryKind() {
        assertEquals("""
                        <p>Plain <em>em</em> <strong>strong</strong> <del>gone</del> <code>x &lt; y</code> a*b &amp; © a &amp; b<br>
                        next line</p>
                        """, Pages.html("""
                        Plain *em* **strong** ~~gone~~ `x < y` a\\*b &amp; &copy; a & b \s
                        next line
                        """));
    }

    @Test
    void headingsGetIdsAndPermalinks() {
        assertEquals("""
                        <h2 id="verify">Verify<a class="permalink" href="#verify" aria-label="Link to “Verify”">#</a></h2>
                        <h3 id="verify-it">Verify it<a class="permalink" href="#verify-it" aria-label="Link to “Verify it”">#</a></h3>
                        <h2 id="verify-1">Verify<a class="permalink" href="#verify-1" aria-label="Link to “Verify”">#</a></h2>
                        <h2 id="größe--übung-20">Größe &amp; Übung: 2.0!<a class="permalink" href="#größe--übung-20" aria-label="Link to “Größe &amp; Übung: 2.0!”">#</a></h2>
                        """, Pages.html("""
                        ## Verify

                        ### Verify it

                        ## Verify

                        ## Größe & Übung: 2.0!
                        """));
    }

    @Test
    void anExplicitIdWinsAndOthersStepAside() {
        assertEquals("""
                        <h2 id="verify-1">Verify<a class="permalink" href="#verify-1" aria-label="Link to “Verify”">#</a></h2>
                        <h2 id="verify">Check the vault<a class="permalink" href="#verify" aria-label="Link to “Check the vault”">#</a></h2>
                        """, Pages.html("""
                        ## Verify

                        ## Check the vault {#verify}
                        """));
    }

    @Test
    void theFirstHeadingOfLevelOneThatRepeatsTheTitleIsLeftOut() {
        assertEquals("""
                        <p>Text.</p>
                        """, Pages.html("""
                        # Page

                        Text.
                        """));
    }

    @Test
    void linksLeaveSlotsForPagesAndMarkOtherSites() {
        assertEquals("""
                        <p><a href="{URL ../recovery/vault.md#verify}" title="Tip">Vault</a> <a href="{URL x.adoc}">{TITLE x.adoc}</a> <a href="{URL #verify}">top</a> <a class="external" href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer">out</a> <a href="mailto:a@b.example">mail</a></p>
                        """, Pages.html("""
                        [Vault](../recovery/vault.md#verify "Tip") [](x.adoc) [top](#verify) [out](https://example.com/a?b=1&c=2) [mail](mailto:a@b.example)
                        """));
    }

    @Test
    void bareUrlsAreLinkedWithoutTheirPunctuation() {
        assertEquals("""
                        <p>See <a class="external" href="https://example.com/a_b(c)" rel="noopener noreferrer">https://example.com/a_b(c)</a>, (<a class="external" href="http://example.com/x" rel="noopener noreferrer">http://example.com/x</a>) and <a class="external" href="https://example.com/y" rel="noopener noreferrer">https://example.com/y</a>. httpx://no http://</p>
                        """, Pages.html("""
                        See https://example.com/a_b(c), (http://example.com/x) and <https://example.com/y>. httpx://no http://
                        """));
    }

    @Test
    void referencesResolveAndUndefinedOnesAreText() {
        assertEquals("""
                        <p><a class="external" href="https://example.com/" rel="noopener noreferrer" title="T">one</a> <a class="external" href="https://example.com/" rel="noopener noreferrer" title="T">a</a> [b] [<em>x</em> y]</p>
                        """, Pages.html("""
                        [one][a] [a] [b] [*x* y]

                        [a]: https://example.com/ "T"
                        """));
    }

    @Test
    void listsTightAndLoose() {
        assertEquals("""
                        <ul>
                        <li>a</li>
                        <li>b
                        <ol>
                        <li>c</li>
                        <li>d</li>
                        </ol>
                        </li>
                        </ul>
                        <ol start="5">
                        <li>
                        <p>x</p>
                        </li>
                        <li>
                        <p>y</p>
                        <p>z</p>
                        </li>
                        </ol>
                        """, Pages.html("""
                        - a
                        - b
                          1. c
                          2. d

                        5. x

                        6. y

                           z
                        """));
    }

    @Test
    void aTaskListHasNamedBoxes() {
        assertEquals("""
                        <ul class="tasks">
                        <li class="task"><input type="checkbox" disabled aria-label="Stop the service"> Stop the <em>service</em></li>
                        <li class="task"><input type="checkbox" disabled checked aria-label="Call ops"> Call <code>ops</code>
                        <ul class="tasks">
                        <li class="task"><input type="checkbox" disabled aria-label="inner"> inner</li>
                        </ul>
                        </li>
                        </ul>
                        """, Pages.html("""
                        - [ ] Stop the *service*
                        - [x] Call `ops`
                          - [ ] inner
                        """));
    }

    @Test
    void aDefinitionList() {
        assertEquals("""
                        <dl>
                        <dt>Vault</dt>
                        <dd>Keeps secrets.</dd>
                        <dt>Broker</dt>
                        <dd>Gives leases.</dd>
                        <dd>And revokes them.</dd>
                        </dl>
                        """, Pages.html("""
                        Vault
                        : Keeps secrets.

                        Broker
                        : Gives leases.
                        : And revokes them.
                        """));
    }

    @Test
    void aTableWithCaptionAlignmentAndRowHeaders() {
        assertEquals("""
                        <div class="table-scroll" tabindex="0" role="region" aria-label="Limits of each plan"><table><caption>Limits of <em>each</em> plan</caption>
                        <thead>
                        <tr><th scope="col">Plan</th><th scope="col" class="right">CPU</th><th scope="col" class="center">Notes</th></tr>
                        </thead>
                        <tbody>
                        <tr><th scope="row">A</th><td class="right">1</td><td class="center"><code>a|b</code></td></tr>
                        <tr><th scope="row">B</th><td class="right">2</td><td></td></tr>
                        </tbody>
                        </table></div>
                        """, Pages.html("""
                        Table: Limits of *each* plan {.row-headers}

                        | Plan | CPU | Notes |
                        |------|----:|:-----:|
                        | A | 1 | `a\\|b` |
                        | B | 2 |
                        """));
    }

    @Test
    void aTableWithoutCaption() {
        assertEquals("""
                        <div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>
                        <thead>
                        <tr><td></td><th scope="col">b</th></tr>
                        </thead>
                        <tbody>
                        <tr><td>1</td><td>2</td></tr>
                        </tbody>
                        </table></div>
                        """, Pages.html("""
                        | | b |
                        |---|---|
                        | 1 | 2 |
                        """));
    }
}
