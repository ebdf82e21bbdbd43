/* Tier Zero, run mode: a run in words, for the channel and as a page. Loaded when a run is open; pure, as run-core.js is. */
self.TierZeroRunText = core => {
"use strict";
const { is, word, wall, span, progress, callouts, gone, odd, timeline, lessons, last, after, shown, flat, name } = core;
const verdict = (page, state) => {
  const left = page.rto * 1e3 - last(state) + state.outage;
  return page.rto ? "RTO " + span(page.rto * 1e3) + (left < 0 ? " missed by " : " kept by ") + span(left) : "no RTO decided";
};
/* Words of people are words in Markdown, too. */
const safe = text => flat(text).replace(/[\\`*_{}[\]<>#|~!&$^]/g, "\\$&");
const facts = (page, state) => {
  const missed = gone(callouts(state, last(state))), { done, total } = progress(page, state), clock = odd(state.log);
  return ["Outage began " + shown(state.start) + ", " + state.zone + "; run begun after " + after(state, state.began),
    (state.ended ? "Closed after " : "Not closed after ") + after(state, last(state)) + ", " + verdict(page, state), done + " of " + total + " steps done or skipped", ...missed ? ["Call-outs missed: " + missed] : [],
    "Page " + page.path + ", digest " + state.first.digest + ", version " + state.first.version, ...state.changed ? ["Page changed during the run: " + state.changed] : [], ...clock ? ["Clock: " + clock] : []].map(line => "- " + safe(line));
};
const lines = (page, state) => timeline(page, state).map(({ at, offset, text }) => "- " + wall(at, offset).slice(11, 16) + " (" + after(state, at) + ") " + safe(text));
const markdown = (page, state) => ["**" + word(state) + " · " + safe(page.title) + "**", "", ...facts(page, state), "", ...lines(page, state), "", ...state.fields.response ? ["Response: " + safe(state.fields.response), ""] : [],
  ...lessons(page, state).map(lesson => "- Lesson: " + safe(lesson.text) + " (" + safe(lesson.page) + ")"), ...state.drill ? ["", "This was a DRILL."] : [], ""].join("\n");
/* A page for content/recovery/reviews/. */
const review = (page, state) => {
  const date = state.start.slice(0, 10), part = (title, rows, none) => ["## " + title, "", ...rows.length ? rows : [none], ""];
  const link = path => path.startsWith("recovery/") ? "../" + path.slice(9) : "../../" + path;
  return ["---", "title: " + JSON.stringify((state.drill ? "DRILL: " : "") + page.title + ", " + shown(state.start)), "type: page", "description: " + JSON.stringify("Review of the " + state.kind + " of " + date + ": times, timeline, skipped steps, lessons."), "owner: " + page.owner, "reviewed: " + date, "tags: [recovery]", "---",
    (state.drill ? "**DRILL.** This was an exercise" : "This was an incident") + ", run by [" + safe(page.title) + "](" + link(page.path) + ").", "",
    ...part("Times", facts(page, state)), ...part("Response", [], safe(state.fields.response) || "Not written down."), ...part("Timeline", lines(page, state)),
    ...part("Skipped steps", page.steps.filter(step => is(state, step) === "skipped").map(step => "- " + safe(name(page, step.id) + " Reason: " + state.steps.get(step.id).reason)), "None."),
    ...part("Lessons", lessons(page, state).map(lesson => "- [ ] " + safe(lesson.text) + " Page: " + (/^[\w./-]+$/.test(lesson.page) ? "[" + lesson.page + "](" + link(lesson.page) + ")" : safe(lesson.page))), "None.")].join("\n");
};

return { markdown, review };
};
