/* Tier Zero, default theme: whether a copy is current. What is known is in the table of the page; the words are in the page, too. */
(() => {
  "use strict";
  const doc = document, form = doc.querySelector(".check"), field = form.elements.code, verdict = doc.querySelector(".verdict");
  const pages = [...doc.querySelectorAll(".copy-list [data-code]")].map(row => {
    const [address, text] = row.dataset.code.split("-"), time = row.querySelector("time");
    return { link: row.querySelector("a"), code: row.dataset.code, address, text, former: (row.dataset.former || "").split(" "), date: time ? time.textContent : "" };
  });
  /* Read from paper by a tired person, or a whole address from a QR code. */
  const read = typed => {
    let text = typed.slice(typed.lastIndexOf("=") + 1).trim().toLowerCase();
    text = text.replace(/[\s\u2010-\u2015\u2212\u00ad_.·-]+/g, "").replace(/o/g, "0").replace(/[il|]/g, "1");
    const [, address = "", digest = ""] = /^([0-9a-hjkmnp-tv-z]{5})?(?:([0-9a-f]{8})(?:[0-9a-f]{4})?)?$/.exec(text) || [];
    return { address, digest };
  };
  const judged = ({ address, digest }) => {
    const like = (key, value) => pages.filter(page => page[key] === value);
    if (!address && !digest) return ["wrong"];
    if (!address) return like("text", digest).length ? ["current", like("text", digest)] : ["text"];
    const here = like("address", address), moved = pages.filter(page => page.former.includes(address)), there = [...here, ...moved];
    const same = there.filter(page => page.text === digest);
    if (!digest) return there.length ? ["page", there] : ["unknown"];
    if (same.length) return ["current", same, here.includes(same[0]) ? "" : "moved"];
    if (there.length) return ["old", there];
    return like("text", digest).length ? ["near", like("text", digest)] : ["unknown"];
  };
  const fill = (name, page) => {
    const line = verdict.querySelector(".say-" + name).cloneNode(true), put = (selector, ...text) => {
      for (const slot of line.querySelectorAll(selector)) slot.replaceChildren(...text);
    };
    if (page) {
      put("b", page.link.cloneNode(true));
      put("code", page.code);
      put("i", page.date);
      if (!page.date) put(".say-since");
    }
    line.className = "said";
    return line;
  };
  const answer = () => {
    verdict.querySelectorAll(".said").forEach(line => line.remove());
    const [name, found = [], note] = judged(read(field.value)), lines = found.length ? found.map(page => fill(name, page)) : [fill(name)];
    verdict.dataset.is = name;
    if (note) lines.push(fill(note, found[0]));
    if (!/wrong|near/.test(name)) lines.push(fill("older"));
    verdict.append(...lines);
  };
  form.addEventListener("submit", event => {
    event.preventDefault();
    answer();
  });
  const sent = () => {
    if (!location.hash.startsWith("#copy=")) return;
    field.value = location.hash.slice(6);
    answer();
  };
  addEventListener("hashchange", sent);
  sent();
})();
