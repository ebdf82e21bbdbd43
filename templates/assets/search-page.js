/* Tier Zero, the page of results: address and history, filters with counts, more results, searches that found nothing. */
(() => {
"use strict";
const tier = tierZero, { base, box, field, make, saved, remember } = tier, one = selector => box.querySelector(selector);
const more = one(".find-more"), gaps = one(".gaps"), title = document.title, size = 20;
const href = () => {
  const n = tier.count > size ? "&n=" + tier.count : "";
  return base + tier.address() + n;
};
let seen;                                                                 /* the query of the address that was answered last */
const restore = () => {
  const parts = new URLSearchParams(location.search);
  field.value = parts.get("q") || "";
  tier.exact = parts.has("exact");
  tier.count = Math.min(Math.max(parseInt(parts.get("n")), size) || size, 1000);
  tier.picked = { __proto__: null };
  for (const facet of parts.keys()) if (/^(type|service|owner|severity|tags)$/.test(facet)) {
    const values = parts.getAll(facet).filter(value => !(value in {}));
    if (values[0]) tier.picked[facet] = values;
  }
  seen = location.search;
};

/* The first letter typed makes an entry in the history, the others change it; so does not what was there before. */
let typing = false, last;
tier.asked = (words, push) => {
  if (words !== last) tier.count = last === undefined ? tier.count : size;
  last = words;
  document.title = words ? `${words} · ${title}` : title;
  if (!words) more.hidden = true;
  if (words && push !== 2 && href() !== location.href.split("#")[0]) {
    try { history[push || !typing ? "pushState" : "replaceState"](null, "", href()); } catch { /* not from a folder */ }
    seen = location.search;
  }
  typing = !push;
};
tier.row = (className, href, head, ...rest) => make("div", className,
  make(className === "hit-page" ? "h2" : "h3", "", Object.assign(make("a", "", ...head), { href: base + href })), ...rest);
tier.answered = (facets, rest) => {
  more.hidden = !rest;
  tier.offer([...new Set([...Object.keys(facets || {}), ...Object.keys(tier.picked)])].map(facet => {
    const chosen = tier.picked[facet] || [], counts = (facets || {})[facet] || [];
    /* A filter that is on stays to be taken away, though it leaves nothing. */
    const empty = chosen.filter(value => !counts.some(count => count[0] === value)).map(value => [value]);
    const shown = [...empty, ...counts.filter(([value], i) => i < 12 || chosen.includes(value))];
    return shown.length ? make("p", "", make("b", "", facet), " ", ...shown.map(value => tier.pick(facet, ...value))) : "";
  }));
};
more.onclick = () => {
  tier.count += size;
  tier.change(1);
};
one("form").onsubmit = event => {
  if (!tier.change) return;
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) field.blur();
  tier.change(1);
};
addEventListener("popstate", () => {
  if (seen === location.search) return;                                   /* only a letter of A–Z was chosen */
  restore();
  tier.change?.(2);
});

/* The reader's own list of gaps, as a file; where files cannot be saved, on the clipboard. */
const list = () => Object.entries(saved("tz-gaps")[0] || {}).map(([query, [times, last]]) => ({ query, times, last })).sort((a, b) => a.last < b.last ? 1 : -1);
tier.gaps = () => {
  gaps.hidden = !list().length;
  gaps.querySelector("ul").replaceChildren(...list().map(({ query, times, last }) => make("li", "", make("code", "", query), ` ${times} ×, last ${last}`)));
};
const texts = {
  json: () => JSON.stringify(list(), null, 2),
  md: () => list().map(({ query, times, last }) => `- \`\` ${query.replace(/`/g, "'")} \`\` (${times} ×, last ${last})\n`).join(""),
};
gaps.onclick = ({ target }) => {
  const { save } = target.dataset;
  if (save === "") {
    remember("tz-gaps", null);
    tier.gaps();
    field.focus();
  } else if (save) {
    const text = texts[save]();
    try {
      const url = URL.createObjectURL(new Blob([text]));
      Object.assign(make("a"), { href: url, download: "search-gaps." + save }).click();
    } catch {
      navigator.clipboard?.writeText(text);
    }
  }
};

restore();
tier.gaps();
tier.wake();
if (!field.value && !location.hash) field.focus({ preventScroll: true });
})();
