'use strict'
// Two pages of the same folder: the sidebar shows the pages of the current section, as those of the other tools do.
module.exports = (a, b) => Boolean(a && b) && a.slice(0, a.lastIndexOf('/')) === b.slice(0, b.lastIndexOf('/'))
