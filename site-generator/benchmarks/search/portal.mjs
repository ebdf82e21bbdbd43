// The portal's own pages, taken from the documents of its search index, so that every engine gets the same titles and texts; and pages
// made of theirs for the larger sizes.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { readQueries } from "./collections.mjs";
import { shardsOf } from "./engines/tier0.mjs";
import { run } from "./measure.mjs";
import { random, shuffled } from "./metrics.mjs";

/** So many of the portal's queries are asked of pages that are there for their number alone. */
const SAMPLE = 60;

/** What a page's address and its path in content/ have in common. */
const idOf = path => path.replace(/\.(html|md|adoc|asciidoc)$/, "").toLowerCase();

/** Every page of an index, in the index's order. */
const pagesOf = index => {
  const { root, read } = shardsOf(index);
  const { docs } = JSON.parse(inflateRawSync(root));
  return Array.from({ length: docs }, (_, number) => {
    const [href, title, type, description, facets, sections] = JSON.parse(inflateRawSync(read(`d${number}`)));
    const text = [description, ...sections.flatMap(([, , heading, words]) => [heading, words])].filter(part => part).join("\n");
    return { id: idOf(href), href, title, type, description, facets, sections, text };
  });
};

/** Builds the site of the checkout into a folder. */
export const buildPortal = (checkout, output) =>
  run([join(checkout, "tier0"), "build", "--site", checkout, "--output", output, "--fail-on", "never"]);

/** The portal with the queries of a folder; judgments name pages by their path in content/. */
export const portalCollection = (site, folder) => {
  const pages = pagesOf(join(site, "_search"));
  const queries = existsSync(join(folder, "queries.tsv")) ? readQueries(folder) : [];
  const judged = queries.map(query => ({ ...query, grades: new Map([...query.grades].map(([id, grade]) => [idOf(id), grade])) }));
  const known = new Set(pages.map(page => page.id)), lost = new Set(judged.flatMap(query => [...query.grades.keys()]).filter(id => !known.has(id)));
  if (lost.size) process.stderr.write(`portal: judged pages that the index does not have: ${[...lost].join(", ")}\n`);
  return { name: "portal", pages, queries: judged, index: join(site, "_search") };
};

/** What most people type: as few words as this. */
const isShort = ({ variant, text }) => variant === "plain" && text.split(/\s+/).length <= 3;

const pick = (list, next) => list[Math.floor(next() * list.length)];

/** A heading or identifier with a number in it is another one on another page. */
const renumbered = (text, next) => text.replace(/\b([A-Z][A-Z-]*[A-Z-]|[a-z]+-)(\d{3,})\b/g, (_, word, digits) =>
  word + String(Math.floor(next() * 10 ** digits.length)).padStart(digits.length, "0"));

/**
 * Pages for size alone: each has the title of a real page, extended by a heading of another, and three to six sections: two of three from
 * the portal, the others abstracts of the collections, so that the vocabulary grows as it does in large sites. Numbers in identifiers are drawn anew.
 */
export const scaledCollection = (count, portal, collections) => {
  const next = random(count), sections = portal.pages.flatMap(page => page.sections).filter(section => section[3].length > 40);
  const headings = sections.map(section => section[2]).filter(heading => heading);
  const abstracts = collections.flatMap(collection => collection.pages).filter(page => page.text.length > 40);
  const part = number => {
    if (abstracts.length && next() < 1 / 3) {
      const page = pick(abstracts, next);
      return [2, `part-${number}`, page.title, page.text];
    }
    const [, , heading, text] = pick(sections, next);
    return [2, `part-${number}`, renumbered(heading || pick(headings, next), next), renumbered(text, next)];
  };
  const page = number => {
    const from = pick(portal.pages, next);
    const parts = Array.from({ length: 3 + Math.floor(next() * 4) }, (_, position) => part(position + 1));
    const made = [[1, "", "", from.description], ...parts];
    const text = made.flatMap(([, , heading, words]) => [heading, words]).filter(words => words).join("\n");
    return { id: `p${number}`, href: `p${number}.html`, title: renumbered(`${from.title}: ${pick(headings, next)}`, next), type: from.type,
      description: from.description, facets: from.facets, sections: made, text };
  };
  return { name: `pages-${count}`, pages: Array.from({ length: count }, (_, number) => page(number)), queries: shuffled(portal.queries, count).slice(0, SAMPLE), short: portal.queries.filter(isShort), index: null,
    judged: false };
};
