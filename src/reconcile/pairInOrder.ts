/** Above this many comparisons, things are compared one by one, in their order. */
export const MAX_COMPARISONS = 1_000_000

type Same = (i: number, j: number) => boolean
type IndexPair = readonly [number, number]

/** The longest list of index pairs of two lists that are the same, in the same order in both. */
export function pairInOrder(lengthA: number, lengthB: number, same: Same): readonly IndexPair[] {
  let start = 0
  while (start < lengthA && start < lengthB && same(start, start)) start++
  let [endA, endB] = [lengthA, lengthB]
  while (endA > start && endB > start && same(endA - 1, endB - 1)) {
    endA--
    endB--
  }
  const moved: Same = (i, j) => same(start + i, start + j)
  return [
    ...Array.from({ length: start }, (_, i): IndexPair => [i, i]),
    ...longestCommon(endA - start, endB - start, moved).map(([i, j]): IndexPair => [start + i, start + j]),
    ...Array.from({ length: lengthA - endA }, (_, i): IndexPair => [endA + i, endB + i]),
  ]
}

/** The classic table: how many can be paired from each position on. */
function longestCommon(rows: number, columns: number, same: Same): readonly IndexPair[] {
  if (rows * columns > MAX_COMPARISONS)
    return Array.from({ length: rows < columns ? rows : columns }, (_, i): IndexPair => [i, i]).filter(
      ([i, j]) => same(i, j),
    )
  const most = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  const from = (i: number, j: number) => most[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const without = from(i + 1, j) > from(i, j + 1) ? from(i + 1, j) : from(i, j + 1)
      most[i]?.fill(same(i, j) ? from(i + 1, j + 1) + 1 : without, j, j + 1)
    }
  const pairs: IndexPair[] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (same(i, j)) pairs.push([i++, j++])
    else if (from(i + 1, j) >= from(i, j + 1)) i++
    else j++
  }
  return pairs
}
