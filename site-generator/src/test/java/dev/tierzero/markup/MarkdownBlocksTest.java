package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Admonitions, tabs, code, figures and footnotes of Markdown. */
final class MarkdownBlocksTest {

    @Test
    void alertsOfGitHub() {
        assertEquals("""
                        <aside class="admonition warning" role="note" aria-label="Warning">
                        <p class="admonition-title">Data loss</p>
                        <p>First <em>line</em>
                        second</p>
                        <ul>
                        <li>item</li>
                        </ul>
                        </aside>
                        <aside class="admonition tip" role="note" aria-label="Tip">
                        <p class="admonition-title">Tip</p>
                        <p>Short.</p>
                        </aside>
                        <aside class="admonition note" role="note" aria-label="Note">
                        <p class="admonition-title">Note</p>
                        <p>Para.</p>
                        </aside>
                        <blockquote>
                        <p>Plain quote</p>
                        </blockquote>
                        """, Pages.html("""
                        > [!WARNING] Data `loss`
                        > First *line*
                        > second
                        >
                        > - item

                        > [!tip]
                        > Short.

                        > [!NOTE]
                        >
                        > Para.

                        > Plain quote
                        """));
    }

    @Test
    void containersOfDocusaurus() {
        assertEquals("""
                        <aside class="admonition warning" role="note" aria-label="Warning">
                        <p class="admonition-title">Mind the gap</p>
                        <p>Text.</p>
                        <ul>
                        <li>a</li>
                        </ul>
                        </aside>
                        <aside class="admonition note" role="note" aria-label="Note">
                        <p class="admonition-title">Note</p>
                        <p>Known as a note.</p>
                        </aside>
                        <aside class="admonition caution" role="note" aria-label="Caution">
                        <p class="admonition-title">Title</p>
                        <p>Brackets.</p>
                        </aside>
                        """, Pages.html("""
                        :::warning Mind *the* gap
                        Text.

                        - a
                        :::

                        :::info
                        Known as a note.
                        :::

                        ::: danger[Title]
                        Brackets.
                        :::
                        """));
    }

    @Test
    void containersNestByTheirColons() {
        assertEquals("""
                        <aside class="admonition note" role="note" aria-label="Note">
                        <p class="admonition-title">Outer</p>
                        <aside class="admonition tip" role="note" aria-label="Tip">
                        <p class="admonition-title">Inner</p>
                        <p>Deep.</p>
                        </aside>
                        <p>After.</p>
                        </aside>
                        <p>Done.</p>
                        """, Pages.html("""
                        ::::note Outer
                        :::tip Inner
                        Deep.
                        :::
                        After.
                        ::::
                        Done.
                        """));
    }

    @Test
    void containersOfOneLengthNestToo() {
        assertEquals("""
                        <aside class="admonition note" role="note" aria-label="Note">
                        <p class="admonition-title">Note</p>
                        <aside class="admonition tip" role="note" aria-label="Tip">
                        <p class="admonition-title">Tip</p>
                        <p>Deep.</p>
                        </aside>
                        <p>After.</p>
                        </aside>
                        <p>Done.</p>
                        """, Pages.html("""
                        :::note
                        :::tip
                        Deep.
                        :::
                        After.
                        :::
                        Done.
                        """));
    }

    @Test
    void aContainerInAListItemEndsThere() {
        assertEquals("""
                        <ol>
                        <li>
                        <p>Step</p>
                        <aside class="admonition warning" role="note" aria-label="Warning">
                        <p class="admonition-title">Warning</p>
                        <p>Hot.</p>
                        </aside>
                        </li>
                        <li>
                        <p>Next</p>
                        </li>
                        </ol>
                        """, Pages.html("""
                        1. Step

                           :::warning
                           Hot.
                           :::

                        2. Next
                        """));
    }

    @Test
    void admonitionsOfMkDocs() {
        assertEquals("""
                        <aside class="admonition warning" role="note" aria-label="Warning">
                        <p class="admonition-title">Be careful</p>
                        <p>Inside.</p>
                        <figure class="code" data-lang="bash"><pre tabindex="0"><code class="language-bash">!!! note
                        ls</code></pre></figure>
                        </aside>
                        <p>Outside.</p>
                        <aside class="admonition tip" role="note" aria-label="Tip">
                        <p class="admonition-title">Tip</p>
                        <p>Alias.</p>
                        </aside>
                        <aside class="admonition caution" role="note" aria-label="Caution">
                        <p class="admonition-title">Caution</p>
                        <p>No title.</p>
                        </aside>
                        """, Pages.html("""
                        !!! warning "Be careful"
                            Inside.

                            ```bash
                            !!! note
                            ls
                            ```
                        Outside.

                        !!! hint
                            Alias.

                        !!! danger ""
                            No title.
                        """));
    }

    @Test
    void collapsibleBlocks() {
        assertEquals("""
                        <details class="admonition note">
                        <summary class="admonition-title">More</summary>
                        <p>Hidden.</p>
                        </details>
                        <details class="admonition tip" open>
                        <summary class="admonition-title">Tip</summary>
                        <p>Shown.</p>
                        </details>
                        <details class="disclosure">
                        <summary>Log</summary>
                        <p>Lines.</p>
                        </details>
                        <details class="disclosure">
                        <summary>Why *not* <strong>this</strong></summary>
                        <p>Because <strong>so</strong>.</p>
                        </details>
                        """, Pages.html("""
                        ??? note "More"
                            Hidden.

                        ???+ tip
                            Shown.

                        :::details Log
                        Lines.
                        :::

                        <details><summary>Why *not* <b>this</b></summary>

                        Because **so**.

                        </details>
                        """));
    }

    @Test
    void tabsOfColons() {
        assertEquals("""
                        <div class="tabs">
                        <section class="tab" data-tab="linux" aria-label="Linux">
                        <p class="tab-title">Linux</p>
                        <figure class="code" data-lang="bash"><pre tabindex="0"><code class="language-bash">:::</code></pre></figure>
                        </section>
                        <section class="tab" data-tab="windows-11--wsl2" aria-label="Windows 11 + WSL2">
                        <p class="tab-title">Windows 11 + WSL2</p>
                        <p>Text.</p>
                        </section>
                        </div>
                        """, Pages.html("""
                        ::::tabs
                        :::tab Linux
                        ```bash
                        :::
                        ```
                        :::

                        :::tab Windows 11 + WSL2
                        Text.
                        :::
                        ::::
                        """));
    }

    @Test
    void tabsOfMkDocs() {
        assertEquals("""
                        <div class="tabs">
                        <section class="tab" data-tab="linux" aria-label="Linux">
                        <p class="tab-title">Linux</p>
                        <p>One.</p>
                        </section>
                        <section class="tab" data-tab="macos" aria-label="macOS">
                        <p class="tab-title">macOS</p>
                        <p>Two.</p>
                        </section>
                        </div>
                        <p>After.</p>
                        """, Pages.html("""
                        === "Linux"

                            One.

                        === "macOS"

                            Two.

                        After.
                        """));
    }

    @Test
    void codeWithTitleAndHighlightedLines() {
        assertEquals("""
                        <figure class="code" data-lang="bash"><figcaption>Check the vault</figcaption><pre tabindex="0"><code class="language-bash">a
                        <span class="line hl">b &lt; c</span>
                        d
                        <span class="line hl">e</span>
                        <span class="line hl">f</span></code></pre></figure>
                        """, Pages.html("""
                        ```bash title="Check the vault" {2,4-5}
                        a
                        b < c
                        d
                        e
                        f
                        ```
                        """));
    }

    @Test
    void consoleOutputAndPlainCode() {
        assertEquals("""
                        <figure class="code console" data-lang="console"><pre tabindex="0"><code class="language-console">$ ls
                        file</code></pre></figure>
                        <figure class="code output" data-lang="output"><pre tabindex="0"><code class="language-output">ok</code></pre></figure>
                        <figure class="code"><pre tabindex="0"><code>plain</code></pre></figure>
                        <figure class="code"><pre tabindex="0"><code>indented</code></pre></figure>
                        """, Pages.html("""
                        ```console
                        $ ls
                        file
                        ```

                        ```output
                        ok
                        ```

                        ```
                        plain
                        ```

                            indented
                        """));
    }

    @Test
    void highlightedLinesInTheWayOfMkDocs() {
        assertEquals("""
                        <figure class="code" data-lang="py"><pre tabindex="0"><code class="language-py"><span class="line hl">a</span>
                        b
                        <span class="line hl">c</span></code></pre></figure>
                        """, Pages.html("""
                        ``` py hl_lines="1 3" linenums="1"
                        a
                        b
                        c
                        ```
                        """));
    }

    @Test
    void aDiagramCarriesItsAlternative() {
        assertEquals("""
                        <figure class="diagram" data-lang="mermaid"><figcaption>Flow</figcaption><p class="diagram-alt">A leads to B.</p><details><summary>Diagram source (Mermaid)</summary><pre tabindex="0"><code class="language-mermaid">graph TD
                        A --&gt; B</code></pre></details></figure>
                        """, Pages.html("""
                        ```mermaid title="Flow" alt="A leads to B."
                        graph TD
                        A --> B
                        ```
                        """));
    }

    @Test
    void imagesInlineAndWithCaption() {
        assertEquals("""
                        <p>Text <img src="{URL a.png}" alt="Alt text" loading="lazy"> more.</p>
                        <figure class="image"><img src="{URL map.svg}" alt="A big map" loading="lazy"><figcaption>The map</figcaption></figure>
                        <p><img src="{URL dot.png}" alt="" width="10" loading="lazy"></p>
                        """, Pages.html("""
                        Text ![Alt text](a.png) more.

                        ![A *big* map](map.svg "The map")

                        <img src="dot.png" alt="" width="10">
                        """));
    }

    @Test
    void footnotesAreNumberedByFirstReference() {
        assertEquals("""
                        <p>B<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" aria-label="Footnote 1">1</a></sup> and A<sup class="footnote-ref" id="fnref-2"><a href="#fn-2" aria-label="Footnote 2">2</a></sup>, again<sup class="footnote-ref" id="fnref-1-2"><a href="#fn-1" aria-label="Footnote 1">1</a></sup>.</p>
                        <section class="footnotes" aria-label="Footnotes"><ol>
                        <li id="fn-1">
                        <p>Note <em>B</em>.</p>
                        <figure class="code"><pre tabindex="0"><code>code</code></pre></figure>
                         <a class="footnote-back" href="#fnref-1" aria-label="Back to text">↩</a> <a class="footnote-back" href="#fnref-1-2" aria-label="Back to text">↩</a></li>
                        <li id="fn-2">
                        <p>Note A. <a class="footnote-back" href="#fnref-2" aria-label="Back to text">↩</a></p>
                        </li>
                        </ol></section>
                        """, Pages.html("""
                        B[^b] and A[^a], again[^b].

                        [^a]: Note A.

                        [^b]: Note *B*.

                            ```
                            code
                            ```
                        """));
    }

    @Test
    void keysAndOtherHtmlPass() {
        assertEquals("""
                        <p><kbd>Ctrl</kbd>+<kbd>C</kbd> H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <abbr title="Recovery time">RTO</abbr> <q>q</q> <strong>b</strong> <em>i</em><br>z</p>
                        """, Pages.html("""
                        <kbd>Ctrl</kbd>+<kbd>C</kbd> H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <abbr title="Recovery time">RTO</abbr> <q>q</q> <b>b</b> <i>i</i><br>z
                        """));
    }

    @Test
    void divisionsAreUnwrapped() {
        assertEquals("""
                        <p>A <em>paragraph</em>.</p>
                        <p>bare</p>
                        """, Pages.html("""
                        <div>

                        A *paragraph*.

                        </div>

                        <div>bare</div>
                        """));
    }

    @Test
    void aRuleAndAnEscapedInclude() {
        assertEquals("""
                        <p>a</p>
                        <hr>
                        <p>--8&lt;-- "x.md"</p>
                        """, Pages.html("""
                        a

                        ---

                        ;--8<-- "x.md"
                        """));
    }

    @Test
    void aQuoteInAList() {
        assertEquals("""
                        <ul>
                        <li>
                        <aside class="admonition note" role="note" aria-label="Note">
                        <p class="admonition-title">Note</p>
                        <p>x</p>
                        </aside>
                        </li>
                        <li>y</li>
                        </ul>
                        """, Pages.html("""
                        - > [!NOTE]
                          > x
                        - y
                        """));
    }
}
