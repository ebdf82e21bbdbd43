/* Tier Zero, run mode: steps, panel and bar of a run; what a run is stands in run-core.js. Everything is kept in this browser, nothing is
   sent. All times are read from the clock anew each second: sleep, a new time zone and a throttled timer do no harm. */
(() => {
"use strict";
const core = TierZeroRun, tier = tierZero, { make, say } = tier, doc = document, section = doc.getElementById("tz.run");
if (!section) return;
const data = section.dataset, live = section.querySelector(".run-live");
const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
const set = (node, name, value) => value ? node.setAttribute(name, value) : node.removeAttribute(name);
const put = (node, text) => { if (node && node.textContent !== text) node.textContent = text; };
const level = (node, value) => { node.dataset.level = value; };
const plain = text => text.replace(/\s+/g, " ").trim();
const words = node => {
  const copy = node.cloneNode(true);
  all("input, .permalink, figure, pre, .admonition, ol, ul", copy).forEach(part => part.remove());
  return plain(copy.textContent);
};
const button = (text, onclick, kind = "") => Object.assign(make("button", "run-do " + kind, text), { type: "button", onclick });
const field = (label, box) => make("label", "run-field", make("span", "", label), box);
const line = (value = "", maxLength = 500) => Object.assign(make("input"), { value, maxLength });
const area = (value = "") => Object.assign(make("textarea"), { value, maxLength: 2e3, rows: 2 });
const moment = () => Object.assign(make("input"), { type: "datetime-local" });
const form = (kind, go, ...children) => Object.assign(make("form", kind, ...children), { onsubmit: event => { event.preventDefault(); go(); } });
const fold = (title, ...children) => make("details", "", make("summary", "", title), ...children);
const offset = ms => -new Date(ms).getTimezoneOffset();
const sign = minutes => (minutes < 0 ? "-" : "+") + core.clock(Math.abs(minutes) * 1e3);
const local = ms => core.wall(ms, offset(ms)).slice(0, 19);
/* Of an hour that comes twice, the one that is nearer. */
const instant = text => {
  const at = Date.parse(text), later = at + 36e5;
  return later <= now() && local(later).startsWith(text) ? later : at;
};
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";

/* The page, as run-core.js wants it. */
const items = all("li[data-step]").map(node => {
  const { step: id, digest, kind, role } = node.dataset, [, part, number] = /^(.*?)(?:\.task)?\.([^.]*)$/.exec(id), head = doc.getElementById(part);
  const text = words(all(":scope > p", node)[0] || node).replace(/^Read-only\.\s*/, "") || words(node);
  return { id, digest, kind, role, node, get away() { return node.closest(".tab[hidden]"); }, box: all("input.tick", node)[0], label: (head ? words(head) : "Step") + (role === "task" ? " task " : " ") + number, title: (/^.{1,118}?[.?!](?= |$)/.exec(text) || [text.slice(0, 120)])[0] };
});
const page = {
  ...data, path: data.page, rto: +data.rto || 0, owner: (data.owner || "").toLowerCase().replace(/[^a-z0-9]+/g, "-"), steps: items, secret: all("[data-param][data-secret]", section).map(node => node.dataset.param),
  limits: all("[data-limit]", section).map(node => ({ id: node.dataset.limit, seconds: +node.dataset.seconds, from: node.dataset.from, title: words(node).split(":")[0], node })),
};
page.limits.forEach(({ node }) => node.append(make("span", "run-left")));
const named = step => step.label + ": " + step.title;

/* The log, here and in the store. */
const params = TierZeroParams, key = params.key("tz-run"), past = params.key("tz-runs"), told = new Set(), given = new Map();
let log = [], raw, state, phase, parts = {}, fault = "", blocked, seen, shift = 0, device, count;
const recall = name => { try { return localStorage.getItem(name); } catch { blocked = true; } };
const store = (name, value) => {
  try { value ? localStorage.setItem(name, value) : localStorage.removeItem(name); blocked = false; } catch { blocked = true; }
};
const keep = () => store(key, log.length && JSON.stringify({ format: core.FORMAT, log }));
const now = () => Math.max(Date.now() + shift, log.length && core.when(log[log.length - 1]));
/* A clock that is set back does not set the run back; one that goes on after sleep does no harm. What was set back is right again when
   the clock goes forward by as much: any other jump is sleep. */
const heed = () => {
  const wall = Date.now(), mono = performance.now(), gap = seen ? mono - seen.mono - wall + seen.wall : now() - wall;
  if (!seen || gap > 2e3 || gap < -2e3 && Math.abs(gap + shift) < 1e4) shift = Math.max(0, shift + gap);
  seen = { wall, mono: Math.round(mono), shift: Math.round(shift), zone, offset: offset(wall) };
};
const write = fields => {
  heed();
  log = core.add(log, device + "-" + ++count, seen, fields);
};
const begin = entries => {
  device = Math.random().toString(36).slice(2, 10);
  count = seen = shift = 0;
  log = entries;
};
/* Takes in a log from elsewhere: that of this run, or, when none is open or it may take its place, another. Or says why not. */
const take = (text, any) => {
  const { log: other, reason } = core.read(text, page.path), same = other && log.length && other[0].id === log[0].id;
  if (same) log = core.merge(log, other);
  else if (other && (any || !log.length)) begin(other);
  else return reason || "Another run of this page is open here. Close or discard it first.";
  return "";
};
/* What another tab did: it may have discarded the run, too, also while this page was not shown. */
const meet = () => {
  const there = recall(key);
  if (there) take(there, true);
  else if (!blocked && log.length) begin([]);
};
const change = fields => {
  fault = "";
  meet();
  if (log.length) {
    write(fields);
    keep();
  }
  draw();
};
const compare = () => {
  if (!log.length || (log.filter(entry => entry.digest).pop() || {}).digest === page.digest) return;
  const found = Object.entries(core.difference(page, core.fold(log))).filter(([, ids]) => ids.length);
  write({ do: "page-changed", digest: page.digest, version: page.version, text: found.map(([what, ids]) => what + ": " + ids.map(id => core.name(page, id)).join(", ")).join("; ").slice(0, 4e3) || "text around the steps" });
  keep();
};

/* A question in the page, perhaps with something to write. Escape means no. */
const ask = (host, text, yes, then, box, required) => {
  all(".run-ask").forEach(open => open.remove());
  const back = doc.activeElement, end = () => { ask.remove(); back.focus(); };
  const ask = form("run-ask", () => {
    const value = box ? box.value.trim() : "";
    if (required && !value) return box.focus();
    end();
    then(value);
  }, box ? field(text, box) : make("p", "", text), make("button", "run-do run-yes", yes), button("Cancel", end));
  ask.onkeydown = event => { if (event.key === "Escape") end(); };
  ask.tabIndex = -1;
  set(ask, "aria-label", text);
  if (required) box.required = true;
  host.append(ask);
  (box || ask).focus();
};
const to = (node, block = "center") => {
  for (let up = node; up; up = up.parentElement) {
    if (up.localName === "details") up.open = true;
    if (up.matches(".tab[hidden]")) doc.getElementById(up.id + ".label").click();
  }
  node.scrollIntoView({ block });
  all("input.tick, summary, button", node)[0].focus({ preventScroll: true });
};

/* Steps. */
const done = step => {
  const tick = () => change({ do: "tick", step: step.id }), why = all(".admonition", step.node).map(note => plain(note.textContent)).find(text => /^irreversible/i.test(text));
  if (step.kind === "irreversible") ask(step.tools, (state.drill ? "DRILL: walk it through, do not do it. " : "") + "Irreversible: " + (why ? why.slice(13) : step.title) + " This cannot be taken back.", "Yes, it is done", tick);
  else tick();
};
const equip = step => {
  const act = (text, go) => {
    const node = button(text, go);
    set(node, "aria-label", text + ": " + named(step));
    return node;
  };
  const of = (name, fields) => change({ do: name, step: step.id, ...fields });
  Object.assign(step, {
    time: make("span", "run-time"), words: make("p", "run-words"), open: [act("Done", () => done(step)), act("Skip", () => ask(step.tools, "Reason for skipping", "Skip the step", text => of("skip", { text }), area(), true))], undo: act("Undo", () => of("untick")),
    jot: act("Note", () => ask(step.tools, "Note", "Keep the note", text => of("note", { text }), area((state.steps.get(step.id) || {}).note))),
  });
  step.node.append(step.tools = make("div", "run-step", step.time, ...step.open, step.undo, step.jot, step.words));
  step.box.addEventListener("change", () => {
    const { checked } = step.box;
    if (!state) return;
    step.box.checked = !checked;
    if (state.ended) say("The run is closed. Open it again to change it.");
    else checked ? done(step) : of("untick");
  });
};
const drawStep = (step, current, changed) => {
  const { at, note, reason } = state && state.steps.get(step.id) || {}, is = state && core.is(state, step), over = !state || state.ended;
  step.tools.hidden = !state;
  if (state) step.box.checked = is === "done";
  put(step.time, is ? (is === "done" ? "✓ " : "Skipped ") + local(at).slice(11, 16) + " (+" + core.clock(at - state.outage) + ")" : "");
  put(step.words, [changed.includes(step.id) && "Not as it was when the run began", reason && "Reason: " + reason, note && "Note: " + note].filter(Boolean).join(" · "));
  step.open.forEach(node => { node.hidden = is || over; });
  step.undo.hidden = !is || over;
  step.jot.hidden = over;
  if (doc.activeElement.hidden && step.tools.contains(doc.activeElement)) step.box.focus({ preventScroll: true });
  set(step.node, "data-run", state && (is || "open"));
  set(step.node, "aria-current", !over && step === current && "step");
};

/* Files. */
const save = (name, text) => {
  const link = Object.assign(make("a"), { href: URL.createObjectURL(new Blob([text])), download: name });
  doc.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
};
const give = async (text, name) => {
  const good = await tier.copy(text);
  say(good ? "Copied" : "Not copied. Select the text and press Ctrl+C.");
  if (name && !good) save(name, text);
  return good;
};
/* A run in words. A page that is only read does without. */
const texts = async () => {
  if (!self.TierZeroRunText) await tier.load(data.text);
  return TierZeroRunText(core);
};
const inWords = (form, then) => texts().then(made => then(made[form](page, state)), () => {
  fault = "This text could not be loaded. Save the record (JSON): it has everything.";
  draw();
});
const opener = () => {
  const box = Object.assign(make("input"), { type: "file", accept: ".json", onchange: async () => {
    const [file] = box.files;
    if (!file) return;
    meet();
    fault = file.size > 4e6 ? "This file is too large." : take(await file.text().catch(() => ""));
    if (!fault) {
      write({ do: "import" });
      compare();
      keep();
    }
    fresh();
    box.value = "";
  } });
  return field("Take in a record from a file (second device)", box);
};
const runs = () => { try { return JSON.parse(recall(past)).slice(0, 5).filter(run => run.log[0]); } catch { return []; } };

/* The panel. It is made when a run begins or ends, and else only filled. */
const bar = make("div", "run-bar");
const part = (name, tag = "p") => parts[name] = make(tag, "run-" + name);
const alarm = () => {
  set(part("fault"), "role", "alert");
  return parts.fault;
};
const late = at => {
  fault = at <= now() ? "" : "Say when the outage began: a time that is past.";
  draw();
  return fault;
};
const start = kind => {
  const at = parts.edited ? instant(parts.when.value) : Date.now(), ticked = items.filter(step => step.box.checked), final = [];
  if (late(at)) return;
  begin([]);
  write({ do: "begin", kind, page: page.path, start: local(at) + sign(offset(at)), digest: page.digest, version: page.version, steps: Object.fromEntries(items.map(step => [step.id, step.digest])) });
  ticked.forEach(step => { if (step.kind === "irreversible") final.push(named(step)); else write({ do: "tick", step: step.id }); });
  given.forEach((text, name) => text && write({ do: "param", name, text }));
  if (final.length) fault = "Irreversible: " + final.join(" ") + " Still open: tick it again.";
  raw = "";
  keep();
  draw();
  say(core.word(state) + " begun");
};
const idle = () => {
  const old = runs();
  parts = { when: moment() };
  parts.when.oninput = () => { parts.edited = true; };
  live.replaceChildren(make("div", "run-row", field("Outage began (" + zone + ", UTC" + sign(offset(Date.now())) + ")", parts.when), button("Start incident", () => start("incident"), "run-incident"), button("Start exercise (DRILL)", () => start("exercise"), "run-drill")), alarm(), ...raw ? [button("Save it as a file and discard it", () => {
      save("run.txt", raw);
      raw = phase = "";
      leave();
    })] : [],
    fold("Second device, earlier runs", opener(), make("ul", "", ...old.map(run => make("li", "run-row", [run.kind === "exercise" ? "DRILL" : "Incident", run.date, run.start, run["time-to-recovery"]].join(" "), button("Show", () => {
      fault = take(JSON.stringify(run), true);
      keep();
      fresh();
    }))))));
};
const closing = () => {
  const lesson = (text, on = page.path) => make("div", "run-row", field("Lesson: what must change", line(text)), field("Page that changes", line(on, 200)));
  const response = area(), outside = line(), rows = make("div"), list = { response, outside, lessons: rows }, old = {}, read = name => state.fields[name] || "", more = text => rows.append(...text.map(row => lesson(...row.split("\t"))));
  const get = node => node === rows ? [...rows.children].map(row => all("input", row).map(box => plain(box.value))).filter(([text]) => text).map(row => row.join("\t")).join("\n") : node.value.trim();
  let timer;
  /* Two may write at once: what is filled in follows the log, but for what somebody is at. Lessons of both are kept. */
  const refill = parts.refill = first => {
    for (const name in list) {
      const node = list[name], text = read(name);
      if (!first && (text === old[name] || get(node) !== old[name] || node.contains(doc.activeElement))) continue;
      old[name] = text;
      if (node !== rows) node.value = text;
      else {
        rows.replaceChildren();
        more(text.split("\n"));
      }
    }
  };
  const settle = parts.settle = () => {
    clearTimeout(timer);
    for (const name in list) if (parts.refill === refill && state) {
      const node = list[name], mine = get(node), there = read(name).split("\n");
      if (mine === old[name]) continue;
      if (node === rows) more(there.filter(row => row && !(mine + "\n" + old[name]).split("\n").includes(row)));
      change({ do: "note", field: name, text: old[name] = get(node) });
    }
  };
  refill(true);
  const box = form("run-form", () => {
    settle();
    const [first] = core.remaining(page, state);
    if (first) return to(first.node);
    change({ do: "end" });
    say("The run is closed");
    to(live);
  }, part("left", "div"), field("Response: who led, who was missing, where it stalled", response), rows, button("Another lesson", () => rows.append(lesson(""))), ...state.drill ? [field("Outside participant: a role, no name", outside)] : [], make("button", "run-do run-yes", "Close the run"));
  box.onchange = settle;
  box.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, 1e3);
  };
  return box;
};
const leave = () => {
  begin([]);
  keep();
  fault = "";
  draw();
  say("No run is open");
};
const putAway = () => {
  store(past, JSON.stringify([core.record(page, state), ...runs().filter(run => run.log[0].id !== state.run)].slice(0, 5)));
  if (!blocked) return leave();
  fault = "This browser stores nothing for this page. Save the record first, then open the run again and discard it.";
  draw();
};
const calling = () => make("div", "run-call", part("due", "strong"), part("missed", "span"), part("say"), button("Copy call-out", async ({ target }) => {
  const text = parts.say.textContent, sent = () => change({ do: "callout", text });
  await give(text) ? sent() : ask(target.parentNode, "Not copied. Select the text and press Ctrl+C.", "It was sent", sent);
}, "run-yes"));
const running = () => {
  const over = state.ended, note = line(), head = make("div", "run-row", make("strong", "run-kind", core.word(state)), part("began", "span")), foot = make("div", "run-row");
  parts = { fault: alarm(), began: parts.began };
  const name = () => state.start.slice(0, 10) + "-" + page.scenario;
  const exporting = fold("Export", make("div", "run-row", button("Save record (JSON)", () => save(name() + ".json", JSON.stringify(core.record(page, state), null, 2) + "\n")), button("Copy for the channel", () => inWords("markdown", text => give(text, name() + "-channel.md"))),
    button("Save review page", () => inWords("review", text => save(name() + ".md", text)))), opener());
  texts().catch(() => {});
  exporting.open = !!over;
  if (over) foot.append(button("Open again", () => change({ do: "reopen" })), button("Put away", putAway));
  else {
    head.append(button("Change", () => {
      const when = moment();
      const old = when.value = local(state.outage).slice(0, 16);
      ask(head, "Outage began (" + zone + ")", "Change", value => {
        const at = instant(value);
        if (value !== old && !late(at)) change({ do: "outage", start: local(at) + sign(offset(at)) });
      }, when, true);
    }));
    foot.append(button("Discard the run", () => ask(foot, "Discard this run? Its ticks, times and notes are gone then.", "Discard it", leave)));
  }
  live.replaceChildren(head, parts.fault, part("news"), ...over ? [] : [calling(), form("run-row", () => {
    if (note.value.trim()) change({ do: "note", text: note.value.trim() });
    note.value = "";
  }, field("Note for the timeline", note), make("button", "run-do", "Add note")), parts.close = fold("Close the run", closing())], exporting, foot);
  set(parts.news, "role", "status");
  const cell = (name, title = "") => parts[name + "Cell"] = make("span", "run-cell", parts[name + "Name"] = make("small", "", title), parts[name] = make("b"));
  parts.go = button("", () => {
    const { current } = core.progress(page, state);
    to(current ? current.node : parts.close);
  }, "run-go");
  bar.replaceChildren(make("strong", "run-kind", core.word(state)), cell("elapsed", "Outage"), cell("rto"), cell("limit"), cell("call", "Call-out"), cell("steps", "Steps"), parts.go, button("Run", () => to(live, "nearest")));
};
const draw = () => {
  state = log.length ? core.fold(log) : undefined;
  const next = state ? state.run + state.kind + !state.ended : "idle", { current } = state ? core.progress(page, state) : {}, found = state && core.difference(page, state);
  if (phase !== next) {
    const inside = live.contains(doc.activeElement);
    if (phase && !state) {
      items.forEach(step => { step.box.checked = false; });
      params.clear();
    }
    phase = next;
    state ? running() : idle();
    if (inside) all("button", live)[0].focus({ preventScroll: true });
    bar.hidden = !state || state.ended;
    doc.documentElement.classList.toggle("run-on", !!state);
    doc.documentElement.classList.toggle("run-exercise", !!state && state.drill);
  }
  put(parts.fault, fault);
  items.forEach(step => drawStep(step, current, state ? [...found.changed, ...found.added] : []));
  if (state) {
    const odd = core.odd(log);
    put(parts.began, "Outage began " + state.start.slice(0, 16).replace("T", " ") + ", " + state.zone + " (UTC" + state.start.slice(19) + ")" + (state.ended ? "; closed after " + core.clock(state.ended - state.outage) : ""));
    put(parts.news, [blocked && "This browser stores nothing for this page. Save the record before you close it.", state.changed && "This page changed after the run began. " + state.changed + ".", odd && "Clock: " + odd + "."].filter(Boolean).join("\n"));
    if (parts.refill) parts.refill();
    if (parts.left) parts.left.replaceChildren("Tick these first, or skip them with a reason:", ...core.remaining(page, state).map(step => button(named(step), () => to(step.node))));
  }
  beat();
};
/* The commands have the values of the run that is open, not those that were left here. */
const fresh = () => {
  draw();
  if (state) params.set(Object.fromEntries(state.params));
};
/* Each second. */
const beat = () => {
  heed();
  const at = state && state.ended || now(), said = [], tell = (name, text) => { if (!told.has(name)) said.push(text); told.add(name); };
  if (!state) {
    if (!parts.edited && parts.when !== doc.activeElement) parts.when.value = local(at).slice(0, 16);
    page.limits.forEach(({ node }) => { put(node.lastChild, ""); level(node, ""); });
    return;
  }
  const spent = at - state.outage, left = page.rto * 1e3 - spent, limits = core.limits(page, state, at), next = limits.find(limit => limit.running), calls = core.callouts(state, at), { due, left: until } = calls, { done, total, current } = core.progress(page, state);
  const show = (name, title, text, state = "") => {
    put(parts[name + "Name"], title);
    put(parts[name], text);
    level(parts[name + "Cell"], state);
  };
  for (const limit of limits) {
    put(limit.node.lastChild, limit.running && !state.ended ? core.ends({ ...limit, title: "" }) : "");
    level(limit.node, state.ended ? "" : limit.level);
    if (limit.level && !state.ended) tell(limit.id + limit.level, core.ends(limit));
  }
  if (state.ended) return;
  show("elapsed", "Outage", core.clock(spent));
  if (page.rto) show("rto", left < 0 ? "RTO over by" : "RTO left", core.span(left), left < 0 ? "over" : left < page.rto * 250 ? "soon" : "");
  if (next) show("limit", next.title, next.left < 0 ? "over" : core.span(next.left), next.level);
  show("call", "Call-out", due ? "due" : "in " + core.clock(until), due ? "soon" : "");
  show("steps", "Steps", done + " of " + total);
  put(parts.go, current ? "Current step" : "Close the run");
  put(parts.due, due ? "Call-out due, minute " + due : "Next call-out in " + core.span(until));
  put(parts.say, core.callout(page, state, at));
  put(parts.missed, calls.missed.length ? "Missed: " + core.gone(calls) : "");
  if (due) tell(due, parts.due.textContent);
  if (said.length) say(said.join(". "));
};

/* What other parts of the page may read. */
tier.run = () => {
  if (!state) return;
  const is = what => items.filter(step => core.is(state, step) === what).sort((a, b) => state.steps.get(a.id).at - state.steps.get(b.id).at).map(named), { current } = core.progress(page, state);
  return { kind: state.kind, word: core.word(state), minute: core.minutes(now() - state.outage), current: current && named(current), tried: is("done"), skipped: is("skipped") };
};

items.forEach(equip);
section.after(bar);
set(bar, "role", "region");
set(bar, "aria-label", "Run");
begin([]);
raw = recall(key);
try {
  const why = raw && take(raw);
  if (why) throw Error(why);
  compare();
  fresh();
  raw = "";
} catch ({ message }) {
  begin([]);
  phase = "";
  fault = "What this browser kept of a run cannot be read. " + message;
  draw();
}
setInterval(beat, 1e3);
const again = () => {
  parts.settle?.();       /* a tab that is closed is hidden first */
  meet();
  fresh();
};
addEventListener("pageshow", again);
addEventListener("visibilitychange", again);
addEventListener("storage", event => {
  if (event.key !== key) return;
  if (!event.newValue) begin([]);
  again();
});
addEventListener("beforeunload", event => { if (blocked && state && !state.ended) event.preventDefault(); });
/* What was filled in before the run began belongs to it, too. */
params.attach(section, (name, text) => {
  given.set(name, text);
  if (state && !state.ended && (state.params.get(name) || "") !== text) change({ do: "param", name, text });
});
})();
