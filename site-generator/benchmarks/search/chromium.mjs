// Latency in Chromium, all files served from 127.0.0.1. At any size: engine, shards and a small loader, which does what the site's own does:
// fetch, inflate by DecompressionStream, ask again; drawing is not part of it. On the portal: the site's own dialog, until its answers are drawn.
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
const first = async text => {
  const begin = performance.now();
  await start();
  const { round, answer } = await ask(text, options);
  return { ms: performance.now() - begin, round, hits: answer.hits.length };
};
const warm = async texts => {
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

/* In a page of the portal. Told is the time until the list of hits (or the note that there are none) is in the page. */
const DIALOG = `
const { box } = tierZero, state = box.querySelector(".find-state"), field = box.querySelector("input");
const drawn = () => new Promise(resolve => {
  const watch = new MutationObserver(() => {
    if (state.ariaBusy !== "false") return;
    watch.disconnect();
    resolve();
  });
  watch.observe(box, { attributes: true, childList: true, subtree: true });
});
const first = async text => {
  const begin = performance.now(), done = drawn();
  document.querySelector(".seek").click();
  field.value = text;
  await done;
  return { ms: performance.now() - begin };
};
const warm = async texts => {
  await first(texts[0]);
  const times = [];
  for (let round = 0; round < 2; round++) {
    for (const text of texts) {
      field.value = text;
      const begin = performance.now(), done = drawn();
      tierZero.change();
      await done;
      if (round) times.push(performance.now() - begin);
    }
  }
  return times;
};`;

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css", svg: "image/svg+xml", json: "application/json" };

/** The files of a folder. The service worker is left out: what it fetches beforehand would be measured too. */
const serveSite = folder => new Promise(resolve => {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, "http://x/").pathname).replace(/\/$/, "/index.html"));
    if (!path.startsWith(folder) || path.endsWith("/sw.js") || !existsSync(path)) return response.writeHead(404).end();
    const lasting = /\/_theme\/|\/_search\/\w+\//.test(path);
    return response.writeHead(200, { "content-type": TYPES[path.split(".").pop()] ?? "application/octet-stream",
      "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp",
      "cache-control": lasting ? "max-age=31536000, immutable" : "no-cache" }).end(readFileSync(path));
  });
  server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
});

const serve = (assets, indexFolder) => new Promise(resolve => {
  const engine = published(readFileSync(join(assets, "search-engine.js"), "utf8"));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const send = (type, body, cache = "no-cache") => response.writeHead(200, { "content-type": type, "cache-control": cache,
      "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }).end(body);
    if (path === "/") return send("text/html; charset=utf-8", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>`);
    if (path === "/search-engine.js") return send("text/javascript; charset=utf-8", engine);
    const file = join(indexFolder, path.replace(/^\/_search\//, ""));
    if (!file.startsWith(indexFolder) || !existsSync(file)) return response.writeHead(404).end();
    return send("application/octet-stream", readFileSync(file), path.endsWith("root.bin") ? "no-cache" : "max-age=31536000, immutable");
  });
  server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
});

const summary = times => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: Math.max(...times), count: times.length });

/** Warm times of all texts in one session, and the first time of some texts in a session each: a new browser context, no cache. */
const measured = async (server, script, texts) => {
  const browser = await launch();
  try {
    const session = async expression => {
      const page = await browser.page();
      try {
        await page.go(server.url);
        return await page.evaluate(`(() => { ${script}; return ${expression}; })()`);
      } finally {
        await page.close();
      }
    };
    const results = await session(`warm(${JSON.stringify(texts)})`);
    const firsts = [];
    for (const text of texts.slice(0, FIRSTS)) firsts.push((await session(`first(${JSON.stringify(text)})`)).ms);
    return { results: summary(results), first: summary(firsts) };
  } finally {
    await browser.close();
    server.close();
  }
};

/**
 * The engine alone. results: ms of each query when every shard it wants is in memory; first: ms from asking for script and root to the
 * first answer.
 */
export const inChromium = async (assets, indexFolder, queries, typing) => {
  const script = `const options = ${JSON.stringify({ limit: 10, typing })};${LOADER}`;
  return measured(await serve(assets, indexFolder), script, shuffled(queries.map(query => query.text), 3));
};

/** The dialog of a built site. results: ms from the end of the wait for the next key to the drawn list; first: from opening the dialog. */
export const inDialog = async (site, queries) => measured(await serveSite(site), DIALOG, shuffled(queries.map(query => query.text), 3));
