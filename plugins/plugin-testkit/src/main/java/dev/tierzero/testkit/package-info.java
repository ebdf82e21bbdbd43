/**
 * For the tests of plugins: a site in one text, built by the real generator, with the expected findings marked on their lines.
 *
 * <pre>{@code
 * TestSite.of("""
 *         -- site.yaml --
 *         plugins:
 *           reading-ease: {max-words: 8}
 *         -- content/a.md --
 *         # A
 *
 *         Short enough.
 *
 *         This sentence has a good many more words than it needs. <!-- expect RE001 -->
 *         """)
 *         .verify(new ReadingEase());
 * }</pre>
 */
package dev.tierzero.testkit;
