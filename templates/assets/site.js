/* Tier Zero, default theme. One classic script: works from file://, with storage blocked, under a strict CSP with
   Trusted Types (no HTML is ever built from text). Everything here is an enhancement; the page is complete without it. */
(() => {
  "use strict";
  const doc = document, root = doc.documentElement, ready = [];
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const one = (selector, from = doc) => from.querySelector(selector);
  const make = (tag, className, ...children) => {
    const node = doc.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };
  const recall = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => {
    try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* blocked: forget */ }
  };
  const saved = key => { try { return [].concat(JSON.parse(recall(key) || "[]")); } catch { return []; } };
  const say = text => {                            /* emptied first, or the same words twice are announced once */
    const region = doc.getElementById("tz.say");
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 50);
  };

  /* Trusted Types allow one policy: scripts from below the site's root. A copy in one file has neither a search nor such a root. */
  const seek = one(".seek"), base = new URL(".", seek ? seek.href : location.href).href;
  const rules = { createScriptURL: url => url.startsWith(base) ? url : "" };
  const policy = self.trustedTypes ? trustedTypes.createPolicy("tier0", rules) : rules, url = policy.createScriptURL.bind(policy);
  const load = src => new Promise((onload, onerror) => {
    doc.body.append(Object.assign(make("script"), { src: url(new URL(src, location).href), onload, onerror }));
  });
  const idle = work => {
    const begin = () => (self.requestIdleCallback || setTimeout)(work);
    if (doc.readyState === "complete") begin(); else addEventListener("load", begin);
  };
  const copyOld = text => {                        /* plain http has no clipboard API */
    const area = make("textarea", "vh"), active = doc.activeElement;
    area.value = text;
    doc.body.append(area);
    area.select();
    let done = false;
    try { done = doc.execCommand("copy"); } catch { /* reported by the caller */ }
    area.remove();
    active.focus({ preventScroll: true });
    return done;
  };
  const copy = async text => {
    try { await navigator.clipboard.writeText(text); return true; } catch { return copyOld(text); }
  };
  const tier = self.tierZero = { base, url, load, make, saved, remember, say, copy };

  /* Theme: system, light, dark, and round again. */
  ready.push(() => {
    const button = one("button.theme");
    if (!button) return;
    const label = one(".theme-label", button), next = { System: "Light", Light: "Dark", Dark: "System" };
    let name = { light: "Light", dark: "Dark" }[root.dataset.theme] || "System";
    const show = () => {
      label.textContent = name;
      button.setAttribute("aria-label", `Theme: ${name}. Switch to ${next[name]}`);
    };
    button.addEventListener("click", () => {
      name = next[name];
      const value = name === "System" ? null : name.toLowerCase();
      if (value) root.dataset.theme = value; else delete root.dataset.theme;
      remember("tz-theme", value);
      show();
      say(`Theme: ${name}`);
    });
    button.hidden = false;
    show();
  });

  /* Search. The dialog is in the page and keeps what is typed; what answers is loaded when a reader comes near. */
  ready.push(() => {
    if (!seek) return;
    const link = seek, box = doc.getElementById("tz.find"), field = one("input", box), slash = one(".find-slash", box);
    /* What did not come is asked for again the next time, by another name: a host may have let the browser keep that it is not there. */
    let again = "", pressed;
    const wake = () => ["engine", "client"].forEach(part => {
      if (tier[part]) return;
      tier[part] = load(link.dataset[part] + again);
      tier[part].catch(() => {
        tier[part] = 0;
        again = "?" + Date.now();
        if (part === "client") one(".find-state", box).textContent = "Search did not load: Enter leads to all entries.";
      });
    });
    const open = event => {
      if (!box.showModal && box.localName === "dialog") return;        /* an older browser: the link leads to the page */
      event.preventDefault();
      wake();
      if (box.showModal && !box.open) box.showModal();
      field.focus();
      field.select();
    };
    Object.assign(tier, { wake, box, field, picked: {}, count: 8 });
    /* A press beside the dialog closes it; text selected out of it, which ends there, does not. */
    box.addEventListener("pointerdown", event => { pressed = event.target; });
    box.addEventListener("click", ({ target, ctrlKey, metaKey }) => {
      if (box.close && !ctrlKey && !metaKey && (target === box ? pressed === box : target.closest("a, .find-close"))) box.close();
    });
    slash.checked = recall("tz-slash") !== "off";
    slash.addEventListener("change", () => remember("tz-slash", slash.checked ? null : "off"));
    link.addEventListener("pointerenter", wake);
    link.addEventListener("focus", wake);
    link.addEventListener("click", event => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
    /* A field that is not seen takes no key: until the next frame the focus is still in the dialog that was just closed. */
    doc.addEventListener("keydown", event => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (ctrlKey || metaKey ? key === "k" && !altKey && !shiftKey : key === "/" && slash.checked && !target.closest("input, textarea, select, [contenteditable]")?.getClientRects().length) open(event);
    });
  });

  /* Menu and contents where they are folds: one open at a time, closed by Escape, by a choice, by a tap outside. */
  ready.push(() => {
    const folds = all(".bar > nav > details"), wide = matchMedia("(min-width: 56rem)");
    const shown = fold => one("summary", fold).getClientRects().length > 0;
    const close = except => folds.forEach(fold => { if (fold !== except && shown(fold)) fold.open = false; });
    /* A browser that cannot unfold <details> by style gets the site tree opened by script. */
    const fit = () => { if (!CSS.supports("selector(::details-content)")) one(".drawer > details")?.toggleAttribute("open", wide.matches); };
    wide.addEventListener("change", fit);
    fit();
    folds.forEach(fold => {
      fold.addEventListener("toggle", () => { if (fold.open) close(fold); });
      fold.addEventListener("click", event => { if (event.target.closest("a")) close(); });
    });
    doc.addEventListener("click", event => { if (!event.target.closest(".bar")) close(); });
    doc.addEventListener("keydown", event => {
      const open = event.key === "Escape" && folds.find(fold => fold.open && shown(fold));
      if (open) { open.open = false; one("summary", open).focus(); }
    });
  });

  /* The tree may be rendered once for a whole section; then the link to this very page is marked here. */
  ready.push(() => {
    const plain = url => url.split(/[?#]/)[0].replace(/index\.html$/, ""), tree = one(".tree");
    if (!tree) return;
    const link = one("[aria-current]", tree) || all("a", tree).find(a => plain(a.href) === plain(location.href));
    if (!link) return;
    link.setAttribute("aria-current", "page");
    for (let up = link.closest("details"); tree.contains(up); up = up.parentElement.closest("details")) up.open = true;
    const own = link.nextElementSibling, panel = tree.parentElement;
    if (own) own.open = true;
    if (panel.scrollHeight > panel.clientHeight) panel.scrollTop += link.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  });

  /* Tabs. The newest choices come first in the store; each set shows the first of them that it has. */
  const sets = [];
  const choices = () => saved("tz-tabs");
  const select = (set, index, focus) => set.panels.forEach((panel, i) => {
    const button = set.buttons[i], on = i === index;
    button.setAttribute("aria-selected", on);
    button.tabIndex = on ? 0 : -1;
    if (on) panel.removeAttribute("hidden");
    else panel.setAttribute("hidden", "onbeforematch" in root ? "until-found" : "");   /* the browser's find opens it */
    if (on && focus) button.focus();
  });
  const choose = (set, index, focus) => {
    const label = set.labels[index], before = set.list.getBoundingClientRect().top;
    sets.forEach(other => {
      const i = other === set ? index : other.labels.indexOf(label);
      if (i >= 0) select(other, i, focus && other === set);
    });
    scrollBy(0, set.list.getBoundingClientRect().top - before);     /* sets above may have changed their height */
    remember("tz-tabs", JSON.stringify([label, ...choices().filter(other => other !== label)].slice(0, 20)));
  };
  ready.push(() => all(".tabs").forEach((box, n) => {
    const panels = [...box.children].filter(child => child.matches(".tab"));
    const labels = panels.map(panel => panel.dataset.tab || panel.getAttribute("aria-label"));
    const set = { panels, labels, list: make("div", "tablist") };
    set.list.setAttribute("role", "tablist");
    set.list.setAttribute("aria-label", "Variants");
    set.buttons = panels.map((panel, i) => {
      const button = make("button", "", panel.getAttribute("aria-label"));
      panel.id ||= `tz.tab.${n}.${i}`;
      button.type = "button";
      button.id = panel.id + ".label";
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      panel.removeAttribute("aria-label");
      panel.addEventListener("beforematch", () => choose(set, i));
      button.addEventListener("click", () => choose(set, i));
      set.list.append(button);
      return button;
    });
    set.list.addEventListener("keydown", event => {
      const at = set.buttons.indexOf(doc.activeElement), count = panels.length;
      const to = { Home: 0, End: count - 1, ArrowRight: (at + 1) % count, ArrowLeft: (at + count - 1) % count }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      choose(set, to, true);
    });
    box.prepend(set.list);
    box.classList.add("joined");
    sets.push(set);
    select(set, Math.max(0, labels.indexOf(choices().find(label => labels.includes(label)))));
  }));

  /* A link may point into a tab or a fold that is closed. */
  const target = () => doc.getElementById(decodeURIComponent(location.hash.slice(1)));
  const reveal = () => {
    const goal = target();
    for (let up = goal; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
      const set = up.hidden && sets.find(one => one.panels.includes(up));
      if (set) select(set, set.panels.indexOf(up));
    }
    if (goal) goal.scrollIntoView();
  };
  ready.push(() => {
    if (target()) reveal();
    addEventListener("hashchange", reveal);
  });

  /* Paper leads here by #copy=…; a copy from a former address has the same text by another code. */
  const copied = () => {
    const line = one(".copied"), sent = location.hash;
    if (!line || !sent.startsWith("#copy=")) return;
    if (sent.slice(-8) !== line.id.slice(-8)) line.dataset.old = "";
    else if (sent.slice(1) !== line.id) location.replace("#" + line.id);
    say(line.innerText);
  };
  ready.push(copied, () => addEventListener("hashchange", copied));

  /* Copy. A console gives its commands only: no prompts, no output. What a reader filled in may be shown as dots: `real` is what it is. */
  const textOf = figure => (figure.matches(".console") ? all(".cmd", figure) : all("pre", figure)).map(part => {
    const copy = part.cloneNode(true), params = all(".param", part);
    all(".param", copy).forEach((param, i) => { param.textContent = params[i].real || params[i].textContent; });
    all(".prompt", copy).forEach(prompt => prompt.remove());
    return copy.textContent.replace(/\n+$/, "");
  }).join("\n");
  ready.push(() => all("figure.code:not(.output)").forEach(figure => {
    const title = one("figcaption", figure), button = make("button", "copy", "Copy");
    if (!textOf(figure)) return;
    button.type = "button";
    button.setAttribute("aria-label", "Copy " + (title ? title.textContent : figure.matches(".console") ? "commands" : "code"));
    const report = done => {
      const open = [...new Set(all(".param:not(.filled, [data-quote=shown])", figure).map(param => param.textContent))].join(", ");
      button.textContent = !done ? "Press Ctrl+C" : open ? "Copied with " + open : "Copied";
      button.classList.toggle("done", done && !open);
      button.classList.toggle("gap", done && !!open);
      say(!done ? "Not copied. Select the text and press Ctrl+C." : open ? `Copied. Replace ${open} before you run it.` : "Copied");
      setTimeout(() => { button.textContent = "Copy"; button.classList.remove("done", "gap"); }, open ? 6000 : 2500);
    };
    button.addEventListener("click", () => copy(textOf(figure)).then(report));
    one("pre", figure).before(button);
  }));

  /* Ages are told when the page is read, never when it was built. */
  ready.push(() => {
    const lengths = { day: 1, week: 7, month: 30.44, year: 365.25 };
    const words = new Intl.RelativeTimeFormat(root.lang || "en", { numeric: "auto" });
    all("time[data-age]").forEach(time => {
      const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / 864e5);
      const unit = days < 14 ? "day" : days < 60 ? "week" : days < 730 ? "month" : "year";
      const every = /^(\d+) *(day|week|month|year)/.exec(time.dataset.every);
      if (days >= 0) time.after(make("span", "age", ` (${words.format(-Math.floor(days / lengths[unit]), unit)})`));
      if (every && days > every[1] * lengths[every[2]]) time.parentElement.append(" ", make("span", "overdue", time.dataset.overdue || "Review overdue"));
    });
    /* Something that was to happen by a day; the word comes once the day is over. */
    all("time[data-due]").forEach(time => {
      if (Date.now() - Date.parse(time.dateTime) >= 864e5) time.after(" ", make("span", "overdue", time.dataset.due));
    });
  });

  /* A figure that was fresh when the page was built may be old when it is read. */
  ready.push(() => all("[data-stale-after]").forEach(state => {
    const old = Date.now() > Date.parse(state.dataset.staleAfter);
    state.textContent = old ? state.dataset.stale : state.dataset.fresh;
    if (old) state.dataset.state = "stale";
  }));

  /* Paper shows everything; afterwards the page is as it was. */
  ready.push(() => {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all("main details:not([open])");
      opened.forEach(fold => { fold.open = true; });
      if (one(".printed")) one(".printed").replaceChildren(" · ", make("span", "", `printed ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`));
    });
    addEventListener("afterprint", () => opened.forEach(fold => { fold.open = false; }));
    all("button.print").forEach(button => {
      button.hidden = false;
      button.addEventListener("click", () => print());
    });
  });

  /* Contents follow the scroll: current is the last heading above a line, which is the upper third of the window. At the top of the
     page nothing has been reached yet; over the last screen the line sinks to the bottom, so that short last sections get their turn,
     and at the very end the section that was asked for wins. */
  ready.push(() => {
    const label = one(".contents-label");
    const pairs = all(".contents a").map(link => [link, doc.getElementById(decodeURIComponent(link.hash.slice(1)))]).filter(pair => pair[1]);
    let current, due = 0;
    const update = () => {
      const height = innerHeight, left = root.scrollHeight - height - scrollY;
      const line = Math.min(scrollY, Math.max(height / 3, height - left * 2 / 3)), top = pair => pair[1].getBoundingClientRect().top;
      const asked = left < 2 && scrollY > 0 && pairs.find(pair => pair[1] === target() && top(pair) >= 0 && top(pair) < height);
      const found = asked || pairs.filter(pair => pair[1].getClientRects().length && top(pair) < line).pop();
      due = 0;
      if (found === current) return;
      if (current) current[0].removeAttribute("aria-current");
      if (found) found[0].setAttribute("aria-current", "location");
      label.textContent = found ? found[0].textContent : "On this page";
      current = found;
    };
    const later = () => { due ||= requestAnimationFrame(update); };
    if (!pairs.length) return;
    for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, later, { passive: true });
    later();
  });

  /* Without the network: the service worker keeps pages and the search index, see sw.js. A page that it does not yet serve says what
     it is made of, once it has nothing else to do. The sign of a copy is in the page already; here it is said. */
  ready.push(() => {
    const sign = one(".kept");
    if (sign) say(sign.textContent);
    if (one(".is-offline")) addEventListener("online", () => location.reload());
    if (!("offline" in root.dataset) || !/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(location.href)) return;
    let worker, first;
    try { worker = navigator.serviceWorker; first = !worker.controller; } catch { return; }          /* none, or forbidden */
    worker.addEventListener("message", ({ data }) => {
      if (!sign || !data.newer || one("a", sign)) return;
      sign.append(" · A newer copy is there: ", Object.assign(make("a", "", "reload"), { href: "" }));
      say("A newer copy is there");
    });
    if (sign) addEventListener("online", () => worker.controller?.postMessage({ look: location.href }));
    const used = () => first ? [location.href, ...performance.getEntriesByType("resource").map(entry => entry.name)] : [];
    const all = !(navigator.connection && navigator.connection.saveData);
    const tell = () => worker.ready.then(kept => kept.active.postMessage({ keep: used(), all }));
    idle(() => {
      worker.register(url(base + "sw.js")).then(tell).catch(() => {});       /* no storage, no copies */
      worker.addEventListener("controllerchange", tell);
    });
  });

  /* Run mode of a procedure comes when its text is on the screen; what a part needs was loaded before it. */
  ready.push(() => {
    const run = doc.getElementById("tz.run"), { scripts, style } = run ? run.dataset : {};
    if (scripts) idle(async () => {
      await new Promise(onload => doc.head.append(Object.assign(make("link"), { rel: "stylesheet", href: style, onload, onerror: onload })));
      for (const src of scripts.split(" ")) await load(src);
    });
  });

  /* A fold may have a script of its own, which comes when it is opened. */
  ready.push(() => all("[data-script]").forEach(fold => {
    const begin = () => {
      if (!fold.open) return;
      fold.removeEventListener("toggle", begin);
      load(fold.dataset.script).catch(() => {});
    };
    fold.addEventListener("toggle", begin);
    begin();
  }));

  /* One broken part must not take the others with it. */
  ready.forEach(part => { try { part(); } catch (error) { console.error(error); } });
})();
