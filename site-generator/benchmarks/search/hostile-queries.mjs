// Queries that nobody should type and somebody will. A seed fixes them. The syntax is what Rhino 1.9 has too: leave out the last line and
// evaluate the file, and a test in the JVM can use it.

const hostileQueries = (() => {
  const repeat = (text, times) => text.repeat(times);
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** Each once, before any random one. */
  const fixed = [
    "", " ", "\t\n\r", "\u0000", "\u0000\u0001\u0002\u001f\u007f\u0085\u009f", "\u00a0\u2003\u3000\ufeff\u200b\u2028\u2029\u1680",
    "\ud800", "\udc00", "\udc00\ud800", "a\ud800b", "\ud83d", "vault \udfff unseal", repeat("\ud800", 3000),
    "🔥", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "🔥 vault 🔥", repeat("😀", 2500), "e\u0301\u0301\u0301", "Z" + repeat("\u0335\u0489\u0360", 2000), repeat("\u0301", 5000),
    "\u0301\u200d\ufe0f",
    "שגיאה ברשת", "خطأ في الشبكة", "\u202evault\u202c", "\u2066\u2067\u202a\u202b\u202d", "abc\u202etxt.exe", "ａｂｃ　１２３", "İIıi ẞß ſ ŉ ﬃ Ǆ ΣΑΣ",
    "日本語のテスト", "東京2025年", "한국어 검색",
    repeat("漢", 5000), repeat("漢字 ", 2000), "ไม่มีผลลัพธ์", "𝔳𝔞𝔲𝔩𝔱 𝟙𝟚", "\u{10ffff}\u{1ffff}\u{e0001}", "\ufffe\uffff\ufdd0", "½ ② ⅷ ㎏ ﷺ", "﷽",
    "(", ")", "[", "]", "{", "}", "(((((", "[a-z", "a{1,", "(?=", "(?<x>", "(a+)+$", "^(a|aa)+$", "\\", "\\u", "\\u{", "\\x", "\\1", "\\p{L}", ".*",
    "*", "?", "+", "|", "$", "^", "a**", "/[/", "$&", "$1", "$`", "$'",
    "\"", "\"\"", "\"\"\"", "\" \"", "\"unclosed phrase", "unopened phrase\"", "'", "`", "“vault”", "„vault“", "\"a\" \"b\" \"c\"",
    repeat("\"", 10000), repeat("\"a b\" ", 1000), "\"" + repeat("the ", 2000) + "\"",
    "type:", ":runbook", "type::", "type:runbook", "type:\"", "type:nothing", "type:type:type:", "TYPE:RUNBOOK", "service: vault", "__proto__:x",
    "constructor:prototype", "tags:__proto__ toString", repeat("type:a ", 2000), repeat(":", 10000),
    "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "length", "undefined", "null", "NaN", "true", "0", "-0", "-1",
    "1e999", "0x7fffffff", "9007199254740993", "Infinity",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&amp;&lt;&#x3c;", "javascript:alert(1)", "'; DROP TABLE pages; --",
    "../../../../etc/passwd", "%00%ff%fe", "%", "%u0000", "http://[::1", "data:text/html,x", "w0", "i0", "d0", "root.bin",
    "-", "--", "---", "-e", "-rf", "--log-entry=", "---------x", repeat("-", 10000), "$", "$$", "$HOME", "/", "//", "/e/", "\\\\server\\share",
    "C++", "C#", "F#", ".NET", "a.b.c", ".", "..", "...", "…", repeat(".", 10000), "@", "#", "~", "=", "+", "&&", "||", "!", "!important",
    "a", "b c d e f g", "the", "the the the the", "to be or not to be", "no", "not", "a a a a a a a a a a", "x".repeat(64), "x".repeat(65),
    "x".repeat(96), "x".repeat(97), "x".repeat(10240), repeat("ab", 5120), repeat("x-", 5000), repeat("x.", 5000), repeat("x/", 5000),
    repeat("aB", 5000), repeat("A1", 5000), repeat("1a", 5000), repeat("aBC", 3400), repeat("A", 10000), repeat("é", 10000),
    repeat("e\u0301", 5000), repeat("ß", 10000), repeat("ﷺ", 3000), repeat("'", 10000), repeat("s'", 5000), repeat("\u2019", 5000),
    repeat("vault ", 2000), repeat("vaultt ", 2000), repeat("error code ", 1000), repeat("AIBOX-E2001 ", 1000), repeat("a=b&", 2500),
    repeat("a:b,c;", 1700), repeat("(", 10000), repeat("[[", 5000), repeat(" ", 10240), repeat("\n", 10240), repeat("\u0000", 10240),
    repeat("\ud83d\ude00 ", 3000),
    LETTERS.split("").join(" "), LETTERS + LETTERS.toUpperCase(), LETTERS.split("").map(c => repeat(c, 30)).join(" "),
    "2026-11-20T03:00:00.123Z ERROR [pool-1-thread-7] c.e.Foo$Bar(Foo.java:123): connection to 10.0.0.1:8443 refused after 30000ms (id=9f86d081884c7d659a2feaa0c55ad015) {\"a\":[1,2,{\"b\":null}]}",
    repeat("Exception in thread \"main\" java.lang.NullPointerException\n\tat a.b.C.d(C.java:1)\n", 120), "0123456789abcdef".repeat(640),
    "QUJD".repeat(2500) + "==", repeat("<a>{b}*", 1400), repeat("* ", 5000), repeat("{x} ", 2500),
  ];

  const SCRIPTS = [[0x20, 0x7e], [0, 0x1f], [0x80, 0x24f], [0x300, 0x36f], [0x370, 0x52f], [0x590, 0x6ff], [0x900, 0xdff], [0xe00, 0x11ff],
  [0x1e00, 0x20cf], [0x2000, 0x206f], [0x2190, 0x2bff],
    [0x3000, 0x30ff], [0x4e00, 0x9fff], [0xac00, 0xd7a3], [0xd800, 0xdfff], [0xe000, 0xf8ff], [0xf900, 0xfdff], [0xfe00, 0xffff],
    [0x1f300, 0x1faff], [0x10000, 0x10ffff]];
  const SIGNS = "()[]{}<>*?+|^$.\\/:;,\"'`~!@#%&=-_ \t\n";

  /** Numbers in [0, 1) that a seed fixes (mulberry32). */
  const random = seed => {
    let state = seed | 0;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  };

  /**
   * So many queries: the fixed ones, then random ones made of characters of all scripts, of signs, and of the words given, whole, cut,
   * with typos and mixed. Most are short; one of 100 has up to 10 KB.
   */
  const make = (count, seed, words) => {
    const next = random(seed), below = limit => Math.floor(next() * limit), of = list => list[below(list.length)];
    const character = () => {
      const range = of(SCRIPTS), code = range[0] + below(range[1] - range[0] + 1);
      return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
    };
    const several = (part, limit, glue) => {
      const parts = [];
      for (let left = 1 + below(limit); left > 0; left--) parts.push(part());
      return parts.join(glue);
    };
    const word = () => (words.length ? of(words) : several(() => LETTERS[below(26)], 12, ""));
    const mistyped = () => {
      const right = word(), at = below(right.length + 1), kind = below(4);
      if (kind === 0) return right.slice(0, at) + LETTERS[below(26)] + right.slice(at);
      if (kind === 1) return right.slice(0, at) + right.slice(at + 1);
      if (kind === 2) return right.slice(0, at) + right.slice(at, at + 2).split("").reverse().join("") + right.slice(at + 2);
      return right.slice(0, at) + character() + right.slice(at + 1);
    };
    const cut = () => { const right = word(); return right.slice(0, 1 + below(right.length)); };
    const junk = () => several(() => LETTERS[below(26)], 20, "");
    const signs = () => several(() => SIGNS[below(SIGNS.length)], 8, "");
    const identifier = () => several(word, 4, of(["-", "_", ".", "/", ":", "=", "::", "\\"])) + (below(2) ? below(100000) : "");
    const anything = () => of([word, mistyped, cut, junk, signs, identifier, character, () => several(character, 30, "")])();
    const kinds = [
      () => several(character, 40, ""), () => several(anything, 8, " "), () => several(anything, 8, ""), () => several(mistyped, 10, " "),
      () => several(word, 12, " "), () => several(cut, 8, " "),
      () => several(junk, 15, " "), () => "\"" + several(word, 5, " ") + of(["\"", "", "\" "]) + several(anything, 3, " "), () => of(["type",
      "service", "tags", "owner", "x"]) + ":" + anything() + " " + anything(), signs, identifier,
    ];
    const long = () => several(anything, 2500, " ").slice(0, 10240);
    const queries = fixed.slice(0, count);
    while (queries.length < count) queries.push(below(100) === 0 ? long() : of(kinds)());
    return queries;
  };

  return make;
})();
export { hostileQueries };
