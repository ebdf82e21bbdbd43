// The table, and the bars that issue and figures set.
import { readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";

const VARIANTS = ["plain", "typo", "prefix"];
const BEGIN = "<!-- results:begin -->", END = "<!-- results:end -->";

const share = value => (value === undefined || Number.isNaN(value) ? "–" : value >= 0.9995 ? "1.000" : value.toFixed(3).slice(1));
const kilo = bytes => (bytes === undefined || Number.isNaN(bytes) ? "–" : bytes < 99500 ? (bytes / 1000).toFixed(1) : String(Math.round(bytes / 1000)));
const mega = bytes => (bytes === undefined ? "–" : (bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1));
const number = value => (value === undefined || value === null || Number.isNaN(value) ? "–" : value < 10 ? value.toFixed(2) : value.toFixed(1));

const HEAD = ["collection", "engine", ...["nDCG", "MRR", "recall"].flatMap(name => VARIANTS.map((variant, i) => (i === 0 ? `${name}@10 plain` : variant))),
  "first ranked KB", "first shown KB", "later KB", "disk MB", "index CPU s", "p50 ms", "p95 ms"];

const cells = (row, best) => [row.collection, row.engine,
  ...["ndcg", "mrr", "recall"].flatMap(name => VARIANTS.map(variant => {
    const value = row.judged[variant]?.[name], text = share(value);
    return value !== undefined && value === best(variant, name) ? `**${text}**` : text;
  })),
  kilo(row.ranked), kilo(row.shown), kilo(row.later), mega(row.disk), number(row.cpu), number(row.p50), number(row.p95)];

const line = fields => `| ${fields.join(" | ")} |`;

const table = rows => {
  const bestOf = row => (variant, name) =>
    Math.max(...rows.filter(other => other.collection === row.collection).map(other => other.judged[variant]?.[name] ?? -1));
  return [line(HEAD), line(HEAD.map((_, i) => (i < 2 ? "---" : "--:"))), ...rows.map(row => line(cells(row, bestOf(row))))].join("\n");
};

const kindTable = rows => {
  const kinds = Object.keys(rows[0].byKind);
  return [line(["engine", ...kinds.map(kind => `${kind} (${rows[0].byKind[kind].queries})`)]), line(["---", ...kinds.map(() => "--:")]),
    ...rows.map(row => line([row.engine, ...kinds.map(kind => share(row.byKind[kind].ndcg))]))].join("\n");
};

const QUALITY = { cranfield: [0.4, 0.39, 0.39], cacm: [0.5, 0.49, 0.47], portal: [0.95, 0.92, 0.85] };
const BYTES = { "pages-1400": [30, 15], "pages-10000": [40, 25] };

/** Every bar: what it is, what it asks for, what was reached, whether that is enough. */
const bars = (rows, browsed, fuzzed) => {
  const ours = rows.filter(row => row.engine === "Tier Zero"), list = [];
  const add = (name, asked, reached, met) => list.push([name, asked, reached, met ? "**met**" : "missed"]);
  for (const row of ours) {
    const rivals = rows.filter(other => other.collection === row.collection && other !== row);
    VARIANTS.forEach((variant, i) => {
      const value = row.judged[variant]?.ndcg;
      if (value === undefined) return;
      const bar = QUALITY[row.collection]?.[i];
      if (bar !== undefined) add(`${row.collection}, ${variant}: nDCG@10`, `≥ ${share(bar)}`, share(value), value >= bar);
      if (!rivals.length) return;
      const best = rivals.reduce((a, b) => ((b.judged[variant]?.ndcg ?? 0) > (a.judged[variant]?.ndcg ?? 0) ? b : a));
      add(`${row.collection}, ${variant}: the best rival (${best.engine})`, `≥ ${share(best.judged[variant]?.ndcg)}`, share(value),
        value >= (best.judged[variant]?.ndcg ?? 0));
    });
    if (row.collection === "portal" && row.names?.asked) {
      const right = row.names.asked - row.names.missed.length;
      add("portal: codes, alerts and flags at rank 1", `${row.names.asked}`, [right, ...row.names.missed.map(text => `\`${text}\``)].join(", "), !row.names.missed.length);
    }
    const bytes = BYTES[row.collection];
    if (bytes) {
      add(`${row.collection}: first query shown, p50 KB`, `≤ ${bytes[0]}`, kilo(row.shown), row.shown <= bytes[0] * 1000);
      add(`${row.collection}: each later query, p50 KB`, `≤ ${bytes[1]}`, kilo(row.later), row.later <= bytes[1] * 1000);
      const pagefind = rivals.find(other => other.engine === "Pagefind");
      if (pagefind) add(`${row.collection}: half of Pagefind's CPU seconds`, `≤ ${number(pagefind.cpu / 2)}`, number(row.cpu), row.cpu <= pagefind.cpu / 2);
      if (row.collection === "pages-10000") add("10,000 pages: CPU seconds, Java's start included", "≤ 8", number(row.cpu), row.cpu <= 8);
    }
  }
  for (const { collection, results, first } of browsed) {
    add(`${collection} in Chromium, warm: p50 ms`, "≤ 10", number(results.p50), results.p50 <= 10);
    add(`${collection} in Chromium, warm: p95 ms`, "≤ 50", number(results.p95), results.p95 <= 50);
    add(`${collection} in Chromium, first result of a session: p50 ms`, "≤ 150", number(first.p50), first.p50 <= 150);
  }
  for (const { collection, passes } of fuzzed) {
    for (const pass of passes) {
      add(`${collection}, ${pass.queries.toLocaleString("en")} hostile queries, ${pass.pass}: thrown or wrong`, "0", String(pass.flaws), !pass.flaws);
      add("… slowest ms", "≤ 100", number(pass.max), pass.max <= 100);
    }
  }
  return list;
};

const machine = () => {
  const say = (command, args) => {
    try { return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim().split("\n")[0]; } catch { return ""; }
  };
  return `${cpus().length} CPUs (${cpus()[0].model}), ${say("uname", ["-sr"])}, Node ${process.version}, ${say("java", ["--version"])}, load at the end ${loadavg()[0].toFixed(1)}`;
};

/** The results as Markdown. */
export const report = (rows, browsed, fuzzed) => {
  const counts = [...new Map(rows.map(row => [row.collection, row])).values()].map(row =>
    `${row.collection}: ${row.pages.toLocaleString("en")} pages` + (Object.keys(row.judged).length
      ? `, ${VARIANTS.map(variant => row.judged[variant]?.queries ?? 0).join(" | ")} queries` : ""));
  const met = bars(rows, browsed, fuzzed), portal = rows.filter(row => row.collection === "portal" && row.byKind);
  const sized = rows.filter(row => row.allKinds?.shown).map(row => `${row.engine} on ${row.collection} ${kilo(row.allKinds.ranked)} / ${kilo(row.allKinds.shown)} / ${kilo(row.allKinds.later)}`);
  return [`Measured ${new Date().toISOString().slice(0, 10)}: ${machine()}. ${counts.join("; ")}.`, table(rows),
    ...(sized.length ? [`KB with queries of all kinds and variants instead of those of one to three words, first ranked / first shown / later: ${sized.join("; ")}.`] : []),
    ...(portal.length ? ["### The portal by kind of query: nDCG@10, plain", kindTable(portal)] : []),
    ...(met.length ? ["### The bars", [line(["bar", "asked", "reached", ""]), line(["---", "---", "---", "---"]), ...met.map(line)].join("\n")] : [])].join("\n\n");
};

/** Replaces what is between the two marks of a file. */
export const insert = (file, text) => {
  const old = readFileSync(file, "utf8"), from = old.indexOf(BEGIN), to = old.indexOf(END);
  if (from < 0 || to < 0) throw new Error(`${file} has no ${BEGIN} … ${END}`);
  writeFileSync(file, old.slice(0, from + BEGIN.length) + "\n" + text + "\n\n" + old.slice(to));
};
