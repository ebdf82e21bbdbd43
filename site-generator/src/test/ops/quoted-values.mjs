// Writes values into commands as the theme does: {"templates": [{"parts": [text, …], "places": [{"quote", "not"}, …]}], "values": [text, …]}
// → one JSON array a template, of commands or of null where a value cannot stand.
// Usage: node quoted-values.mjs RUN-PARAMS.JS QUESTION.JSON
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(process.argv[2], "utf8"));
const { quote, valid } = globalThis.TierZeroParams;
const { templates, values, checks = [] } = JSON.parse(readFileSync(process.argv[3], "utf8"));
const written = ({ parts, places }, value) => {
  const quoted = places.map(place => place.not === value ? "" : quote(value, place.quote));
  return quoted.includes("") ? null : parts.map((part, i) => part + (quoted[i] ?? "")).join("");
};
for (const template of templates) console.log(JSON.stringify(values.map(value => written(template, value))));
for (const [value, param] of checks) console.log(JSON.stringify(valid(value, param)));
