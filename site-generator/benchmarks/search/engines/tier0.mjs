// Tier Zero: the index by the generator's own exporter (Export.java), the browser's own engine, and a loader that reads shards and
// counts them. Its two scripts count as the generator publishes them, compressed; all else is compressed already.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { gzipped, gzippedFile, published, run, sizeOf } from "../measure.mjs";

const SCRIPTS = ["search-engine", "search"];
const ROUNDS = 30;
const decoder = new TextDecoder();
const decode = bytes => decoder.decode(bytes);

/** The engine of a theme folder. */
export const engineOf = assets => new Function(readFileSync(join(assets, "search-engine.js"), "utf8") + "\nreturn TierZeroSearch;")();

/**
 * Compressed bytes of what a browser loads before the index: the two scripts as the site has them, else those of a theme folder with comments
 * and indentation taken out.
 */
export const clientSize = (assets, site) => {
  const theme = site && join(site, "_theme");
  if (!theme || !existsSync(theme)) {
    return SCRIPTS.map(name => join(assets, `${name}.js`)).filter(existsSync).reduce((sum, file) => sum + gzipped(published(readFileSync(file, "utf8"))), 0);
  }
  const files = readdirSync(theme).filter(file => SCRIPTS.some(name => new RegExp(`^${name}\\.\\w+\\.js$`).test(file)));
  return files.reduce((sum, file) => sum + gzippedFile(join(theme, file)), 0);
};

/** The shards of an index as a host sends them: the bytes of a name, or null. They are kept, as a browser's cache would. */
export const shardsOf = folder => {
  const root = readFileSync(join(folder, "root.bin"));
  const { gen } = JSON.parse(decode(inflateRawSync(root)));
  const kept = new Map();
  const read = name => {
    if (!kept.has(name)) {
      const file = join(folder, gen, `${name}.bin`);
      kept.set(name, existsSync(file) ? readFileSync(file) : null);
    }
    return kept.get(name);
  };
  return { root, read };
};

/** Gives the engine what it needs until it answers. take: name and compressed bytes of each shard that is brought in. */
export const ask = (index, shards, text, options, take = () => {}) => {
  for (let round = 0; round < ROUNDS; round++) {
    const result = index.search(text, options);
    if (!result.needs.length) return { answer: result.answer, rounds: round };
    for (const name of result.needs) {
      const bytes = shards.read(name);
      take(name, bytes ? bytes.length : 0);
      if (bytes) index.add(name, new Uint8Array(inflateRawSync(bytes)));
      else index.lost(name);
    }
  }
  throw new Error(`still wants shards after ${ROUNDS} rounds: ${text.slice(0, 200)}`);
};

const idOf = (collection, href) => collection.byHref.get(href) ?? href;

export const tier0 = ({ java, assets, site, typing }) => ({
  name: "Tier Zero",
  group: "tier0",
  index: (collection, folder) => {
    const cost = run(["java", "-cp", java.export, "Export", collection.pagesFile, folder]);
    const search = collection.index ?? join(folder, "_search");
    return { cpu: cost.cpu, disk: sizeOf(search), binaries: sizeOf(search, /\.bin$/) };
  },
  open: async (collection, folder) => {
    const shards = shardsOf(collection.index ?? join(folder, "_search"));
    const index = engineOf(assets).open(new Uint8Array(inflateRawSync(shards.root)), decode);
    let ranked = shards.root.length + clientSize(assets, site), shown = ranked;
    return {
      wire: true,
      search: async text => {
        let trips = 0;
        const start = performance.now();
        const { answer, rounds } = ask(index, shards, text, { limit: 10, typing }, (name, size) => {
          shown += size;
          if (!/^d\d/.test(name)) ranked += size;
        });
        const ms = performance.now() - start;
        trips = rounds;
        const result = { ids: answer.hits.map(hit => idOf(collection, hit.href)), ms, ranked, shown, trips };
        ranked = shown = 0;
        return result;
      },
    };
  },
});
