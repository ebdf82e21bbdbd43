// Answers of a site's search engine in Node, one a line: node search-answers.mjs SITE QUERIES.json
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { inflateRawSync } from "node:zlib";

const [site, queries] = process.argv.slice(2);
const script = readdirSync(join(site, "_theme")).find(name => /^search-engine\..*\.js$/.test(name));
const engine = runInThisContext(readFileSync(join(site, "_theme", script), "utf8") + ";TierZeroSearch");
const inflated = path => new Uint8Array(inflateRawSync(readFileSync(join(site, "_search", path))));
const root = inflated("root.bin");
const { gen } = JSON.parse(new TextDecoder().decode(root));
const index = engine.open(root, bytes => new TextDecoder().decode(bytes));

const answer = (text, options) => {
  for (;;) {
    const result = index.search(text, options);
    if (!result.needs.length) return result.answer;
    result.needs.forEach(name => index.add(name, inflated(`${gen}/${name}.bin`)));
  }
};
const plain = text => String(text).replace(/[^ -~]|[\\|]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const runs = list => (list ?? []).map(([text, on]) => (on ? "+" : "-") + text).join("/");
const line = a => [a.query, a.words.join(" "), a.total, !!a.partial, a.corrected, !!a.any,
  ...a.hits.flatMap(hit => [hit.doc, runs(hit.title), hit.href, hit.type, !!hit.message,
    ...hit.sections.flatMap(section => [section.path.join(">"), section.href, runs(section.snippet)])])].map(plain).join("|");

for (const { text, typing, exact } of JSON.parse(readFileSync(queries, "utf8"))) {
  const found = answer(text, { limit: 10, offset: 0, typing, plain: false, exact, facets: false });
  console.log(line(found) + "\t" + found.hits.map(hit => hit.score).join(" "));
}
