/* Tier Zero, search: brings the index in, asks the engine (search-engine.js), shows the answer in the dialog or on the page of
   results (search-page.js). Loaded when a reader comes near. Nothing that is typed leaves the browser. */
(() => {
"use strict";
const tier = tierZero, { base, box, field, make, saved, remember } = tier, dialog = box.showModal, decode = bytes => new TextDecoder().decode(bytes);
const one = selector => box.querySelector(selector), all = selector => [...box.querySelectorAll(selector)];
const list = one(".hits"), state = one(".find-state"), notes = one(".find-notes");
const set = (node, name, value) => node.setAttribute(name, value) || node;              /* older browsers have no properties for ARIA */
const button = (onclick, ...children) => Object.assign(make("button", "", ...children), { onclick });

/* The index. A server gives each shard as a file; from a folder the same bytes come in classic scripts, many shards in each. */
let index, root, shards, opening, renewal;
const packed = {}, local = location.protocol === "file:";
self.tierZeroShard = (name, data) => { packed[name] = data; };
const rank = name => "wisfmd".indexOf(name[0]) * 1e6 + +name.slice(1);
const read = async (name, cache) => {
  const path = base + "_search/" + (name === "root" ? name : root.gen + "/" + (local ? "p" + root.packs.findLastIndex(first => rank(first) <= rank(name)) : name));
  if (local && !packed[name]) await (packed[path] ||= tier.load(path + ".js").finally(() => delete packed[path]));
  const answer = await fetch(local ? "data:;base64," + packed[name] : path + ".bin", { cache });
  delete packed[name];
  if (!answer.ok) throw path;
  return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
};
const open = async cache => {
  tier.wake();
  await tier.engine;
  const bytes = await read("root", cache), next = JSON.parse(decode(bytes));
  if (next.gen === root?.gen) return;
  index = TierZeroSearch.open(bytes, decode);
  root = tier.root = next;
  shards = {};
};
/* A shard that is gone may mean that the site was published anew: then all begins again with the new index. If not, it is asked for
   once more. */
const bring = async (name, cache) => {
  const mine = index;
  try {
    mine.add(name, await read(name, cache));
  } catch {
    if (mine === index && !cache) await (renewal ||= open("reload").catch(() => {}));
    renewal = 0;
    if (mine === index) return cache ? mine.lost(name) : bring(name, "reload");
  }
};
const ask = async (words, options, mine) => {
  await (opening ||= open());
  while (mine === turn) {
    const { needs, answer } = index.search(words, { filters: tier.picked, typing: true, ...options });
    if (!needs.length) return answer;
    await Promise.all(needs.map(name => shards[name] ||= bring(name)));
  }
};

let turn = 0, shown, at, enter, moved, timer;
const text = () => field.value.trim();
const address = () => {
  const parts = new URLSearchParams({ q: text() });
  for (const facet in tier.picked) for (const value of tier.picked[facet]) parts.append(facet, value);
  if (tier.exact) parts.set("exact", 1);
  return "search.html?" + parts;
};

/* Filters: in the dialog the kinds of page and the services of the hits. */
const pick = (facet, value, label = value, total = "") => {
  const values = tier.picked[facet] || [], on = values.includes(value);
  return set(Object.assign(button(() => {
    tier.picked[facet] = on ? values.filter(other => other !== value) : [...values, value];
    change(1);
  }, label, make("small", "", total)), { id: `tz.pick.${facet}.${value}` }), "aria-pressed", on);
};
const offer = nodes => {
  const { id } = document.activeElement;
  one(".picks").replaceChildren(...nodes);
  document.getElementById(id)?.focus();
};

/* Hits: options in the dialog; the page of results has rows of its own. */
const row = tier.row || ((kind, href, head, ...rest) => set(Object.assign(make("a", kind, make("b", "", ...head), ...rest), { href: base + href, id: "tz.hit." + at++, tabIndex: -1 }), "role", "option"));
const chip = (kind, words) => make("span", "chip " + kind, words);
const marked = runs => runs.map(([words, on]) => on ? make("mark", "", words) : words);
const snippet = section => make("span", "hit-text", ...marked(section.snippet));
const drawn = ({ title, href, type, message, facets: { severity = [], owner = [] }, sections }) => make("div", "hit",
  row("hit-page", href, marked(title), make("span", "hit-facts", chip("", root.types[type]), ...severity.map(value => chip("chip-severity is-" + value, value)),
    ...message ? [chip("chip-message", "matches this log message")] : [], ...owner), ...sections.filter(section => !section.path[0]).map(snippet)),
  ...sections.filter(section => section.path[0]).map(section => row("hit-part", section.href, [section.path.join(" › ")], snippet(section))));
const options = () => all(".hits a");
const choose = to => {
  const { length } = options();
  at = (to + length) % length;
  options().forEach((option, i) => set(option, "aria-selected", i === at));
  return options()[at];
};

/* Searches that were of use, and those that found nothing: kept in this browser. */
const past = queries => {
  remember("tz-past", JSON.stringify(queries));
  one(".past").hidden = !queries.length;
  one(".past ul").replaceChildren(...queries.map(query => make("li", "", button(() => {
    field.value = query;
    field.focus();
    change(1);
  }, query), button(() => past(queries.filter(other => other !== query)), "Forget"))));
};
const miss = query => {
  const [{ [query]: old, ...gaps } = {}] = saved("tz-gaps");
  gaps[query] = [old?.[0] + 1 || 1, new Date().toISOString().slice(0, 10)];
  remember("tz-gaps", JSON.stringify(Object.fromEntries(Object.entries(gaps).slice(-100))));
  tier.gaps?.();
};

const clear = (words, on = "") => {
  clearTimeout(timer);
  notes.dataset.on = on;
  list.replaceChildren();
  state.textContent = words;
  set(state, "aria-busy", enter = moved = false);
  set(field, "aria-activedescendant", "");
  if (dialog) set(field, "aria-expanded", false);
  shown = turn;
};
const show = async (words, mine) => {
  let { hits, total, corrected, any, partial, facets } = await ask(words, { limit: tier.count, exact: tier.exact, facets: !dialog }, mine) || {};
  /* Nothing found: half of the last word may lead somewhere. */
  if (total === 0) {
    const [word] = /\S+$/.exec(words);
    ({ hits } = await ask(word.slice(0, word.length / 2 + 1), { limit: 3 }, mine) || {});
  }
  if (mine !== turn) return;
  const sum = "Results: " + total, go = enter && total;
  clear(sum, [corrected && "corrected", any && total && "any", partial && "partial", !total && "none", !total && hits[0] && "near"].join(" "));
  at = 0;
  list.append(...hits.map(drawn));
  notes.querySelectorAll("b").forEach((b, i) => { b.textContent = i ? words : corrected; });
  if (dialog) {
    const services = new Set([tier.picked, ...hits.map(hit => hit.facets)].flatMap(facets => facets.service || []));
    offer([...Object.entries(root.types).map(type => pick("type", ...type)), ...Array.from(services, value => pick("service", value))]);
    if (total) list.append(row("hit-all", address(), ["All on a page"]));
    if (hits[0]) choose(0);
    set(field, "aria-expanded", !!hits[0]);
    list.parentNode.scrollTop = 0;
  } else tier.answered(facets, hits.length < total);
  timer = setTimeout(() => {
    one("[role=status]").textContent = [sum, notes.innerText, dialog && total ? "Enter opens " + hits[0].titleText : ""].join(". ");
    if (!total && !partial && !one("[aria-pressed=true]")) miss(words);
  }, 900);
  if (go) options()[0].click();
};
const change = push => {
  const mine = ++turn, words = text();
  tier.asked?.(words, push);
  if (!words) return clear("");
  clearTimeout(timer);
  set(state, "aria-busy", true);
  show(words, mine).catch(() => {
    if (mine === turn) clear("", "failed");
  });
};

/* What the reader does. */
field.oninput = () => {
  turn++;
  enter = tier.exact = false;
  clearTimeout(timer);
  timer = setTimeout(change, 80);
};
box.onclick = ({ target }) => {
  const act = target.dataset.do;
  if (target.closest(".hits a")) past([text(), ...saved("tz-past").filter(query => query !== text())].slice(0, 8));
  if (!act) return;
  tier.exact = act === "exact";
  enter = false;
  if (act === "all") tier.picked = {};
  if (act === "again") opening = root = 0;
  if (act === "forget") past([]);
  field.focus();
  change(1);
};
if (dialog) field.onkeydown = event => {
  const goal = options()[at], to = { ArrowDown: at + 1, ArrowUp: at - 1, ...moved && { Home: 0, End: -1 } }[event.key];
  if (event.keyCode === 229 || !text()) return;
  if (event.key === "Enter") {
    enter = shown !== turn;
    if (!enter && !goal) return;
    if (!enter) event.ctrlKey || event.metaKey ? window.open(goal.href) : goal.click();
  } else {
    if (!goal || to === undefined) return;
    moved = choose(to);
    moved.scrollIntoView({ block: "nearest" });
    set(field, "aria-activedescendant", moved.id);
  }
  event.preventDefault();
};
Object.assign(tier, { change, pick, offer, address });
past(saved("tz-past"));
change(2);
})();
