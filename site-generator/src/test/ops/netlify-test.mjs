// netlify.toml as Netlify sees it: resolved by its own packages for each context, linted for what they pass over in silence,
// and run by netlify-build with a stub in place of the generator.
//
//   node netlify-test.mjs MODULES [OUTPUT]     exit 0 passed, 1 failed, 77 skipped (MODULES is not there)
//
// MODULES is the node_modules folder made by `npm ci` from the package-lock.json beside this file. With OUTPUT, the _headers
// and _redirects the generator wrote there are linted and parsed as well. `UPDATE_EXPECTED=1` rewrites netlify/expected/
// (refused in CI).
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lintConfig, lintHeaders, lintRedirects } from './netlify-lint.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..')
const [modules, output] = process.argv.slice(2)
if (!modules || !existsSync(join(modules, '@netlify/config'))) {
  console.log(`SKIPPED: no @netlify/config in ${modules}; .ci/run installs it`)
  process.exit(77)
}
const load = (path) => import(pathToFileURL(join(modules, path)))
const { resolveConfig } = await load('@netlify/config/lib/index.js')
const { parseAllHeaders } = await load('@netlify/headers-parser/lib/index.js')
const { parseAllRedirects } = await load('@netlify/redirect-parser/lib/index.js')
const parseToml = createRequire(join(modules, '@netlify/config/'))('@iarna/toml/parse-string.js')

const CONTEXTS = { production: 'main', 'deploy-preview': 'a-change', 'branch-deploy': 'a-branch' }
const temporary = mkdtempSync(join(tmpdir(), 'tier0-netlify-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

/** The project as Netlify clones it, as far as this concerns it; ./tier0 is a stub. */
const project = (name, stub = '#!/bin/sh\nexit 0\n') => {
  const folder = join(temporary, name)
  mkdirSync(join(folder, 'site-generator'), { recursive: true })
  cpSync(join(root, 'netlify.toml'), join(folder, 'netlify.toml'))
  cpSync(join(root, 'netlify'), join(folder, 'netlify'), { recursive: true })
  for (const pom of ['pom.xml', 'site-generator/pom.xml']) writeFileSync(join(folder, pom), '<project/>')
  writeFileSync(join(folder, 'tier0'), stub)
  chmodSync(join(folder, 'tier0'), 0o755)
  return folder
}

const resolveIn = (cwd, context) =>
  resolveConfig({ cwd, context, branch: CONTEXTS[context], offline: true, mode: 'require', buffer: true })

/** Runs Netlify's own build. CI-only variables of the machine we are on are not passed. */
const netlifyBuild = (cwd, context, home) => {
  const bin = join(modules, '@netlify/build/bin.js')
  const run = spawnSync(process.execPath, [bin, '--offline', '--cwd', cwd, '--context', context, '--telemetry=false'], {
    env: { PATH: process.env.PATH, HOME: home, BUILD_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { code: run.status, text: run.stdout + run.stderr }
}

const tests = {
  async everyContextResolvesToTheExpectedSettingsWithoutAWarning() {
    const cwd = project('resolve')
    for (const context of Object.keys(CONTEXTS)) {
      const { config, logs } = await resolveIn(cwd, context)
      const actual = JSON.parse(JSON.stringify(config).replaceAll(cwd, '.'))
      const file = join(root, 'netlify/expected', `${context}.json`)
      if (process.env.UPDATE_EXPECTED && !process.env.CI) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`)
      }
      assert.deepEqual(actual, JSON.parse(readFileSync(file, 'utf8')), context)
      assert.deepEqual(logs, { stdout: [], stderr: [] }, context)
    }
  },

  theFileItselfHasNoneOfTheSilentTraps() {
    assert.deepEqual(lintConfig(parseToml(readFileSync(join(root, 'netlify.toml'), 'utf8'))), [])
  },

  eachSilentTrapIsFound() {
    const config = {
      '[bild]\ncommand = "x"': '[bild]: Netlify knows no such table and ignores it',
      '[build]\npublsh = "output"': '[build] publsh: Netlify knows no such key and ignores it',
      '[[headers]]\nfor = "nope"\n[headers.values]\nX-A = "1"': '[[headers]] for "nope" does not start with /',
      '[[redirects]]\nfrom = "/a"\nto = "/b"\nstatus = 999': '[[redirects]] /a: status 999 is not one Netlify serves',
      '[build]\npublish = "/etc"': '[build] publish "/etc" is outside the repository',
      '[[headers]]\nfor = "/*"\n[headers.values]\nContent-Encoding = "br"':
        '[[headers]] /*: Netlify sets Content-Encoding itself and ignores ours',
      '[context.production]\npublsh = "x"': '[build] publsh: Netlify knows no such key and ignores it',
    }
    for (const [toml, finding] of Object.entries(config)) assert.deepEqual(lintConfig(parseToml(toml)), [finding])
    assert.deepEqual(lintHeaders('/*\n  X-Frame-Options DENY\n'), ['_headers:2: no colon, so Netlify drops the line'])
    assert.deepEqual(lintHeaders('/*\n  A: 1\nassets/*\n  B: 2\n'), [
      '_headers:3: this line adds its headers to the rule above it, for "assets/*" does not start with /',
    ])
    assert.deepEqual(lintHeaders('/*\n  Server: tier0\n'), ['_headers:2: Netlify sets Server itself and ignores ours'])
    assert.deepEqual(lintRedirects('/a /b 999\n'), ['_redirects:1: status 999 is not one Netlify serves'])
    assert.deepEqual(lintRedirects('/a 301\n'), ['_redirects:1: 0 targets'])
    assert.deepEqual(lintRedirects('# old names\n\n/a /b 301\n/c https://example.com/ 302!\n'), [])
  },

  async productionSavesTheCacheAndTheNextBuildHasIt() {
    const home = join(temporary, 'home')
    mkdirSync(home)
    const stub = `#!/bin/sh
      [ -f .tier0/cache/entry ] && echo "STUB SAW the cache"
      [ -f "$HOME/.m2/repository/a.jar" ] && echo "STUB SAW the repository"
      [ -x "$HOME/.cache/tier0-toolchain/jdk-1/bin/java" ] && echo "STUB SAW the toolchain"
      mkdir -p .tier0/cache output "$HOME/.m2/repository" "$HOME/.cache/tier0-toolchain/jdk-1/bin"
      echo entry >.tier0/cache/entry; echo jar >"$HOME/.m2/repository/a.jar"; echo page >output/index.html
      echo java >"$HOME/.cache/tier0-toolchain/jdk-1/bin/java"; chmod +x "$HOME/.cache/tier0-toolchain/jdk-1/bin/java"
    `
    const cwd = project('cache', stub)
    /** What a new build machine lacks: everything but the clone and Netlify's own cache folder. */
    const forget = () => {
      for (const made of ['.tier0', 'output']) rmSync(join(cwd, made), { recursive: true, force: true })
      for (const made of ['.m2', '.cache']) rmSync(join(home, made), { recursive: true, force: true })
    }

    const preview = netlifyBuild(cwd, 'deploy-preview', home)
    assert.equal(preview.code, 0, preview.text)
    assert.match(preview.text, /Nothing saved: a deploy-preview build only reads the cache/)
    forget()
    const first = netlifyBuild(cwd, 'production', home)
    assert.equal(first.code, 0, first.text)
    assert.doesNotMatch(first.text, /STUB SAW/, 'the preview left something for production')
    forget()
    for (const context of ['production', 'deploy-preview']) {
      const next = netlifyBuild(cwd, context, home)
      assert.equal(next.code, 0, next.text)
      for (const what of ['cache', 'repository', 'toolchain']) assert.match(next.text, new RegExp(`STUB SAW the ${what}`))
      forget()
    }
  },

  aFailingBuildFailsTheDeploy() {
    const cwd = project('failing', '#!/bin/sh\necho "content/a.md:1:1: error RB002"; exit 1\n')
    const { code, text } = netlifyBuild(cwd, 'production', temporary)
    assert.equal(code, 2, text)
    assert.match(text, /content\/a\.md:1:1: error RB002/)
    assert.doesNotMatch(text, /Saved/)
  },

  async whatTheGeneratorWroteIsReadTheSameByNetlify() {
    if (!output) return 'no output folder given'
    const headers = readFileSync(join(output, '_headers'), 'utf8')
    const redirects = existsSync(join(output, '_redirects')) ? readFileSync(join(output, '_redirects'), 'utf8') : ''
    assert.deepEqual([...lintHeaders(headers), ...lintRedirects(redirects)], [])
    const lines = (text) => text.split('\n').filter((line) => line.trim() && !line.trim().startsWith('#'))
    const parsed = await parseAllHeaders({ headersFiles: [join(output, '_headers')], configHeaders: [], minimal: true })
    assert.deepEqual(parsed.errors, [])
    const counted = parsed.headers.reduce((sum, { values }) => sum + Object.keys(values).length, 0)
    assert.equal(counted, lines(headers).filter((line) => /^\s/.test(line)).length, 'header lines read and written')
    const read = await parseAllRedirects({ redirectsFiles: [join(output, '_redirects')], configRedirects: [], minimal: true })
    assert.deepEqual(read.errors, [])
    assert.equal(read.redirects.length, lines(redirects).length, 'redirects read and written')
  },
}

let failed = 0
for (const [name, test] of Object.entries(tests)) {
  try {
    const skipped = await test()
    console.log(skipped ? `not run: ${name} (${skipped})` : `ok: ${name}`)
  } catch (error) {
    failed++
    console.log(`FAILED: ${name}\n${error.message}`)
  }
}
process.exit(failed ? 1 : 0)
