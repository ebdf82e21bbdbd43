// Ranking quality over the first ten answers. Each query weighs the same; one without an answer counts 0.

const DEPTH = 10;

const discounted = gains => gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/**
 * One query: nDCG@10 (gain = grade, discount log2(rank + 1)), reciprocal rank of the first relevant of ten, the share of the relevant
 * documents among the ten, and whether the first answer has the best grade there is.
 *
 * @param {string[]} ranked ids of the answers, best first
 * @param {Map<string, number>} grades of the judged documents; 0 and absent are the same
 */
export const judge = (ranked, grades) => {
  const gains = [...new Set(ranked)].slice(0, DEPTH).map(id => grades.get(id) ?? 0);
  const ideal = [...grades.values()].filter(grade => grade > 0).sort((a, b) => b - a);
  const first = gains.findIndex(gain => gain > 0);
  return {
    ndcg: ideal.length ? discounted(gains) / discounted(ideal.slice(0, DEPTH)) : 0,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: ideal.length ? gains.filter(gain => gain > 0).length / ideal.length : 0,
    first: ideal.length && gains[0] === ideal[0] ? 1 : 0,
  };
};

/** The mean of each measure. */
export const mean = judged => {
  const sums = { ndcg: 0, mrr: 0, recall: 0, first: 0 };
  for (const one of judged) for (const name of Object.keys(sums)) sums[name] += one[name] / judged.length;
  return sums;
};

/** By nearest rank; NaN of nothing. */
export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] : NaN;
};

/** Numbers in [0, 1) that a seed fixes (mulberry32). */
export const random = seed => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** A copy in an order that the seed fixes. */
export const shuffled = (list, seed) => {
  const next = random(seed), copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
};
