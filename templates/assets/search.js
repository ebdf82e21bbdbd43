/* Tier Zero, search: brings the index in, asks the engine (search-engine.js), shows the answer in the dialog or on the page of
   results. Loaded when a reader comes near. Nothing that is typed leaves the browser. */
(() => {
"use strict";
const doc = document, { base, load, engine } = tierZero, box = doc.getElementById("tz.find"), dialog = box.showModal && box;
const one = selector => box.querySelector(selector);
const el = (tag, attributes, ...children) => {
  const node = doc.createElement(tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  node.append(...children);
  return node;
};
const button = (words, action, className = "link") => {
  const node = el("button", { type: "button", class: className }, words);
  node.onclick = action;
  return node;
};
const marked = runs => runs.map(([words, on]) => on ? el("mark", {}, words) : words);
const field = one("input"), list = one(".hits"), notes = one(".find-notes"), more = one(".find-more"), size = dialog ? 8 : 20;

/* Storage may be blocked: then things are remembered while the page is open. */
const memory = {};
const recall = key => { try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return memory[key] || []; } };
const remember = (key, value) => {
  memory[key] = value;
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* blocked */ }
};

/* The index. A server gives each shard as a file; from a folder the same bytes come in classic scripts, many shards in each. */
let index, root, shards, opening, renewal;
const packed = {}, decode = bytes => new TextDecoder().decode(bytes);
self.tierZeroShard = (name, data) => { packed[name] = data; };
const rank = name => "wisfmd".indexOf(name[0]) * 1e6 + +name.slice(1);
const stream = async (folder, name, cache) => {
  const path = base + "_search/" + folder;
  if (location.protocol !== "file:") {
    const answer = await fetch(`${path}${name}.bin`, { cache });
    if (!answer.ok) throw answer.status;
    return answer.body;
  }
  if (!packed[name]) await load(`${path}${folder ? "p" + root.packs.findLastIndex(first => rank(first) <= rank(name)) : name}.js`);
  const data = atob(packed[name]);
  delete packed[name];
  return new Blob([Uint8Array.from(data, char => char.charCodeAt(0))]).stream();
};
const inflated = async (...where) => new Uint8Array(await new Response((await stream(...where)).pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
const open = async cache => {
  await engine;
  const bytes = await inflated("", "root", cache), gen = root && root.gen;
  root = JSON.parse(decode(bytes));
  if (gen === root.gen) return false;
  index = TierZeroSearch.open(bytes, decode);
  shards = {};
  return true;
};
/* A shard that is gone may mean that the site was published anew: then all begins again with the new index. */
const bring = async name => {
  const mine = index;
  for (const cache of ["default", "reload"]) {
    try {
      return mine.add(name, await inflated(root.gen + "/", name, cache));
    } catch (reason) {
      if (reason === 404 && await (renewal ||= open("reload").catch(() => false))) return;
    }
  }
  mine.lost(name);
};
const ask = async (words, options, wanted) => {
  await (opening ||= open());
  const filters = Object.fromEntries(Object.entries(picked).filter(([facet, values]) => values.length && root.facets.includes(facet)));
  while (wanted()) {
    const found = index.search(words, { filters, typing: true, ...options });
    if (!found.needs.length) return found.answer;
    await Promise.all(found.needs.map(name => shards[name] ||= bring(name)));
  }
};

/* What is asked for, and its address. */
let picked, exact, count, turn = 0, shown = 0, at, enter, typing, waiting, slow, saying, missing, missed;
const text = () => field.value.trim();
const address = () => {
  const parts = new URLSearchParams({ q: text() });
  for (const facet in picked) for (const value of picked[facet]) parts.append(facet, value);
  if (exact) parts.set("exact", 1);
  if (!dialog && count > size) parts.set("n", count);
  return `${base}search.html?${parts}`;
};
const visit = push => {
  if (dialog) return;
  try { if (address() !== location.href) history[push ? "pushState" : "replaceState"](null, "", address()); } catch { /* not from a folder */ }
};
const state = (...parts) => one(".find-state").replaceChildren(...parts);
const say = words => {
  clearTimeout(saying);
  saying = setTimeout(() => { one("[role=status]").textContent = words; }, 600);
};
const everything = () => el("a", { href: base + "search.html#tz.az" }, "Everything from A to Z");

/* Filters: in the dialog the kinds of page and the services of the hits, on the page every facet with its counts. */
const pick = (facet, value, label, total) => {
  const values = picked[facet] || [], on = values.includes(value);
  const node = button(label, () => {
    picked[facet] = on ? values.filter(other => other !== value) : [...values, value];
    change();
  }, "pick");
  node.id = `tz.pick.${facet}.${value}`;
  node.setAttribute("aria-pressed", on);
  if (total) node.append(" ", el("small", {}, total));
  return node;
};
const picks = (hits, facets) => {
  const focus = doc.activeElement.id, services = new Set(hits.flatMap(hit => hit.facets.service || []).concat(picked.service || []));
  one(".picks").replaceChildren(...dialog
    ? Object.entries(root.types).map(type => pick("type", ...type)).concat([...services].slice(0, 6).map(value => pick("service", value, value)))
    : Object.entries(facets || {}).filter(([, values]) => values.length).map(([facet, values]) => el("div", { role: "group", "aria-label": facet },
      el("b", {}, facet), ...values.filter(([value], i) => i < 9 || (picked[facet] || []).includes(value)).map(value => pick(facet, ...value)))));
  if (focus.startsWith("tz.pick")) doc.getElementById(focus)?.focus();
};

/* Hits: options in the dialog, headings in a list on the page. */
const row = (kind, href, title, ...rest) => {
  const link = el("a", { href: base + href });
  if (!dialog) {
    link.append(...title);
    return el("div", { class: kind }, el(kind === "hit-page" ? "h2" : "h3", {}, link), ...rest);
  }
  Object.assign(link, { className: kind, id: `tz.hit.${at++}`, tabIndex: -1 });
  link.setAttribute("role", "option");
  link.append(el("b", {}, ...title), ...rest);
  return link;
};
const drawn = hit => {
  const lead = hit.sections.find(section => !section.path.length), { severity = [], owner = [] } = hit.facets;
  const facts = el("span", { class: "hit-facts" }, el("span", { class: "chip" }, root.types[hit.type] || hit.type));
  if (hit.message) facts.prepend(el("span", { class: "chip chip-message" }, "matches this log message"), " ");
  for (const value of severity) facts.append(" ", el("span", { class: "chip chip-severity", "data-value": value }, value));
  if (owner[0]) facts.append(" ", owner[0]);
  const snippet = section => el("span", { class: "hit-text" }, ...marked(section ? section.snippet : []));
  return el(dialog ? "div" : "li", dialog ? { class: "hit", role: "group", "aria-label": hit.titleText } : { class: "hit" },
    row("hit-page", hit.href, marked(hit.title), " ", facts, " ", ...lead ? [snippet(lead)] : []),
    ...hit.sections.filter(section => section !== lead).map(section => row("hit-part", section.href, [section.path.join(" › ")], " ", snippet(section))));
};
const choose = to => {
  const options = list.querySelectorAll("[role=option]");
  options.forEach((option, i) => option.setAttribute("aria-selected", i === to));
  at = to;
  return options[to];
};

/* Searches that found nothing stay here, until their reader hands them on. */
const gaps = found => {
  if (found) remember("tz-gaps", found.slice(0, 100));
  if (dialog) return;
  one(".gaps").hidden = !recall("tz-gaps").length;
  one(".gaps ul").replaceChildren(...recall("tz-gaps").map(({ query, times, last }) => el("li", {}, el("code", {}, query), ` ${times} × · ${last}`)));
};
const miss = query => {
  if (query === missed) return;
  const all = recall("tz-gaps"), same = all.find(gap => gap.query === query);
  gaps([{ query, times: same ? same.times + 1 : 1, last: new Date().toISOString().slice(0, 10) },
    ...all.filter(gap => gap !== same && !(missed && gap.query === missed && query.startsWith(missed)))]);
  missed = query;
};
const nearest = async (words, wanted) => {
  for (const word of words.split(/\s+/).sort((a, b) => b.length - a.length).slice(0, 3)) {
    for (const part of [.75, .5, .3]) {
      const start = word.slice(0, Math.max(2, word.length * part)), answer = start !== word && await ask(start, { limit: 3, filters: {} }, wanted);
      if (!wanted()) return;
      if (answer && answer.total) {
        return notes.append(el("p", {}, "Nearest:"), el("ul", {}, ...answer.hits.slice(0, 3).map(hit => el("li", {}, el("a", { href: base + hit.href }, hit.titleText)))));
      }
    }
  }
};

const note = (...parts) => notes.append(el("p", {}, ...parts));
const show = ({ hits, total, corrected, any, partial, facets }, words, wanted) => {
  at = 0;
  notes.replaceChildren();
  if (corrected) note("Showing results for ", el("b", {}, corrected), ". ", button(`Search instead for ${words}`, () => { exact = true; change(); }));
  if (any && total) note("No page has all of these words; these have some.");
  if (partial) note("Some of the index could not be read: results may be missing. ", button("Try again", again));
  list.replaceChildren(...hits.map(drawn));
  const sum = total ? total + (total > 1 ? " results" : " result") : "Nothing found";
  state(sum);
  if (!total) {
    note("Nothing found for ", el("b", {}, words), ". ", Object.values(picked).flat().length ? button("Search without filters", () => { picked = {}; change(); }) : "");
    note(everything(), " · ", el("a", { href: base + "search.html#tz.gaps" }, "Report a gap"));
    if (!partial) missing = setTimeout(miss, 2000, words);
    nearest(words, wanted).catch(() => {});
  } else if (dialog) {
    list.append(row("hit-all", address().slice(base.length), [`All ${sum} on a page`]));
  } else {
    more.hidden = hits.length >= total;
  }
  picks(hits, facets);
  if (dialog) {
    field.setAttribute("aria-expanded", total > 0);
    one(".find-list").scrollTop = 0;
  }
  const first = choose(0);
  say([sum, notes.textContent, ...first ? ["Enter opens " + hits[0].titleText] : []].join(". "));
  if (enter && first) first.click();
};
const run = async () => {
  const mine = ++turn, words = text(), wanted = () => mine === turn;
  clearTimeout(waiting);
  clearTimeout(missing);
  clearTimeout(slow);
  if (!dialog) doc.title = (words && words + " · ") + title;
  if (!words) {
    list.replaceChildren();
    notes.replaceChildren();
    if (more) more.hidden = true;
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", false);
    return state();
  }
  slow = setTimeout(() => { state("Loading the index…"); say("Loading the index"); }, 300);
  try {
    const answer = await ask(words, { limit: count, exact, facets: !dialog }, wanted);
    if (!wanted()) return;
    shown = mine;
    field.removeAttribute("aria-activedescendant");
    show(answer, words, wanted);
  } catch (reason) {
    if (!wanted()) return;
    console.warn(reason);
    list.replaceChildren();
    notes.replaceChildren();
    state("No answer");
    note("The index could not be read. ", button("Try again", again));
    note(everything());
    say(notes.textContent);
  }
  clearTimeout(slow);
};
})();
