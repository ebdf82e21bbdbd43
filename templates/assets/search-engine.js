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
    for (let letter of word) out += "aeiou".includes(letter) || letter === "y" && out.endsWith("c") ? "v" : "c";
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
    [...text.matchAll(SEGMENT)].forEach(found => {
      const start = found.index, end = start + found[0].length;
      if (found[1]) {
        const letters = [...found[1]], last = Math.max(1, letters.length - 1);
        for (let i = 0, at = start; i < last; at += letters[i++].length) {
          let pair = letters[i] + (letters[i + 1] || "");
          put(pair.normalize("NFKC"), at, at + pair.length, 1);
        }
        return;
      }
      const segment = found[0].replace(/['’]s$/i, "").replace(/['’]/g, ""), whole = fold(segment);
      const parts = segment.length > 64 || /^[A-Z]?[a-z0-9]*$|^[A-Z0-9]+s?$|[^A-Za-z0-9]/.test(segment) ? [] : segment.split(SPLIT);
      let at = start;
      parts.forEach(part => put(part.toLowerCase(), at, at += part.length, 1));
      put(whole, start, end, parts.length ? 0 : 1);
      const digits = /^[a-z]+(\d\d+)$/.exec(whole);
      if (digits) put(digits[1], start, end, 0);
    });
    return list;
  };

  /* Identifiers: tokens whose punctuation, digits or capitals carry meaning, kept whole, and their parts that do so too. */
  const isIdentifier = text => HAS_LETTER.test(text) && (/^[-/$%@#._~]|[a-z][A-Z]|[+#]$/.test(text) || JOINED.test(text)
    || /[0-9０-９]/.test(text) && HAS_TRUE_LETTER.test(text) || /[A-Z].*[A-Z]/.test(text) && !/[a-z]/.test(text));
  const trim = text => text.replace(/^["'“”‘’(\[{<«,;:!?|*`]+/, "").replace(/["'“”‘’)\]}>».,;:!?|*…`]+$/, "");
  const identifiers = text => {
    const list = [];
    [...text.matchAll(CHUNK)].forEach(found => {
      const chunk = trim(found[0]), seen = new Set();
      [chunk, ...chunk.split(/[/\\=:,;|()\[\]{}<>"'`&?]/).map(trim)].forEach(piece => {
        [piece, piece.replace(/^(-+|\$)/, "")].forEach(form => {
          if (form.length > 96 || !isIdentifier(form)) return;
          const term = lower(form);
          if (!seen.has(term)) list.push({ term, start: found.index, end: found.index + found[0].length });
          seen.add(term);
        });
      });
    });
    return list;
  };
  const sound = text => String(text).replace(/[\ud800-\udfff]/gu, " ");
  const analyse = text => ({ words: words(sound(text)), ids: identifiers(sound(text)).map(found => found.term) });

  const STOP = new Set(("a about all also an and any are as at be been but by can could do does for from get had has have how i if in into is it its me my"
    + " not of on or our should so some such than that the their then there these they this to use was we were what when where which who why will with would you your").split(" "));
  const K = { key: 1, cover: 1, power: 2, depth: 14, window: 5, decay: 1, near: 0.5, sat: 20, log: 0.7 };
  const FULL = 0.8;            /* what a completion or a correction is worth, where the word itself is 1 */
  const { fround } = Math;

  /* Edits between two words, transpositions included (optimal string alignment); gives up beyond `most`. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return 9;
    let before = [], last = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      before = last;
      last = row;
      row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        if (row[j] < least) least = row[j];
      }
      if (least > most) return 9;
    }
    return row[b.length];
  };

  const open = (rootBytes, decode) => {
    const root = JSON.parse(decode(rootBytes)), shards = new Map();
    let needs = new Set(), partial = false;

    /* Lengths as Lucene keeps them: one byte, of which the first 40 are exact. */
    const lengthOf = byte => {
      const bits = byte < 24 ? byte : byte - 24, shift = (bits >> 3) - 1;
      return byte < 24 ? byte : 24 + (shift < 0 ? bits : (bits & 7 | 8) * 2 ** shift);
    };
    const inverse = average => Float32Array.from({ length: 256 }, (_, byte) =>
      1 / fround(root.k1 * fround(fround(1 - fround(root.b)) + fround(fround(fround(root.b) * lengthOf(byte)) / average))));
    const bodyInverse = inverse(root.avg[0]), titleInverse = inverse(root.avg[1]);
    const norms = new Uint8Array(root.docs);
    for (let i = 0, doc = 0; i < root.norms.length; i += 2) norms.fill(root.norms[i], doc, doc += root.norms[i + 1]);
    const weigh = (boost, count, df) => fround(boost * fround(Math.log(1 + (count - df + 0.5) / (df + 0.5))));
    const bm25 = (weight, tf, norm) => fround(weight - fround(weight / fround(1 + fround(tf * norm))));

    const readTerms = (bytes, kind) => {
      let at = 0;
      const next = () => {
        let value = 0, unit = 1, byte;
        do {
          byte = bytes[at++];
          if (byte === undefined) throw at;
          value += (byte & 127) * unit;
          unit *= 128;
        } while (byte > 127);
        return value;
      };
      const many = n => Array.from({ length: n }, next);
      const prefixes = many(next()), size = next(), suffixes = decode(bytes.subarray(at, at += size)).split("\n"), terms = new Map();
      let term = "";
      const names = prefixes.map((length, i) => term = term.slice(0, length) + suffixes[i]);
      const dfs = names.map(next);
      if (kind === "s") names.forEach((name, i) => terms.set(name, dfs[i]));
      else {
        const docs = dfs.map(df => {
          let doc = -1;
          return many(df).map(gap => doc += gap + 1);
        });
        const flags = dfs.map(df => many(df));
        names.forEach((name, i) => {
          if (docs[i].at(-1) >= root.docs) throw name;
          terms.set(name, { docs: docs[i], tfs: flags[i].map(flag => (flag >> 1) + 1), titles: flags[i].map(flag => flag & 1), norms: [] });
        });
        if (kind === "w") names.forEach(name => {
          const list = terms.get(name);
          list.titles.forEach((inTitle, i) => {
            if (!inTitle) return;
            list.titles[i] = next() + 1;
            list.norms[i] = next();
          });
        });
      }
      if (at !== bytes.length) throw at;
      return terms;
    };
    /* The page itself stands before its sections: its title as heading, its description as text. */
    const readPage = ([href, title, type, about, facets, parts]) => {
      const path = [], sections = [[1, "", title, about], ...parts].map(([level, anchor, heading, text]) => {
        const depth = Math.max(0, level - 2);
        path.length = Math.min(path.length, depth);
        if (level > 1) path[depth] = heading;
        return { path: path.filter(step => step), href: anchor ? href + "#" + anchor : href, anchor, heading: words(heading), text: String(text), tokens: null };
      });
      return { href: String(href), title: String(title), type, facets, sections };
    };
    const add = (name, bytes) => {
      let shard = null;
      try {
        const kind = name[0];
        shard = "wis".includes(kind) ? readTerms(bytes, kind) : kind === "d" ? readPage(JSON.parse(decode(bytes))) : JSON.parse(decode(bytes));
      } catch { /* damaged: as good as lost */ }
      shards.set(name, shard);
    };
    const lost = name => { shards.set(name, null); };
    const get = name => {
      const shard = shards.get(name);
      if (shard === undefined) needs.add(name);
      if (shard === null) partial = true;
      return shard;
    };
    const number = (kind, term) => root[kind].filter(first => first <= term).length;
    const lookup = (kind, term) => get(kind + number(kind, term))?.get(term);
    const range = (kind, from, to) => {
      const found = [];
      for (let i = number(kind, from), last = number(kind, to); i <= last && found.length < 4; i++) found.push(get(kind + i));
      return found.filter(shard => shard).flatMap(shard => [...shard.keys()].map(term => [term, shard.get(term)]));
    };


    /* Alternatives of one word are one word: frequencies summed, the commonest one's rarity (as Lucene's SynonymQuery). */
    const merge = alternatives => {
      if (!alternatives[1] && alternatives[0]?.weight === 1) return alternatives[0].list;
      const byDoc = new Map();
      let df = 0;
      alternatives.forEach(({ list, weight }) => {
        df = Math.max(df, list.docs.length);
        list.docs.forEach((doc, i) => {
          if (!byDoc.has(doc)) byDoc.set(doc, [0, 0, 0]);
          const sum = byDoc.get(doc);
          sum[0] += weight * list.tfs[i];
          sum[1] += weight * list.titles[i];
          sum[2] = list.norms[i] || sum[2];
        });
      });
      const docs = [...byDoc.keys()], column = i => docs.map(doc => byDoc.get(doc)[i]);
      return { docs, tfs: column(0), titles: column(1), norms: column(2), df };
    };

    const groups = root.synonyms.map(group => group.map(member => words(member).filter(word => word.inc).map(word => word.term)));
    const wordAt = (terms, list, at) => terms.every((term, i) => list[at + i]?.term === term);

    /* Words a reader may have meant: nearest in spelling first, then the most used. */
    const nearest = (kind, term, width) => {
      const most = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
      if (!most) return [];
      const found = range(kind, term.slice(0, width), term.slice(0, width) + "\uffff")
        .map(([name, uses]) => [name, uses, distance(term, name, most)]).filter(([, , edits]) => edits <= most);
      const best = Math.min.apply(null, found.map(entry => entry[2]));
      return found.filter(entry => entry[2] === best).sort((a, b) => (b[1].docs?.length ?? b[1]) - (a[1].docs?.length ?? a[1])).slice(0, 3);
    };
    const correct = (kind, term) => {
      for (let width of [2, 1, 0]) {
        let found = nearest(kind, term, width);
        if (found.length || needs.size || kind === "i") return found.map(entry => entry[0]);
      }
      return [];
    };
    const complete = term => range("s", term, term + "\uffff").filter(([name]) => name.startsWith(term))
      .sort((a, b) => b[1] - a[1]).slice(0, 8).map(([name]) => name);

    const alternativesOf = (names, weight) => [...new Set(names.map(stem))].map(term => ({ term, weight, list: lookup("w", term) })).filter(one => one.list);

    const find = (raw, options) => {
      const plain = options.plain;
      let text = raw;
      const chosen = { ...options.filters };
      const facets = options.facets || options.filters || /\w:/.test(raw) && root.facets.some(name => raw.includes(name.replace(/s$/, ""))) ? get("f") : null;
      text = text.replace(/(?<!\S)(\w+):("[^"]*"|\S+)/g, (all, name, value) => {
        const facet = root.facets.find(known => known === name || known === name + "s");
        const match = facet && facets && Object.keys(facets[facet] || {}).find(known => lower(known) === lower(value.replace(/"/g, "")));
        if (!match) return all;
        chosen[facet] = [...(chosen[facet] || []), match];
        return " ".repeat(all.length);
      });

      /* What to look for. */
      const quotes = plain ? [] : [...text.matchAll(/(?<!\S)["“]([^"”]+)["”](?!\S)/g)];
      const inside = (list, word) => list.some(span => span.start <= word.start && word.end <= span.end);
      const spans = quotes.map(found => ({ start: found.index, end: found.index + found[0].length }));
      const ids = plain ? [] : identifiers(text);
      const all = words(text);
      let kept = plain ? all : all.filter(word => inside(spans, word) || inside(ids, word) || !STOP.has(word.surface));
      if (!kept.length) kept = all;
      const clauses = [], byTerm = new Map();
      kept.forEach(word => {
        if (byTerm.has(word.term) || byTerm.size > 47) return;
        const clause = { word, term: word.term, boost: 1, alternatives: [{ term: word.term, weight: 1, list: lookup("w", word.term) }], exact: inside(spans, word) };
        byTerm.set(word.term, clause);
        clauses.push(clause);
      });
      const named = ids.filter((id, i) => ids.findIndex(other => other.term === id.term) === i).slice(0, 24)
        .map(id => ({ id, word: id, boost: root.ids, exact: true, alternatives: [{ term: id.term, weight: 1, list: lookup("i", id.term) }] }));
      const log = root.messages && !plain && /[\d:=[\]{}"/<>]/.test(raw) && all.length > 2 ? get("m") : null;
      if (needs.size) return null;

      /* Words that the index does not know: completed when they may be unfinished, else corrected. */
      let corrected = raw;
      const fixes = [];
      const unknown = clause => !clause.alternatives.some(one => one.list);
      if (!plain) {
        named.filter(unknown).slice(0, 8).forEach(clause => {
          const best = options.exact ? [] : correct("i", clause.id.term);
          clause.alternatives = best.map(term => ({ term, weight: FULL, list: lookup("i", term) })).filter(one => one.list);
          if (best.length) fixes.push([clause.word, best[0]]);
        });
        let tries = 8;
        clauses.forEach(clause => {
          const { word } = clause, last = word.end === text.length;
          if (!unknown(clause) && !(last && options.typing) || !word.inc || !tries-- || clause.exact && !unknown(clause)) return;
          let names = last && word.surface.length > 1 ? complete(word.surface) : [];
          let weight = unknown(clause) ? FULL : 0.2;
          if (!names.length && unknown(clause) && !options.exact && !/[0-9]/.test(word.surface)) {
            names = correct("s", word.surface);
            if (names.length) fixes.push([word, names[0]]);
          }
          const own = clause.alternatives.filter(one => one.list);
          clause.alternatives = [...own, ...alternativesOf(names, weight).filter(one => !own.some(mine => mine.term === one.term))];
        });
        if (needs.size) return null;
        /* Synonyms, both ways: a phrase stands for each of its words; a doc has a phrase when it has all its words. */
        groups.forEach(group => group.forEach(member => {
          kept.forEach((word, at) => {
            if (!wordAt(member, kept, at)) return;
            group.forEach(other => {
              if (other === member) return;
              const lists = other.map(term => lookup("w", term));
              if (lists.some(list => !list)) return;
              const list = lists.reduce((a, b) => {
                const rows = a.docs.map((doc, i) => [i, b.docs.indexOf(doc)]).filter(row => row[1] >= 0);
                return { docs: rows.map(row => a.docs[row[0]]), tfs: rows.map(row => Math.min(a.tfs[row[0]], b.tfs[row[1]])),
                  titles: rows.map(row => Math.min(a.titles[row[0]], b.titles[row[1]])), norms: rows.map(row => a.norms[row[0]]) };
              });
              member.forEach(term => byTerm.get(term)?.alternatives.push({ term: other[0], terms: other, weight: FULL, list }));
            });
          });
        }));
        if (needs.size) return null;
      }

      /* First pass: every page with any of the words. */
      const scores = new Float64Array(root.docs), cover = new Float64Array(root.docs), must = new Uint8Array(root.docs);
      let sum = 0, musts = 0;
      clauses.forEach(clause => {
        clause.alternatives = clause.alternatives.filter(one => one.list);
        const list = merge(clause.alternatives), { docs } = list, df = list.df || docs?.length;
        clause.weight = 0;
        if (!docs) {
          if (!ids.some(id => inside([id], clause.word))) sum += clause.word.inc * 4;
          return;
        }
        const inTitle = list.titles.filter(tf => tf).length;
        const idf = weigh(1, root.counts[0], df), titleIdf = weigh(root.title, root.counts[1], inTitle);
        clause.weight = idf;
        if (clause.word.inc) sum += idf;
        if (clause.exact) musts++;
        docs.forEach((doc, i) => {
          scores[doc] += bm25(idf, list.tfs[i], bodyInverse[norms[doc]]);
          if (list.titles[i]) scores[doc] += bm25(titleIdf, list.titles[i], titleInverse[list.norms[i]]);
          if (clause.word.inc) cover[doc] += idf;
          if (clause.exact) must[doc]++;
        });
      });
      named.forEach(clause => {
        const list = merge(clause.alternatives.filter(one => one.list)), { docs } = list;
        if (!docs) return;
        const idf = weigh(clause.boost, root.docs, list.df || docs.length);
        clause.weight = idf;
        docs.forEach((doc, i) => { scores[doc] += bm25(idf, list.tfs[i], 1 / root.k1) + (list.titles[i] ? idf * K.key : 0); });
      });
      const allowed = new Uint8Array(root.docs);
      let rules = 0;
      if (facets) for (let name of Object.keys(chosen)) {
        rules++;
        const ok = new Set();
        chosen[name].forEach(value => {
          let doc = -1;
          (facets[name]?.[value] || []).forEach(gap => ok.add(doc += gap + 1));
        });
        ok.forEach(doc => allowed[doc]++);
      }
      let found = [];
      scores.forEach((score, doc) => {
        if ((score > 0 || !all.length && rules) && allowed[doc] === rules && must[doc] >= musts) {
          const share = sum ? Math.min(1, cover[doc] / sum) : 0;
          found.push({ doc, base: score, share, score: plain ? score : score * (1 + K.cover * share ** K.power) });
        }
      });
      const byScore = (a, b) => b.score - a.score || a.doc - b.doc;
      found.sort(byScore);
      const limit = options.limit ?? 10, offset = options.offset ?? 0;
      const total = found.length, any = !found.some(hit => hit.share > 0.999);

      const message = log && recognise(log, all);
      const pages = found.slice(0, Math.max(plain ? 0 : K.depth, offset + limit));
      if (message && !pages.some(hit => hit.doc === message.doc)) pages.push(found.find(hit => hit.doc === message.doc) || { doc: message.doc, base: 1, score: 1 });
      pages.forEach(hit => { hit.page = get("d" + hit.doc); });
      if (needs.size) return null;
      const terms = new Map();
      clauses.forEach(clause => clause.alternatives.forEach(one => (one.terms || [one.term]).forEach(term => terms.set(term, clause))));
      pages.forEach(hit => { if (hit.page && !plain) refine(hit, terms, spans); });
      if (!plain) pages.sort(byScore);
      if (message) {
        const at = pages.findIndex(hit => hit.doc === message.doc);
        pages.unshift(pages.splice(at, 1)[0]);
      }
      const hits = pages.slice(offset, offset + limit).filter(hit => hit.page && hit.score > 0).map(hit => {
        const { page, doc, score, base } = hit, declared = message && message.doc === doc;
        const first = declared && page.sections.find((section, i) => i && section.anchor === message.anchor);
        return { doc, score, base, title: mark(page.title, words(page.title), terms), titleText: page.title, href: page.href, type: page.type,
          facets: page.facets, message: !!declared, sections: best(page, terms, first) };
      });
      fixes.sort((a, b) => b[0].start - a[0].start).forEach(([word, name]) => { corrected = corrected.slice(0, word.start) + name + corrected.slice(word.end); });
      return { query: raw, words: [...terms.keys()], total, partial, corrected: corrected === raw ? "" : corrected, any, hits,
        facets: options.facets && facets ? counts(facets, found) : null };
    };
    const counts = (facets, found) => {
      const matched = new Set(found.map(hit => hit.doc)), out = {};
      root.facets.forEach(name => {
        out[name] = Object.keys(facets[name] || {}).map(value => {
          let doc = -1;
          return [value, name === "type" && root.types[value] || value, facets[name][value].filter(gap => matched.has(doc += gap + 1)).length];
        }).filter(entry => entry[2]).sort((a, b) => b[2] - a[2]);
      });
      return out;
    };

    const tokensOf = section => section.tokens ??= words(section.text);
    /* What a section is worth: rare words, those in its heading most, and words of the query close together. */
    const value = (section, terms) => {
      const seen = new Map();
      let near = 0, last = null, place = 0, lastPlace = 0;
      [section.heading, tokensOf(section)].forEach((list, body) => {
        list.forEach(({ term, inc }) => {
          place += inc;
          const clause = terms.get(term);
          if (!clause) return;
          seen.set(clause, (seen.get(clause) || 0) + (body ? 1 : 3));
          const gap = place - lastPlace;
          if (last && last !== clause && gap > 0 && gap <= K.window) near += Math.min(clause.weight, last.weight) / gap ** K.decay;
          last = clause;
          lastPlace = place;
        });
        place += 99;
      });
      let score = 0;
      seen.forEach((tf, clause) => { score += clause.weight * tf / (tf + 1.2); });
      return { section, score, near };
    };
    const refine = (hit, terms, spans) => {
      let near = 0;
      hit.values = hit.page.sections.map(section => value(section, terms));
      hit.values.forEach(one => { near += one.near; });
      hit.score += K.near * near / (near + K.sat) * hit.score;
    };
    const best = (page, terms, first) => {
      const list = page.sections.map(section => value(section, terms)).sort((a, b) => (b.section === first) - (a.section === first) || b.score - a.score);
      const least = list[0].score / 2;
      return list.filter((one, i) => (!i || one.score > least) && list.findIndex(other => other.section.href === one.section.href) === i).slice(0, 3)
        .map(({ section }) => ({ path: section.path, href: section.href, snippet: snippet(section, terms) }));
    };
    const mark = (text, tokens, terms, from = 0, to = text.length) => {
      const runs = [];
      const put = (start, end, on) => { if (end > start) runs.push([text.slice(start, end), on]); };
      let at = from;
      tokens.forEach(token => {
        if (token.start < at || token.end > to || !terms.has(token.term)) return;
        put(at, token.start, 0);
        put(token.start, at = token.end, 1);
      });
      put(at, to, 0);
      return runs;
    };
    /* About 160 characters, whole words, where most of the query is. */
    const snippet = (section, terms) => {
      const { text } = section, tokens = tokensOf(section), hits = tokens.filter(token => terms.has(token.term));
      let from = 0, most = 0;
      hits.forEach((token, i) => {
        const seen = new Set();
        let sum = 0;
        for (let j = i; hits[j]?.end < token.start + 130; j++) {
          let clause = terms.get(hits[j].term);
          sum += seen.has(clause) ? 0.1 : clause.weight;
          seen.add(clause);
        }
        if (sum > most) {
          most = sum;
          from = token.start;
        }
      });
      from = from < 60 ? 0 : text.indexOf(" ", from - 30) + 1;
      const space = text.lastIndexOf(" ", from + 160), to = text.length <= from + 160 ? text.length : space > from ? space : from + 160;
      const runs = mark(text, tokens, terms, from, to);
      if (from) runs.unshift(["… ", 0]);
      if (to < text.length) runs.push([" …", 0]);
      return runs;
    };

    /* A pasted log line: the declared message whose literal words stand in it in order, rare words counting most. */
    let templates = null;
    const recognise = (list, line) => {
      if (!templates) {
        const uses = new Map();
        templates = list.map(([doc, anchor, template]) => {
          const tokens = words(template.replace(/<[^<>]*>|\{[^{}]*\}|\*/g, " ")).filter(word => word.inc).map(word => word.term);
          new Set(tokens).forEach(term => uses.set(term, (uses.get(term) || 0) + 1));
          return { doc, anchor, tokens };
        });
        templates.uses = term => Math.log(1 + templates.length / uses.get(term));
      }
      const terms = line.filter(word => word.inc).map(word => word.term), have = new Set(terms);
      const sum = tokens => tokens.reduce((total, term) => total + templates.uses(term), 0);
      let best = null, most = 0;
      templates.forEach(template => {
        const whole = sum(template.tokens);
        if (template.tokens.length < 2 || sum(template.tokens.filter(term => have.has(term))) < whole * K.log) return;
        let row = terms.map(() => 0);
        template.tokens.forEach(term => {
          const worth = templates.uses(term);
          let corner = 0;
          terms.forEach((other, j) => {
            const above = row[j];
            row[j] = Math.max(above, row[j - 1] || 0, other === term ? corner + worth : 0);
            corner = above;
          });
        });
        const common = row.at(-1);
        if (common >= whole * K.log && common * common / whole > most) {
          most = common * common / whole;
          best = template;
        }
      });
      return best;
    };

    const search = (text, options = {}) => {
      needs = new Set();
      partial = false;
      let answer;
      try {
        answer = find(sound(text).slice(0, 2000), options);
      } catch {
        answer = { query: String(text), words: [], total: 0, partial: true, corrected: "", any: false, hits: [], facets: null };
      }
      return needs.size ? { needs: [...needs] } : { needs: [], answer };
    };
    return { add, lost, search };
  };

  return { analyse, open };
})();
