// Pagefind: its command over HTML pages with title, h1 and text, its own client over a fetch that reads the files and counts them.
// What it sends is compressed already, but for its scripts and its entry file, which count as gzip makes them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipped, run, sizeOf } from "../measure.mjs";

/** What identifiers have in them beside letters and digits. */
const CHARACTERS = "-_./:@#$%+~\\=";
const TEXTS = /\.(js|json)$/;

const escaped = text => text.replace(/[&<>]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

const html = page => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(page.title)}</title></head>`
  + `<body><main data-pagefind-body><h1>${escaped(page.title)}</h1><p>${escaped(page.text)}</p></main></body></html>\n`;

/** What `pagefind` leaves on disk that a search reads: without the ready-made user interfaces. */
const diskOf = folder => ["fragment", "index", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"]
  .reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);

/** Files from a folder under /pagefind/; tells `count` the bytes of each that is fetched. */
const fetchFrom = (folder, count) => {
  const kept = new Map();
  return async input => {
    const name = String(input).replace(/^\/pagefind\//, "").replace(/\?.*$/, "");
    if (!kept.has(name)) {
      const bytes = readFileSync(join(folder, name));
      kept.set(name, { bytes, size: TEXTS.test(name) ? gzipped(bytes) : bytes.length });
    }
    const { bytes, size } = kept.get(name);
    count(name, size);
    const copy = () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    return { ok: true, status: 200, arrayBuffer: async () => copy(), json: async () => JSON.parse(bytes.toString("utf8")) };
  };
};

export const pagefind = ({ npm }) => ({
  name: "Pagefind",
  group: "pagefind",
  index: (collection, folder) => {
    const site = join(folder, "site");
    collection.pages.forEach((page, number) => {
      const part = join(site, String(Math.floor(number / 500)));
      if (number % 500 === 0) mkdirSync(part, { recursive: true });
      writeFileSync(join(part, `${number}.html`), html(page));
    });
    const cost = run([join(npm, "node_modules/.bin/pagefind"), "--silent", "--site", site, `--include-characters=${CHARACTERS}`]);
    return { cpu: cost.cpu, disk: diskOf(join(site, "pagefind")) };
  },
  open: async (collection, folder) => {
    const bundle = join(folder, "site/pagefind");
    const client = await import(pathToFileURL(join(bundle, "pagefind.js")).href);
    let ranked = gzipped(readFileSync(join(bundle, "pagefind.js"))) + gzipped(readFileSync(join(bundle, "pagefind-worker.js")));
    let shown = ranked;
    const fetch = fetchFrom(bundle, (name, size) => {
      shown += size;
      if (!name.startsWith("fragment/")) ranked += size;
    });
    globalThis.fetch = fetch;
    const instance = client.createInstance({ basePath: "/pagefind/", noWorker: true });
    const pageOf = url => collection.pages[Number(/(\d+)\.html$/.exec(url)[1])].id;
    return {
      wire: true,
      search: async text => {
        globalThis.fetch = fetch;
        const start = performance.now();
        const { results } = await instance.search(text);
        const data = await Promise.all(results.slice(0, 10).map(result => result.data()));
        const answer = { ids: data.map(one => pageOf(one.raw_url ?? one.url)), ms: performance.now() - start, ranked, shown };
        ranked = shown = 0;
        return answer;
      },
    };
  },
});
