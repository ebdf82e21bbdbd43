// node build.mjs minisearch|lunr NPM docs.tsv OUT: makes an index that is one JSON file.
import { readFileSync, writeFileSync } from "node:fs";

const [engine, npm, documents, out] = process.argv.slice(2);
const { build } = await import(`./${engine}.mjs`);
writeFileSync(out, build(npm, readFileSync(documents, "utf8").split("\n").filter(line => line).map(line => line.split("\t"))));
