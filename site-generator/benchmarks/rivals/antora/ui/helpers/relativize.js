'use strict'
// As Antora's own default UI does: the address of a page relative to the page shown.
const { posix: path } = require('path')
module.exports = (to, from, ctx) => {
  if (!to) return '#'
  if (!ctx) from = (ctx = from).data.root.page.url
  if (to.charAt() !== '/') return to
  if (!from) return (ctx.data.root.site.path || '') + to
  return from === to ? path.basename(to) : path.relative(path.dirname(from + '.'), to) || '.'
}
