// lunr: the whole index is one JSON file, and the titles to show are another. The query is made of lunr's own tokens, because what its
// parser takes for operators (-, :, ~, ^) would be an error in a sentence.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipped, gzippedFile, run, sizeOf } from "../measure.mjs";

const exact = (lunr, query, token) => query.term(token, {});

/** As lunr's guide and most sites have it: the word counts most, its completions less, one edit least. */
const generous = (lunr, query, token) => {
  query.term(token, { boost: 100 });
  query.term(token, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
  query.term(token, { boost: 1, usePipeline: false, editDistance: 1 });
};

const VARIANTS = [["lunr, defaults", exact], ["lunr, prefix + fuzzy", generous]];

/** The index of documents, as a string; runs in a process of its own, so that its cost can be told. */
export const build = (npm, documents) => {
  const lunr = createRequire(join(npm, "package.json"))("lunr");
  return JSON.stringify(lunr(builder => {
    builder.ref("id");
    builder.field("title");
    builder.field("text");
    documents.forEach(([id, title, text]) => builder.add({ id, title, text }));
  }));
};

export const lunr = ({ npm, here }) => VARIANTS.map(([name, add]) => ({
  name,
  group: "lunr",
  index: (collection, folder) => {
    const file = join(folder, "index.json");
    const cost = run(["node", join(here, "engines", "build.mjs"), "lunr", npm, collection.documents, file]);
    return { cpu: cost.cpu, disk: sizeOf(file) };
  },
  open: async (collection, folder) => {
    const library = createRequire(join(npm, "package.json"))("lunr");
    const file = join(folder, "index.json");
    const index = library.Index.load(JSON.parse(readFileSync(file, "utf8")));
    let bytes = gzippedFile(file) + gzippedFile(join(npm, "node_modules/lunr/lunr.min.js"));
    let titles = gzipped(JSON.stringify(collection.pages.map(page => [page.id, page.title])));
    return {
      wire: true,
      whole: true,
      search: async text => {
        const start = performance.now();
        const hits = index.query(query => library.tokenizer(text).forEach(token => add(library, query, token.toString())));
        const ids = hits.slice(0, 10).map(hit => hit.ref);
        const answer = { ids, ms: performance.now() - start, ranked: bytes, shown: bytes + titles };
        bytes = titles = 0;
        return answer;
      },
    };
  },
}));
