// Hostile queries against the engine, with all shards, with lost ones and with damaged ones: nothing may be thrown, and each query is
// answered within 100 ms of computing.
//
//   node fuzz.mjs --index FOLDER/_search --assets templates/assets [--count 10000] [--seed 1]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { engineOf, shardsOf } from "./engines/tier0.mjs";
import { hostileQueries } from "./hostile-queries.mjs";
import { percentile, random } from "./metrics.mjs";

const LIMIT = 100;
const ROUNDS = 40;
const decoder = new TextDecoder();
const decode = bytes => decoder.decode(bytes);

/** Words of the index, so that queries come near to what is there. */
const wordsOf = shards => {
  const { docs } = JSON.parse(inflateRawSync(shards.root));
  const texts = Array.from({ length: Math.min(docs, 200) }, (_, number) => JSON.stringify(JSON.parse(inflateRawSync(shards.read(`d${number}`)))));
  return [...new Set(texts.join(" ").split(/[\s",[\]]+/).filter(word => word.length > 1 && word.length < 40))];
};

/** What is wrong with an answer; nothing when it can be shown. */
const flaw = (answer, lost) => {
  const runs = list => Array.isArray(list) && list.every(run => Array.isArray(run) && typeof run[0] === "string");
  if (!answer || !Array.isArray(answer.hits) || !Array.isArray(answer.words)) return "no answer";
  if (!Number.isInteger(answer.total) || answer.total < answer.hits.length) return `total ${answer.total} of ${answer.hits.length}`;
  if (answer.hits.length > 10) return `${answer.hits.length} hits`;
  if (lost && !answer.partial) return "a shard was lost and the answer does not say so";
  const bad = answer.hits.find(hit => !Number.isFinite(hit.score) || typeof hit.href !== "string" || typeof hit.titleText !== "string" || !runs(hit.title)
    || !Array.isArray(hit.sections) || !hit.sections.every(section => runs(section.snippet) && typeof section.href === "string" && Array.isArray(section.path)));
  return bad ? `a hit that cannot be shown: ${JSON.stringify(bad).slice(0, 300)}` : "";
};

/** One query to its answer; ms is the engine's time alone. */
const query = (index, supply, text, options) => {
  let ms = 0, lost = false;
  for (let round = 0; round < ROUNDS; round++) {
    let start = performance.now();
    const result = index.search(text, options);
    ms += performance.now() - start;
    if (!result.needs.length) return { ms, flaw: flaw(result.answer, lost), found: result.answer?.total > 0 };
    for (const name of result.needs) {
      const bytes = supply(name);
      lost ||= !bytes;
      start = performance.now();
      if (bytes) index.add(name, bytes);
      else index.lost(name);
      ms += performance.now() - start;
    }
  }
  return { ms, flaw: `wants more shards after ${ROUNDS} rounds`, found: false };
};

/** Ways to bring a shard: as it is, not at all, or with its bytes damaged. */
const suppliers = (shards, seed) => {
  const next = random(seed), below = limit => Math.floor(next() * limit);
  const whole = name => { const bytes = shards.read(name); return bytes ? new Uint8Array(inflateRawSync(bytes)) : null; };
  const damaged = name => {
    const bytes = whole(name);
    if (!bytes || next() < 0.5) return bytes;
    const kind = below(5);
    if (kind === 0) return bytes.slice(0, below(bytes.length));
    if (kind === 1) return new Uint8Array(0);
    if (kind === 2) return Uint8Array.from(bytes, byte => (next() < 0.02 ? below(256) : byte));
    if (kind === 3) return Uint8Array.from({ length: below(6000) }, () => below(256));
    const copy = bytes.slice();
    copy[below(Math.min(12, copy.length))] = 255;
    return copy;
  };
  return { whole, missing: name => (next() < 0.3 ? null : whole(name)), none: () => null, damaged };
};

/** The quicker of two runs: another program may have had the processor during the first. */
const again = (index, supply, text, options, one) => {
  const other = query(index, supply, text, options);
  return other.ms < one.ms && !one.flaw ? other : one;
};

const OPTIONS = [
  { limit: 10, typing: true }, { limit: 10 }, { limit: 10, plain: true }, { limit: 10, exact: true }, { limit: 10, offset: 30, facets: true },
  { limit: 10, typing: true, facets: true, filters: { type: ["runbook", "__proto__"], nothing: ["x"] } },
];

/** One of each kind: what is alike but for the query and for names of hits. */
const different = flaws => [...new Map(flaws.map(flaw => [flaw.replace(/^.*}: /, "").slice(0, 60), flaw]).reverse()).values()].reverse();

/** @param fresh queries after which a new session begins, so that shards are brought in again */
const pass = (name, engine, shards, supply, queries, fresh) => {
  const open = () => engine.open(new Uint8Array(inflateRawSync(shards.root)), decode);
  const times = [], flaws = [], slow = [];
  let index = open(), found = 0;
  queries.forEach((text, number) => {
    if (number % fresh === 0 && number) index = open();
    const options = OPTIONS[number % OPTIONS.length];
    const told = what => flaws.push(`${JSON.stringify(text).slice(0, 120)} ${JSON.stringify(options)}: ${what}`);
    try {
      let one = query(index, supply, text, options);
      if (one.ms > LIMIT) one = again(index, supply, text, options, one);
      times.push(one.ms);
      if (one.found) found++;
      if (one.flaw) told(one.flaw);
      if (one.ms > LIMIT) slow.push([one.ms, text, options]);
    } catch (error) {
      told(error.stack.split("\n").slice(0, 3).join(" "));
    }
  });
  slow.sort((a, b) => b[0] - a[0]);
  const result = { pass: name, queries: queries.length, found, flaws: flaws.length, slow: slow.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: Math.max(...times) };
  return { ...result, examples: [...different(flaws).slice(0, 8), ...slow.slice(0, 8).map(([ms, text, options]) => `${ms.toFixed(0)} ms: ${JSON.stringify(text).slice(0, 100)} (${text.length}) ${JSON.stringify(options)}`)] };
};

/** All passes over one index. */
export const fuzz = (indexFolder, assets, count, seed) => {
  const engine = engineOf(assets), shards = shardsOf(indexFolder), queries = hostileQueries(count, seed, wordsOf(shards));
  const { whole, missing, none, damaged } = suppliers(shards, seed);
  const few = queries.slice(0, Math.ceil(count / 4));
  return [
    pass("all shards", engine, shards, whole, queries, Infinity),
    pass("three of ten shards lost", engine, shards, missing, few, 20),
    pass("every shard lost", engine, shards, none, few, 20),
    pass("half of the shards damaged", engine, shards, damaged, few, 20),
  ];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { index: { type: "string" }, assets: { type: "string" }, count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" } } });
  const results = fuzz(values.index, values.assets, Number(values.count), Number(values.seed));
  for (const { examples, ...figures } of results) {
    console.log(Object.entries(figures).map(([name, value]) => `${name} ${typeof value === "number" ? Math.round(value * 100) / 100 : value}`).join(" · "));
    examples.forEach(example => console.log("  " + example));
  }
  process.exitCode = results.some(result => result.flaws || result.slow) ? 1 : 0;
}
