// Collections: documents, queries, judgments. docs.tsv: id, title, text. queries.tsv: variant, query id, text. qrels.tsv: query
// id, document id, grade. Each file may also be there as <name>.gz.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

const FILES = ["docs.tsv", "queries.tsv", "qrels.tsv"];

const found = path => [path, path + ".gz"].find(name => existsSync(name));

const rows = path => {
  const name = found(path);
  const bytes = readFileSync(name);
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n").filter(line => line && !line.startsWith("#"))
    .map(line => line.replace(/\r$/, "").split("\t"));
};

/** The folders of collections in a folder: itself, or those directly below it. */
export const foldersOf = folder => {
  const whole = path => FILES.every(name => found(join(path, name)));
  if (whole(folder)) return [folder];
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name))
    .filter(whole).sort();
};

const grades = list => {
  const judged = new Map();
  for (const [query, document, grade] of list) {
    if (!judged.has(query)) judged.set(query, new Map());
    judged.get(query).set(document, Number(grade));
  }
  return judged;
};

/** @returns queries that have a relevant document: { variant, id, text, grades } */
export const readQueries = folder => {
  const judged = grades(rows(join(folder, "qrels.tsv")));
  return rows(join(folder, "queries.tsv")).map(([variant, id, text]) => ({ variant, id, text, grades: judged.get(id) ?? new Map() }))
    .filter(query => [...query.grades.values()].some(grade => grade > 0));
};

/** A page with one section, as abstracts are. */
const plainPage = ([id, title, text]) =>
  ({ href: `${id}.html`, id, title, description: "", type: "", sections: [[1, "", "", text ?? ""]], text: text ?? "" });

/** A collection from its folder. */
export const readCollection = folder => ({
  name: basename(folder), pages: rows(join(folder, "docs.tsv")).map(plainPage), queries: readQueries(folder), index: null,
});

const clean = text => String(text).replace(/\s+/g, " ").trim();

/** Writes pages for Export.java: a line each for page (P), key (K), message (M) and section (S), fields divided by tabs. */
export const writePages = (pages, file) => writeFileSync(file, pages.map(page => [
  ["P", page.href, page.title, page.description, page.type],
  ...Object.entries(page.facets ?? {}).flatMap(([name, values]) => values.map(value => ["F", name, value])),
  ...(page.keys ?? []).map(key => ["K", key]),
  ...(page.messages ?? []).map(([anchor, template]) => ["M", anchor, template]),
  ...page.sections.map(section => ["S", ...section]),
].map(fields => fields.map(clean).join("\t") + "\n").join("")).join(""));

/** Writes what all rivals get of a page: id, title, text. */
export const writeDocuments = (pages, file) =>
  writeFileSync(file, pages.map(page => [page.id, page.title, page.text].map(clean).join("\t") + "\n").join(""));
