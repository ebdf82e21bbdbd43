// What Netlify accepts without a word and then ignores or misreads (each found by trying it on its own packages).
// Every function takes text or a parsed value and returns findings, one string each.

const TABLES = {
  '': ['build', 'context', 'plugins', 'headers', 'redirects', 'functions', 'edge_functions', 'dev', 'template', 'images'],
  build: ['base', 'command', 'publish', 'ignore', 'environment', 'processing', 'edge_functions', 'functions'],
  'build.processing': ['skip_processing', 'html', 'css', 'js', 'images'],
  plugins: ['package', 'inputs', 'pinned_version'],
  headers: ['for', 'values'],
  redirects: ['from', 'to', 'status', 'force', 'query', 'conditions', 'headers', 'signed', 'language', 'country', 'role'],
}
const STATUSES = [200, 301, 302, 303, 307, 308, 404, 410, 451]
const IGNORED = `accept-ranges age allow alt-svc connection content-encoding content-length content-range date location
  server set-cookie trailer transfer-encoding upgrade`.split(/\s+/)

const unknown = (table, name) =>
  Object.keys(table)
    .filter((key) => !TABLES[name].includes(key))
    .map((key) => `${name ? `[${name}] ${key}` : `[${key}]`}: Netlify knows no such ${name ? 'key' : 'table'} and ignores it`)

const path = (value, where) => (/^(\/|https?:\/\/)/.test(value ?? '') ? [] : [`${where} "${value}" does not start with /`])

const status = (value, where) => (STATUSES.includes(value) ? [] : [`${where}: status ${value} is not one Netlify serves`])

const header = (name, where) =>
  IGNORED.includes(name.toLowerCase()) ? [`${where}: Netlify sets ${name} itself and ignores ours`] : []

/** Findings on a parsed netlify.toml. */
export const lintConfig = (config) => {
  const blocks = [config, ...Object.values(config.context ?? {}).map((block) => ({ build: block }))]
  return [
    ...unknown(config, ''),
    ...blocks.flatMap(({ build = {} }) => [
      ...(config.build === build ? unknown(build, 'build') : unknown(build, 'build').filter((f) => !/\] (plugins|headers|redirects)/.test(f))),
      ...unknown(build.processing ?? {}, 'build.processing'),
      ...(/^(\/|\.\.(\/|$))/.test(build.publish ?? '') ? [`[build] publish "${build.publish}" is outside the repository`] : []),
    ]),
    ...(config.plugins ?? []).flatMap((plugin) => unknown(plugin, 'plugins')),
    ...(config.headers ?? []).flatMap((rule) => [
      ...unknown(rule, 'headers'),
      ...path(rule.for, '[[headers]] for'),
      ...Object.keys(rule.values ?? {}).flatMap((name) => header(name, `[[headers]] ${rule.for}`)),
    ]),
    ...(config.redirects ?? []).flatMap((rule) => [
      ...unknown(rule, 'redirects'),
      ...path(rule.from, '[[redirects]] from'),
      ...status(rule.status ?? 301, `[[redirects]] ${rule.from}`),
    ]),
  ]
}

/** Findings on a _headers file: paths at the margin, "Name: value" lines indented below them. */
export const lintHeaders = (text) => {
  let rule
  return text.split('\n').flatMap((line, index) => {
    const where = `_headers:${index + 1}`
    if (!line.trim() || line.trim().startsWith('#')) return []
    if (!/^\s/.test(line)) {
      rule = line.trim()
      return path(rule, `${where}: this line adds its headers to the rule above it, for`)
    }
    const colon = line.indexOf(':')
    if (colon < 0) return [`${where}: no colon, so Netlify drops the line`]
    if (!rule) return [`${where}: a header before the first path`]
    return header(line.slice(0, colon).trim(), where)
  })
}

/** Findings on a _redirects file: "/from /to status" on each line. */
export const lintRedirects = (text) =>
  text.split('\n').flatMap((line, index) => {
    const where = `_redirects:${index + 1}`
    const [from, ...rest] = line.trim().split(/\s+/)
    if (!from || from.startsWith('#')) return []
    const targets = rest.filter((word) => /^(\/|https?:\/\/)/.test(word))
    const codes = rest.filter((word) => /^\d+!?$/.test(word)).map((word) => parseInt(word, 10))
    return [
      ...path(from, `${where}: from`),
      ...(targets.length === 1 ? [] : [`${where}: ${targets.length} targets`]),
      ...codes.flatMap((code) => status(code, where)),
    ]
  })
