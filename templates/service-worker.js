/* Tier Zero, default theme: the service worker, published as sw.js. The generator writes SITE before it: what this version of the
   site consists of. Pages come from the network, and from the browser's cache when that is silent; files with a hash in their path
   come from the cache. After the first visit the search index is kept whole, in the packs that folders use: one request for each
   256 KiB, or one for all below 2 MiB. A pack is kept as it comes, and a shard is cut out when it is asked for. Measured in Chromium
   with 2,000 shards (8 MB): 0.3 s to keep the packs and 0.07 s to read them back, against 3 s for an entry a shard, besides 2,000
   requests. */
const SCOPE = registration.scope, BASE = new URL(SCOPE).pathname, NAME = `tier0 ${BASE} `, PAGES = NAME + "pages", THEME = NAME + "theme";
const DEADLINE = 2500, LARGEST = 4 << 20, MOST = 500, LISTED = 300;     /* ms; bytes of a file; pages; links on the offline page */
const COPIED = "Tier-Zero-Copied", STATE = SCOPE + "_offline/state", ROOT = "_search/root.bin";
const index = gen => `${NAME}search ${gen}`;

/* Storage may be full or forbidden: then everything is as if there were no worker. */
const read = (name, url) => caches.match(url, { cacheName: name, ignoreVary: true }).catch(() => undefined);
const write = async (name, url, answer) => {
  const headers = new Headers(answer.headers);
  for (const spent of ["content-encoding", "content-length"]) headers.delete(spent);
  headers.set(COPIED, new Date().toISOString());
  await (await caches.open(name)).put(url, new Response(answer.headers.has("content-length") ? answer.body : counted(answer.body), { headers }));
};
/* A host need not say how large a file is. */
const counted = body => {
  let left = LARGEST;
  const transform = (chunk, to) => {
    left -= chunk.length;
    if (left < 0) throw new Error("too large to keep");
    to.enqueue(chunk);
  };
  return body && body.pipeThrough(new TransformStream({ transform }));
};
const recall = async () => { try { return await (await read(PAGES, STATE)).json(); } catch { return {}; } };
const remember = async state => (await caches.open(PAGES)).put(STATE, new Response(JSON.stringify(state)));

/* Whatever a host calls a page, here it has one name: a/ is a/index.html, a/b is a/b.html. A static host ignores the query. */
const plain = url => url.split(/[?#]/)[0];
const named = url => plain(url).replace(/\/$/, "/index.html").replace(/\/[^/.]+$/, "$&.html");
/* Kept are whole answers of this site only; of a redirect only one that gives the same page its other name. */
const good = (answer, url) => answer.status === 200 && answer.type === "basic" && named(answer.url) === named(url)
  && !/no-store/.test(answer.headers.get("cache-control")) && !(answer.headers.get("content-length") > LARGEST);
const take = async (name, url, cache = "default") => {
  const answer = await fetch(url, { cache, credentials: "same-origin", priority: "low" });
  if (!good(answer, url)) throw new Error(`${url}: ${answer.status}`);
  await write(name, named(url), answer);
};
const have = async (name, url) => await read(name, named(url)) || take(name, url);

addEventListener("install", event => event.waitUntil((async () => {
  await Promise.all([...SITE.theme.map(path => have(THEME, SCOPE + path)), ...SITE.pages.map(path => take(PAGES, SCOPE + path, "no-cache"))]);
  await skipWaiting();
})()));

let work = Promise.resolve();                                             /* one thing after the other: each changes the state */
addEventListener("activate", event => event.waitUntil(work = work.then(async () => {
  await registration.navigationPreload?.enable();
  await clients.claim();
  const state = await recall();
  await sweep(state);
  await remember({ ...state, theme: SITE.theme });
}).catch(() => {})));

/* Of too many pages the oldest go. */
const trim = async () => {
  const pages = await caches.open(PAGES), lasting = new Set([STATE, ...[ROOT, ...SITE.pages, ...Object.keys(SITE.more)].map(path => SCOPE + path)]);
  for (const request of (await pages.keys()).filter(page => !lasting.has(page.url)).slice(0, -MOST)) await pages.delete(request);
};
/* What goes besides: other generations of the index; files of the theme that are not of this version, nor of the one before, of which
   tabs may be open, nor of any kept page. */
const sweep = async state => {
  const gens = [SITE.search.gen, state.gen].map(index), pages = await caches.open(PAGES), theme = await caches.open(THEME);
  for (const name of await caches.keys()) if (name.startsWith(index("")) && !gens.includes(name)) await caches.delete(name);
  await trim();
  const needed = new Set([...SITE.theme, ...state.theme || []].map(path => SCOPE + path));
  for (const answer of await pages.matchAll()) {
    if (isPage(answer)) for (const path of (await answer.text()).match(/_theme\/[^"'\s]+/g) || []) needed.add(SCOPE + path);
  }
  for (const request of await theme.keys()) if (!needed.has(request.url)) await theme.delete(request);
};
const isPage = answer => /html/.test(answer.headers.get("content-type"));

/* A page that is idle names what it is made of, and says whether there is data to spare for the rest. */
addEventListener("message", event => {
  const { keep, all, look } = event.data || {};
  if (Array.isArray(keep)) event.waitUntil(work = work.then(() => fill(keep, all)).catch(() => {}));
  if (look) event.waitUntil(tell(fetch(look, { cache: "no-cache" }).catch(() => {}), read(PAGES, named(look)), look, event.source.id));
});
const fill = async (urls, all) => {
  for (const url of urls.filter(url => url.startsWith(SCOPE) && !/^(_search\/|sw\.js$)/.test(url.slice(SCOPE.length)))) {
    await have(url.startsWith(SCOPE + "_theme/") ? THEME : PAGES, url).catch(() => {});
  }
  await trim();
  const state = await recall();
  if (!all || state.full === SITE.version) return;
  const taken = state.taken ||= {};
  try {
    for (const path in SITE.more) if (taken[path] !== SITE.more[path]) {
      await take(PAGES, SCOPE + path, "no-cache");
      taken[path] = SITE.more[path];
    }
    if (SITE.search.packs.length && state.gen !== SITE.search.gen) await fillIndex(state);
  } catch (error) {
    if (error.name === "QuotaExceededError") state.full = SITE.version;      /* tried again with the next version */
  }
  await remember(state);
};
/* The root comes last, and only the one of these packs: without the network both must fit. */
const fillIndex = async state => {
  const { gen, root, packs } = SITE.search;
  for (const [, path] of packs) await have(index(gen), SCOPE + path);
  const answer = await fetch(SCOPE + ROOT, { cache: "no-cache" });
  if (!good(answer, SCOPE + ROOT) || await sha256(answer.clone()) !== root) throw new Error("published anew meanwhile");
  await write(PAGES, SCOPE + ROOT, answer);
  Object.assign(state, { gen, packs });
  texts.clear();
  await sweep(state);
};
const sha256 = async answer => [...new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()))]
  .map(byte => byte.toString(16).padStart(2, "0")).join("");

addEventListener("fetch", event => {
  const { request } = event, path = plain(request.url.slice(SCOPE.length));
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("range") || request.cache === "only-if-cached") return;
  const [, gen, shard] = /^_search\/([0-9a-f]{10})\/(.+)$/.exec(path) || [];
  event.respondWith(gen ? searched(event, gen, shard.replace(/\.bin$/, ""))
    : path.startsWith("_theme/") ? unchanging(event, () => read(THEME, SCOPE + path), THEME) : fresh(event, path));
});

/* What has a hash in its path is for ever what it is. Who asks past the cache has found a copy broken. */
const unchanging = async (event, find, name) => {
  const { request } = event, copy = await find().catch(() => undefined), past = /reload|no-/.test(request.cache);
  if (copy && !past) return copy;
  try {
    const answer = await fetch(request);
    if (good(answer, request.url)) event.waitUntil(write(name, plain(request.url), answer.clone()).catch(() => {}));
    return answer;
  } catch (error) {
    if (copy) return copy;
    throw error;
  }
};

const searched = async (event, gen, shard) => {
  try {
    return await unchanging(event, async () => await unpacked(gen, shard) || read(index(gen), plain(event.request.url)), index(gen));
  } catch (error) {
    /* A page with an older index than the one that is kept hears what the host would say, and begins again with the new one. */
    const { gen: whole } = await recall();
    if (whole && whole !== gen) return new Response("", { status: 404 });
    throw error;
  }
};
const rank = name => "wisfmd".indexOf(name[0]) * 1e6 + +name.slice(1), texts = new Map();
const unpacked = async (gen, shard) => {
  const packs = gen === SITE.search.gen ? SITE.search.packs : (await recall()).packs || [];
  const [, path] = packs.filter(([first]) => rank(first) <= rank(shard)).pop() || [];
  if (!path || !path.includes(gen)) return undefined;
  if (!texts.has(path)) {
    const pack = await read(index(gen), SCOPE + path);
    if (!pack) return undefined;
    texts.set(path, await pack.text());
  }
  const text = texts.get(path), call = `tierZeroShard("${shard}","`, from = text.indexOf(call) + call.length;
  if (from < call.length) return undefined;
  const data = atob(text.slice(from, text.indexOf('"', from)));
  return new Response(Uint8Array.from(data, char => char.charCodeAt(0)), { headers: { "Content-Type": "application/octet-stream" } });
};

/* Everything else is as new as the network has it, unless that takes too long or breaks and there is a copy. */
const fresh = async (event, path) => {
  const { request } = event, page = request.mode === "navigate", url = named(request.url);
  const network = (async () => {
    const answer = page && await event.preloadResponse || await fetch(request);
    if (good(answer, url) && !(path === ROOT && (await recall()).gen)) event.waitUntil(write(PAGES, url, answer.clone()).catch(() => {}));
    return answer;
  })().catch(() => undefined);
  event.waitUntil(network);
  const soon = await Promise.race([network, new Promise(done => setTimeout(done, DEADLINE))]);
  if (soon && soon.status < 500) return soon;
  const copy = await read(PAGES, url), shown = copy && page && isPage(copy);
  if (shown) event.waitUntil(tell(network, copy.clone(), url, event.resultingClientId));
  return copy ? shown ? signed(copy) : copy : await network || (page ? instead(request.url) : Response.error());
};
const instant = time => `<time datetime="${time}" data-age>${time.slice(0, 16).replace("T", " ")} UTC</time>`;
const signed = async copy => {
  const text = await copy.text(), [, version] = /version <code>([^<]+)/.exec(text) || [];
  const sign = `<p class="kept" role="status">Offline copy of ${instant(copy.headers.get(COPIED))}${version ? ` · version <code>${version}</code>` : ""}</p>`;
  return new Response(text.replace(/<main\b[^>]*>/, main => main + sign), { headers: copy.headers });
};
/* The reader of a copy hears when the network, late or back again, has another text. */
const tell = async (network, copy, url, client) => {
  const [answer, kept] = await Promise.all([network, copy]);
  if (answer && kept && good(answer, url) && await answer.text() !== await kept.text()) (await clients.get(client))?.postMessage({ newer: true });
};

/* The page that stands in for what is not here: it may stand at any depth, so its addresses are made to begin at the host. */
const instead = async url => {
  const folder = plain(url) + "/", page = await read(PAGES, SCOPE + "offline.html");
  if (/\/[^/.]+\/$/.test(folder) && await read(PAGES, folder + "index.html")) return Response.redirect(folder);
  if (!page) return Response.error();
  const text = (await page.text()).replace(/\s(href|src|action)="(?![#/"]|[a-z][a-z0-9+.-]*:)|="(?=_theme\/)/g, `$&${BASE}`), list = await copies();
  return new Response(text.replace(/(<ul[^>]* data-copies>)[^]*?(?=<\/ul>)/, (all, open) => list ? open + list : all), { status: 503, headers: page.headers });
};
const copies = async () => {
  const cache = await caches.open(PAGES), pages = [];
  await Promise.all((await cache.keys()).reverse().slice(0, LISTED).map(async request => {
    const answer = await cache.match(request), path = new URL(request.url).pathname;
    if (!isPage(answer) || /(^|\.)offline\.html$|^search\.html$/.test(path.slice(BASE.length))) return;
    const [, title] = /<title>([^<]*)/.exec(await answer.text()) || [, path];
    pages.push([title.replace(/ · [^·]*$/, ""), path, answer.headers.get(COPIED)]);
  }));
  pages.sort((a, b) => a[0].localeCompare(b[0]));
  return pages.map(([title, path, time]) => `<li><a href="${path}">${title}</a> <small>${instant(time)}</small></li>`).join("");
};
