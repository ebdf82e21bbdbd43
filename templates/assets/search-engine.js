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
  const sound = text => String(text).replace(/[\ud800-\udfff\u1680]/gu, " ");
  const analyse = text => ({ words: words(sound(text)), ids: identifiers(sound(text)).map(found => found.term) });

  /* Words that say little by themselves: not looked up when the query has others. */
  const STOP = new Set(("a about all also an and any are as at be been but by can could do does for from get had has have how i if in into is it its me my"
    + " not of on or our should so some such than that the their then there these they this to use was we were what when where which who why will with would you").split(" "));
  const K = { key: 1, cover: 1, depth: 20, close: 0.3, heading: 2, section: 1.25, pairs: 1.15, exact: 1.6, stop: 0.7, near: 0.8, typed: 0.2, log: 0.7 };
  const { fround, max, min } = Math;
  const sum = (list, value) => list.reduce((total, one) => total + value(one), 0);

  /* Edits between two words, transpositions included (optimal string alignment). */
  const distance = (a, b) => {
    let before, last, row = [...b, 0].map((_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      before = last;
      last = row;
      row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  };

  const open = (rootBytes, decode) => {
    const root = JSON.parse(decode(rootBytes)), shards = new Map();
    let needs, partial;

    /* Lucene's BM25Similarity, rounded to floats where it does; lengths are kept in one byte, of which the first 40 are exact. */
    const lengthOf = byte => {
      const bits = byte - 24, shift = (bits >> 3) - 1;
      return bits < 0 ? byte : 24 + (shift < 0 ? bits : (bits & 7 | 8) * 2 ** shift);
    };
    const b = fround(root.b);
    const inverses = root.avg.map(average => Float32Array.from({ length: 256 }, (_, byte) =>
      1 / fround(fround(root.k1) * fround(fround(1 - b) + fround(fround(b * lengthOf(byte)) / average)))));
    const norms = new Uint8Array(root.docs);
    root.norms.reduce((doc, count, i, all) => i % 2 ? (norms.fill(all[i - 1], doc, doc + count), doc + count) : doc, 0);
    const rarity = (boost, field, df) => fround(boost * fround(Math.log(1 + (root.counts[field] - df + 0.5) / (df + 0.5))));
    const bm25 = (weight, tf, inverse) => fround(weight - fround(weight / fround(1 + fround(tf * inverse))));

    /* A shard of terms: Map of term to rows [document, frequency, frequency in titles or 1 for a key, title's norm], or to a number of pages (s). */
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
      const many = length => Array.from({ length }, next);
      const prefixes = many(next()), size = next(), suffixes = decode(bytes.subarray(at, at += size)).split("\n");
      let values = prefixes.map(next), term = "";
      if (kind !== "s") {
        values = values.map(many).map(gaps => {
          let doc = -1;
          return gaps.map(gap => [doc += gap + 1]);
        });
        const rows = values.flat();
        rows.forEach(row => {
          const flags = next();
          row.push((flags >> 1) + 1, flags & 1);
          if (row[0] >= root.docs) throw row;
        });
        if (kind === "w") rows.forEach(row => {
          if (row[2]) row.splice(2, 1, next() + 1, next());
        });
      }
      if (at !== bytes.length) throw at;
      return new Map(values.map((value, i) => [term = term.slice(0, prefixes[i]) + suffixes[i], value]));
    };
    const count = list => {
      const counts = new Map();
      list.forEach(one => counts.set(one, (counts.get(one) || 0) + 1));
      return counts;
    };
    const termsOf = list => list.map(word => word.term);
    /* The page itself comes before its sections: its title is its heading, its description its text. */
    const readPage = ([href, title, type, about, facets, parts]) => {
      const path = [], sections = [[1, "", title, about], ...parts].map(([level, anchor, name, text]) => {
        path.length = min(path.length, level = max(0, level - 2));
        if (name && anchor) path[level] = name;
        const heading = words(name), body = words(text);
        return { anchor, href: anchor ? href + "#" + anchor : href, path: path.filter(step => step), text, heading, body,
          counts: count(termsOf([...heading, ...heading, ...heading, ...body])) };
      });
      const end = { term: ".", surface: ".", inc: 1 }, all = sections.flatMap(section => [...section.heading, end, ...section.body, end]);
      return { href, title, type, facets, sections, surfaces: count(all.map(word => word.surface)), run: ` ${termsOf(all.filter(word => word.inc)).join(" ")} ` };
    };
    const add = (name, bytes) => {
      let shard = null;
      try {
        shard = /^[wis]/.test(name) ? readTerms(bytes, name[0]) : JSON.parse(decode(bytes));
        if (name[0] === "d") shard = readPage(shard);
      } catch {
        shard = null;
      }
      shards.set(name, shard);
    };
    const get = name => {
      const shard = shards.get(name);
      if (shard === undefined) needs.add(name);
      if (shard === null) partial = true;
      return shard;
    };
    const place = (kind, term) => root[kind].filter(first => first <= term).length;
    const lookup = (kind, term) => get(kind + place(kind, term))?.get(term);

    const similar = root.synonyms.map(group => group.map(words));
    /* All terms with a beginning, and how many pages have each. */
    const startingWith = (kind, start) => {
      const found = kind === "s" ? similar.flat(2).map(word => [word.surface, 0]) : [];
      for (let i = place(kind, start), last = place(kind, start + "\uffff"); i <= last; i++)
        get(kind + i)?.forEach((rows, term) => found.push([term, rows.length ?? rows]));
      return found.filter(([term]) => term.startsWith(start));
    };
    const complete = word => startingWith("s", word).sort((x, y) => y[1] - x[1]).slice(0, 8).map(([term]) => term);
    /* The nearest spellings, the most used first. The beginning is taken as right as long as something fits. */
    const correct = (kind, word) => {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      for (let length of kind === "i" ? [2] : [2, 1, 0]) {
        if (!length && root[kind].length > 99) break;
        let found = startingWith(kind, word.slice(0, length)).filter(([term]) => Math.abs(term.length - word.length) <= most)
          .map(([term, uses]) => [term, distance(word, term), uses]).filter(([, edits]) => edits <= most)
          .sort((x, y) => x[1] - y[1] || y[2] - x[2]);
        if (needs.size || found.length) return found.filter(([, edits]) => edits === found[0][1]).slice(0, 3).map(([term]) => term);
      }
      return [];
    };

    /* Alternatives of one word count as one word: frequencies are summed, the commonest one's rarity holds (Lucene's SynonymQuery). */
    const merge = ({ alternatives }) => {
      if (!alternatives[1] && alternatives[0]?.weight === 1) return alternatives[0].rows;
      const byDoc = new Map();
      alternatives.forEach(({ rows, weight }) => rows.forEach(([doc, tf, title, norm]) => {
        const row = byDoc.get(doc) || [doc, 0, 0, norm];
        byDoc.set(doc, [doc, row[1] + weight * tf, row[2] + weight * title, row[3] ?? norm]);
      }));
      return [...byDoc.values()];
    };

    const find = (raw, options) => {
      const { plain, limit = 10, offset = 0 } = options;

      /* Filters in the text: type:runbook. What no facet has stays text. */
      const chosen = { ...options.filters };
      const facets = options.facets || options.filters || /(^|\s)(type|service|owner|severity|tag)s?:/i.test(raw) ? get("f") : null;
      const text = plain ? raw : raw.replace(/(?<!\S)(\w+):("[^"]*"|\S+)/g, (all, name, value) => {
        const facet = root.facets.find(known => known === lower(name) || known === lower(name) + "s");
        const found = Object.keys(facets?.[facet] || {}).find(known => lower(known) === lower(value.replace(/"/g, "")));
        if (found === undefined) return all;
        chosen[facet] = [...chosen[facet] || [], found];
        return " ".repeat(all.length);
      });

      /* Clauses: one for each word worth looking up and for each identifier. */
      const all = words(text), ids = plain ? [] : identifiers(text);
      const quotes = plain ? [] : [...text.matchAll(/(?<!\S)["“]([^"”]+)["”](?!\S)/g)].map(found => ({ start: found.index, end: found.index + found[0].length }));
      const within = (spans, word) => spans.some(span => span.start <= word.start && word.end <= span.end);
      let kept = plain ? all : all.filter(word => !STOP.has(word.surface) || within(quotes, word) || within(ids, word));
      if (!kept.length) kept = all;
      const byTerm = new Map();
      const clause = (kind, word, must) => ({ word, must, weight: 0, alternatives: [{ term: word.term, weight: 1, rows: lookup(kind, word.term) }] });
      kept.forEach(word => {
        if (!byTerm.has(word.term) && (plain || byTerm.size < 48)) byTerm.set(word.term, clause("w", word, within(quotes, word)));
      });
      const clauses = [...byTerm.values()];
      const named = ids.filter((id, i) => i < 24 && ids.findIndex(other => other.term === id.term) === i).map(id => clause("i", id));
      const log = root.messages && !plain && all.length > 2 && /[\d:="'<[{/]/.test(raw) ? get("m") : null;
      if (needs.size) return null;

      /* What the index does not know is completed when it may be unfinished, or else corrected. */
      const fixes = [], unknown = one => !one.alternatives.some(other => other.rows), tried = [...named, ...clauses].filter(one => unknown(one) && one.word.inc !== 0).slice(0, 12);
      const typedLast = clauses.filter(one => one.word.end === text.length && one.word.inc && one.word.surface.length > 1);
      const extend = (one, names, kind, weight) => names.forEach(name => {
        const term = kind === "i" ? name : stem(name);
        if (!one.alternatives.some(other => other.term === term)) one.alternatives.push({ term, name, weight, rows: lookup(kind, term) });
      });
      if (!plain) {
        [...new Set([...tried, ...options.typing ? typedLast : []])].forEach(one => {
          const { word } = one, kind = word.surface ? "w" : "i";
          let names = typedLast.includes(one) ? complete(word.surface) : [];
          if (!names.length && unknown(one) && !options.exact && !/^\d+$/.test(word.term) && (names = correct(kind === "i" ? kind : "s", word.surface || word.term))[0])
            fixes.push([word, names[0]]);
          extend(one, names, kind, unknown(one) ? K.near : K.typed);
        });
        if (needs.size) return null;
      }
      /* The query as a row of clauses, with the small words between. */
      const small = new Map();
      const row = all.filter(word => word.inc).map(({ term }) => {
        if (byTerm.has(term)) return byTerm.get(term);
        if (!small.has(term)) small.set(term, { weight: K.stop, alternatives: [{ term }] });
        return small.get(term);
      });
      const has = (one, term) => one?.alternatives.some(other => other.term === term);
      /* Synonyms, in both directions. A phrase is found where all its words are. */
      if (!plain) similar.forEach(group => group.forEach(member => row.forEach((_, at) => {
        if (!member.every(({ term }, i) => has(row[at + i], term))) return;
        group.forEach(other => {
          const lists = other.map(({ term }) => lookup("w", term) || []), docs = lists.slice(1).map(list => new Set(list.map(([doc]) => doc)));
          const rows = lists[0]?.filter(([doc]) => docs.every(set => set.has(doc)));
          if (other !== member && rows?.length) member.forEach((_, i) => {
            if (!has(row[at + i], other[0].term)) row[at + i].alternatives.push({ term: other[0].term, also: other, weight: K.near, rows });
          });
        });
      })));
      if (needs.size) return null;

      /* First pass: every page with any of the words. */
      const scores = new Map();
      let whole = 0, full = 0, musts = 0;
      [...clauses, ...named].forEach(one => {
        const isWord = one.word.inc !== undefined;
        one.alternatives = one.alternatives.filter(other => other.rows);
        const rows = merge(one);
        if (!rows) {
          if (one.word.inc && !within(ids, one.word)) whole += 4;
          return;
        }
        const df = one.alternatives.reduce((most, other) => max(most, other.rows.length), 0);
        const weight = one.weight = isWord ? rarity(1, 0, df) : rarity(root.ids, 2, df);
        const titleWeight = isWord ? rarity(root.title, 1, sum(rows, entry => entry[2] ? 1 : 0)) : 0;
        if (one.word.inc) whole += weight;
        if (one.word.inc !== 0) full += weight;
        if (one.must) musts++;
        rows.forEach(([doc, tf, title, norm]) => {
          const hit = scores.get(doc) || { doc, base: 0, share: 0, musts: 0 };
          scores.set(doc, hit);
          hit.base += bm25(weight, tf, isWord ? inverses[0][norms[doc]] : 1 / root.k1);
          if (title) hit.base += isWord ? bm25(titleWeight, title, inverses[1][norm]) : weight * K.key;
          if (one.word.inc) hit.share += weight;
          if (one.must) hit.musts++;
        });
      });
      if (!all.length && facets) norms.forEach((_, doc) => scores.set(doc, { doc, base: 1, share: 0, musts: 0 }));
      const documents = gaps => {
        let doc = -1;
        return (gaps || []).map(gap => doc += gap + 1);
      };
      const allowed = facets ? Object.keys(chosen).map(name => new Set(chosen[name].flatMap(value => documents(facets[name]?.[value])))) : [];
      const found = [...scores.values()].filter(hit => hit.musts === musts && allowed.every(set => set.has(hit.doc)));
      found.forEach(hit => {
        hit.share = whole ? min(1, hit.share / whole) : 1;
        hit.score = plain ? fround(hit.base) : hit.base * (1 + K.cover * hit.share ** 2);
      });
      const byScore = (x, y) => y.score - x.score || x.doc - y.doc;
      found.sort(byScore);

      /* Second pass, over the texts of the best pages. */
      const message = log && recognise(log, all);
      let pages = found.filter((hit, i) => i < offset + limit || !plain && i < K.depth && hit.score > found[0].score * K.close);
      if (message) pages = [found.find(hit => hit.doc === message.doc) || { doc: message.doc, base: 1, score: 1 }, ...pages.filter(hit => hit.doc !== message.doc)];
      pages.forEach(hit => { hit.page = get("d" + hit.doc); });
      if (needs.size) return null;
      const marked = new Map();
      clauses.forEach(one => one.alternatives.forEach(other => (other.also || [other]).forEach(({ term }) => marked.set(term, one))));
      pages = pages.filter(hit => hit.page);
      pages.forEach(hit => {
        hit.ranks = hit.page.sections.map((section, i) => rate(section, i, clauses, marked, full));
        if (!plain) hit.score = hit.base + K.section * max.apply(null, hit.ranks.map(rank => rank.score)) + K.heading * max.apply(null, hit.ranks.map(rank => rank.heading))
          + closeness(hit.page, row, full) + K.exact * exactness(hit.page, clauses);
        if (message?.doc === hit.doc) hit.score = Infinity;
      });
      if (!plain) pages.sort(byScore);
      const phrases = quotes.map(quote => row.filter((_, i) => within([quote], all.filter(word => word.inc)[i])));
      const hits = pages.filter(({ page }) => phrases.every(phrase => runs(page, phrase))).slice(offset, offset + limit).map(({ doc, score, base, page, ranks }) => {
        const declared = message?.doc === doc;
        const order = [...ranks].sort((x, y) => declared && (y.section.anchor === message.anchor) - (x.section.anchor === message.anchor) || y.score + y.heading - x.score - x.heading);
        return { doc, score, base, title: mark(page.title, words(page.title), marked), titleText: page.title, href: page.href, type: page.type, facets: page.facets, message: declared,
          sections: order.filter((rank, i) => (!i || rank.score > order[0].score / 2) && order.findIndex(other => other.section.href === rank.section.href) === i).slice(0, 3)
            .map(({ section }) => ({ path: section.path, href: section.href, snippet: snippet(section, marked) })) };
      });
      const corrected = fixes.sort((x, y) => y[0].start - x[0].start).reduce((line, [word, name]) => line.slice(0, word.start) + name + line.slice(word.end), raw);
      const counts = {};
      if (options.facets && facets) root.facets.forEach(name => {
        counts[name] = Object.keys(facets[name] || {}).map(value => [value, name === "type" && root.types[value] || value,
          documents(facets[name][value]).filter(doc => found.some(hit => hit.doc === doc)).length]).filter(entry => entry[2]).sort((x, y) => y[2] - x[2]);
      });
      return { query: raw, words: [...marked.keys()], total: max(found.length, hits.length), partial, corrected: corrected === raw ? "" : corrected,
        any: !found.some(hit => hit.share > 0.999), hits, facets: options.facets && facets ? counts : null };
    };

    const runs = (page, phrase) => page.run.includes(` ${phrase.map(one => one.alternatives[0]?.term).join(" ")} `);
    /* How much of a section is about the query, and how much of its heading is. */
    const rate = (section, i, clauses, marked, full) => {
      const found = section.heading.filter(word => marked.has(word.term));
      return { section,
        score: sum(clauses, one => {
          const tf = sum(one.alternatives, other => section.counts.get(other.term) || 0);
          return one.weight * tf / (tf + 1.2);
        }),
        heading: found.length ? min(full, sum([...new Set(found.map(word => marked.get(word.term)))], one => one.weight)) * found.length / section.heading.length / (i ? 2 : 1) : 0 };
    };
    /* Words that follow each other in the query and on the page. */
    const closeness = (page, row, full) => {
      let near = 0, most = 0;
      row.slice(1).forEach((one, i) => {
        const weight = min(one.weight, row[i].weight);
        most += weight;
        if (one.alternatives.some(x => row[i].alternatives.some(y => page.run.includes(` ${y.term} ${x.term} `)))) near += weight;
      });
      return most ? K.pairs * full * near / most : 0;
    };
    const exactness = (page, clauses) => sum(clauses, one => {
      const tf = sum([one.word.surface, ...one.alternatives.map(other => other.name)], surface => page.surfaces.get(surface) || 0);
      return one.weight * tf / (tf + 1.2);
    });

    const mark = (text, tokens, marked, from = 0, to = text.length) => {
      const out = [];
      let at = from;
      const put = (end, on) => {
        if (end > at) out.push([text.slice(at, end), on]);
        at = end;
      };
      tokens.forEach(({ term, start, end }) => {
        if (start < at || end > to || !marked.has(term)) return;
        put(start, 0);
        put(end, 1);
      });
      put(to, 0);
      return out;
    };
    /* About 160 characters, whole words, where most of the query is. */
    const snippet = ({ text, body }, marked) => {
      const found = body.filter(word => marked.has(word.term));
      let from = 0, most = 0;
      found.forEach(word => {
        const seen = new Set(found.filter(other => other.start >= word.start && other.end < word.start + 130).map(other => marked.get(other.term)));
        const worth = sum([...seen], one => one.weight);
        if (worth > most) {
          most = worth;
          from = word.start;
        }
      });
      from = from < 60 ? 0 : text.indexOf(" ", from - 30) + 1;
      const to = text.length < from + 180 ? text.length : max(text.lastIndexOf(" ", from + 160), from + 99);
      return [...from ? [["… ", 0]] : [], ...mark(text, body, marked, from, to), ...to < text.length ? [[" …", 0]] : []];
    };

    /* A pasted log line: the declared message whose own words stand in it in their order, rare words counting most. */
    let templates;
    const recognise = (list, line) => {
      templates ??= list.map(([doc, anchor, template]) => ({ doc, anchor, terms: termsOf(words(template.replace(/<[^<>]*>|\{[^{}]*\}|\*/g, " | "))) }));
      const uses = count(templates.flatMap(template => [...new Set(template.terms)]));
      const worth = terms => sum(terms, term => Math.log(1 + templates.length / uses.get(term)));
      const terms = termsOf(line), have = new Set(terms);
      let best = null, most = 0;
      templates.forEach(template => {
        const needed = worth(template.terms) * K.log;
        if (template.terms.length < 2 || worth(template.terms.filter(term => have.has(term))) < needed) return;
        let common = [0, ...terms.map(() => 0)];
        template.terms.forEach(term => {
          const last = common;
          common = [0];
          terms.forEach((other, j) => common.push(max(last[j + 1], common[j], other === term ? last[j] + worth([term]) : 0)));
        });
        const same = common.at(-1);
        if (same >= needed && same * same / needed > most) {
          most = same * same / needed;
          best = template;
        }
      });
      return best;
    };

    const search = (text, options = {}) => {
      needs = new Set();
      partial = false;
      const query = sound(text).slice(0, 2000);
      let answer;
      try {
        answer = find(query, options);
      } catch {
        answer = { query, words: [], total: 0, partial: true, corrected: "", any: true, hits: [], facets: null };
      }
      return needs.size ? { needs: [...needs] } : { needs: [], answer };
    };
    return { add, lost: name => shards.set(name, null), search };
  };

  return { analyse, open };
})();
