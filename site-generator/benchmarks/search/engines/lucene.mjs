// Plain Lucene: BM25 over one field, title and text together, by EnglishAnalyzer; any of the query's terms. See LuceneBm25.java.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, sizeOf } from "../measure.mjs";

export const lucene = ({ java }) => ({
  name: "Lucene BM25, English",
  group: "lucene",
  index: (collection, folder) => {
    const cost = run(["java", "-cp", java.lucene, "LuceneBm25", "index", collection.documents, join(folder, "index")]);
    return { cpu: cost.cpu, disk: sizeOf(join(folder, "index")) };
  },
  open: async (collection, folder) => {
    const answers = new Map();
    const file = join(folder, "queries.txt");
    const texts = [...new Set(collection.queries.map(query => query.text))];
    writeFileSync(file, texts.join("\n"));
    run(["java", "-cp", java.lucene, "LuceneBm25", "search", file, join(folder, "index"), join(folder, "answers.txt")]);
    readFileSync(join(folder, "answers.txt"), "utf8").split("\n").filter(line => line).forEach((line, number) => {
      const [nanos, ids] = line.split("\t");
      answers.set(texts[number], { ids: ids ? ids.split(" ") : [], ms: Number(nanos) / 1e6 });
    });
    return { wire: false, search: async text => answers.get(text) };
  },
});
