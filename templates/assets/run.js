/* Tier Zero, run mode: the page's steps, the panel and the bar of a run. What a run is stands in run-core.js. Everything is kept in this
   browser; nothing is sent. All times are computed anew from the clock each second, so that sleep, a new time zone or a throttled timer
   do no harm. */
(() => {
"use strict";
const core = TierZeroRun, tier = tierZero, { make, say, copy } = tier, doc = document, section = doc.getElementById("tz.run"), data = section.dataset;
const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
const set = (node, values) => {
  for (const name in values) values[name] === false ? node.removeAttribute(name) : node.setAttribute(name, values[name]);
  return node;
};
const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const words = node => {
  const copy = node.cloneNode(true);
  all("input, .permalink, figure, pre, .admonition, ol, ul, .vh", copy).forEach(part => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};
const button = (text, onclick, className = "run-do") => Object.assign(make("button", className, text), { type: "button", onclick });
const field = (label, input) => make("label", "run-field", make("span", "", label), input);
const area = (value = "") => Object.assign(make("textarea"), { value, rows: 2, maxLength: 2000 });
const local = ms => { const date = new Date(ms); return core.wall(ms, -date.getTimezoneOffset()).slice(0, 16); };
const offset = ms => -new Date(ms).getTimezoneOffset();
const sign = minutes => (minutes < 0 ? "−" : "+") + core.clock(Math.abs(minutes) * 1e3);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
const stamp = ms => local(ms) + ":00" + sign(offset(ms)).replace("−", "-");

/* The page, as run-core.js wants it. */
const items = all("li[data-step]").map(node => {
  const { step: id, digest, kind, role } = node.dataset, part = id.slice(0, id.lastIndexOf(".")).replace(/\.task$/, ""), title = doc.getElementById(part);
  const text = words(node.querySelector(":scope > p") || node).replace(/^Read-only\.\s*/, "");
  return { id, digest, kind, role, node, box: node.querySelector("input.tick"), label: ((title ? words(title) : "Step") + " " + (role === "task" ? "task " : "") + id.slice(id.lastIndexOf(".") + 1)), title: (/^.{1,118}?[.?!](?=\s|$)/.exec(text) || [text.slice(0, 120)])[0] };
});
const page = {
  path: data.page, title: data.title, type: data.type, scenario: data.scenario, service: data.service, digest: data.digest, version: data.version, rto: +data.rto || 0, owner: (data.owner || "").toLowerCase().replace(/[^a-z0-9]+/g, "-"),
  steps: items, limits: all("[data-limit]", section).map(node => ({ id: node.dataset.limit, seconds: +node.dataset.seconds, from: node.dataset.from, title: words(node).split(":")[0], node })),
  secret: all("[data-param][data-secret]", section).map(node => node.dataset.param),
};
const prints = { digest: page.digest, version: page.version, steps: Object.fromEntries(items.map(step => [step.id, step.digest])) };

/* The log, in the store and here. */
const key = "tz-run " + page.path, past = "tz-runs " + page.path;
let log = [], state, blocked = false, fault = "", shift = 0, seen, device, count, told = new Set();
const stored = () => { try { return localStorage.getItem(key); } catch { blocked = true; return null; } };
const store = (name, value) => { try { value ? localStorage.setItem(name, value) : localStorage.removeItem(name); blocked = false; } catch { blocked = true; } };
const renew = () => { device = Math.random().toString(36).slice(2, 10).padEnd(8, "0"); count = 0; };
const now = () => Math.max(Date.now() + shift, log.length ? core.when(log[log.length - 1]) : 0);
const heed = () => {
  const wall = Date.now(), mono = performance.now(), gap = seen ? mono - seen.mono - wall + seen.wall : 0;
  if (Math.abs(gap) > 2e3) shift = Math.max(0, shift + gap);
  if (!seen) shift = Math.max(0, now() - wall);
  seen = { wall, mono };
};
const took = (text, whole) => {
  const { log: other, reason } = core.read(text, page.path), same = other && log.length && other[0].id === log[0].id;
  if (other && (same || whole || !log.length)) log = same ? core.merge(log, other) : other;
  return reason || (same || whole || !other ? "" : log === other ? "" : "Another run of this page is open here. Close or discard it first.");
};
const keep = () => store(key, log.length ? JSON.stringify({ format: core.FORMAT, log }) : "");
const write = fields => {
  heed();
  log = core.add(log, device + "-" + ++count, { wall: seen.wall, mono: Math.round(seen.mono), shift: Math.round(shift), zone, offset: offset(seen.wall) }, fields);
};
const change = fields => {
  const other = stored();
  if (other && log.length) took(other);
  write(fields);
  keep();
  draw();
};
const compare = () => {
  const known = log.filter(entry => entry.digest).pop();
  if (!log.length || known.digest === page.digest) return;
  const found = core.difference(page, core.fold(log)), text = Object.entries(found).filter(([, ids]) => ids.length).map(([what, ids]) => what + ": " + ids.map(id => core.name(page, id)).join(", ")).join("; ");
  write({ do: "page-changed", digest: page.digest, version: page.version, text: (text || "its text, but no step").slice(0, 4e3) });
  keep();
};

/* A question in the page: words, perhaps something to write, yes and no. Its own focus, Escape means no. */
const ask = (host, text, yes, then, input, required) => {
  all(".run-ask").forEach(open => open.remove());
  const back = doc.activeElement, end = () => { form.remove(); back.focus(); };
  const form = set(make("form", "run-ask", input ? field(text, input) : make("p", "", text), make("button", "run-do run-yes", yes), button("Cancel", end)), { "aria-label": text, tabindex: -1 });
  form.onsubmit = event => {
    event.preventDefault();
    if (input && required && !input.value.trim()) return input.focus();
    end();
    then(input ? input.value.trim() : "");
  };
  form.onkeydown = event => { if (event.key === "Escape") end(); };
  if (input) input.required = !!required;
  host.append(form);
  (input || form).focus();
};

/* Steps. */
const short = step => step.label + ", " + step.title;
const done = step => {
  const note = step.kind === "irreversible" && all(".admonition", step.node).map(words2).find(text => /^irreversible/i.test(text));
  if (step.kind !== "irreversible") return change({ do: "tick", step: step.id });
  step.box.checked = false;
  ask(step.tools, (note || "Irreversible. " + step.title) + " This cannot be taken back. Is it done?", "Yes, it is done", () => change({ do: "tick", step: step.id }));
};
const words2 = node => node.textContent.replace(/\s+/g, " ").trim();
const equip = step => {
  const named = (text, what, act) => set(button(text, act), { "aria-label": what + ": " + short(step) });
  step.time = make("span", "run-time");
  step.note = make("p", "run-note-of");
  step.yes = named("Done", "Done", () => done(step));
  step.skip = named("Skip", "Skip", () => ask(step.tools, "Reason for skipping", "Skip the step", text => change({ do: "skip", step: step.id, text }), area(), true));
  step.undo = named("Undo", "Undo", () => change({ do: "untick", step: step.id }));
  step.write = named("Note", "Note", () => ask(step.tools, "Note", "Keep the note", text => change({ do: "note", step: step.id, text }), area((state.steps.get(step.id) || {}).note)));
  step.tools = make("div", "run-step", step.time, step.yes, step.skip, step.undo, step.write, step.note);
  step.node.append(step.tools);
  step.box.addEventListener("change", () => {
    if (!state) return;
    const wish = step.box.checked;
    step.box.checked = !wish;
    if (state.ended) say("The run is closed. Open it again to change it.");
    else if (wish) done(step);
    else change({ do: "untick", step: step.id });
  });
};
const drawSteps = current => {
  const found = core.difference(page, state);
  for (const step of items) {
    const it = state.steps.get(step.id) || {}, is = it.is || "";
    step.box.checked = is === "done";
    step.tools.hidden = false;
    put(step.time, is ? (is === "done" ? "✓ " : "Skipped ") + local(it.at).slice(11) + ", " + core.clock(it.at - state.outage) + " after the outage" : "");
    put(step.note, [it.reason && "Reason: " + it.reason, it.note && "Note: " + it.note].filter(Boolean).join(" · "));
    step.yes.hidden = step.skip.hidden = is || state.ended;
    step.undo.hidden = !is || state.ended;
    step.write.hidden = !!state.ended;
    set(step.node, { "data-run": is || "open", "aria-current": !state.ended && step === current && "step", "data-changed": (found.changed.includes(step.id) || found.added.includes(step.id)) && "Changed since the run began" });
  }
};

/* Files. */
const save = (name, type, text) => {
  const link = Object.assign(make("a"), { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  doc.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
};
const json = record => JSON.stringify(record, null, 2) + "\n";
const runs = () => { try { return JSON.parse(localStorage.getItem(past)).filter(run => run && run.log).slice(0, 5); } catch { return []; } };
const bring = file => file && (file.size > 4e6 ? Promise.resolve("") : file.text()).then(text => {
  const reason = took(text);
  fault = reason;
  if (!reason) {
    renew();
    write({ do: "import" });
    compare();
    keep();
  }
  draw();
  say(reason || "The run is here.");
});
const opener = () => {
  const input = set(make("input"), { type: "file", accept: ".json,application/json" });
  input.onchange = () => bring(input.files[0]);
  return field("Continue from a file of run mode", input);
};

/* The panel. It is made anew when a run begins or ends, and else only filled. */
const ui = make("div", "run-ui"), bar = set(make("div", "run-bar"), { role: "region", "aria-label": "Run" });
let parts = {}, phase;
const part = (name, tag = "p", className = "run-" + name) => parts[name] = make(tag, className);
const start = kind => {
  const { value } = parts.when, typed = parts.edited && Date.parse(value), at = typed || Date.now();
  if (parts.edited && !(typed <= Date.now())) {
    fault = value ? "The outage cannot have begun in the future." : "Say when the outage began.";
    draw();
    return parts.when.focus();
  }
  const before = items.filter(step => step.box.checked);
  fault = "";
  log = [];
  renew();
  write({ do: "begin", kind, page: page.path, start: stamp(at), ...prints });
  before.forEach(step => write({ do: "tick", step: step.id }));
  keep();
  draw();
  say((kind === "exercise" ? "DRILL" : "Incident") + " begun.");
  parts.go.focus();
};
const idle = () => {
  parts = { when: set(make("input"), { type: "datetime-local", required: "" }) };
  parts.when.oninput = () => { parts.edited = true; };
  const old = runs(), list = make("ul", "", ...old.map(run => make("li", "", [run.kind === "exercise" ? "DRILL" : "Incident", run.date, run["time-to-recovery"] || "not closed"].map(String).join(" · ") + " ",
    button("Show", () => { took(JSON.stringify(run), true); renew(); keep(); draw(); }), button("Save record", () => save(run.date + "-" + page.scenario + ".json", "application/json", json(run))),
    button("Forget", () => { store(past, JSON.stringify(runs().filter(other => other.log[0].id !== run.log[0].id))); phase = 0; draw(); }))));
  ui.replaceChildren(make("div", "run-start", field("Outage began (" + zone + ", UTC" + sign(offset(Date.now())) + ")", parts.when), button("Start incident", () => start("incident"), "run-do run-incident"), button("Start exercise (DRILL)", () => start("exercise"), "run-do run-drill")),
    part("fault"), make("details", "", make("summary", "", "Continue or look back"), opener(), make("p", "", old.length ? "Runs of this page in this browser:" : "No earlier run of this page in this browser."), list));
};
const lesson = (text = "", on = page.path) => {
  const row = make("div", "run-lesson", field("Lesson", Object.assign(make("input"), { value: text, maxLength: 500 })), field("Page that changes", Object.assign(make("input"), { value: on, maxLength: 200 })));
  return row;
};
const draft = (name, read) => event => {
  const text = read();
  if (text !== (state.fields[name] || "")) change({ do: "note", field: name, text });
};
const closing = () => {
  const { fields } = state, response = area(fields.response), outside = Object.assign(make("input"), { value: fields.outside || "", maxLength: 200 });
  const rows = make("div", "", ...(fields.lessons || "").split("\n").filter(Boolean).map(line => lesson(...line.split("\t"))), lesson());
  response.onchange = draft("response", () => response.value.trim());
  outside.onchange = draft("outside", () => outside.value.trim());
  rows.onchange = draft("lessons", () => [...rows.children].map(row => all("input", row).map(input => input.value.trim())).filter(([text]) => text).map(pair => pair.join("\t")).join("\n"));
  const form = make("form", "run-form", part("left", "div"), field("Response: who led, who was missing, where it stalled", response), rows, button("Another lesson", () => { rows.append(lesson()); all("input", rows).slice(-2)[0].focus(); }),
    ...state.drill ? [field("Outside participant: a role, no name", outside)] : [], make("button", "run-do run-yes", "Close the run"));
  form.onsubmit = event => {
    event.preventDefault();
    const [first] = core.remaining(page, state);
    if (first) return to(first);
    change({ do: "end" });
    say("The run is closed. Export it below.");
    all("summary", ui)[0].focus();
  };
  return make("details", "run-close", make("summary", "", "Close the run"), form);
};
const exporting = () => {
  const name = () => core.file(page, state), box = make("details", "run-export", make("summary", "", "Export, second device"));
  box.append(make("p", "", "Everything stays in this browser until you save or copy it."), button("Save record (JSON)", () => save(name() + ".json", "application/json", json(core.record(page, state)))),
    button("Copy for the channel", () => give(core.markdown(page, state))), button("Save for the channel", () => save(name() + ".md", "text/markdown", core.markdown(page, state))),
    button("Save review page", () => save(name() + "-review.md", "text/markdown", core.review(page, state))), opener());
  box.open = !!state.ended;
  return box;
};
const give = text => copy(text).then(good => say(good ? "Copied" : "Not copied. Save the file instead."));
const discard = () => {
  if (state.ended) {
    store(past, JSON.stringify([core.record(page, state), ...runs().filter(run => run.log[0].id !== state.run)].slice(0, 5)));
    return drop();
  }
  ask(parts.foot, "Discard this run? Its ticks, times and notes are gone then.", "Discard it", drop);
};
const drop = () => {
  log = [];
  keep();
  draw();
  say("No run is open.");
};
const running = () => {
  const text = make("input", "", "");
  parts = {};
  const note = make("form", "run-jot", field("Note for the timeline", Object.assign(text, { maxLength: 500, required: true })), make("button", "run-do", "Add note"));
  note.onsubmit = event => {
    event.preventDefault();
    if (text.value.trim()) change({ do: "note", text: text.value.trim() });
    text.value = "";
  };
  const when = set(make("input"), { type: "datetime-local" });
  const head = make("div", "run-head", part("kind", "strong"), part("began", "span"), ...state.ended ? [] : [button("Change outage start", () => {
    when.value = local(state.outage);
    ask(head, "Outage began (" + zone + ")", "Change", value => {
      const at = Date.parse(value);
      fault = at <= now() ? "" : "The outage cannot have begun in the future.";
      if (!fault && at !== state.outage) change({ do: "outage", start: stamp(at) });
      draw();
    }, when, true);
  })]);
  ui.replaceChildren(head, part("fault"), part("news", "div"), ...state.ended ? [part("sum")] : [make("div", "run-call", part("due", "strong"), part("say", "p"), button("Copy call-out", () => {
    const { textContent } = parts.say;
    give(textContent);
    change({ do: "callout", text: textContent });
  }, "run-do run-yes"), part("missed")), note, closing()], exporting(), part("foot", "div"));
  parts.foot.append(...state.ended ? [button("Open again", () => change({ do: "reopen" }))] : [], button(state.ended ? "Put away" : "Discard the run", discard));
  const cell = (name, title) => make("span", "run-cell run-cell-" + name, make("small", "", parts[name + "Name"] = make("span", "", title)), parts[name] = make("b"));
  parts.go = button("", () => to(core.progress(page, state).current), "run-do run-go");
  bar.replaceChildren(make("strong", "run-kind", core.word(state)), cell("elapsed", "Outage"), ...page.rto ? [cell("rto", "RTO")] : [], cell("limit", ""), cell("call", "Call-out"), cell("steps", "Steps"), parts.go, button("Run", () => to({ node: section }), "run-do"));
  bar.hidden = !!state.ended;
};
const to = step => {
  const goal = step && !(state && core.remaining(page, state).length === 0 && !core.progress(page, state).current) ? step.node : section;
  for (let up = goal; up; up = up.parentElement) if (up.localName === "details") up.open = true;
  goal.scrollIntoView({ block: "center" });
  const box = goal.querySelector("input.tick, button") || goal;
  box.focus({ preventScroll: true });
};

const draw = () => {
  state = log.length ? core.fold(log) : undefined;
  const next = state ? state.run + !!state.ended : "idle";
  if (next !== phase) {
    phase = next;
    state ? running() : idle();
    doc.documentElement.classList.toggle("run-on", !!state);
    doc.documentElement.classList.toggle("run-exercise", !!state && state.drill);
    if (!state) {
      bar.hidden = true;
      for (const step of items) {
        step.tools.hidden = true;
        step.box.checked = false;
        set(step.node, { "data-run": false, "aria-current": false, "data-changed": false });
      }
      page.limits.forEach(({ node }) => { level(node, ""); if (node.run) put(node.run, ""); });
    }
  }
  put(parts.fault, fault);
  if (state) {
    const news = [blocked && "This browser stores nothing for this page: the run lasts only as long as this tab. Save the record before you close it.", state.changed && "This page changed since the run began (" + state.changed + ").", core.odd(log) && "Clock: " + core.odd(log) + "."].filter(Boolean);
    parts.news.replaceChildren(...news.map(text => make("p", "", text)));
    if (parts.left) parts.left.replaceChildren(...core.remaining(page, state).map(step => make("p", "", "Still to verify: ", button(short(step), () => to(step)))));
    if (parts.sum) put(parts.sum, "Closed after " + core.clock(state.ended - state.outage) + ".");
    drawSteps(core.progress(page, state).current);
  }
  beat();
};
const level = (node, value) => { if (node.dataset.level !== value) node.dataset.level = value; };
const once = (name, text, list) => { if (!told.has(name)) { told.add(name); list.push(text); } };
const beat = () => {
  heed();
  if (!state) {
    if (!parts.edited) parts.when.value = local(Date.now());
    return;
  }
  const at = state.ended || now(), spent = at - state.outage, left = page.rto * 1000 - spent, limits = core.limits(page, state, at), calls = core.callouts(state, at), { done, total, current } = core.progress(page, state), [limit] = limits.filter(one => one.running), said = [];
  put(parts.kind, state.drill ? "DRILL" : "INCIDENT");
  put(parts.began, " Outage began " + state.start.slice(0, 16).replace("T", " ") + ", " + state.zone + " (UTC" + state.start.slice(19) + ")");
  put(parts.elapsed, core.clock(spent));
  if (page.rto) {
    put(parts.rtoName, left < 0 ? "RTO over by" : "RTO left");
    put(parts.rto, core.span(left));
    level(bar.querySelector(".run-cell-rto"), left < 0 ? "over" : left < page.rto * 250 ? "soon" : "");
  }
  bar.querySelector(".run-cell-limit").hidden = !limit;
  if (limit) {
    put(parts.limitName, limit.title);
    put(parts.limit, limit.left < 0 ? "over" : core.span(limit.left));
    level(bar.querySelector(".run-cell-limit"), limit.level);
  }
  for (const one of limits) {
    put(one.node.run || (one.node.append(" ", one.node.run = make("b")), one.node.run), one.running ? core.ends(one) : "");
    level(one.node, one.level);
    if (one.level && !state.ended) once(one.id + one.level, core.ends(one), said);
  }
  put(parts.steps, done + " of " + total);
  put(parts.go, current ? "Current step" : "Close the run");
  if (state.ended) return;
  put(parts.call, calls.due ? "due" : "in " + core.clock(calls.left));
  level(bar.querySelector(".run-cell-call"), calls.due ? "soon" : "");
  put(parts.due, calls.due ? "Call-out due, minute " + calls.due : "Next call-out in " + core.span(calls.left));
  put(parts.say, core.callout(page, state, at));
  put(parts.missed, calls.missed.length ? "Missed: minute " + calls.missed.join(", ") : "");
  if (calls.due) once("call" + calls.due, "Call-out due, minute " + calls.due, said);
  if (said.length) say(said.join(". "));
};

/* What other parts of the page may read. */
tier.run = () => {
  if (!state) return null;
  const { done, total, current } = core.progress(page, state);
  return { kind: state.kind, word: core.word(state), minute: core.minutes(now() - state.outage), done, total, ended: !!state.ended, current: current ? short(current) : "", tried: items.filter(step => core.is(state, step) === "done").sort((a, b) => state.steps.get(a.id).at - state.steps.get(b.id).at).map(short), skipped: items.filter(step => core.is(state, step) === "skipped").map(short) };
};

items.forEach(equip);
section.append(ui);
(doc.getElementById("tz.main") || doc.body).append(bar);
renew();
const kept = stored(), broken = kept && took(kept);
if (broken) fault = "What this browser had kept of a run cannot be read. " + broken + " A new run takes its place.";
compare();
draw();
setInterval(beat, 1000);
for (const event of ["visibilitychange", "pageshow", "focus"]) addEventListener(event, beat);
addEventListener("storage", event => {
  if (event.key !== key && event.key !== null) return;
  if (!event.newValue) log = [];
  else took(event.newValue, true);
  draw();
});
addEventListener("beforeunload", event => { if (state && blocked && !state.ended) event.preventDefault(); });
})();
