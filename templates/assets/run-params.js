/* Tier Zero, what readers fill in. A value is asked once a page, checked, and written into every command, quoted for the very place
   where it goes; the build says in data-quote what place that is. `quote` and `valid` are pure. A secret value stays in the memory of
   this page: never in storage, in an address, in an attribute; on screen it is dots, and only copying gives it. */
(root => {
  "use strict";
  /* Nothing needs to quote these, whoever reads them. */
  const SAFE = /^[\w.:/@+-]+$/;
  /* Characters that act on a terminal, and those that hide or turn text around: both are written as escapes. */
  const CONTROL = /[\0-\x1f\x7f-\x9f]/, HIDDEN = "\\0-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff", UNSEEN = RegExp(`[${HIDDEN}]`);
  const SPECIAL = RegExp(`[${HIDDEN}'!]+`, "g"), PIECE = RegExp(`[${HIDDEN}]+|[^]`, "g"), ANSI = RegExp(`[${HIDDEN}\\\\'!]+`, "g");
  const octal = text => encodeURIComponent(text).replace(/%(..)|[^]/g, (one, hex) => "\\" + (hex ? parseInt(hex, 16) : one.charCodeAt()).toString(8).padStart(3, "0"));
  /* An exclamation mark is escaped outside of the quotation marks: there no shell looks it up in its history, however it counts quotes. */
  const inSingle = value => value.replace(SPECIAL, run => `'${run.replace(PIECE, part => UNSEEN.test(part) ? `$'${octal(part)}'` : "\\" + part)}'`);
  const word = value => `'${inSingle(value)}'`.replace(/^''|''$/g, "");
  const inDouble = value => /["$`\\!]/.test(value) || UNSEEN.test(value) ? `"${word(value)}"` : value;
  const only = (rule, value) => rule.test(value) ? value : "";
  const ways = {
    bare: value => SAFE.test(value) ? value : word(value), word, single: inSingle, double: inDouble,
    ansi: value => value.replace(ANSI, octal),
    heredoc: value => CONTROL.test(value) ? "" : value.replace(/[\\$`]/g, "\\$&"),
    literal: value => CONTROL.test(value) ? "" : value,
    number: value => only(/^(0|[1-9]\d{0,17})$/, value),
    verbatim: value => only(SAFE, value), plain: value => only(/^[\w.]+$/, value),
    shown: value => value.replace(RegExp(UNSEEN, "g"), "\ufffd"),
  };
  /* A value as it is written at a place of a kind; empty when it cannot stand there. */
  const quote = (value, context) => /\0/.test(value) || !ways[context] ? "" : ways[context](value);

  /* What is wrong with a value; empty when nothing is. */
  const valid = (value, { pattern, example }) => {
    const like = example ? `, for example ${example}` : "";
    if (/[\0\ud800-\udfff]/u.test(value)) return "This has a character that no command can take.";
    if (value.length > 4000) return "This is longer than 4,000 characters.";
    if (pattern) {
      if (RegExp(`^(?:${pattern})$`, "u").test(value)) return "";
      return /^\s|\s$/.test(value) ? "A blank stands at the beginning or the end." : `This does not have the right form${like}.`;
    }
    if (value[0] === "-") return `This begins with a hyphen: a command would take it for an option. Write it without${like}.`;
    return CONTROL.test(value) ? "This has a line break or a control character." : "";
  };

  const api = root.TierZeroParams = { quote, valid };
  if (typeof document === "undefined") return;

  const doc = document, make = (tag, properties, ...children) => {
    const node = Object.assign(doc.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const fields = [], listeners = [], values = new Map();
  const count = make("span");
  const section = doc.getElementById("tz.run");
  /* All folders of a disk, and all sites of one host, have one store. A site on a disk may be moved, or come again in another folder. */
  api.key = kind => `${kind} ${location.protocol === "file:" ? "" : root.tierZero.base + " "}${section.dataset.site} ${section.dataset.page}`;
  let key;
  const open = () => Object.fromEntries(fields.filter(field => !field.secret && values.has(field.name)).map(field => [field.name, values.get(field.name)]));
  const stored = () => { try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; } };
  const store = () => {
    const kept = JSON.stringify(open());
    try { kept === "{}" ? localStorage.removeItem(key) : localStorage.setItem(key, kept); } catch { /* blocked: this page alone knows */ }
  };

  /* `real` is a property, not an attribute: what copying gives in place of what is shown. */
  const fill = () => {
    const refused = new Map();
    doc.querySelectorAll(".param").forEach(span => {
      const { param, quote: kind, not } = span.dataset, field = fields.find(one => one.name === param), figure = span.closest("figure");
      if (!field) return;
      const value = values.get(param), posix = figure && figure.dataset.lang === "sh" && UNSEEN.test(value);
      const text = value === undefined || value === not || posix && kind !== "shown" ? "" : quote(value, kind);
      span.real = text && field.secret && kind !== "shown" ? text : undefined;
      span.textContent = !text ? `<${param}>` : field.secret ? "•••" : text;
      span.classList.toggle("filled", !!text);
      if (value !== undefined && !text && figure) refused.set(figure, (refused.get(figure) || new Set()).add(`<${param}>`));
    });
    doc.querySelectorAll(".param-note").forEach(note => { if (!refused.has(note.parentNode)) note.remove(); });
    count.textContent = values.size ? ` · ${values.size} of ${fields.length} filled in` : "";
    refused.forEach((names, figure) => {
      const note = figure.querySelector(".param-note") || figure.appendChild(make("p", { className: "param-note" }));
      note.textContent = `Put in ${[...names].join(", ")} by hand: the value has characters that would mean something else here.`;
    });
  };

  const check = (field, value) => {
    const why = value ? valid(value, field) : "";
    field.fault.textContent = why;
    field.input.setAttribute("aria-invalid", !!why);
    if (value && !why) values.set(field.name, value); else values.delete(field.name);
  };
  const keep = () => {
    fill();
    store();
  };
  const tell = () => listeners.forEach(([listener, told]) => fields.forEach(({ name, secret }) => {
    const value = values.get(name) || "";
    if (secret || (told[name] || "") === value) return;
    listener(name, told[name] = value);
  }));
  /* What a run has, or another tab, in place of what is there; not under the hands of somebody who types. */
  api.set = given => {
    fields.forEach(field => {
      const value = String(given[field.name] ?? "");
      if (!field.secret && value !== (values.get(field.name) || "") && field.input !== doc.activeElement) check(field, field.input.value = value);
    });
    keep();
  };
  api.clear = () => {
    fields.forEach(field => check(field, field.input.value = ""));
    keep();
    tell();
  };

  const row = (entry, index) => {
    const { param: name, pattern, example } = entry.dataset, secret = "secret" in entry.dataset, id = `tz.param.${index}`, copy = part => [...entry.querySelector(part).cloneNode(true).childNodes];
    const input = make("input", { id, type: secret ? "password" : "text", autocomplete: secret ? "new-password" : "off", autocapitalize: "off", spellcheck: false, placeholder: example || "" });
    const fault = make("p", { id: id + ".fault", className: "param-fault" }), field = { name, pattern, example, secret, input, fault };
    fault.setAttribute("role", "status");
    input.setAttribute("autocorrect", "off");
    input.setAttribute("aria-describedby", `${id}.help ${fault.id}`);
    const show = secret && make("button", { type: "button", className: "run-do", textContent: "Show" });
    if (secret) {
      show.setAttribute("aria-controls", id);
      show.setAttribute("aria-pressed", false);
      const toggle = shown => {
        input.type = shown ? "text" : "password";
        show.setAttribute("aria-pressed", shown);
      };
      show.addEventListener("click", () => toggle(input.type === "password"));
      addEventListener("pagehide", () => toggle(false));       /* nothing that browsers keep of fields */
    }
    input.addEventListener("input", () => {
      check(field, input.value);
      keep();
    });
    input.addEventListener("change", tell);
    /* A field of one line drops line breaks without a word: what would be run is not what was pasted. */
    input.addEventListener("paste", event => {
      const text = event.clipboardData.getData("text");
      if (!/[\r\n]/.test(text.trim())) return;
      event.preventDefault();
      fault.textContent = "This has a line break, which a field of one line cannot hold. Nothing was pasted.";
    });
    fields.push(field);
    return make("div", { className: "run-field" }, make("label", { htmlFor: id }, ...copy("dt")), make("span", { id: id + ".help", className: "param-help" }, ...copy("dd"), ...secret ? [" Not kept, not exported."] : []), make("span", { className: "param-line" }, input, ...secret ? [show] : []), fault);
  };

  /* Builds the form once. A listener is told each value, by name, when it is settled; an empty one when it was taken back; a secret one
     never. */
  api.attach = (section, listener) => {
    const list = section.querySelector("dl.params");
    if (listener) listeners.push([listener, {}]);
    if (!list || key) return tell();
    key = api.key("tz-params");
    const form = make("form", { className: "param-form", autocomplete: "off" }, ...[...list.querySelectorAll("[data-param]")].map(row)), button = make("button", { type: "button", className: "run-do", textContent: "Clear values" });
    form.setAttribute("aria-label", "Values for the commands of this page");
    form.append(button);
    button.addEventListener("click", api.clear);
    form.addEventListener("submit", event => event.preventDefault());
    list.after(form);
    section.querySelector(".fill > summary").append(count);
    list.classList.add("asked");
    api.set(stored());
    addEventListener("storage", event => { if (event.key === key) api.set(stored()); });
    tell();
  };

  if (section) api.attach(section);
})(typeof self === "undefined" ? globalThis : self);
