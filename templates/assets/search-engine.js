/* Tier Zero's search: one pure state machine for browsers, for Node and for the JVM (Mozilla Rhino, which has neither
   `for (const … of …)`, spread in calls nor fresh bindings in loops). No I/O, no DOM, no clock.
   A term is a stemmed word or an identifier; its rows are the documents that have it; a clause is a word of the query
   with its forms. */
const TierZeroSearch = (() => {
  "use strict";
  const { fround, log, max, min } = Math;
  const sum = (list, value) => list.reduce((total, one) => total + value(one), 0);
  const count = list => {
    const counts = new Map();
    list.forEach(one => counts.set(one, (counts.get(one) || 0) + 1));
    return counts;
  };

  /* Characters are classed by fixed ranges, so that no side depends on a version of Unicode. */
  const range = list => list.replace(/(\w+) ?/g, (all, code) => String.fromCodePoint("0x" + code));
  const MARK = range("300-36f 1ab0-1aff 1dc0-1dff 20d0-20ff fe20-fe2f");
  const LETTER = range("30-39 41-5a 61-7a aa b5 ba c0-d6 d8-f6 f8-2ff 370-1aaf 1b00-1dbf 1e00-1fff 2c00-2dff a000-abff d7b0-d7ff fb00-fdff"
    + " fe70-fefe ff10-ff19 ff21-ff3a ff41-ff5a 10000-1efff");
  const CJK = range("2e80-2fdf 3005-3007 3031-3035 3041-30ff 3105-318f 31a0-31ff 3400-4dbf 4e00-9fff ac00-d7af f900-faff ff66-ff9f 20000-3ffff");
  const SPACE = range("0-20 7f-a0 1680 2000-200f 2028-202f 205f-2064 3000 feff");
  const regex = (source, flags = "gu") => new RegExp(source, flags);
  const SEGMENT = regex(`([${CJK}]+)|[${LETTER + MARK}]+(?:['’][${LETTER + MARK}]+)*`);
  const CHUNK = regex(`[^${SPACE}]+`), MARKS = regex(`[${MARK}]`), OTHERS = regex(`[^${LETTER}]`);
  /* What makes a token an identifier: punctuation before or within, digits with letters, capitals. */
  const IDENTIFIER = regex(`^(?=.*[${LETTER}])([-/$%@#._~]|.*([a-z][A-Z]|[+#]$|\\d.*[A-Za-z]|[A-Za-z].*\\d|[${LETTER}][-_.:/\\\\@#=+$%~]+[${LETTER}])|[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$)`, "u");
  const FOLDED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ı: "i", ł: "l", đ: "d", þ: "th", ς: "σ" };
  const lower = text => /[^\0-\x7f]/.test(text)
    ? text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/./gu, one => FOLDED[one] ?? one) : text.toLowerCase();

  /* Porter's stemmer as Lucene has it. The shape of a word is its consonants and vowels: "cvvc". */
  const shape = word => [...word].reduce((out, one) => out + (/[aeiou]/.test(one) || one === "y" && out.endsWith("c") ? "v" : "c"), "");
  const measure = word => shape(word).split("vc").length - 1;
  const short = word => /cvc$/.test(shape(word)) && !/[wxy]$/.test(word);
  const vowel = word => shape(word).includes("v");
  const long = word => measure(word) > 1;
  const swap = (word, ends, allowed, to = rest => rest) => {
    const rest = word.replace(ends, "");
    return rest !== word && allowed(rest) ? to(rest, word.slice(rest.length)) : word;
  };
  const table = list => {
    const to = new Map(list.split(" ").map(pair => pair.split(":"))), ends = new RegExp(`(${[...to.keys()].join("|")})$`);
    return word => swap(word, ends, measure, (rest, end) => rest + to.get(end));
  };
  const STEPS = [
    word => word.replace(/(ss|i)es$|([^s])s$/, "$1$2"),
    word => /eed$/.test(word) ? swap(word, /d$/, measure) : swap(word, /(ed|ing)$/, vowel, rest =>
      /(at|bl|iz)$/.test(rest) ? rest + "e" : /(.)\1$/.test(rest) && /c$/.test(shape(rest)) ? rest.replace(/[^lsz]$/, "")
        : measure(rest) === 1 && short(rest) ? rest + "e" : rest),
    word => swap(word, /y$/, vowel, rest => rest + "i"),
    table("ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate"
      + " alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log"),
    table("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"),
    word => swap(word, /(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/, long),
    word => swap(word, /e$/, rest => long(rest) || measure(rest) && !short(rest)),
    word => swap(word, /l$/, rest => /l$/.test(rest) && long(rest))];
  const stems = new Map();
  const stem = word => {
    if (!/^[a-z]{3,}$/.test(word)) return word;
    if (!stems.has(word)) stems.set(word, STEPS.reduce((rest, step) => step(rest), word));
    return stems.get(word);
  };

  /* Words with their places: the parts of a compound stand before the whole, which adds no place (inc 0). */
  const words = text => [...text.matchAll(SEGMENT)].flatMap(found => {
    const start = found.index, end = start + found[0].length, out = [];
    let at = start;
    const put = (surface, inc, till = end) => {
      if (surface) out.push({ term: stem(surface), surface, start: at, end: till, inc });
    };
    if (found[1]) {
      const signs = [...found[1]];
      signs.forEach((sign, i) => {
        const pair = sign + (signs[i + 1] || "");
        if (!i || signs[i + 1]) put(pair.normalize("NFKC"), 1, at + pair.length);
        at += sign.length;
      });
      return out;
    }
    const word = found[0].replace(/['’]s$/i, "").replace(/['’]/g, "");
    const parts = word.length > 64 || /^[A-Z]?[a-z0-9]*$|^[A-Z0-9]+s?$|[^A-Za-z0-9]/.test(word) ? [] : word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
    parts.forEach(part => {
      put(part.toLowerCase(), 1, at + part.length);
      at += part.length;
    });
    at = start;
    const whole = lower(word).replace(OTHERS, "").slice(0, 64).replace(/[\ud800-\udbff]$/, "");
    put(whole, parts[0] ? 0 : 1);
    put(/^[a-z]+(\d\d+)$/.exec(whole)?.[1], 0);
    return out;
  });

  const spanOf = found => ({ start: found.index, end: found.index + found[0].length });
  /* Identifiers: each token whole, its parts that are identifiers too, and all without leading dashes or $. */
  const trim = text => text.replace(/^["'“”‘’(\[{<«,;:!?|*`]+|["'“”‘’)\]}>».,;:!?|*…`]+$/g, "");
  const identifiers = text => [...text.matchAll(CHUNK)].flatMap(found => {
    const chunk = trim(found[0]);
    const forms = [chunk, ...chunk.split(/[/\\=:,;|()[\]{}<>"'`&?]/).map(trim)].flatMap(form => [form, form.replace(/^(-+|\$)/, "")]);
    return [...new Set(forms.filter(form => form.length < 97 && IDENTIFIER.test(form)).map(lower))]
      .map(term => ({ term, ...spanOf(found) }));
  });
  /* Halves of surrogate pairs are no text. */
  const sound = text => String(text).replace(/[\ud800-\udfff\u1680]/gu, " ");
  const termsOf = list => list.map(one => one.term);
  const analyse = text => ({ words: words(sound(text)), ids: termsOf(identifiers(sound(text))) });

  /* Small words are not looked up when the query has others. */
  const SMALL = new Set(("a about all also an and any are as at be been but by can could do does for from get had has have how i if in into is it its me my"
    + " not of on or our should so some such than that the their then there these they this to use was we were what when where which who why will with would you").split(" "));
  const LIKELY = 0.8, TYPED = 0.4, CERTAIN = 0.7;      /* a correction or completion; one of a known word; the share of a log message that must be there */
  const CLOSE = 0.3;                                   /* the least score, beside the first's, of a page whose text may still decide */
  const HEADING = 2, ORDER = 1.2, EXACT = 1.6;

  /* Edits between two words, transpositions included (optimal string alignment). */
  const distance = (a, b) => {
    let before, last, row = [];
    for (let i = 0; i <= a.length; i++) {
      before = last;
      last = row;
      row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = i ? min(last[j], row[j - 1], last[j - 1] - (a[i - 1] === b[j - 1] ? 1 : 0)) + 1 : j;
        if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  };

  const open = (rootBytes, decode) => {
    const root = JSON.parse(decode(rootBytes)), shards = new Map();
    if (root.v !== 1) throw new Error("index of another version");
    let needs, partial, templates;

    /* Lucene's BM25Similarity, rounded to floats where it is. Lengths are kept in a byte, of which the first 40 are exact. */
    const lengthOf = byte => {
      const bits = byte - 24, shift = (bits >> 3) - 1;
      return bits < 0 ? byte : 24 + (shift < 0 ? bits : (bits & 7 | 8) * 2 ** shift);
    };
    const k1 = fround(root.k1), b = fround(root.b);
    const inverses = root.avg.map(average => Float32Array.from({ length: 256 }, (one, byte) => 1 / fround(k1 * fround(fround(1 - b) + fround(fround(b * lengthOf(byte)) / average)))));
    const norms = root.norms.flatMap((norm, i, all) => i % 2 ? [] : Array(all[i + 1]).fill(norm));
    const rarity = (boost, field, df) => fround(boost * fround(log(1 + (root.counts[field] - df + 0.5) / (df + 0.5))));
    const bm25 = (weight, tf, inverse) => fround(weight - fround(weight / fround(1 + fround(tf * inverse))));

    /* Terms with their rows [document, frequency, frequency in titles or 1 for a key, title's norm]; surfaces (s) with a number of pages. */
    const readTerms = (bytes, kind) => {
      let at = 0, term = "";
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
      const shared = many(next()), size = next(), ends = decode(bytes.subarray(at, at += size)).split("\n");
      let values = shared.map(next);
      if (kind !== "s") {
        values = values.map(many).map(gaps => documents(gaps).map(doc => [doc]));
        const rows = values.flat();
        rows.forEach(row => {
          const flags = next();
          row.push((flags >> 1) + 1, flags & 1);
          if (row[0] >= root.docs) throw row;
        });
        if (kind === "w") rows.filter(row => row[2]).forEach(row => row.splice(2, 1, next() + 1, next()));
      }
      if (at !== bytes.length) throw at;
      return new Map(values.map((value, i) => [term = term.slice(0, shared[i]) + ends[i], value]));
    };
    const documents = (gaps = []) => {
      let doc = -1;
      return gaps.map(gap => doc += gap + 1);
    };
    /* The page itself comes before its sections: its title is the heading, its description the text. */
    const readPage = ([href, title, type, about, facets, parts]) => {
      const path = [], end = { term: ".", surface: ".", inc: 1 };
      const sections = [[1, "", title, about], ...parts].map(([level, anchor, name, text]) => {
        const heading = words(name), body = words(text);
        if (anchor) path.splice(max(0, level - 2), 9, name);
        return { anchor, href: anchor ? href + "#" + anchor : href, path: path.filter(step => step), text, heading, body,
          counts: count(termsOf([...heading, ...heading, ...heading, ...body])) };
      });
      const all = sections.flatMap(({ heading, body }) => [...heading, end, ...body, end]);
      return { href, title, type, facets, sections, address: termsOf(words(href.replace(/\.\w+$/, ""))), surfaces: count(all.map(word => word.surface)), run: ` ${termsOf(all.filter(word => word.inc)).join(" ")} ` };
    };
    /* A damaged shard is as good as lost. */
    const add = (name, bytes) => {
      shards.set(name, null);
      try {
        const kind = name[0], json = /[wis]/.test(kind) ? 0 : JSON.parse(decode(bytes));
        shards.set(name, kind === "d" ? readPage(json) : json || readTerms(bytes, kind));
      } catch { /* stays lost */ }
    };
    const get = name => {
      const shard = shards.get(name);
      if (shard === undefined) needs.add(name);
      if (shard === null) partial = true;
      return shard;
    };
    const place = (kind, term) => root[kind].filter(first => first <= term).length;
    const lookup = (kind, term) => get(kind + place(kind, term))?.get(term);

    /* How many pages' texts decide: about 3,000 words, for they are what a query costs most. */
    const depth = max(10, min(20, 3000 / root.avg[0]));
    const groups = root.synonyms.map(group => group.map(words));
    /* All terms with a beginning, and how many pages have each. */
    const startingWith = (kind, start) => {
      const found = kind === "s" ? groups.flat(2).map(word => [word.surface, 0]) : [];
      for (let i = place(kind, start), last = place(kind, start + "\uffff"); i <= last; i++) get(kind + i)?.forEach((rows, term) => found.push([term, rows.length ?? rows]));
      return found.filter(([term]) => term.startsWith(start)).sort((x, y) => y[1] - x[1]);
    };
    /* The nearest spellings, the most used first. A beginning counts as right while something fits it; another number is another thing. */
    const correct = (kind, word) => {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, letters = text => text.replace(/\d/g, "");
      const starts = [word.slice(0, 2), ...kind === "i" ? [] : [word[0], word[1] + word[0], word.slice(1, 3), ...root.s[20] ? [] : [""]]];
      for (let start of most ? starts : []) {
        let found = startingWith(kind, start).filter(([term]) => Math.abs(term.length - word.length) <= most && letters(term) !== letters(word) && (start || term.endsWith(word.slice(2))))
          .map(([term]) => [term, distance(word, term)]);
        let least = found.reduce((edits, one) => min(edits, one[1]), most);
        found = found.filter(one => one[1] === least);
        if (needs.size || found[0]) return found.slice(0, 3).map(one => one[0]);
      }
      return [];
    };

    /* Alternatives count as one word: frequencies are summed, the commonest one's rarity holds (Lucene's SynonymQuery). */
    const merge = ({ forms }) => {
      if (!forms[1] && forms[0]?.weight === 1) return forms[0].rows;
      const byDoc = new Map();
      forms.forEach(({ rows, weight }) => rows.forEach(([doc, tf, title, norm]) => {
        const row = byDoc.get(doc) || [doc, 0, 0];
        byDoc.set(doc, [doc, row[1] + weight * tf, row[2] + weight * title, row[3] ?? norm]);
      }));
      return [...byDoc.values()];
    };
    const has = (clause, term) => clause?.forms.some(other => other.term === term);
    const within = (spans, word) => spans.some(span => span.start <= word.start && word.end <= span.end);
    const byScore = (x, y) => y.score - x.score || x.doc - y.doc;

    /* What a reader names must not reach what every object has. */
    const own = (map, key) => Object.keys(map || {}).includes(key) ? map[key] : undefined;
    const find = (answer, options) => {
      const { plain, exact, typing, limit = 10, offset = 0, filters, facets: counted } = options, raw = answer.query;

      /* Filters in the text: type:runbook. What no facet has stays text. */
      const FILTER = /(?<!\S)(\w+):("[^"]*"|\S+)/g, facetOf = name => root.facets.find(known => known === name || known === name + "s");
      const facets = counted || filters || [...raw.matchAll(FILTER)].some(found => facetOf(found[1])) ? get("f") : null;
      const chosen = { ...filters };
      const text = plain ? raw : raw.replace(FILTER, (all, name, value) => {
        const facet = facetOf(name), known = Object.keys(facets?.[facet] || {}).find(one => lower(one) === lower(value.replace(/"/g, "")));
        if (known === undefined) return all;
        chosen[facet] = [...chosen[facet] || [], known];
        return " ".repeat(all.length);
      });

      /* A clause for each word worth it and for each identifier. */
      const all = words(text), rich = plain ? "" : text, ids = identifiers(rich);
      /* A word alone may be an identifier in small letters. */
      if (rich && all.length === 1) ids.push({ ...all[0], term: all[0].surface, inc: undefined });
      const quotes = [...rich.matchAll(/(?<!\S)["“][^"”]+["”](?!\S)/g)].map(spanOf);
      const kept = all.filter(word => plain || !SMALL.has(word.surface) || within(quotes, word) || within(ids, word));
      const clausesOf = (list, isWord) => [...new Set(termsOf(list))].slice(0, plain ? list.length : 48).map(term => ({ isWord, word: list.find(word => word.term === term),
        weight: 0, forms: [{ term, weight: 1, rows: lookup(isWord ? "w" : "i", term) }] }));
      const clauses = clausesOf(kept[0] ? kept : all, true), both = [...clausesOf(ids), ...clauses];
      const messages = root.messages && rich && all[2] && /[\d:="'<[{/]/.test(raw) ? get("m") : null;
      if (needs.size) return;
      let message = messages && recognise(messages, termsOf(all));

      /* What the index does not know is completed when it may be unfinished, or else corrected. */
      const unknown = clause => !clause.forms.some(other => other.rows), fixes = [];
      if (rich) both.forEach(clause => {
        const { isWord, word } = clause, last = word.inc && word.end === text.length && word.surface[1], lost = unknown(clause);
        if (!lost && !(typing && last) || word.inc === 0 || fixes[9]) return;
        let names = last ? startingWith("s", word.surface).slice(0, 8).map(one => one[0]) : [];
        /* Numbers, dates and hex are never corrected, nor an identifier all of whose words are known. */
        if (!names[0] && lost && !exact && !message && !partial && (isWord ? /^\D+$/.test(word.term) : /^\D+$|^\D.*[g-z]/.test(word.term) && clauses.some(other => unknown(other) && within([word], other.word)))) {
          names = correct(isWord ? "s" : "i", isWord ? word.surface : word.term);
          if (!fixes.some(fix => fix[1] && within([fix[0]], word))) fixes.push([word, names[0]]);
        }
        names.forEach(name => {
          const term = isWord ? stem(name) : name;
          if (!has(clause, term)) clause.forms.push({ term, name, weight: lost ? LIKELY : TYPED, rows: lookup(isWord ? "w" : "i", term) });
        });
      });
      if (needs.size) return;

      /* The query as a row of clauses, with its small words. */
      const places = all.filter(word => word.inc);
      const row = places.map(({ term }) => clauses.find(clause => clause.word.term === term) || { weight: 0.7, forms: [{ term }] });
      /* Synonyms, in both directions. A phrase is where all its words are. */
      if (rich) groups.forEach(group => group.forEach(member => row.forEach((first, at) => {
        if (member.every(({ term }, i) => has(row[at + i], term))) group.forEach(other => {
          const lists = other.map(({ term }) => lookup("w", term) || []), sets = lists.map(rows => new Set(rows.map(([doc]) => doc)));
          const rows = lists[0].filter(([doc]) => sets.every(set => set.has(doc)));
          if (rows[0]) member.forEach((word, i) => {
            if (other !== member && !row[at + i].forms.some(known => known.also === other || !other[1] && known.term === other[0].term)) row[at + i].forms.push({ term: other[0].term, name: other[0].surface, also: other, weight: LIKELY, rows });
          });
        });
      })));
      if (needs.size) return;

      /* First pass: every page with any of the words. */
      const scores = new Map(), marked = new Map();
      let whole = 0, full = 0, musts = 0;
      both.forEach(clause => {
        const { isWord, word } = clause, must = isWord && within(quotes, word);
        if (word.inc && unknown(clause) && !within(ids, word)) whole += 4;
        clause.forms = clause.forms.filter(other => other.rows);
        if (!clause.forms[0]) return;
        const rows = merge(clause), df = clause.forms.reduce((most, other) => max(most, other.rows.length), 0);
        const weight = clause.weight = rarity(isWord ? 1 : root.ids, isWord ? 0 : 2, df), titleWeight = rarity(root.title, 1, rows.filter(one => one[2]).length);
        if (word.inc) whole += weight;
        if (word.inc !== 0) full += weight;
        if (must) musts++;
        rows.forEach(([doc, tf, title, norm]) => {
          if (!scores.has(doc)) scores.set(doc, { doc, base: 0, share: 0, musts: 0 });
          const hit = scores.get(doc);
          hit.base += bm25(weight, tf, isWord ? inverses[0][norms[doc]] : 1 / k1);
          if (title) hit.base += isWord ? bm25(titleWeight, title, inverses[1][norm]) : weight;
          if (word.inc) hit.share += weight;
          if (must) hit.musts++;
        });
        if (isWord) clause.forms.forEach(other => (other.also || [other]).forEach(({ term }) => marked.set(term, clause)));
      });
      if (!all[0] && facets) norms.forEach((norm, doc) => scores.set(doc, { doc, base: 1, share: 0, musts: 0 }));
      const allowed = facets ? Object.keys(chosen).filter(name => chosen[name][0]).map(name => new Set(chosen[name].flatMap(value => documents(own(own(facets, name), value))))) : [];
      const fits = hit => allowed.every(set => set.has(hit.doc));
      let found = [...scores.values()].filter(fits);
      if (message && !fits(message)) message = null;
      /* What is quoted must be there, if it is anywhere. */
      if (found.some(hit => hit.musts >= musts)) found = found.filter(hit => hit.musts >= musts);
      found.forEach(hit => { hit.score = plain ? fround(hit.base) : hit.base * (1 + (hit.share / whole || 0) ** 2) + (hit.musts < musts ? 0 : musts * 1e6); });
      found.sort(byScore);

      /* Second pass, over the texts of the best pages. */
      let pages = found.filter((hit, i) => i < offset + limit || quotes[0] && i < 40 || !plain && i < depth && hit.score > found[0].score * CLOSE);
      if (message) pages = [found.find(hit => hit.doc === message.doc) || { doc: message.doc, base: 0, musts }, ...pages.filter(hit => hit.doc !== message.doc)];
      pages.forEach(hit => { hit.page = get("d" + hit.doc); });
      if (needs.size) return;
      const phrases = quotes.map(quote => ` ${termsOf(places.filter(word => within([quote], word))).join(" ")} `);
      pages = pages.filter(hit => hit.page);
      pages.forEach(hit => {
        const { page } = hit;
        hit.ranks = page.sections.map(rate(clauses, marked, full));
        const best = key => hit.ranks.reduce((most, rank) => max(most, rank[key]), 0);
        hit.verbatim = phrases.every(phrase => page.run.includes(phrase));
        if (!plain) hit.score = hit.base + HEADING * best("heading") + best("score") + ORDER * order(page, row, full) + EXACT * exactness(page, clauses)
          + covered(clauses, page.address);
      });
      const verbatim = !message && phrases[0] ? pages.filter(hit => hit.verbatim) : [];
      if (verbatim[0]) pages = verbatim;
      const told = pages.find(hit => hit.doc === message?.doc);
      if (told) told.score = pages.reduce((most, hit) => max(most, hit.score), 0) + 1;
      if (!plain) pages.sort(byScore);
      answer.hits = pages.slice(offset, offset + limit).map(({ doc, score, base, page, ranks }) => {
        const declared = message?.doc === doc, { href, title, type, facets: own } = page;
        const worth = rank => (declared && rank.section.anchor === message.anchor ? 1e9 : 0) + rank.score + rank.heading;
        ranks.sort((x, y) => worth(y) - worth(x));
        return { doc, score, base, href, type, facets: own, message: declared, titleText: title, title: mark(title, words(title), marked),
          sections: ranks.filter((rank, i) => (!i || rank.score > ranks[0].score / 2) && ranks.findIndex(other => other.section.href === rank.section.href) === i).slice(0, 3)
            .map(({ section }) => ({ path: section.path, href: section.href, snippet: snippet(section, marked) })) };
      });
      const fixed = fixes.filter(fix => fix[1]).sort((x, y) => y[0].start - x[0].start).reduce((line, [word, name]) => line.slice(0, word.start) + name + line.slice(word.end), raw);
      answer.corrected = fixed === raw ? "" : fixed;
      answer.words = [...marked.keys()];
      answer.total = verbatim[0] ? pages.length : found.length || pages.length;
      answer.any = !!all[0] && (!message && !!phrases[0] && !verbatim[0] || !found.some(hit => hit.share > whole * 0.999));
      const matched = new Set(found.map(hit => hit.doc));
      if (counted && facets) answer.facets = Object.fromEntries(root.facets.map(name => [name, Object.keys(facets[name] || {}).map(value => [value, name === "type" && root.types[value] || value,
        documents(facets[name][value]).filter(doc => matched.has(doc)).length]).filter(one => one[2]).sort((x, y) => y[2] - x[2])]));
    };

    /* How much of a section is about the query, and how much of its heading is. */
    const rate = (clauses, marked, full) => (section, i) => {
      const { heading, counts } = section, met = heading.filter(word => marked.has(word.term)).length;
      return { section, score: saturated(clauses, clause => sum(clause.forms, other => counts.get(other.term) || 0)),
        heading: met && min(full, covered(clauses, termsOf(heading))) * met / heading.length / (i ? 2 : 1) };
    };
    const covered = (clauses, terms) => sum(clauses, clause => terms.some(term => has(clause, term)) ? clause.weight : 0);
    const saturated = (clauses, frequency) => sum(clauses, clause => {
      const tf = frequency(clause);
      return clause.weight * tf / (tf + 1.2);
    });
    const exactness = (page, clauses) => saturated(clauses, clause => sum([clause.word.surface, ...clause.forms.map(other => other.name)], name => page.surfaces.get(name) || 0));
    /* Words that follow each other in the query and on the page. */
    const order = (page, row, full) => {
      let near = 0, most = 0;
      row.slice(1).forEach((clause, i) => {
        const weight = min(clause.weight, row[i].weight);
        most += weight;
        if (clause.forms.some(x => row[i].forms.some(y => page.run.includes(` ${y.term} ${x.term} `)))) near += weight;
      });
      return most && full * near / most;
    };

    const mark = (text, tokens, marked, from = 0, to = text.length) => {
      const out = [];
      const put = (end, on) => {
        if (end > from) out.push([text.slice(from, end), on]);
        from = end;
      };
      tokens.forEach(({ term, start, end }) => {
        if (start < from || end > to || !marked.has(term)) return;
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
      found.forEach(({ start }, i) => {
        const seen = new Set(found.slice(i, i + 30).filter(word => word.end < start + 130).map(word => marked.get(word.term))), worth = sum([...seen], clause => clause.weight);
        if (worth > most) {
          most = worth;
          from = start;
        }
      });
      from = from < 60 ? 0 : text.indexOf(" ", from - 30) + 1;
      const to = text.length < from + 180 ? text.length : max(text.lastIndexOf(" ", from + 160), from + 99);
      return [...from ? [["… ", 0]] : [], ...mark(text, body, marked, from, to), ...to < text.length ? [[" …", 0]] : []];
    };

    /* A pasted log line: the declared message whose own words stand in it in their order, rare words counting most. */
    const recognise = (list, line) => {
      templates ??= list.map(([doc, anchor, text]) => ({ doc, anchor, terms: termsOf(words(text.replace(/<[^<>]*>|\{[^{}]*\}|\*/g, " | "))) }));
      const uses = count(templates.flatMap(template => [...new Set(template.terms)]));
      const worth = terms => sum(terms, term => log(1 + templates.length / uses.get(term)));
      let best = null, most = 0;
      templates.forEach(template => {
        const { terms } = template, needed = worth(terms) * CERTAIN;
        if (!terms[1] || worth(terms.filter(term => line.includes(term))) < needed) return;
        let row = [0, ...line.map(() => 0)];
        terms.forEach(term => {
          const last = row, own = worth([term]);
          row = [0];
          line.forEach((other, j) => row.push(max(last[j + 1], row[j], other === term ? last[j] + own : 0)));
        });
        const same = row.at(-1), score = same < needed ? 0 : same * same / needed;
        if (score > most) {
          most = score;
          best = template;
        }
      });
      return best;
    };

    const search = (text, options = {}) => {
      needs = new Set();
      partial = false;
      const answer = { query: sound(text).slice(0, 2000), words: [], total: 0, corrected: "", any: true, hits: [], facets: null };
      try {
        find(answer, options);
      } catch {
        partial = true;
      }
      answer.partial = partial;
      return needs.size ? { needs: [...needs] } : { needs: [], answer };
    };
    return { add, lost: name => shards.set(name, null), search };
  };

  return { analyse, open };
})();
