// node --test metrics.test.mjs: the measures against sums done by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, mean, percentile, shuffled } from "./metrics.mjs";

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

test("gains are grades, discounted by log2(rank + 1), beside the best order", () => {
  // Ranked: x (0), a (3), b (1). DCG = 0/1 + 3/log2(3) + 1/log2(4) = 1.892789260714372 + 0.5.
  // Best: a b c (3 1 1): 3/1 + 1/log2(3) + 1/2 = 3 + 0.630929753571457 + 0.5.
  const one = judge(["x", "a", "b"], new Map([["a", 3], ["b", 1], ["c", 1], ["d", 0]]));
  near(one.ndcg, 2.392789260714372 / 4.130929753571457);
  near(one.mrr, 0.5);
  near(one.recall, 2 / 3);
  near(one.first, 0);
});

test("the first answer is right when no document has a better grade", () => {
  const grades = new Map([["a", 3], ["b", 1]]);
  assert.deepEqual([["a"], ["b", "a"], []].map(ranked => judge(ranked, grades).first), [1, 0, 0]);
});

test("only ten answers count, and ten at most are in the best order", () => {
  const grades = new Map(Array.from({ length: 12 }, (_, i) => [`r${i}`, 1]));
  const ten = Array.from({ length: 10 }, (_, i) => `r${i}`);
  near(judge(ten, grades).ndcg, 1);
  near(judge(ten, grades).recall, 10 / 12);
  const late = [...Array.from({ length: 10 }, (_, i) => `n${i}`), "r0"];
  assert.deepEqual(judge(late, grades), { ndcg: 0, mrr: 0, recall: 0, first: 0 });
});

test("a document counts once, however often it is answered", () => near(judge(["a", "a"], new Map([["a", 1], ["b", 1]])).recall, 0.5));

test("a query without an answer counts 0 in the mean", () => {
  const grades = new Map([["a", 1]]);
  near(mean([judge(["a"], grades), judge([], grades)]).ndcg, 0.5);
});

test("percentiles are by nearest rank", () => {
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95), 10);
});

test("an order is fixed by its seed", () => assert.deepEqual(shuffled([1, 2, 3, 4, 5], 7), shuffled([1, 2, 3, 4, 5], 7)));
