/** Of numbers in any order; `undefined` of none. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median, least and most of some numbers. */
export function spread(numbers) {
  return {
    median: median(numbers),
    min: Math.min(...numbers),
    max: Math.max(...numbers),
  };
}

/** How many times `b` the figures of `a` are, round by round: both were measured right after each other. */
export function ratio(a, b, figure = 'p50') {
  return spread(a.map((round, at) => round[figure] / b[at][figure]));
}
