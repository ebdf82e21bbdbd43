/** What readers and their browser see: every page in Chromium, with and without scripts, on screen and on paper. */
package dev.tierzero.browser;
