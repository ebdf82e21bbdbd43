// Makes the scripts of the built-in theme smaller for publishing, with terser: templates/assets/*.js, templates/*.js → resources of the generator.
// The first line of each result is the digest of its source: the generator publishes a result only for exactly that source.
// Usage: node shrink.mjs [--check] [MODULES]   (MODULES: a node_modules with terser; otherwise the newest that .ci/run installed)
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const from = [join(root, "templates/assets"), join(root, "templates")];
const to = join(root, "site-generator/src/main/resources/dev/tierzero/render/shrunk");
const check = process.argv.includes("--check");
const SKIPPED = 77;

function installed() {
  const named = process.argv.slice(2).find(argument => argument !== "--check");
  if (named) return named;
  const cache = process.env.TIER0_OPS_CACHE ?? join(homedir(), ".cache/tier0-ops");
  if (!existsSync(cache)) return "none";
  const folders = readdirSync(cache).map(name => join(cache, name, "node_modules")).filter(folder => existsSync(join(folder, "terser")));
  return folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? "none";
}

const modules = installed();
if (!existsSync(join(modules, "terser"))) {
  console.log("terser is not installed: .ci/run installs it");
  process.exit(SKIPPED);
}
const { minify } = createRequire(join(resolve(modules), "x.js"))("terser");

const wanted = new Map();
for (const [folder, name] of from.flatMap(folder => readdirSync(folder).filter(file => file.endsWith(".js")).sort().map(name => [folder, name]))) {
  const source = readFileSync(join(folder, name));
  const digest = createHash("sha256").update(source).digest("hex");
  const { code } = await minify(source.toString(), { ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: true });
  wanted.set(name, `// ${digest}\n${code}\n`);
}

const there = existsSync(to) ? readdirSync(to) : [];
const stale = [...wanted].filter(([name, text]) => !there.includes(name) || readFileSync(join(to, name), "utf8") !== text).map(([name]) => name);
const gone = there.filter(name => !wanted.has(name));
if (check) {
  for (const name of [...stale, ...gone]) console.log(`${name}: what is published is not made from the theme's ${name}; run node site-generator/src/test/ops/shrink.mjs`);
  process.exit(stale.length + gone.length ? 1 : 0);
}
mkdirSync(to, { recursive: true });
gone.forEach(name => rmSync(join(to, name)));
stale.forEach(name => writeFileSync(join(to, name), wanted.get(name)));
console.log(`${stale.length} made anew, ${gone.length} removed, ${wanted.size} in all`);
