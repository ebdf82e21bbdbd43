// Runs every engine over every collection and prints one table; run.sh sets everything up first. See README.md.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "./cdp.mjs";
import { inChromium, inDialog } from "./chromium.mjs";
import { foldersOf, readCollection, writeDocuments, writePages } from "./collections.mjs";
import { lucene } from "./engines/lucene.mjs";
import { lunr } from "./engines/lunr.mjs";
import { minisearch } from "./engines/minisearch.mjs";
import { pagefind } from "./engines/pagefind.mjs";
import { tier0 } from "./engines/tier0.mjs";
import { fuzz } from "./fuzz.mjs";
import { judge, mean, percentile, shuffled } from "./metrics.mjs";
import { buildPortal, portalCollection, scaledCollection } from "./portal.mjs";
import { insert, report } from "./report.mjs";

const VARIANTS = ["plain", "typo", "prefix"];
const QUERIES_PER_SESSION = 10;
const HOSTILE = 10000;
const SCALES = [1400, 10000];
const here = dirname(fileURLToPath(import.meta.url));
const say = text => process.stderr.write(text + "\n");

const { values: options } = parseArgs({ options: {
  work: { type: "string" }, checkout: { type: "string" }, collections: { type: "string", multiple: true }, portal: { type: "string" },
  only: { type: "string" }, engines: { type: "string", default: "" }, sessions: { type: "string", default: "24" },
  assets: { type: "string" }, into: { type: "string" }, "no-chromium": { type: "boolean" }, "no-fuzz": { type: "boolean" },
  with: { type: "string" },
  "no-typing": { type: "boolean" },
}, args: spread(process.argv.slice(2)) });

/** --collections A B C as --collections A --collections B --collections C. */
function spread(words) {
  let last = "";
  return words.flatMap(word => {
    if (word.startsWith("--")) {
      last = word;
      return word === "--collections" ? [] : [word];
    }
    return last === "--collections" ? [last, word] : [word];
  });
}

const classpath = readFileSync(join(options.work, "classpath"), "utf8");
const assets = options.assets ?? join(options.checkout, "templates/assets");
const site = options.portal ?? join(options.work, "portal");
const context = { here, npm: join(options.work, "npm"), java: { lucene: classpath, export: classpath }, assets,
  site: options.assets ? null : site, typing: !options["no-typing"] };
const all = [tier0(context), lucene(context), pagefind(context), ...minisearch(context), ...lunr(context)];
const engines = all.filter(engine => new RegExp(options.engines, "i").test(engine.name));
const wanted = name => !options.only || options.only.split(",").includes(name);

const readCollections = () => {
  const folders = options.collections ?? [process.env.TIER0_SEARCH_COLLECTIONS].filter(folder => folder);
  const given = folders.flatMap(foldersOf).map(readCollection);
  const names = ["portal", ...SCALES.map(count => `pages-${count}`)];
  if (!names.some(wanted)) return given.filter(collection => wanted(collection.name));
  if (!options.portal) buildPortal(options.checkout, site);
  const portal = portalCollection(site, join(here, "portal"));
  const scaled = SCALES.filter(count => wanted(`pages-${count}`)).map(count => scaledCollection(count, portal, given));
  return [...given, portal, ...scaled].filter(collection => wanted(collection.name));
};

/** The files that the engines' own programs read. */
const layOut = collection => {
  const folder = join(options.work, "collections", collection.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  collection.documents = join(folder, "docs.tsv");
  collection.pagesFile = join(folder, "pages.txt");
  collection.byHref = new Map(collection.pages.map(page => [page.href, page.id]));
  writeDocuments(collection.pages, collection.documents);
  writePages(collection.pages, collection.pagesFile);
  return folder;
};

const indexed = new Map();
const indexOnce = (engine, collection, folder) => {
  const own = join(folder, engine.group), key = own;
  if (!indexed.has(key)) {
    mkdirSync(own, { recursive: true });
    indexed.set(key, engine.index(collection, own));
  }
  return { own, cost: indexed.get(key) };
};

/** A code, an alert or a flag as it stands in the portal's registers. */
const isName = ({ id, text }) => /^(code|alert)-/.test(id) && /^(AIBOX-E\d+|[A-Z]{2}\d{3}|[A-Z][a-z]+([A-Z][a-z]+)+)$/.test(text) || /^--[a-z-]+$/.test(text);

/** Quality of each variant, and the time of a second run, when everything is in memory. */
const quality = async (session, collection) => {
  const judged = {}, answers = {}, kinds = {}, missed = [];
  for (const variant of VARIANTS) {
    const queries = collection.queries.filter(query => query.variant === variant);
    const judgedHere = [];
    for (const query of queries) {
      const { ids } = await session.search(query.text);
      const one = judge(ids, query.grades);
      judgedHere.push(one);
      if (variant === "plain") (kinds[query.id.replace(/-?\d+$/, "")] ??= []).push(one);
      if (variant === "plain" && isName(query) && !one.first) missed.push(query.text);
      answers[`${variant} ${query.id}`] = ids;
    }
    if (collection.judged !== false && queries.length) judged[variant] = { ...mean(judgedHere), queries: queries.length };
  }
  const times = [];
  for (const query of shuffled(collection.queries, 1)) times.push((await session.search(query.text)).ms);
  const byKind = Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, { ...mean(list), queries: list.length }]));
  const names = { asked: collection.queries.filter(query => query.variant === "plain" && isName(query)).length, missed };
  return { judged, byKind, names, answers, p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: Math.max(...times) };
};

/** Bytes of sessions of ten different queries each: the first, and each of the nine after it. One will do where the whole index comes first. */
const wire = async (open, queries) => {
  const ranked = [], shown = [], later = [], trips = [];
  for (let number = 0; number < Number(options.sessions); number++) {
    const session = await open();
    if (!session.wire) return {};
    for (const [position, query] of shuffled(queries, 1000 + number).slice(0, QUERIES_PER_SESSION).entries()) {
      const one = await session.search(query.text);
      if (position === 0) {
        ranked.push(one.ranked);
        shown.push(one.shown);
      } else later.push(one.shown);
      if (one.trips !== undefined) trips.push(one.trips);
    }
    if (session.whole) break;
  }
  return { ranked: percentile(ranked, 0.5), shown: percentile(shown, 0.5), later: percentile(later, 0.5), later95: percentile(later, 0.95),
    trips: percentile(trips, 0.5) };
};

const measured = async (engine, collection, folder) => {
  say(`${collection.name}: ${engine.name}`);
  const { own, cost } = indexOnce(engine, collection, folder);
  const open = () => engine.open(collection, own);
  const result = await quality(await open(), collection);
  const bytes = await wire(open, collection.short ?? collection.queries);
  const allKinds = collection.short && bytes.later ? await wire(open, collection.queries) : undefined;
  const { answers, ...figures } = { ...result, ...bytes, allKinds, ...cost };
  writeFileSync(join(own, engine.name.replace(/\W+/g, "-") + ".answers.json"), JSON.stringify(answers, null, 1));
  return { engine: engine.name, collection: collection.name, pages: collection.pages.length, ...figures };
};

/** Latency in Chromium with the portal's queries, at each size. */
async function browse(list) {
  const times = [];
  for (const collection of list) {
    say(`${collection.name}: Chromium`);
    times.push({ collection: collection.name, ...(await inChromium(assets, indexOf(collection), collection.queries, context.typing)) });
    if (collection.index && !options.assets) times.push({ collection: `${collection.name}, dialog`, ...(await inDialog(site, collection.queries)) });
  }
  return times;
}

/** Figures of an earlier run that this one does not measure. */
const kept = options.with ? JSON.parse(readFileSync(options.with, "utf8")).rows : [];
const place = row => collections.findIndex(one => one.name === row.collection) * 100 + all.findIndex(one => one.name === row.engine);

const rows = [];
const collections = readCollections();
const file = join(options.work, "results", new Date().toISOString().slice(0, 16).replace(":", "") + ".json");
/** Written after each engine: a run that is interrupted keeps what it has (--with). */
const save = found => writeFileSync(file, JSON.stringify(found, null, 1));
mkdirSync(dirname(file), { recursive: true });
for (const collection of collections) {
  const folder = layOut(collection);
  for (const engine of engines) {
    rows.push(await measured(engine, collection, folder));
    save({ rows });
  }
}
const isMeasured = row => rows.some(one => one.engine === row.engine && one.collection === row.collection);
const figures = [...rows, ...kept.filter(row => !isMeasured(row) && collections.some(one => one.name === row.collection))]
  .sort((a, b) => place(a) - place(b));
const ours = collections.filter(collection => (collection.index || collection.judged === false) && engines.some(engine => engine.group === "tier0"));
const indexOf = collection => collection.index ?? join(options.work, "collections", collection.name, "tier0/_search");
const fuzzed = options["no-fuzz"] ? [] : ours.map(collection => {
  say(`${collection.name}: hostile queries`);
  return { collection: collection.name, passes: fuzz(indexOf(collection), assets, collection.index ? HOSTILE : HOSTILE / 5, 1) };
});
const browsed = options["no-chromium"] || !chromium() ? [] : await browse(ours);
save({ rows: figures, browsed, fuzzed });
const text = report(figures, browsed, fuzzed);
process.stdout.write(text + "\n");
if (options.into) insert(options.into, text);
