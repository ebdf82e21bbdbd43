package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Each construct of AsciiDoc as marked HTML; positions are left out here and are tested in {@link AsciiDocPositionsTest}. */
class AsciiDocRendererTest {

    private static void becomes(String adoc, String html) {
        assertEquals(html.stripTrailing(), AsciiDocFixture.page(adoc).plain().stripTrailing());
    }

    @Test
    void theHeaderIsNotPartOfTheBody() {
        becomes("= Title\n:owner: me\n\nText.", "<p>Text.</p>");
    }

    @Test
    void headingsAndBlocksAreFlatAndOnlyWrittenIdsAreKept() {
        becomes("""
                == One

                [#two]
                === Two

                [[three]]
                ==== Three

                Text.

                [discrete]
                === Apart
                """, """
                <h2>One</h2>
                <h3 id="two">Two</h3>
                <h4 id="three">Three</h4>
                <p>Text.</p>
                <h3>Apart</h3>""");
    }

    @Test
    void inlineMarks() {
        becomes(
                "*b* _e_ `c` `+{x}+` #m# [.line-through]#gone# H~2~O x^2^ \"`q`\" a -- b... (C) it's",
                "<p><strong>b</strong> <em>e</em> <code>c</code> <code>{x}</code> <mark>m</mark> <del>gone</del>"
                        + " H<sub>2</sub>O x<sup>2</sup> &#8220;q&#8221; a&#8201;&#8212;&#8201;b&#8230; &#169; it&#8217;s</p>");
    }

    @Test
    void keysButtonsAndMenus() {
        becomes(
                "kbd:[Ctrl+C] btn:[OK] menu:File[Save as > PDF]",
                "<p><kbd>Ctrl</kbd>+<kbd>C</kbd> <strong>OK</strong>"
                        + " <strong>File</strong> &#8250; <strong>Save as</strong> &#8250; <strong>PDF</strong></p>");
    }

    @Test
    void referencesKeepTheirTargetAsWritten() {
        becomes(
                "xref:../b/c.adoc#frag[text] xref:x.adoc[] xref:y.md#z[Y] <<c.adoc#d,D>> link:f.pdf[F] link:g.adoc[]",
                "<p><a href=\"../b/c.adoc#frag\">text</a> <a href=\"x.adoc\" data-auto>x.adoc</a> <a href=\"y.md#z\">Y</a>"
                        + " <a href=\"c.adoc#d\">D</a> <a href=\"f.pdf\">F</a> <a href=\"g.adoc\" data-auto>g.adoc</a></p>");
    }

    @Test
    void referencesWithinThePageFindIdsAndTitles() {
        becomes("""
                [#v]
                == Verify -- it

                <<v>> <<v,text>> <<Verify -- it>> xref:v[] <<what-then>> <<nowhere>> <<nowhere,N>>

                == What then?
                """, """
                <h2 id="v">Verify &#8212; it</h2>
                <p><a href="#v">Verify&#8201;&#8212;&#8201;it</a> <a href="#v">text</a> <a href="#v">Verify&#8201;&#8212;&#8201;it</a>\
                 <a href="#v">Verify&#8201;&#8212;&#8201;it</a> <a href="#what-then">What then?</a>\
                 <a href="#nowhere" data-auto>#nowhere</a> <a href="#nowhere">N</a></p>
                <h2>What then?</h2>""");
    }

    @Test
    void addresses() {
        becomes(
                "https://a.example/?x=1&y=2 https://b.example[B] me@example.com",
                "<p><a href=\"https://a.example/?x=1&amp;y=2\">https://a.example/?x=1&amp;y=2</a>"
                        + " <a href=\"https://b.example\">B</a> <a href=\"mailto:me@example.com\">me@example.com</a></p>");
    }

    @Test
    void admonitionsInBothForms() {
        becomes("""
                WARNING: Watch *out*.

                .Data loss
                [CAUTION]
                ====
                Text.

                * item
                ====

                [NOTE%collapsible%open]
                .Folded
                ====
                Text.
                ====
                """, """
                <t0-admonition kind="warning"><p>Watch <strong>out</strong>.</p></t0-admonition>
                <t0-admonition kind="caution" title="Data loss"><p>Text.</p>
                <ul><li>item</li></ul></t0-admonition>
                <t0-admonition kind="note" title="Folded" collapsible open><p>Text.</p></t0-admonition>""");
    }

    @Test
    void tabsInTheSyntaxOfAsciidoctorTabs() {
        becomes("""
                [tabs]
                ====
                Linux::
                +
                --
                [source,bash]
                ----
                ls
                ----
                --
                Windows 11 + WSL2:: dir
                ====
                """, """
                <t0-tabs><t0-tab title="Linux"><pre data-lang="bash"><code>ls</code></pre></t0-tab>
                <t0-tab title="Windows 11 + WSL2"><p>dir</p></t0-tab></t0-tabs>""");
    }

    @Test
    void containers() {
        becomes("""
                .Click "me"
                [%collapsible]
                ====
                Text.
                ====

                .Title
                ====
                Example.
                ====

                .Side
                ****
                Text.
                ****

                .Title
                [#o]
                --
                Open.
                --
                """, """
                <t0-details title="Click &quot;me&quot;"><p>Text.</p></t0-details>
                <t0-block-title>Title</t0-block-title><t0-example><p>Example.</p></t0-example>
                <t0-sidebar><t0-block-title>Side</t0-block-title><p>Text.</p></t0-sidebar>
                <t0-block-title>Title</t0-block-title><a id="o"></a><p>Open.</p>""");
    }

    @Test
    void quotesAndVerses() {
        becomes("""
                [quote, A & B, Work]
                ____
                Quoted.
                ____

                > Markdown
                > quote

                [verse, Poet]
                ____
                one
                two
                ____
                """, """
                <blockquote data-attribution="A &amp; B" data-cite="Work"><p>Quoted.</p></blockquote>
                <blockquote><p>Markdown
                quote</p></blockquote>
                <blockquote data-attribution="Poet"><p>one<br>
                two</p></blockquote>""");
    }

    @Test
    void listsAreTightUntilAnItemHoldsMoreThanTextAndLists() {
        becomes("""
                * a
                ** b

                . one
                . two
                +
                Para.

                //-

                [start=4]
                .. four

                [loweralpha]
                . letter
                """, """
                <ul><li>a
                <ul><li>b
                <ol><li><p>one</p></li>
                <li><p>two</p>
                <p>Para.</p></li></ol></li></ul></li></ul>
                <ol start="4"><li>four</li></ol>
                <ol type="a"><li>letter</li></ol>""");
    }

    @Test
    void taskListsAndDefinitions() {
        becomes("""
                * [ ] todo
                * [x] done

                Term:: Def
                Other::
                Same::
                +
                Para.
                """, """
                <ul><li data-task=" ">todo</li>
                <li data-task="x">done
                <dl><dt>Term</dt><dd>Def</dd>
                <dt>Other</dt><dt>Same</dt><dd><p>Para.</p></dd></dl></li></ul>""");
    }

    @Test
    void footnotesAreCollectedAndMayBeReferredToAgain() {
        becomes("A.footnote:[The *note*.] B.footnote:n[Named.] C.footnote:n[]", """
                <p>A.<t0-fnref id="1"></t0-fnref> B.<t0-fnref id="2"></t0-fnref> C.<t0-fnref id="2"></t0-fnref></p>
                <t0-footnote id="1"><p>The <strong>note</strong>.</p></t0-footnote>
                <t0-footnote id="2"><p>Named.</p></t0-footnote>""");
    }

    @Test
    void tables() {
        becomes("""
                .Caption
                [cols="1h,^2,>1",options="header"]
                |===
                |A |B |C

                |r1 |x
                a|
                * item

                2+|wide l|lit <b>
                |===
                """, """
                <table data-row-headers><caption>Caption</caption><thead><tr><th>A</th><th align="center">B</th><th align="right">C</th></tr></thead>
                <tbody><tr><th>r1</th><td align="center">x</td><td align="right"><ul><li>item</li></ul></td></tr>
                <tr><th colspan="2">wide</th><td align="center"><pre><code>lit &lt;b&gt;</code></pre></td></tr></tbody>
                </table>""");
    }

    @Test
    void codeWithItsTitleHighlightsAndCallouts() {
        becomes("""
                .Check the vault
                [source%linenums,bash,highlight=2;4..5]
                ----
                a <1>
                b # <2> <3>
                c && <d>
                ----
                <1> first
                <2> second
                <3> third
                """, """
                <pre data-lang="bash" data-title="Check the vault" data-highlight="2,4-5" data-numbers data-callouts="1:1,2:2,2:3"><code>a
                b
                c &amp;&amp; &lt;d&gt;</code></pre>
                <ol><li>first</li>
                <li>second</li>
                <li>third</li></ol>""");
    }

    @Test
    void listingsLiteralsConsolesAndDiagrams() {
        becomes("""
                ----
                listing <b>
                ----

                ....
                literal
                ....

                 indented

                [source,console]
                ----
                $ ls
                ----

                ```yaml
                a: 1
                ```

                .Cap
                [source,mermaid,alt="What it shows"]
                ----
                graph TD
                ----

                [mermaid,alt="Other"]
                ....
                graph LR
                ....
                """, """
                <pre><code>listing &lt;b&gt;</code></pre>
                <pre><code>literal</code></pre>
                <pre><code>indented</code></pre>
                <pre data-lang="console"><code>$ ls</code></pre>
                <pre data-lang="yaml"><code>a: 1</code></pre>
                <pre data-lang="mermaid" data-title="Cap" data-alt="What it shows"><code>graph TD</code></pre>
                <pre data-lang="mermaid" data-alt="Other"><code>graph LR</code></pre>""");
    }

    @Test
    void images() {
        becomes("""
                .A caption
                image::fig.svg[Alt "text",300,200]

                Text image:icon.png[Icon,16] and image:no-alt.png[] and image:d.png[alt=""].
                """, """
                <p><img src="fig.svg" alt="Alt &quot;text&quot;" width="300" height="200" data-caption="A caption"></p>
                <p>Text <img src="icon.png" alt="Icon" width="16"> and <img src="no-alt.png"> and <img src="d.png" alt="">.</p>""");
    }

    @Test
    void attributesConditionsAndCounters() {
        becomes("""
                :product: AI-Box

                {product} {counter:c} {counter:c}

                ifdef::product[]
                shown
                endif::[]

                ifndef::product[]
                hidden
                endif::[]

                ifeval::["{product}" == "AI-Box"]
                equal
                endif::[]
                """, "<p>AI-Box 1 2</p>\n<p>shown</p>\n<p>equal</p>");
    }

    @Test
    void breaksAnchorsAndLeads() {
        becomes(
                "[.lead]\nLead.\n\n'''\n\none +\n[[a]]two\n\n<<<\n",
                "<p class=\"lead\">Lead.</p>\n<hr>\n<p>one<br>\n<a id=\"a\"></a>two</p>");
    }

    @Test
    void passthroughsReachTheReadingPassAsTheyAre() {
        becomes("++++\n<u>x</u>\n++++\n\npass:[<b>y</b>] +++<i>z</i>+++", "<u>x</u>\n<p><b>y</b> <i>z</i></p>");
    }

    @Test
    void neitherTheClockNorTheMachineReachesAPage() {
        becomes(
                "{docdate}{localtime}{docyear}{docdir}{docfile}{docname}{user-home}",
                "<p>{docdate}{localtime}{docyear}{docfile}{docname}.</p>");
    }
}
