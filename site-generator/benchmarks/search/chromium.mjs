// Latency in Chromium: engine, shards and a small loader, served from 127.0.0.1. The loader does what the site's own does: fetch, inflate by
// DecompressionStream, ask again. Drawing the answers is not part of it.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./cdp.mjs";
import { published } from "./measure.mjs";
import { percentile, shuffled } from "./metrics.mjs";

const FIRSTS = 30;

const LOADER = `
const bring = async path => {
  const response = await fetch(path);
  if (!response.ok) return null;
  return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
};
const decoder = new TextDecoder(), decode = bytes => decoder.decode(bytes);
let index, gen;
const load = () => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = "search-engine.js";
  script.onload = resolve;
  script.onerror = reject;
  document.head.append(script);
});
const start = async () => {
  const [root] = await Promise.all([bring("_search/root.bin"), load()]);
  gen = JSON.parse(decode(root)).gen;
  index = TierZeroSearch.open(root, decode);
};
const ask = async (text, options) => {
  for (let round = 0; round < 30; round++) {
    const { needs, answer } = index.search(text, options);
    if (!needs.length) return { answer, round };
    await Promise.all(needs.map(async name => {
      const bytes = await bring("_search/" + gen + "/" + name + ".bin").catch(() => null);
      bytes ? index.add(name, bytes) : index.lost(name);
    }));
  }
};
const first = async (text, options) => {
  const begin = performance.now();
  await start();
  const { round, answer } = await ask(text, options);
  return { ms: performance.now() - begin, round, hits: answer.hits.length };
};
const warm = async (texts, options) => {
  await start();
  for (const text of texts) await ask(text, options);
  const times = [];
  for (const text of texts) {
    const begin = performance.now();
    await ask(text, options);
    times.push(performance.now() - begin);
  }
  return times;
};`;

const serve = (assets, indexFolder) => new Promise(resolve => {
  const engine = published(readFileSync(join(assets, "search-engine.js"), "utf8"));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const send = (type, body, cache = "no-cache") => response.writeHead(200, { "content-type": type, "cache-control": cache,
      "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }).end(body);
    if (path === "/") return send("text/html; charset=utf-8", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><script>${LOADER}</script>`);
    if (path === "/search-engine.js") return send("text/javascript; charset=utf-8", engine);
    const file = join(indexFolder, path.replace(/^\/_search\//, ""));
    if (!file.startsWith(indexFolder) || !existsSync(file)) return response.writeHead(404).end();
    return send("application/octet-stream", readFileSync(file), path.endsWith("root.bin") ? "no-cache" : "max-age=31536000, immutable");
  });
  server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
});

const summary = times => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: Math.max(...times), count: times.length });

/**
 * @returns results: ms of each query when every shard it wants is in memory; first: ms from asking for script and root to the first answer,
 *     in a new browser context without a cache
 */
export const inChromium = async (assets, indexFolder, queries, typing) => {
  const options = JSON.stringify({ limit: 10, typing }), texts = shuffled(queries.map(query => query.text), 3);
  const server = await serve(assets, indexFolder), browser = await launch();
  try {
    const session = async expression => {
      const page = await browser.page();
      try {
        await page.go(server.url);
        return await page.evaluate(expression);
      } finally {
        await page.close();
      }
    };
    const results = await session(`warm(${JSON.stringify(texts)}, ${options})`);
    const firsts = [], rounds = [];
    for (const text of texts.slice(0, FIRSTS)) {
      const one = await session(`first(${JSON.stringify(text)}, ${options})`);
      firsts.push(one.ms);
      rounds.push(one.round);
    }
    return { results: summary(results), first: summary(firsts), rounds: percentile(rounds, 0.5) };
  } finally {
    await browser.close();
    server.close();
  }
};
