/** Markdown and AsciiDoc to one document model: the only package that knows flexmark, AsciidoctorJ and the body's HTML. */
package dev.tierzero.markup;
