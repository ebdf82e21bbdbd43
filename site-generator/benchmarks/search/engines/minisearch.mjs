// MiniSearch: the whole index is one JSON file. Titles are stored in it, so that answers can be shown.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipped, gzippedFile, published, run, sizeOf } from "../measure.mjs";

const FIELDS = { fields: ["title", "text"], storeFields: ["title"] };
const VARIANTS = [
  ["MiniSearch, defaults", {}],
  ["MiniSearch, boost + prefix + fuzzy", { boost: { title: 2 }, prefix: true, fuzzy: 0.2 }],
];

/** The index of documents, as a string; runs in a process of its own, so that its cost can be told. */
export const build = (npm, documents) => {
  const MiniSearch = createRequire(join(npm, "package.json"))("minisearch");
  const index = new MiniSearch(FIELDS);
  index.addAll(documents.map(([id, title, text]) => ({ id, title, text })));
  return JSON.stringify(index);
};

export const minisearch = ({ npm, here }) => VARIANTS.map(([name, options]) => ({
  name,
  group: "minisearch",
  index: (collection, folder) => {
    const file = join(folder, "index.json");
    const cost = run(["node", join(here, "engines", "build.mjs"), "minisearch", npm, collection.documents, file]);
    return { cpu: cost.cpu, disk: sizeOf(file) };
  },
  open: async (collection, folder) => {
    const MiniSearch = createRequire(join(npm, "package.json"))("minisearch");
    const file = join(folder, "index.json");
    const index = MiniSearch.loadJSON(readFileSync(file, "utf8"), FIELDS);
    const script = published(readFileSync(join(npm, "node_modules/minisearch/dist/umd/index.js"), "utf8"));
    let bytes = gzippedFile(file) + gzipped(script);
    return {
      wire: true,
      whole: true,
      search: async text => {
        const start = performance.now();
        const ids = index.search(text, options).slice(0, 10).map(hit => hit.id);
        const answer = { ids, ms: performance.now() - start, ranked: bytes, shown: bytes };
        bytes = 0;
        return answer;
      },
    };
  },
}));
