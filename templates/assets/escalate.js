/* Tier Zero, default theme: who helps next, and whether they answer now. Loaded when the fold is opened; the escalation sheet has it
   from the start. What it says it computes from the reader's clock, in the zone of those who help. */
(() => {
  "use strict";
  const doc = document, DAY = 864e5, MINUTE = 6e4, clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const format = (zone, options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });

  /* What a clock on the wall shows in a zone, as if it were UTC. */
  const walls = {};
  const wall = (zone, at) => {
    walls[zone] ||= format(zone, { ...clock, year: "numeric", month: "numeric", day: "numeric" });
    const part = Object.fromEntries(walls[zone].formatToParts(at).map(({ type, value }) => [type, +value]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  };
  const ahead = (zone, at) => wall(zone, at) - Math.floor(at / MINUTE) * MINUTE;
  /* When the wall shows a time. One that a change to summer time leaves out is where it would have been; of one that comes twice, the first. */
  const instant = (zone, shown) => {
    const [early, late] = [ahead(zone, shown - DAY), ahead(zone, shown + DAY)];
    const at = shown - Math.max(early, late);
    return wall(zone, at) === shown ? at : wall(zone, shown - Math.min(early, late)) === shown ? shown - Math.min(early, late) : shown - early;
  };

  /* The next hours that have not ended, those that follow without a gap joined; nothing when there are none within a year. */
  const next = ({ days, from, to, zone, holidays }, now) => {
    const minutes = time => time.split(":").reduce((hours, rest) => hours * 60 + +rest) * MINUTE;
    const today = Math.floor(wall(zone, now) / DAY) * DAY, over = minutes(to) <= minutes(from) ? DAY : 0;
    let found;
    for (let i = -1; i < 370; i++) {
      const day = today + i * DAY, date = new Date(day);
      if (!days.includes(date.getUTCDay() || 7) || holidays.includes(date.toISOString().slice(0, 10))) continue;
      const opens = instant(zone, day + minutes(from)), closes = instant(zone, day + over + minutes(to));
      if (closes <= now) continue;
      if (!found) found = { opens, closes };
      else if (opens > found.closes) break;
      else found.closes = closes;
      if (found.closes - now > 8 * DAY) break;
    }
    return found;
  };

  const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  /* A time as people say it from now: the day only when it is another one. */
  const told = (zone, at, now) => {
    const apart = Math.floor(wall(zone, at) / DAY) - Math.floor(wall(zone, now) / DAY);
    const day = apart === 0 ? "" : format(zone, apart < 7 ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" }).format(at) + " ";
    return day + format(zone, clock).format(at);
  };
  const both = (zone, at, now) => {
    const own = here(), theirs = told(zone, at, now), ours = told(own, at, now), cut = theirs.lastIndexOf(" ") + 1;
    if (ahead(own, at) === ahead(zone, at)) return theirs;
    return `${theirs} (${ours.startsWith(theirs.slice(0, cut)) ? ours.slice(cut) : ours} your time)`;
  };
  const state = (hours, now) => {
    const found = next(hours, now);
    if (!found) return ["closed", "Closed"];
    if (found.opens > now) return ["closed", `Closed, opens ${both(hours.zone, found.opens, now)}`];
    return ["open", found.closes - now > 8 * DAY ? "Open now" : `Open now, until ${both(hours.zone, found.closes, now)}`];
  };

  const show = () => all(".hours").forEach(place => {
    const { days, from, to, zone, holidays } = place.dataset;
    try {
      const [word, text] = state({ days: days.split(",").map(Number), from, to, zone, holidays: holidays.split(", ") }, Date.now());
      let sign = place.querySelector("b");
      if (!sign) {
        sign = doc.createElement("b");
        place.prepend(sign, " ");
      }
      if (sign.textContent !== text) sign.textContent = text;
      sign.className = word;
    } catch { /* A browser that does not know the zone: the hours stand there in words. */ }
  });

  /* The text to send, with what this page knows besides; what the reader has written stays. */
  const fill = (area, given) => {
    const run = self.tierZero && tierZero.run && tierZero.run();
    const list = (run && run.tried || []).map(step => `\n- ${step}`).join("") + (run && run.skipped || []).map(step => `\n- skipped: ${step}`).join("");
    const steps = (run && run.current ? `\n- now at: ${run.current}` : "");
    let text = given.replace("\nSteps tried:", () => `\nSteps tried:${list}${steps}`);
    const address = location.href.replace(/[?#].*/, "");
    if (/^http/.test(address)) text = text.replace(/^Page: (.*)$/m, (line, page) => page === address ? line : `Page: ${address} (${page})`);
    if (run && run.minute !== undefined) text = text.replace("\nSince when, and who else has it:", line => `${line} minute ${run.minute} of the ${run.word || "run"}`);
    return text;
  };
  all(".escalate").forEach(fold => {
    const area = fold.querySelector("textarea"), button = fold.querySelector("button.copy");
    if (!area) return;
    const given = area.defaultValue;
    let last = area.value;
    const renew = () => { if (area.value === last) area.value = last = fill(area, given); };
    fold.addEventListener("toggle", () => { if (fold.open) { show(); renew(); } });
    renew();
    if (!self.tierZero || !tierZero.copy) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await tierZero.copy(area.value);
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      if (!done) area.select();
      if (tierZero.say) tierZero.say(done ? "Copied" : "Not copied. Select the text and press Ctrl+C.");
      setTimeout(() => { button.textContent = "Copy"; }, 2500);
    });
  });
  show();
  setInterval(() => { if (!doc.hidden) show(); }, MINUTE / 2);
  doc.addEventListener("visibilitychange", show);
  self.TierZeroHours = { state };
})();
