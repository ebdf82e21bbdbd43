/* Tier Zero's search: one pure state machine for browsers, for Node and for the JVM (Rhino). No I/O, no DOM, no clock. */
const TierZeroSearch = (() => {
  "use strict";

  /* Characters are classed by fixed ranges, so that no side depends on a Unicode version. */
  const MARK = "\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f";
  const LETTER = "0-9A-Za-zªµºÀ-ÖØ-öø-\\u02ff\\u0370-\\u1aaf\\u1b00-\\u1dbf\\u1e00-\\u1fff\\u2c00-\\u2dff\\ua000-\\uabff"
    + "\\ud7b0-\\ud7ff\\ufb00-\\ufdff\\ufe70-\\ufefe\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\u{10000}-\\u{1efff}";
  const CJK = "\\u2e80-\\u2fdf\\u3005-\\u3007\\u3031-\\u3035\\u3041-\\u30ff\\u3105-\\u318f\\u31a0-\\u31ff\\u3400-\\u4dbf"
    + "\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
  const SPACE = "\\0- \\x7f-\\xa0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff";
  const regex = (source, flags = "gu") => new RegExp(source, flags);
  const SEGMENT = regex(`([${CJK}]+)|[${LETTER}${MARK}]+(?:['’][${LETTER}${MARK}]+)*`);
  const CHUNK = regex(`[^${SPACE}]+`), MARKS = regex(`[${MARK}]`), NOT_LETTERS = regex(`[^${LETTER}]`);
  const JOINED = regex(`[${LETTER}][-_.:/\\\\@#=+$%~]+[${LETTER}]`, "u"), HAS_LETTER = regex(`[${LETTER}]`, "u");
  const HAS_TRUE_LETTER = regex(`(?![0-9０-９])[${LETTER}]`, "u");
  const SPLIT = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
  const OTHER = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ı: "i", ł: "l", đ: "d", þ: "th", ς: "σ" };

  /* Case, accents and width taken off; punctuation stays. */
  const lower = text => /^[\0-\x7f]*$/.test(text) ? text.toLowerCase()
    : text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/[ßæœøıłđþς]/g, c => OTHER[c]);
  const cut = (text, most) => text.slice(0, /[\ud800-\udbff]/.test(text[most - 1]) && text.length > most ? most - 1 : most);
  const fold = text => cut(lower(text).replace(NOT_LETTERS, ""), 64);

  /* Porter's stemmer as Lucene has it. A word's shape is its vowels and consonants: "cvvc". */
  const shape = word => {
    let out = "";
    for (const letter of word) out += "aeiou".includes(letter) || letter === "y" && out.endsWith("c") ? "v" : "c";
    return out;
  };
  const measure = word => shape(word).split("vc").length - 1;
  const isShort = word => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);
  const table = list => {
    const to = new Map(list.split(" ").map(pair => pair.split(":")));
    return { to, ends: new RegExp(`(${[...to.keys()].join("|")})$`) };
  };
  const SUFFIXES = [
    table("ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate"
      + " ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log"),
    table("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:")];
  const LAST = /(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;
  const porter = whole => {
    let word = whole.replace(/(ss|i)es$|([^s])s$/, "$1$2");
    let rest = word.replace(/(ed|ing)$/, "");
    if (word.endsWith("eed")) {
      if (measure(word.slice(0, -3))) word = word.slice(0, -1);
    } else if (rest !== word && shape(rest).includes("v")) {
      word = rest;
      if (/(at|bl|iz)$/.test(word)) word += "e";
      else if (/(.)\1$/.test(word) && shape(word).endsWith("c")) word = word.replace(/([^lsz])$/, "").replace(/^$/, word);
      else if (measure(word) === 1 && isShort(word)) word += "e";
    }
    if (word.endsWith("y") && shape(word.slice(0, -1)).includes("v")) word = word.slice(0, -1) + "i";
    SUFFIXES.forEach(step => {
      const found = step.ends.exec(word);
      if (found && measure(word.slice(0, found.index))) word = word.slice(0, found.index) + step.to.get(found[0]);
    });
    rest = word.replace(LAST, "");
    if (measure(rest) > 1) word = rest;
    rest = word.replace(/e$/, "");
    if (rest !== word && (measure(rest) > 1 || measure(rest) === 1 && !isShort(rest))) word = rest;
    return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
  };
  const stems = new Map();
  const stem = word => {
    if (!/^[a-z]{3,}$/.test(word)) return word;
    if (!stems.has(word)) {
      if (stems.size > 9999) stems.clear();
      stems.set(word, porter(word));
    }
    return stems.get(word);
  };

  /* Words with their positions: a part of a compound stands before the whole, which adds no position (inc 0). */
  const words = text => {
    const list = [];
    const put = (surface, start, end, inc) => { if (surface) list.push({ term: stem(surface), surface, start, end, inc }); };
    for (const found of text.matchAll(SEGMENT)) {
      const start = found.index, end = start + found[0].length;
      if (found[1]) {
        const letters = [...found[1]], last = Math.max(1, letters.length - 1);
        for (let i = 0, at = start; i < last; at += letters[i++].length) {
          const pair = letters[i] + (letters[i + 1] || "");
          put(pair.normalize("NFKC"), at, at + pair.length, 1);
        }
        continue;
      }
      const segment = found[0].replace(/['’]s$/i, "").replace(/['’]/g, ""), whole = fold(segment);
      const parts = segment.length > 64 || /^[A-Z]?[a-z0-9]*$|^[A-Z0-9]+s?$|[^A-Za-z0-9]/.test(segment) ? [] : segment.split(SPLIT);
      let at = start;
      parts.forEach(part => put(part.toLowerCase(), at, at += part.length, 1));
      put(whole, start, end, parts.length ? 0 : 1);
      const digits = /^[a-z]+(\d\d+)$/.exec(whole);
      if (digits) put(digits[1], start, end, 0);
    }
    return list;
  };

  /* Identifiers: tokens whose punctuation, digits or capitals carry meaning, kept whole, and their parts that do so too. */
  const isIdentifier = text => HAS_LETTER.test(text) && (/^[-/$%@#._~]|[a-z][A-Z]|[+#]$/.test(text) || JOINED.test(text)
    || /[0-9０-９]/.test(text) && HAS_TRUE_LETTER.test(text) || /[A-Z].*[A-Z]/.test(text) && !/[a-z]/.test(text));
  const trim = text => text.replace(/^["'“”‘’(\[{<«,;:!?|*`]+/, "").replace(/["'“”‘’)\]}>».,;:!?|*…`]+$/, "");
  const identifiers = text => {
    const list = [];
    for (const found of text.matchAll(CHUNK)) {
      const chunk = trim(found[0]), seen = new Set();
      [chunk, ...chunk.split(/[/\\=:,;|()\[\]{}<>"'`&?]/).map(trim)].forEach(piece => {
        [piece, piece.replace(/^(-+|\$)/, "")].forEach(form => {
          if (form.length > 96 || !isIdentifier(form)) return;
          const term = lower(form);
          if (!seen.has(term)) list.push({ term, start: found.index, end: found.index + found[0].length });
          seen.add(term);
        });
      });
    }
    return list;
  };
  const sound = text => String(text).replace(/[\ud800-\udfff]/gu, " ");
  const analyse = text => ({ words: words(sound(text)), ids: identifiers(sound(text)).map(found => found.term) });

  return { analyse };
})();
