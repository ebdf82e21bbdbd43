/* Tier Zero, run mode: what a run is. A run is a log to which entries are only added; everything else is read out of it. Pure: no page, no
   store, no clock. Times are milliseconds; a page is { path, title, type, scenario, service, owner, digest, version, rto (seconds), steps:
   [{ id, digest, kind, role, label, title }], limits: [{ id, seconds, from, title }], secret: [names of parameters] }. */
const TierZeroRun = (() => {
"use strict";
const FORMAT = "tier0-run/1", EVERY = 6e5, DOES = "begin outage tick untick skip note param verify callout end reopen import page-changed".split(" ");
const START = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d[+-]\d\d:\d\d$/;
const starts = text => START.test(text) && isFinite(Date.parse(text));
const two = n => String(n).padStart(2, "0");
const clock = ms => { const s = Math.max(0, Math.floor(ms / 1000)); return two(Math.floor(s / 60)) + ":" + two(s % 60); };
const minutes = ms => Math.max(0, Math.floor(ms / 6e4));
const span = ms => {
  const s = Math.floor(Math.abs(ms) / 1000), m = Math.floor(s / 60), h = Math.floor(m / 60);
  return h ? h + " h" + (m % 60 ? " " + m % 60 + " min" : "") : m ? m + " min" : s + " s";
};
/* When an entry was made by the clock of the run, which never goes back, whatever the clock on the wall did. */
const when = entry => entry.t ?? Date.parse(entry.at);
const wall = (ms, offset) => new Date(ms + offset * 6e4).toISOString();
const flat = text => String(text ?? "").replace(/\s+/g, " ").trim();

/* An entry for the end of a log. time: { wall, mono, shift (how far the wall clock was set back), zone, offset (minutes) } */
const add = (log, id, time, fields) => {
  const t = Math.max(time.wall + time.shift, log.length ? when(log[log.length - 1]) + 1 : 0);
  return [...log, { id, at: new Date(time.wall).toISOString(), ...t !== time.wall && { t }, mono: time.mono, zone: time.zone, offset: time.offset, ...fields, ...fields.text && { text: fields.text.slice(0, 5e4) } }];
};
const merge = (...logs) => {
  const all = new Map(logs.flat().reverse().map(entry => [entry.id, entry]));
  return [...all.values()].sort((a, b) => when(a) - when(b) || (a.id < b.id ? -1 : 1));
};

/* What somebody else wrote: a log, or why it is none. */
const sound = entry => entry && DOES.includes(entry.do) && /^[a-z0-9]{1,16}-\d{1,9}$/.test(entry.id) && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(entry.at) && Date.parse(entry.at) > 0 && when(entry) > 0 && when(entry) < 8e15
  && Math.abs(entry.offset) < 1e3 && Object.entries(entry).every(([key, value]) => key === "steps" ? value && typeof value === "object" : /^(t|mono|offset)$/.test(key) ? value === null || Number.isFinite(value) : typeof value === "string" && value.length < 1e5);
const read = (text, path) => {
  let data;
  try { data = JSON.parse(text); } catch { /* then it has no format either */ }
  const log = data?.format === FORMAT && data.log, damage = "This record is damaged: ";
  if (!Array.isArray(log)) return { reason: "This is no record of run mode (" + FORMAT + ") with a log." };
  const bad = log.length > 1e4 ? 1e4 : log.findIndex(entry => !sound(entry));
  if (bad >= 0) return { reason: damage + "entry " + (bad + 1) + " of its log cannot be read." };
  const sorted = merge(log), [first] = sorted;
  if (!first || first.do !== "begin" || !first.steps || sorted.some(entry => entry !== first && entry.do === "begin") || !/^(incident|exercise)$/.test(first.kind) || !starts(first.start)) return { reason: damage + "its log has no beginning." };
  return first.page === path ? { log: sorted } : { reason: "This record belongs to another page, " + first.page + ". Open it there." };
};

const fold = log => {
  const first = log[0];
  const state = { run: first.id, kind: first.kind, drill: first.kind === "exercise", began: when(first), start: first.start, zone: first.zone, first, log, steps: new Map(), params: new Map(), calls: [], ended: 0, changed: "", fields: {} };
  for (const entry of log) {
    const { step, text, do: what } = entry, at = when(entry), old = state.steps.get(step) || {};
    const set = fields => { if (step) state.steps.set(step, { ...old, ...fields, at, entry }); };
    if (what === "tick" || what === "verify") set({ is: "done", reason: "" });
    if (what === "skip") set({ is: "skipped", reason: text });
    if (what === "untick") set({ is: "", reason: "" });
    if (what === "note" && step) state.steps.set(step, { ...old, note: text });
    if (what === "note" && entry.field) state.fields[entry.field] = text;
    if (what === "outage" && starts(entry.start)) state.start = entry.start;
    if (what === "param") state.params.set(entry.name, text);
    if (what === "callout") state.calls.push(at);
    if (what === "end") state.ended = at;
    if (what === "reopen") state.ended = 0;
    if (what === "page-changed") state.changed = text || "its text";
  }
  state.outage = Date.parse(state.start);
  return state;
};
const is = (state, step) => (state.steps.get(step.id) || {}).is || "";
const word = state => state.drill ? "DRILL" : "INCIDENT";

/* Which steps are not those that the run began with. */
const difference = (page, { first: { steps } }) => ({
  changed: page.steps.filter(({ id, digest }) => steps[id] && steps[id] !== digest).map(step => step.id), added: page.steps.filter(({ id }) => !steps[id]).map(step => step.id),
  removed: Object.keys(steps).filter(id => !page.steps.some(step => step.id === id)),
});
/* Steps of a tab that is not shown (away) count when they were done all the same. */
const near = (page, state) => page.steps.filter(step => step.role !== "task" && (!step.away || is(state, step)));
const progress = (page, state) => {
  const steps = near(page, state), open = steps.filter(step => !is(state, step)), at = step => is(state, step) ? state.steps.get(step.id).at : 0;
  const newest = steps.map(at).lastIndexOf(Math.max(...steps.map(at)));
  return { done: steps.length - open.length, total: steps.length, current: open.length < steps.length && open.find(step => steps.indexOf(step) > newest) || open[0] };
};
const remaining = (page, state) => near(page, state).filter(step => step.role === "verify" && !is(state, step));
/* Time limits that run, the next to end first: left is negative when it is over. */
const limits = (page, state, now) => page.limits.map(limit => {
  const from = limit.from === "outage" ? state.outage : is(state, { id: limit.from }) === "done" && state.steps.get(limit.from).at;
  const left = from && from + limit.seconds * 1000 - now;
  return { ...limit, left, running: !!from, level: !from ? "" : left < 0 ? "over" : left <= limit.seconds * 250 ? "soon" : "" };
}).sort((a, b) => b.running - a.running || (a.left || 0) - (b.left || 0));
/* Every ten minutes after the outage began: the minute that is due now, or 0; those that passed without a call-out; time to the next. */
const callouts = (state, now) => {
  const since = (state.ended || now) - state.outage, mark = Math.floor(since / EVERY), first = Math.floor((state.began - state.outage) / EVERY) + 1;
  const sent = new Set(state.calls.map(at => Math.floor((at - state.outage) / EVERY))), missed = [];
  for (let i = Math.max(1, first, mark - 1e3); i < mark; i++) if (!sent.has(i)) missed.push(i * 10);
  return { due: !state.ended && mark >= Math.max(1, first) && !sent.has(mark) ? mark * 10 : 0, missed, left: (mark + 1) * EVERY - since };
};
/* Those that passed without a call-out, in words. */
const gone = ({ missed }) => missed.length ? "minute " + missed.slice(0, 3).join(", ") + (missed.length > 3 ? " and " + (missed.length - 3) + " more" : "") : "";
const ends = ({ title, left }) => title + (left < 0 ? " ended " + span(left) + " ago" : " ends in " + span(left));
const callout = (page, state, now) => {
  const { done, total, current } = progress(page, state), next = limits(page, state, now).filter(limit => limit.running && limit.left >= 0)[0];
  return [word(state), page.title, "minute " + minutes(now - state.outage), "step " + done + " of " + total + " done", current ? "next: " + current.label + ", " + current.title : "all steps done", ...next ? [ends(next)] : []].join(" · ");
};

/* What was odd about the clock: set back, or ahead of what the device measured, as after sleep. */
const odd = log => {
  const last = {}, found = [];
  for (const entry of log) {
    const device = entry.id.split("-")[0], old = last[device], { mono } = entry;
    const gap = old && typeof mono === "number" && typeof old.mono === "number" ? Date.parse(entry.at) - Date.parse(old.at) - mono + old.mono : 0;
    last[device] = entry;
    if (gap > 3e4) found.push("asleep or set forward for " + span(gap) + " before " + entry.at);
    if (gap < -1e4) found.push("set back by " + span(gap) + " before " + entry.at);
  }
  return found.join("; ");
};

const name = (page, id) => {
  const step = page.steps.find(step => step.id === id);
  return step ? step.label + ": " + step.title : id;
};
const timeline = (page, state) => state.log.flatMap(entry => {
  const { do: what, step, text } = entry, is = state.steps.get(step) || {}, words = flat(text);
  const note = {
    begin: () => (state.drill ? "DRILL: " : "") + "run begun",
    outage: () => "outage start set to " + shown(entry.start || ""),
    skip: () => is.entry === entry && "skipped " + name(page, step) + " Reason: " + words,
    note: () => words && !entry.field && (step ? "note on " + name(page, step) + ": " : "note: ") + words,
    callout: () => "call-out sent",
    import: () => "log of another device taken in",
    "page-changed": () => "page changed: " + words,
    end: () => state.ended === when(entry) && "run closed",
    reopen: () => "run opened again",
  }[what] || (() => /tick|verify/.test(what) && is.is === "done" && is.entry === entry && "step " + name(page, step));
  const line = note();
  return line ? [{ at: when(entry), offset: entry.offset, text: line }] : [];
});
const lessons = (page, state) => (state.fields.lessons || "").split("\n").filter(line => line.trim()).map(line => {
  const [text, on] = line.split("\t");
  return { text: flat(text), page: flat(on) || page.path, state: "open" };
});
const last = state => state.ended || when(state.log[state.log.length - 1]);
const after = (state, at) => clock(at - state.outage);
const shown = start => start.slice(0, 16).replace("T", " ");
const record = (page, state) => {
  const { log, fields } = state, iso = ms => new Date(ms).toISOString(), open = name => !page.secret.includes(name);
  return {
    format: FORMAT, kind: state.kind, scenario: page.scenario, service: page.service, page: page.path, title: page.title, digest: state.first.digest, version: state.first.version,
    date: state.start.slice(0, 10), start: state.start.slice(11, 16), "time-zone": state.zone, "outage-start": iso(state.outage), began: iso(state.began), ...state.ended && { ended: iso(state.ended), "time-to-recovery": after(state, state.ended) },
    ...page.rto && { "rto-seconds": page.rto }, actions: timeline(page, state).map(({ at, text }) => minutes(at - state.outage) + ": " + text), response: flat(fields.response), "outside-participant": flat(fields.outside),
    steps: page.steps.map(step => {
      const { at, note = "", reason = "" } = state.steps.get(step.id) || {}, done = is(state, step);
      return { id: step.id, digest: step.digest, title: step.title, role: step.role, kind: step.kind, state: done || "open", ...done && { at: iso(at), elapsed: after(state, at) }, ...note && { note }, ...reason && { reason } };
    }),
    parameters: Object.fromEntries([...state.params].filter(([name, value]) => value && open(name))), lessons: lessons(page, state), ...state.changed && { changed: true }, clock: odd(log), log: log.filter(entry => open(entry.name)),
  };
};

return { FORMAT, add, merge, read, fold, is, word, when, wall, clock, span, minutes, difference, progress, remaining, limits, ends, callouts, gone, callout, odd, timeline, lessons, last, after, shown, flat, record, name };
})();
